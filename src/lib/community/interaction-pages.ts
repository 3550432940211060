import { CommunityError } from '$lib/errors/community-error';
import type { Answer, Interaction, Page } from './answers';
import { LARGEST_PAGE, type InteractionsQuery } from './interactions-query';

/** A list of interactions from its beginning to its end, by pages. */
export type InteractionPages = {
	/** The rows that come next and were not given before; null when there are no more. Rejects with a CommunityError. */
	next: () => Promise<Answer<Interaction[]> | null>;
};

type Ask = (query: InteractionsQuery) => Promise<Answer<Page<Interaction>>>;

/** How many rows of the page before are asked for again, to see whether the list has moved meanwhile. */
const OVERLAP = 10;

/** So many pages in a row without a new row are no list that moves, but a host that does not turn the page. */
const MOST_FRUITLESS = 100;

/**
 * Walks a list whose offsets shift while interactions come, go and are closed. Each page begins with some rows of the one
 * before: as long as one of them is there, nothing between the pages can be missing. Where none is, the list has become
 * shorter in front, and the walk goes back until it meets a row that it knows. Rows come once, by their id.
 *
 * Going back takes longer steps each time, so that it is soon over.
 *
 * Everything that is in the list from the first call to the last is given. A row that the source updates meanwhile moves
 * to where the list begins, and is new there. A sample has one page.
 * @example const pages = createInteractionPages(client.interactions, { brand_id: 144 });
 * @example for (let page = await pages.next(); page !== null; page = await pages.next()) show(page.value);
 */
export function createInteractionPages(ask: Ask, query: InteractionsQuery): InteractionPages {
	const limit = Math.max(2, query.limit ?? LARGEST_PAGE);
	const most = Math.min(OVERLAP, Math.floor(limit / 2));
	const seen = new Set<string>();
	let position = query.offset ?? 0;
	let hasBegun = false;
	let isDone = false;
	let back = 0;

	const isSeen = ({ id }: Interaction) => seen.has(String(id));

	function take(rows: readonly Interaction[]): Interaction[] {
		const fresh = rows.filter((row) => !isSeen(row));
		for (const { id } of fresh) seen.add(String(id));
		return fresh;
	}

	/** Ask for the page at the position; null where the list has moved away from under it, and the walk went back. */
	async function step(): Promise<Answer<Interaction[]> | null> {
		const offset = hasBegun ? Math.max(0, position - most) : position;
		const answer = await ask({ ...query, limit, offset });
		const { rows, hasNext } = answer.value;
		if (hasBegun && offset > 0 && !rows.some(isSeen)) {
			back = back === 0 ? limit - most : 2 * back;
			position = Math.max(0, offset - back) + most;
			return null;
		}
		hasBegun = true;
		back = 0;
		position = offset + rows.length;
		isDone = !hasNext || query.sort === 'SAMPLE';
		return { ...answer, value: take(rows) };
	}

	async function next(): Promise<Answer<Interaction[]> | null> {
		for (let fruitless = 0; !isDone; fruitless += 1) {
			if (fruitless > MOST_FRUITLESS) {
				throw new CommunityError('upstream_malformed', {
					message: 'the pages of the list repeat themselves'
				});
			}
			const answer = await step();
			if (answer !== null && answer.value.length > 0) return answer;
		}
		return null;
	}

	return { next };
}
