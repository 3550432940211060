import { Z } from '$lib/analytics/interval';
import { shareInterval, type ShownInterval } from '$lib/analytics/score-interval';
import { ratedTotal } from '$lib/analytics/score';
import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { printedScore, shownShares, type ShownScore, type ShownShares } from './shown-numbers';
import type { Units } from './units';

/** A value with its 95 % interval, all in one unit. */
export type Estimate = { value: number; low: number; high: number };

/** The key numbers of what was rated. Shares and scores are fractions; estimates are null where nothing was rated. */
export type KeyNumbers = {
	rated: number;
	counts: SentimentCounts;
	score: ShownScore | null;
	negative: Estimate | null;
	positive: Estimate | null;
	/** The three shares as they are printed; null below ten rated messages. */
	shares: ShownShares | null;
	/** Mean a unit with its interval, over complete units; null below seven of them. */
	ratedPerUnit: Estimate | null;
};

/** The key numbers that need the volume as well, of which coverage is null where there was none. */
export type VolumeNumbers = {
	volume: number;
	coverage: Estimate | null;
	volumePerUnit: Estimate | null;
};

const FEWEST_UNITS = 7;

/** The mean of counts over units, with its 95 % interval from how much they differ; the unit is one observation. */
function meanEstimate(counts: readonly number[]): Estimate | null {
	if (counts.length < FEWEST_UNITS) return null;
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
	const half = Z * Math.sqrt(variance / counts.length);
	return { value: mean, low: Math.max(0, mean - half), high: mean + half };
}

const estimateOf = (interval: ShownInterval | null): Estimate | null =>
	interval && { value: interval.estimate, low: interval.low, high: interval.high };

/** One sentiment of the counts of a whole range and of its complete units, as shares. */
export const sharesOf = (
	sentiment: keyof SentimentCounts,
	counts: SentimentCounts,
	units: readonly SentimentCounts[]
) => ({
	x: counts[sentiment],
	n: ratedTotal(counts),
	days: units.map((unit) => ({ x: unit[sentiment], n: ratedTotal(unit) }))
});

/**
 * The key numbers from the counts of a whole range and of its complete units, from which the differences between
 * days are learned.
 */
export function keyNumbers(
	counts: SentimentCounts,
	units: readonly SentimentCounts[],
	score: Score
): KeyNumbers {
	const share = (sentiment: keyof SentimentCounts) => {
		const { x, n, days } = sharesOf(sentiment, counts, units);
		return estimateOf(shareInterval(x, n, days));
	};
	return {
		rated: ratedTotal(counts),
		counts,
		score: printedScore(counts, units, score),
		negative: share('negative'),
		positive: share('positive'),
		shares: shownShares(counts, units),
		ratedPerUnit: meanEstimate(units.map(ratedTotal))
	};
}

/** Rated messages as a share of all interactions; counted apart, so there can be more of them for a moment. */
export const coverageOf = (rated: Units<number>, volume: Units<number>) => ({
	x: Math.min(rated.total, volume.total),
	n: volume.total,
	days: volume.complete.map((n, index) => ({ x: Math.min(n, rated.complete[index] ?? 0), n }))
});

/** The key numbers that need the volume, from totals and complete units. */
export function volumeNumbers(rated: Units<number>, volume: Units<number>): VolumeNumbers {
	const { x, n, days } = coverageOf(rated, volume);
	return {
		volume: volume.total,
		coverage: estimateOf(shareInterval(x, n, days)),
		volumePerUnit: meanEstimate(volume.complete)
	};
}
