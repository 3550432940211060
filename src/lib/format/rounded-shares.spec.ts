import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent } from './numbers';
import { roundedShares } from './rounded-shares';

describe('roundedShares', () => {
	it.each([
		[
			[20, 100, 80],
			[10, 50, 40]
		],
		[
			[1, 1, 1],
			[33.4, 33.3, 33.3]
		],
		[
			[0, 0, 0],
			[0, 0, 0]
		],
		[
			[0, 0, 7],
			[0, 0, 100]
		],
		[
			[1, 0, 1],
			[50, 0, 50]
		],
		[
			[1, 2, 3],
			[16.7, 33.3, 50]
		],
		[
			[1, 1999],
			[0, 100]
		],
		[
			[1999, 1],
			[100, 0]
		],
		[[], []]
	])('of %j are %j', (counts, expected) => {
		expect(roundedShares(counts)).toEqual(expected);
	});

	it('add up to exactly 100.0, each within a tenth of its true share, in the order of the counts', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(2_000_000_000), { minLength: 1, maxLength: 12 }), (counts) => {
				const total = counts.reduce((sum, count) => sum + count, 0);
				const shares = roundedShares(counts);
				const tenths = shares.map((share) => Math.round(share * 10));
				expect(tenths.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 1000);
				for (const [index, count] of counts.entries()) {
					expect(Math.abs((shares[index] ?? NaN) - (total === 0 ? 0 : (count / total) * 100))).toBeLessThan(
						0.1 + 1e-9
					);
					for (const [other, otherCount] of counts.entries()) {
						if (count > otherCount) expect(tenths[index]).toBeGreaterThanOrEqual(tenths[other] ?? NaN);
					}
				}
			})
		);
	});

	it('print as numbers that add up, too', () => {
		fc.assert(
			fc.property(fc.tuple(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 5000 })), (counts) => {
				const printed = roundedShares(counts).map((share) => formatPercent(share));
				const tenths = printed.map((text) => Number(text.replace('.', '')));
				expect(tenths.reduce((sum, value) => sum + value, 0)).toBe(1000);
			})
		);
	});

	it('refuse a count that is negative or not a number', () => {
		expect(() => roundedShares([1, -2])).toThrow('A count is -2; shares take counts from 0 up.');
		expect(() => roundedShares([NaN])).toThrow(RangeError);
		expect(() => roundedShares([Infinity])).toThrow(RangeError);
	});

	it('are whole numbers that add up to 100 where a decimal would say too much', () => {
		expect(roundedShares([1, 1, 1], 0)).toEqual([34, 33, 33]);
		fc.assert(
			fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 8 }), (counts) => {
				const shares = roundedShares(counts, 0);
				expect(shares.every(Number.isInteger)).toBe(true);
				const sum = shares.reduce((before, share) => before + share, 0);
				expect(sum).toBe(counts.some((count) => count > 0) ? 100 : 0);
			})
		);
	});
});
