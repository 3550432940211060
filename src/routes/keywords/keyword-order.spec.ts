import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	COLUMNS,
	findKeywords,
	foldWord,
	nextOrder,
	readOrder,
	sortKeywords,
	sortOf,
	USUAL_ORDER,
	type Orderable,
	type Order
} from './keyword-order';

const fraction = fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10);
const share = fc.integer({ min: 0, max: 5 }).map((tenths) => tenths * 10);
const row: fc.Arbitrary<Orderable> = fc.record({
	word: fc.oneof(
		fc.constantFrom('taste', 'Taste', '#taste', 'café', 'cafe', 'ＴＡＳＴＥ', '😍'),
		fc.string()
	),
	total: fc.integer({ min: 1, max: 9 }),
	share: fc.option(fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10)),
	shares: fc.option(fc.tuple(share, share, share)),
	score: fc.option(fraction.map((value) => ({ value, low: value, high: value, decimals: 1 as const }))),
	change: fc.option(
		fc.oneof(
			fc.constant({ kind: 'unlisted' as const }),
			fc.constant({ kind: 'few' as const }),
			fraction.map((difference) => ({
				kind: 'change' as const,
				before: 0,
				certain: true,
				difference,
				low: difference,
				high: difference,
				verdict: 'unsure' as const
			}))
		)
	)
});
const rows = fc.uniqueArray(row, { selector: ({ word }) => word, maxLength: 40 });
const order: fc.Arbitrary<Order> = fc.record({
	column: fc.constantFrom(...COLUMNS),
	descending: fc.boolean()
});

/** The columns once more, in the plainest form. */
const plainNumber = (one: Orderable, column: Order['column']): number | null => {
	if (column === 'mentions') return one.total;
	if (column === 'share') return one.share;
	if (column === 'net') return one.score === null ? null : one.score.value;
	if (column === 'change') return one.change?.kind === 'change' ? one.change.difference : null;
	const place = ['negative', 'neutral', 'positive'].indexOf(column);
	return one.shares === null ? null : one.shares[place]!;
};

describe('the order of keywords', () => {
	it('keeps every row, by any column and in both directions', () => {
		fc.assert(
			fc.property(rows, order, (list, by) => {
				const sorted = sortKeywords(list, by);
				expect(new Set(sorted)).toEqual(new Set(list));
				expect(sorted).toHaveLength(list.length);
			})
		);
	});

	it('never goes against its column, and rows without a number are last in both directions', () => {
		fc.assert(
			fc.property(rows, order, (list, by) => {
				fc.pre(by.column !== 'keyword');
				const numbers = sortKeywords(list, by).map((one) => plainNumber(one, by.column));
				const known = numbers.filter((number) => number !== null);
				expect(numbers.slice(0, known.length)).toEqual(known);
				const ascending = known.toSorted((one, other) => one - other);
				expect(known).toEqual(by.descending ? ascending.reverse() : ascending);
			})
		);
	});

	it('is the same whatever order the rows came in, so that the server and the browser agree', () => {
		fc.assert(
			fc.property(rows, order, fc.nat(), (list, by, turn) => {
				const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))];
				expect(sortKeywords(turned, by)).toEqual(sortKeywords(list, by));
			})
		);
	});

	it('sorts words by their letters: neither case, width and accents nor a hash keep them apart', () => {
		const words = ['zest', '#apple', 'Ärger', 'apple', 'ＡＰＰＬＥ', 'arm', 'Banana'];
		const list = words.map((word): Orderable => ({
			word,
			total: 1,
			share: null,
			shares: null,
			score: null,
			change: null
		}));
		const sorted = sortKeywords(list, { column: 'keyword', descending: false }).map(({ word }) => word);
		expect(sorted).toEqual(['#apple', 'apple', 'ＡＰＰＬＥ', 'Ärger', 'arm', 'Banana', 'zest']);
	});

	it('lets a link say what it means, and the usual order says nothing', () => {
		fc.assert(
			fc.property(order, (by) => {
				expect(readOrder(sortOf(by))).toEqual(by);
			})
		);
		expect(sortOf(USUAL_ORDER)).toBeNull();
		expect(readOrder('-colour')).toBeNull();
		expect(readOrder('--net')).toBeNull();
	});

	it('turns around with the second click on a column, and begins with the largest number', () => {
		const first = nextOrder(USUAL_ORDER, 'net');
		expect(first).toEqual({ column: 'net', descending: true });
		expect(nextOrder(first, 'net')).toEqual({ column: 'net', descending: false });
		expect(nextOrder(first, 'keyword')).toEqual({ column: 'keyword', descending: false });
	});
});

describe('finding in the list', () => {
	const found = (words: string[], text: string) =>
		findKeywords(
			words.map((word) => ({ word })),
			text
		).map(({ word }) => word);

	it('finds a word by any part of it, whatever its case', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (word, from, length) => {
				const part = foldWord(word).slice(from % word.length, (from % word.length) + 1 + (length % 5));
				expect(found([word], part)).toEqual([word]);
				expect(found([word], foldWord(word).toUpperCase())).toEqual([word]);
			})
		);
	});

	it('gives only rows that hold the text, in the order in which they stood', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é') })), (words) => {
				expect(found(words, 'ab')).toEqual(words.filter((word) => /[aA]b/u.test(word)));
			})
		);
	});

	it('looks at accents only when the text has some', () => {
		const words = ['café', 'cafe', 'CAFÉ'];
		expect(found(words, 'cafe')).toEqual(words);
		expect(found(words, 'café')).toEqual(['café', 'CAFÉ']);
	});

	it('finds everything by a blank text, and nothing is a pattern', () => {
		expect(found(['a', 'b'], '  ')).toEqual(['a', 'b']);
		expect(found(['a.c', 'abc'], 'a.c')).toEqual(['a.c']);
		expect(found(['[x]', 'x'], '[')).toEqual(['[x]']);
	});
});
