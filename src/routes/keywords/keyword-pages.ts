/** As many keywords as stand on one page: a screen or two, and never so many that they slow one down. */
export const PAGE_SIZE = 50;

/** The rows of one page. `first` is the place of its first row among all, from 0, and `count` how many all are. */
export type KeywordPage<T> = { rows: T[]; page: number; pages: number; first: number; count: number };

/** The page on which a row stands, from 1. @example pageWith(50) // 2 */
export const pageWith = (place: number) => Math.floor(Math.max(0, place) / PAGE_SIZE) + 1;

/**
 * The rows of a page of a list. A page that the list does not have holds no rows; the caller says so, since the link
 * may be older than the list.
 * @param page from 1
 * @example pageOf(keywords, 2) // of 500 keywords: 51 to 100, `first` is 50 and `pages` is 10
 */
export function pageOf<T>(all: readonly T[], page: number): KeywordPage<T> {
	const first = (page - 1) * PAGE_SIZE;
	return {
		rows: all.slice(first, first + PAGE_SIZE),
		page,
		pages: pageWith(all.length - 1),
		first,
		count: all.length
	};
}
