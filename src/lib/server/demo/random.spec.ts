import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulative, normal, pick, pickIndex, poisson, randomOf } from './random';

const draw = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function variance(values: readonly number[]): number {
	const centre = mean(values);
	return mean(values.map((value) => (value - centre) ** 2));
}

describe('random numbers by name', () => {
	it('gives the same stream for the same name and another one for any other name', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				const first = draw(5, randomOf('seed', one));
				expect(draw(5, randomOf('seed', one))).toEqual(first);
				if (one !== other) expect(draw(5, randomOf('seed', other))).not.toEqual(first);
			})
		);
	});

	it('stays in [0, 1) and spreads evenly over ten bins, also over the first numbers of neighbouring names', () => {
		const bins = new Array<number>(10).fill(0);
		for (let index = 0; index < 20_000; index++) {
			const value = randomOf('seed', String(index))();
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThan(1);
			bins[Math.floor(value * 10)] = (bins[Math.floor(value * 10)] ?? 0) + 1;
		}
		const chiSquare = bins.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0);
		// The 99.9 % quantile of chi-square with 9 degrees of freedom is 27.88.
		expect(chiSquare).toBeLessThan(27.88);
	});

	it('draws normal numbers with mean 0 and variance 1', () => {
		const random = randomOf('normal');
		const values = draw(40_000, () => normal(random));
		expect(mean(values)).toBeCloseTo(0, 1);
		expect(variance(values)).toBeCloseTo(1, 1);
	});

	it.each([0.2, 4, 29.9, 95])('draws Poisson counts whose mean and variance are %f', (expected) => {
		const random = randomOf('poisson', String(expected));
		const counts = draw(20_000, () => poisson(random, expected));
		const standardError = Math.sqrt(expected / counts.length);
		expect(Math.abs(mean(counts) - expected)).toBeLessThan(4 * standardError);
		expect(variance(counts) / expected).toBeGreaterThan(0.95);
		expect(variance(counts) / expected).toBeLessThan(1.05);
	});

	it('draws no interactions from a mean of zero', () => {
		expect(poisson(randomOf('nothing'), 0)).toBe(0);
	});

	it('picks an index in proportion to its weight and never one without weight', () => {
		const random = randomOf('weights');
		const sums = cumulative([1, 0, 3]);
		const counts = [0, 0, 0];
		for (let index = 0; index < 8_000; index++) {
			const picked = pickIndex(random, sums);
			counts[picked] = (counts[picked] ?? 0) + 1;
		}
		expect(counts[1]).toBe(0);
		expect((counts[2] ?? 0) / 8_000).toBeCloseTo(0.75, 1);
	});

	it('picks items of a list only', () => {
		const random = randomOf('pick');
		expect(new Set(draw(200, () => pick(random, ['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
	});
});
