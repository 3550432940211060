import { isCommunityError } from '$lib/errors/community-error';
import type { Answer, BrandTag, Page } from './answers';
import { exchange, type CommunityFetch } from './exchange';
import { LARGEST_PAGE } from './interactions-query';
import { withoutRepeats } from './normalise/page';
import { normaliseTags } from './normalise/tags';
import { addressOf, check, REFUSAL_MEMORY } from './question';
import { tagsQuerySchema } from './tags-query';

/** Pages that are asked for one after the other; nobody chooses from a list of thousands. */
const MOST_PAGES = 20;

/** How hosts answer a question that they do not have: no such address, method or field. */
const NO_SUCH_QUESTION = [400, 404, 405, 410, 422, 501];

function hasNoSuchQuestion(error: unknown): boolean {
	return isCommunityError(error) && error.status !== null && NO_SUCH_QUESTION.includes(error.status);
}

/**
 * The question for the tags of some brands, an extension of the embedded host. A host that does not know it has no
 * tags to offer; that is remembered for a while, so that not every page asks again.
 * @param now the clock, in milliseconds since 1970
 * @returns a function that answers every page in one list, or rejects with a CommunityError
 */
export function tagsQuestion(
	fetch: CommunityFetch,
	now: () => number,
	baseUrl: string
): (brandIds: readonly number[]) => Promise<Answer<BrandTag[]>> {
	let refusedAt = Number.NEGATIVE_INFINITY;

	function askPage(brandIds: readonly number[], offset: number): Promise<Answer<Page<BrandTag>>> {
		const page = { limit: LARGEST_PAGE, offset };
		const query = check(tagsQuerySchema, { brand_ids: [...brandIds], ...page });
		const url = addressOf(`${baseUrl}/tags`, query);
		return exchange(fetch, now, { url, read: (payload) => normaliseTags(payload, page) });
	}

	async function askPages(brandIds: readonly number[]): Promise<Answer<BrandTag[]>> {
		const answers: Answer<Page<BrandTag>>[] = [];
		do answers.push(await askPage(brandIds, answers.length * LARGEST_PAGE));
		while (answers.at(-1)?.value.hasNext && answers.length < MOST_PAGES);
		return {
			value: withoutRepeats(answers.flatMap(({ value }) => value.rows)),
			asOf: Math.min(...answers.map(({ asOf }) => asOf)),
			stale: answers.some(({ stale }) => stale)
		};
	}

	return async (brandIds) => {
		const none: Answer<BrandTag[]> = { value: [], asOf: now(), stale: false };
		if (brandIds.length === 0 || now() - refusedAt < REFUSAL_MEMORY) return none;
		try {
			return await askPages(brandIds);
		} catch (error) {
			if (!hasNoSuchQuestion(error)) throw error;
			refusedAt = now();
			return none;
		}
	};
}
