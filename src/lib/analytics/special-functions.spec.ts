import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poissonLimits, poissonTails } from './poisson-limits';
import { chiSquareQuantile, gammaAbove, gammaBelow } from './special-functions';

/** The Poisson sum that the incomplete gamma function is equal to, added term by term from the smallest. */
function poissonAtMost(count: number, mean: number): number {
	const terms: number[] = [];
	let term = Math.exp(-mean);
	for (let k = 0; k <= count; k += 1) {
		terms.push(term);
		term *= mean / (k + 1);
	}
	return terms.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

describe('the incomplete gamma function', () => {
	test('is the Poisson sum for whole numbers', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 60 }),
				fc.double({ min: 0.01, max: 90, noNaN: true }),
				(k, mean) => {
					const sum = poissonAtMost(k, mean);
					expect(Math.abs(gammaAbove(k + 1, mean) / sum - 1)).toBeLessThan(1e-11);
					expect(Math.abs(gammaBelow(k + 1, mean) + gammaAbove(k + 1, mean) - 1)).toBeLessThan(1e-13);
				}
			)
		);
	});

	test('keeps its digits in the far tail', () => {
		expect(gammaAbove(1, 40) / Math.exp(-40)).toBeCloseTo(1, 12);
		expect(gammaBelow(3, 1e-4) / (1e-12 / 6)).toBeCloseTo(1, 3);
	});
});

describe('the quantile of chi-square', () => {
	test.each([
		[0.95, 1, 3.841458820694124],
		[0.975, 1, 5.023886187314888],
		[0.95, 10, 18.307038053275146],
		[0.025, 10, 3.2469727802368413],
		[0.975, 2, -2 * Math.log(0.025)],
		[0.5, 2, 2 * Math.LN2],
		[0.99, 100, 135.80672317102676]
	])('of %s with %s degrees of freedom is the one of the tables', (p, df, value) => {
		expect(Math.abs(chiSquareQuantile(p, df) / value - 1)).toBeLessThan(1e-11);
	});

	test('is undone by the probability', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
				fc.integer({ min: 1, max: 200 }),
				(p, df) => {
					expect(Math.abs(gammaBelow(df / 2, chiSquareQuantile(p, df) / 2) - p)).toBeLessThan(1e-12);
				}
			)
		);
	});
});

describe('the exact limits of a Poisson mean', () => {
	test('are those that Garwood printed', () => {
		expect(poissonLimits(0).low).toBe(0);
		expect(poissonLimits(0).high).toBeCloseTo(3.688879, 6);
		expect(poissonLimits(5).low).toBeCloseTo(1.623486, 6);
		expect(poissonLimits(5).high).toBeCloseTo(11.668332, 6);
	});

	test('are where the tails of the sum reach 2.5 %', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 80 }), (count) => {
				const { low, high } = poissonLimits(count);
				expect(poissonAtMost(count, high)).toBeCloseTo(0.025, 10);
				expect(1 - poissonAtMost(count - 1, low)).toBeCloseTo(0.025, 10);
			})
		);
	});

	test('exclude a mean exactly where its tails are under 5 %', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 60 }),
				fc.double({ min: 0.05, max: 90, noNaN: true }),
				(count, mean) => {
					const { low, high } = poissonLimits(count);
					fc.pre(Math.abs(mean - low) > 1e-6 && Math.abs(mean - high) > 1e-6);
					expect(poissonTails(count, mean) < 0.05).toBe(mean < low || mean > high);
				}
			)
		);
	});
});
