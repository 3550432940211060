import type { ListedKeyword } from '$lib/server/panels/keyword-list';

/** The columns that the table can be ordered by, under the names that stand in a link. */
export const COLUMNS = [
	'keyword',
	'mentions',
	'share',
	'negative',
	'neutral',
	'positive',
	'net',
	'change'
] as const;
export type Column = (typeof COLUMNS)[number];

export type Order = { column: Column; descending: boolean };

export const USUAL_ORDER: Order = { column: 'mentions', descending: true };

/** What the order of a table looks at. */
export type Orderable = Pick<ListedKeyword, 'word' | 'total' | 'share' | 'shares' | 'score' | 'change'>;

/**
 * The order that a link names, or null for a name that is no column of this table.
 * @example readOrder('-net') // { column: 'net', descending: true }
 */
export function readOrder(sort: string | null): Order | null {
	if (sort === null) return USUAL_ORDER;
	const name = sort.replace(/^-/, '').toLowerCase();
	const column = COLUMNS.find((candidate) => candidate === name);
	return column === undefined ? null : { column, descending: sort.startsWith('-') };
}

/**
 * What a link says for an order, null for the usual one.
 * @example sortOf({ column: 'net', descending: true }) // '-net'
 */
export function sortOf({ column, descending }: Order): string | null {
	if (column === USUAL_ORDER.column && descending === USUAL_ORDER.descending) return null;
	return `${descending ? '-' : ''}${column}`;
}

/** What a click on a column's head asks for: words from A to Z, numbers from the largest, and then the other way. */
export function nextOrder(current: Order, column: Column): Order {
	if (current.column !== column) return { column, descending: column !== 'keyword' };
	return { column, descending: !current.descending };
}

/**
 * A word as it is searched and sorted: without case, width and accents. Folded here and not by the locale, since the
 * server and the browser must come to the same order.
 */
export function foldWord(word: string): string {
	return withoutMarks(folded(word));
}

const folded = (text: string) => text.normalize('NFKD').toLowerCase();
const withoutMarks = (text: string) => text.replace(/\p{M}/gu, '');

/** The number that a row is sorted by; null where it has none. */
function numberOf(row: Orderable, column: Exclude<Column, 'keyword'>): number | null {
	const numbers: Record<Exclude<Column, 'keyword'>, number | null> = {
		mentions: row.total,
		share: row.share,
		negative: row.shares?.[0] ?? null,
		neutral: row.shares?.[1] ?? null,
		positive: row.shares?.[2] ?? null,
		net: row.score?.value ?? null,
		change: row.change?.kind === 'change' ? row.change.difference : null
	};
	return numbers[column];
}

const compare = <T extends string | number>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);

/** A row with its word's letters, which are folded once; a hashtag stands beside its word. */
type Lettered<T> = { row: T; letters: string };

const compareWords = <T extends Orderable>(one: Lettered<T>, other: Lettered<T>) =>
	compare(one.letters, other.letters) || compare(one.row.word, other.row.word);

const compareUsually = <T extends Orderable>(one: Lettered<T>, other: Lettered<T>) =>
	compare(other.row.total, one.row.total) || compareWords(one, other);

function compareBy<T extends Orderable>({ column, descending }: Order) {
	const sign = descending ? -1 : 1;
	return (one: Lettered<T>, other: Lettered<T>): number => {
		if (column === 'keyword') return sign * compareWords(one, other);
		const left = numberOf(one.row, column);
		const right = numberOf(other.row, column);
		if (left === null || right === null) {
			return Number(left === null) - Number(right === null) || compareUsually(one, other);
		}
		return sign * compare(left, right) || compareUsually(one, other);
	};
}

/**
 * The rows in an order. Rows without a number stand last in both directions, since nothing is known of them; what is
 * equal stands by mentions, then by word.
 */
export function sortKeywords<T extends Orderable>(rows: readonly T[], order: Order): T[] {
	const lettered = rows.map((row): Lettered<T> => ({ row, letters: foldWord(row.word).replace(/^#/, '') }));
	return lettered.sort(compareBy<T>(order)).map(({ row }) => row);
}

/**
 * The rows whose word holds a text, whatever its case and width; accents count only where the text has some. A blank
 * text finds every row.
 * @example findKeywords([{ word: 'Café' }, { word: 'tea' }], 'cafe') // the first
 */
export function findKeywords<T extends { word: string }>(rows: readonly T[], text: string): readonly T[] {
	const wanted = folded(text).trim();
	if (wanted === '') return rows;
	const isPlain = withoutMarks(wanted) === wanted;
	return rows.filter(({ word }) => (isPlain ? foldWord(word) : folded(word)).includes(wanted));
}
