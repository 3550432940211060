import type { z } from 'zod';
import { CommunityError } from '$lib/errors/community-error';

/** How long a host that refused an extension is not asked for it again, in milliseconds. */
export const REFUSAL_MEMORY = 600_000;

/** Lists whose order and repetitions mean nothing: evened out, so that one question has one wording. */
const SETS = ['assignee_ids', 'brand_ids', 'media_ids', 'tag_ids', 'types'];

/**
 * A question as its schema has it: a wrong one never leaves the process.
 * @throws CommunityError `query_invalid` that names the field
 */
export function check<T>(schema: z.ZodType<T>, query: T): T {
	const result = schema.safeParse(query);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const named = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
	const field = String(named ?? 'query');
	throw new CommunityError('query_invalid', {
		message: `${field}: ${issue?.message ?? 'not understood'}`,
		details: { field },
		cause: result.error
	});
}

/**
 * A question in its one wording: keys in order, sets sorted, nothing undefined, and `is_closed` for its older name
 * `is_archived`.
 * @example wording({ query: 'a', brand_ids: [2, 1], is_archived: true }) // { brand_ids: [1, 2], is_closed: true, query: 'a' }
 */
export function wording({ is_archived, ...query }: Record<string, unknown>): Record<string, unknown> {
	const whole: Record<string, unknown> = { ...query, is_closed: query['is_closed'] ?? is_archived };
	const said = Object.keys(whole).filter((key) => whole[key] !== undefined);
	return Object.fromEntries(
		said.sort().map((key) => [key, SETS.includes(key) ? sorted(whole[key]) : whole[key]])
	);
}

function sorted(list: unknown): unknown {
	if (!Array.isArray(list)) return list;
	const rank = (item: unknown) => (typeof item === 'number' ? String(item).padStart(16, '0') : String(item));
	return [...new Set<unknown>(list)].sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
}

/**
 * The address of a question that is asked by GET. Lists go into it with commas, which mean OR.
 * @example addressOf('/api/tags', { brand_ids: [1, 2] }) // '/api/tags?brand_ids=1%2C2'
 */
export function addressOf(url: string, query: Record<string, unknown>): string {
	const parameters = new URLSearchParams();
	for (const [key, value] of Object.entries(wording(query))) parameters.set(key, String(value));
	return `${url}?${parameters.toString()}`;
}
