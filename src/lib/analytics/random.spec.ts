import { describe, expect, it } from 'vitest';
import { binomialFrom, multinomialFrom, normalFrom, seeded } from './random';

const moments = (values: readonly number[]) => {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
};
const draws = (seed: number, count: number, draw: (random: () => number) => number) => {
	const random = seeded(seed);
	return Array.from({ length: count }, () => draw(random));
};

describe('seeded random numbers', () => {
	it('are the same for the same seed, others for another, and spread evenly', () => {
		const numbers = draws(7, 20_000, (random) => random());
		expect(draws(7, 20_000, (random) => random())).toEqual(numbers);
		expect(draws(8, 1, (random) => random())[0]).not.toBe(numbers[0]);
		expect(moments(numbers).mean).toBeCloseTo(0.5, 2);
		expect(moments(numbers).variance).toBeCloseTo(1 / 12, 2);
	});

	it('make normal values of mean 0 and variance 1', () => {
		const { mean, variance } = moments(draws(3, 20_000, normalFrom));
		expect(Math.abs(mean)).toBeLessThan(0.03);
		expect(Math.abs(variance - 1)).toBeLessThan(0.05);
	});

	it.each([
		{ n: 20, probability: 0.05 },
		{ n: 20, probability: 0.9 },
		{ n: 300, probability: 0.4 },
		{ n: 50_000, probability: 0.3 }
	])('make binomial counts with the moments of n = $n, p = $probability', ({ n, probability }) => {
		const counts = draws(n, 10_000, (random) => binomialFrom(random, n, probability));
		const expected = n * probability * (1 - probability);
		const { mean, variance } = moments(counts);
		expect(Math.abs(mean - n * probability)).toBeLessThan(4 * Math.sqrt(expected / counts.length));
		expect(Math.abs(variance / expected - 1)).toBeLessThan(0.08);
		expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...counts)).toBeLessThanOrEqual(n);
	});

	it('count nothing of nothing, and everything of the certain', () => {
		expect(binomialFrom(seeded(1), 0, 0.4)).toBe(0);
		expect(binomialFrom(seeded(1), 9, 0)).toBe(0);
		expect(binomialFrom(seeded(1), 9, 1)).toBe(9);
	});

	it('share things out without losing one', () => {
		const random = seeded(5);
		const sums = [0, 0, 0];
		for (let run = 0; run < 4000; run += 1) {
			const drawn = multinomialFrom(random, 50, [0.2, 0, 0.8]);
			expect(drawn[0]! + drawn[1]! + drawn[2]!).toBe(50);
			drawn.forEach((count, k) => (sums[k]! += count));
		}
		expect(sums[1]).toBe(0);
		expect(sums[0]! / 4000).toBeCloseTo(10, 0);
	});
});
