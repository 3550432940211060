import type { z } from 'zod';
import { CommunityError } from '$lib/errors/community-error';

/**
 * Where in an answer something stands: a key or position, and where its holder stands; null is the whole answer. A
 * long answer has a path for each of its values, nearly all of which nobody reads, so a step costs one small object.
 */
export type Path = { holder: Path; step: string | number } | null;

/** The path one step further in. */
export function below(holder: Path, step: string | number): Path {
	return { holder, step };
}

const LONGEST_KEY = 60;

function writeStep(step: string | number): string {
	if (typeof step === 'number') return `[${step}]`;
	if (/^[A-Za-z_]\w{0,59}$/.test(step)) return `.${step}`;
	return `[${JSON.stringify(step.slice(0, LONGEST_KEY))}]`;
}

/**
 * A path as people write it.
 * @example writePath(below(below(null, 'data'), '2026-05-04')) // 'data["2026-05-04"]'
 */
function writePath(path: Path): string {
	const steps: string[] = [];
	for (let place = path; place !== null; place = place.holder) steps.unshift(writeStep(place.step));
	return steps.join('').replace(/^\./, '');
}

/**
 * The error for an answer that cannot be read.
 * @param why what stands there, and what should; for logs only
 * @returns `upstream_malformed` with the path of the problem in `details.path`
 */
export function malformed(path: Path, why: string, cause?: unknown): CommunityError {
	const where = writePath(path);
	return new CommunityError('upstream_malformed', {
		message: `the answer cannot be read at ${where || 'its outermost value'}: ${why}`,
		details: { path: where },
		cause
	});
}

/**
 * Parse a value by its schema, and name the first problem by its path in the whole answer.
 * @throws CommunityError `upstream_malformed`
 */
export function readWith<T>(schema: z.ZodType<T>, value: unknown, path: Path): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const inner = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)));
	throw malformed(inner.reduce(below, path), issue?.message ?? 'not the expected shape', result.error);
}
