import { describe, expect, it } from 'vitest';
import type { ListedKeyword } from '$lib/server/panels/keyword-list';
import type { QueriedWords } from '$lib/server/panels/queried-words';
import { queriedLead, quotedWords } from './queried-lead';

const row = (word: string, total: number): ListedKeyword => ({
	word,
	text: word,
	total,
	rated: total,
	shares: [20, 30, 50],
	shareDecimals: 0,
	score: null,
	certain: true,
	change: null,
	share: null
});
const score = (value: number) => ({ value, low: value - 0.1, high: value + 0.1, decimals: 0 as const });
const queried = (change: Partial<QueriedWords> = {}): QueriedWords => ({
	rated: 324,
	shares: { values: [33, 39, 28], decimals: 0 },
	score: score(-0.06),
	others: { score: score(0.31), verdict: 'worse' },
	...change
});
const filtered = (change: Partial<Parameters<typeof queriedLead>[0]> = {}) =>
	queriedLead({
		rows: [row('Délivery', 390), row('late', 57), row('box', 60)],
		interactions: 390,
		queried: queried(),
		query: 'delivery',
		isPoints: true,
		...change
	});

describe('what a list says first that is filtered for words', () => {
	it('is never that its messages have these words, but how they differ, and what comes up beside them', () => {
		expect(filtered()).toEqual([
			'Messages with “delivery” are more negative than all others: −6 against +31 points of net sentiment.',
			'Of 324 rated, 28 % are positive and 33 % negative.',
			'“box” comes up most beside it, in 60 of 390.'
		]);
	});

	it('says as much as can be told of better and worse, in the unit of the score', () => {
		const of = (verdict: 'better' | 'alike', isPoints: boolean) =>
			filtered({ isPoints, queried: queried({ others: { score: score(0.3), verdict } }) })[0];
		expect(of('alike', true)).toBe(
			'Messages with “delivery” are neither surely better nor worse than all others: −6 against +30 points of net sentiment.'
		);
		expect(of('better', false)).toContain('more positive than all others: −6 % against 30 % positive.');
	});

	it('prints both scores as fine as the coarser of them', () => {
		const others = {
			score: { value: 0.2468, low: 0.23, high: 0.26, decimals: 1 as const },
			verdict: 'worse' as const
		};
		expect(filtered({ queried: queried({ others }) })[0]).toContain('−6 against +25 points');
	});

	it('says how many there are where they cannot be held against others', () => {
		expect(filtered({ queried: queried({ rated: 4, shares: null, score: null }), rows: [] })).toEqual([
			'390 interactions have “delivery”.',
			'4 rated are too few to say how people feel.'
		]);
		expect(filtered({ queried: null, interactions: 1, rows: [] })).toEqual([
			'One interaction has “delivery”.'
		]);
		expect(filtered({ queried: null, interactions: null })).toEqual([]);
	});

	it('leaves out every word of a phrase when it looks for what comes up beside it', () => {
		const rows = [row('slow', 90), row('delivery', 80), row('refund', 9)];
		expect(filtered({ rows, query: 'slow delivery' }).at(-1)).toContain('“refund”');
		expect(filtered({ rows: rows.slice(0, 2), query: 'delivery,slow' })).toHaveLength(2);
	});

	it('names up to three words, and how many more there are', () => {
		expect(quotedWords('late')).toBe('“late”');
		expect(quotedWords('late,broken zip')).toBe('“late” or “broken zip”');
		expect(quotedWords('a,b,c')).toBe('“a”, “b” or “c”');
		expect(quotedWords('a,b,c,d,e')).toBe('“a”, “b”, “c” or 2 more');
	});
});
