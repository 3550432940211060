import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORES, type Score } from '$lib/filters/filters';
import { netSentiment, pool, ratedTotal, tooSmall } from './score';

const anyCounts = fc.record({ positive: fc.nat(10_000), neutral: fc.nat(10_000), negative: fc.nat(10_000) });

describe('netSentiment', () => {
	const counts = { positive: 80, neutral: 100, negative: 20 };

	it.each<[Score, number]>([
		['net', 0.3],
		['net-rated', 0.6],
		['positive-of-rated', 0.8],
		['positive', 0.4]
	])('by the formula %s reads 80/100/20 as %d', (score, expected) => {
		expect(netSentiment(counts, score)).toBeCloseTo(expected, 12);
	});

	it('is net sentiment of all rated where no formula is named', () => {
		expect(netSentiment(counts)).toBe(netSentiment(counts, 'net'));
	});

	it('is null where there is nothing to divide by', () => {
		const nothing = { positive: 0, neutral: 0, negative: 0 };
		const onlyNeutral = { positive: 0, neutral: 5, negative: 0 };
		expect(SCORES.map((score) => netSentiment(nothing, score))).toEqual([null, null, null, null]);
		expect(SCORES.map((score) => netSentiment(onlyNeutral, score))).toEqual([0, null, null, 0]);
	});

	it('turns its sign when positive and negative change places', () => {
		fc.assert(
			fc.property(anyCounts, fc.constantFrom<Score>('net', 'net-rated'), (some, score) => {
				const turned = { ...some, positive: some.negative, negative: some.positive };
				const value = netSentiment(some, score);
				expect(netSentiment(turned, score)).toEqual(value === null ? null : value === 0 ? 0 : -value);
			})
		);
	});
});

describe('pool', () => {
	it('adds each count, and nothing to nothing', () => {
		expect(pool([])).toEqual({ positive: 0, neutral: 0, negative: 0 });
		expect(
			pool([
				{ positive: 1, neutral: 2, negative: 3 },
				{ positive: 10, neutral: 20, negative: 30 }
			])
		).toEqual({
			positive: 11,
			neutral: 22,
			negative: 33
		});
	});

	it('keeps the total', () => {
		fc.assert(
			fc.property(fc.array(anyCounts), (parts) => {
				expect(ratedTotal(pool(parts))).toBe(parts.reduce((sum, part) => sum + ratedTotal(part), 0));
			})
		);
	});
});

describe('tooSmall', () => {
	it.each([
		[0, 'none'],
		[9, 'none'],
		[10, 'interval'],
		[29, 'interval'],
		[30, 'ok']
	])('of %i is %s', (n, expected) => {
		expect(tooSmall(n)).toBe(expected);
	});
});
