import { chiSquareQuantile, gammaAbove, gammaBelow } from './special-functions';

/**
 * The exact limits of a Poisson mean after a count: half the chi-square quantiles with 2x and 2x + 2 degrees of
 * freedom.
 * Source: Garwood, Biometrika 28 (1936) 437–442.
 * @param count a whole number from 0
 * @param alpha the probability of both sides together
 * @example poissonLimits(5) // { low: 1.623486, high: 11.668332 }
 */
export function poissonLimits(count: number, alpha = 0.05): { low: number; high: number } {
	return {
		low: count === 0 ? 0 : chiSquareQuantile(alpha / 2, 2 * count) / 2,
		high: chiSquareQuantile(1 - alpha / 2, 2 * count + 2) / 2
	};
}

/**
 * How likely a count at least this far from a Poisson mean is: twice the smaller tail. It falls below `alpha` exactly
 * where the mean lies outside `poissonLimits(count, alpha)`.
 * @example poissonTails(0, 3.688879) // 0.05
 */
export function poissonTails(count: number, mean: number): number {
	const atMost = gammaAbove(count + 1, mean);
	const atLeast = count === 0 ? 1 : gammaBelow(count, mean);
	return Math.min(1, 2 * Math.min(atMost, atLeast));
}
