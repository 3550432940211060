import { CommunityError } from '$lib/errors/community-error';
import type { Answer } from './answers';

/** A list from its beginning to its end, by pages. */
export type PageWalk<T> = {
	/** The rows that come next and were not given before; null when there are no more. Rejects as `ask` does. */
	next: () => Promise<Answer<T[]> | null>;
};

type Ask<T> = (offset: number, limit: number) => Promise<Answer<{ rows: T[]; hasNext: boolean }>>;

type Walk<T> = {
	/** Rows of one page. */
	limit: number;
	/** What tells rows apart. */
	keyOf: (row: T) => string;
	/** Where the walk begins: at an offset, behind rows that are known already. */
	offset?: number;
	known?: readonly T[];
	/** True of a list that has one page, such as a random sample. */
	isOnePage?: boolean;
};

/** How many rows of the page before are asked for again, to see whether the list has moved meanwhile. */
const OVERLAP = 10;

/** So many pages in a row without a new row are no list that moves, but a host that does not turn the page. */
const MOST_FRUITLESS = 100;

/**
 * Walks a list whose offsets shift while rows come and go. Each page begins with some rows of the one before: as long as
 * one of them is there, nothing between the pages can be missing. Where none is, the list has become shorter in front,
 * and the walk goes back until it meets a row that it knows. Rows come once, by their key.
 *
 * Going back takes longer steps each time, so that it is soon over.
 *
 * Everything that is in the list from the first call to the last is given. A row that the source updates meanwhile moves
 * to where the list begins, and is new there.
 * @example const walk = walkPages(ask, { limit: 100, keyOf: ({ id }) => String(id) });
 * @example for (let page = await walk.next(); page !== null; page = await walk.next()) show(page.value);
 */
export function walkPages<T>(ask: Ask<T>, { keyOf, offset = 0, known = [], ...walk }: Walk<T>): PageWalk<T> {
	const limit = Math.max(2, walk.limit);
	const most = Math.min(OVERLAP, Math.floor(limit / 2));
	const seen = new Set(known.map(keyOf));
	let position = offset;
	let hasBegun = known.length > 0;
	let isDone = false;
	let back = 0;

	const isSeen = (row: T) => seen.has(keyOf(row));

	function take(rows: readonly T[]): T[] {
		const fresh = rows.filter((row) => !isSeen(row));
		for (const row of fresh) seen.add(keyOf(row));
		return fresh;
	}

	/** Ask for the page at the position; null where the list has moved away from under it, and the walk went back. */
	async function step(): Promise<Answer<T[]> | null> {
		const from = hasBegun ? Math.max(0, position - most) : position;
		const answer = await ask(from, limit);
		const { rows, hasNext } = answer.value;
		if (hasBegun && from > 0 && !rows.some(isSeen)) {
			back = back === 0 ? limit - most : 2 * back;
			position = Math.max(0, from - back) + most;
			return null;
		}
		hasBegun = true;
		back = 0;
		position = from + rows.length;
		isDone = !hasNext || walk.isOnePage === true;
		return { ...answer, value: take(rows) };
	}

	async function next(): Promise<Answer<T[]> | null> {
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
