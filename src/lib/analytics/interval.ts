import type { SentimentCounts } from '$lib/community/answers';

/** The 97.5 % quantile of the normal distribution: intervals are 95 % unless another z is given. */
export const Z = 1.959963984540054;

/** An estimate with its limits. Limits are not clipped unless the function says so. */
export type Estimate = { estimate: number; low: number; high: number };

/**
 * An interval for one share x of n.
 * Source: Wilson (1927); Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3.
 * @param x how many of them, from 0 to n
 * @param n how many there are; with n = 0 nothing is known: estimate NaN, limits 0 and 1
 * @example wilson(81, 263) // { estimate: 0.308, low: 0.255289, high: 0.366210 }
 */
export function wilson(x: number, n: number, z: number = Z): Estimate {
	if (n === 0) return { estimate: NaN, low: 0, high: 1 };
	const centre = (x + (z * z) / 2) / (n + z * z);
	const half = (z * Math.sqrt((x * (n - x)) / n + (z * z) / 4)) / (n + z * z);
	// At the ends the limit is 0 or 1 by algebra; rounding must not leave a hair beside it.
	return { estimate: x / n, low: x === 0 ? 0 : centre - half, high: x === n ? 1 : centre + half };
}

/** Net sentiment with its adjusted interval; `centre` is what the interval lies around. */
export type NetEstimate = Estimate & { centre: number; standardError: number };

/**
 * Net sentiment (P−N)/(P+U+N) with the adjusted Wald interval: ¾ is added to P and to N and 1½ to U before the
 * variance [(P+N)/n − s²]/n is taken. The limits can leave [−1, 1], since differences need them whole.
 * Source: Rocks, The American Statistician 70 (2016) 365–372.
 * @returns `estimate` from the plain counts (NaN when there are none); centre, error and limits from the adjusted
 * @example adjustedWald({ positive: 80, neutral: 100, negative: 20 }) // 0.3, from 0.207200 to 0.383933
 */
export function adjustedWald(counts: SentimentCounts, z: number = Z): NetEstimate {
	const { positive, neutral, negative } = counts;
	const adjusted = { positive: positive + 0.75, neutral: neutral + 1.5, negative: negative + 0.75 };
	const { centre, standardError } = netMoments(adjusted);
	const estimate = (positive - negative) / (positive + neutral + negative);
	return {
		estimate,
		centre,
		standardError,
		low: centre - z * standardError,
		high: centre + z * standardError
	};
}

/** Mean and standard error of the scores −1, 0 and 1 in the counts. */
function netMoments({ positive, neutral, negative }: SentimentCounts): {
	centre: number;
	standardError: number;
} {
	const n = positive + neutral + negative;
	const centre = (positive - negative) / n;
	const variance = ((positive + negative) / n - centre * centre) / n;
	return { centre, standardError: Math.sqrt(variance) };
}

/** The same interval, its half-width about its middle multiplied by a factor of at least 1. */
export function widen<T extends Estimate>(interval: T, factor: number): T {
	const middle = (interval.low + interval.high) / 2;
	const half = ((interval.high - interval.low) / 2) * Math.max(1, factor);
	return { ...interval, low: middle - half, high: middle + half };
}

/** The same interval with its limits kept between two bounds: for display only. */
export function clip<T extends Estimate>(interval: T, least: number, most: number): T {
	return {
		...interval,
		low: Math.min(most, Math.max(least, interval.low)),
		high: Math.max(least, Math.min(most, interval.high))
	};
}
