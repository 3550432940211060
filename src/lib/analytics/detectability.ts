import type { SentimentCounts } from '$lib/community/answers';
import { dayMean } from './before-after';
import { peekProofHalf, PLANNED_DAYS, FIRST_LOOK } from './confidence-sequence';
import { Z } from './interval';
import { normalQuantile } from './normal';

/** How often an effect of the smallest detectable size would be found. */
const POWER = 0.8;

/**
 * The smallest difference of net sentiment between two periods of n rated messages each that would be found four times
 * in five: (z.975 + z.80) · √(2·[(P+N)/n − s²]/n) · √max(1, φ).
 * Source: the power of a normal difference, e.g. Cohen, Statistical Power Analysis (1988), section 2.4.
 * @param n rated messages in each period, over 0
 * @param ratedShare (P+N)/n, the share of messages that are positive or negative
 * @param net s, net sentiment as a fraction
 * @param phi by how much more days vary than comments explain, see `overdispersion`
 * @example smallestDifference(500, 0.6, 0.2) // 0.1326
 */
export function smallestDifference(n: number, ratedShare: number, net: number, phi = 1): number {
	const variance = (2 * (ratedShare - net ** 2) * Math.max(1, phi)) / n;
	return (Z + normalQuantile(POWER)) * Math.sqrt(variance);
}

/** The deviation of a day's net sentiment, as the days before a start show it, and how many they are. */
export type DayDeviation = { deviation: number; days: number };

/**
 * How much net sentiment differs between days, from days before a start; see `dayMean`.
 * @returns null when fewer than two days have rated messages
 * @example dayDeviation(days) // { deviation: 0.073, days: 28 }
 */
export function dayDeviation(days: readonly SentimentCounts[]): DayDeviation | null {
	const mean = dayMean(days);
	return mean === null ? null : { deviation: Math.sqrt(mean.variance * mean.days), days: mean.days };
}

/**
 * The smallest difference that `days` days against the baseline would show four times in five, in the fixed interval.
 * @example smallestAfter({ deviation: 0.073, days: 28 }, 14) // 0.067
 */
export function smallestAfter({ deviation, days: baseline }: DayDeviation, days: number): number {
	return (Z + normalQuantile(POWER)) * deviation * Math.sqrt(1 / days + 1 / baseline);
}

/**
 * The same for somebody who looks every day: the peek-proof half-width of that day and z.80 standard errors more.
 * @example smallestUnderPeeking({ deviation: 0.073, days: 28 }, 14) // 0.084
 */
export function smallestUnderPeeking(
	{ deviation, days: baseline }: DayDeviation,
	days: number,
	planned: number = PLANNED_DAYS
): number {
	const standardError = deviation * Math.sqrt(1 / days + 1 / baseline);
	return peekProofHalf(deviation, days, baseline, planned) + normalQuantile(POWER) * standardError;
}

/**
 * “You will know by day …”: the first day, from the first look on, after which a difference of this size would be
 * found four times in five by somebody who looks every day.
 * @param effect the size of the difference, over 0, as a fraction
 * @param most no later day is asked for
 * @returns null when it would not be by day `most`
 * @example daysUntilSeen({ deviation: 0.073, days: 28 }, 0.1, 28) // 11
 */
export function daysUntilSeen(
	baseline: DayDeviation,
	effect: number,
	most: number,
	planned: number = PLANNED_DAYS
): number | null {
	for (let day = FIRST_LOOK; day <= most; day += 1) {
		if (smallestUnderPeeking(baseline, day, planned) <= Math.abs(effect)) return day;
	}
	return null;
}
