import { Z } from '$lib/analytics/interval';
import { scoreInterval, shareInterval, type ShownInterval } from '$lib/analytics/score-interval';
import { ratedTotal } from '$lib/analytics/score';
import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';

/** A value with its 95 % interval, all in one unit. */
export type Estimate = { value: number; low: number; high: number };

/**
 * The key numbers of a view. Shares and scores are fractions. `volume` is null where the host did not answer;
 * estimates are null where nothing was rated.
 */
export type KeyNumbers = {
	rated: number;
	volume: number | null;
	counts: SentimentCounts;
	score: Estimate | null;
	negative: Estimate | null;
	positive: Estimate | null;
	coverage: Estimate | null;
	/** Mean a bucket with its interval, over complete buckets; null below seven of them. */
	ratedPerBucket: Estimate | null;
	volumePerBucket: Estimate | null;
};

const FEWEST_BUCKETS = 7;

/** The mean of counts over buckets, with its 95 % interval from how much they differ; the bucket is the unit. */
export function meanEstimate(counts: readonly number[]): Estimate | null {
	if (counts.length < FEWEST_BUCKETS) return null;
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
	const half = Z * Math.sqrt(variance / counts.length);
	return { value: mean, low: Math.max(0, mean - half), high: mean + half };
}

const estimateOf = (interval: ShownInterval | null): Estimate | null =>
	interval && { value: interval.estimate, low: interval.low, high: interval.high };

function share(x: number, n: number, parts: readonly { x: number; n: number }[]): Estimate | null {
	return estimateOf(shareInterval(x, n, parts));
}

type Input = {
	counts: SentimentCounts;
	/** Counts of the complete buckets, from which the differences between days are learned. */
	buckets: readonly SentimentCounts[];
	volume: { total: number; buckets: readonly number[]; rated: readonly number[] } | null;
	score: Score;
};

/** The key numbers from the counts of a whole range and of its complete buckets. */
export function keyNumbers({ counts, buckets, volume, score }: Input): KeyNumbers {
	const n = ratedTotal(counts);
	return {
		rated: n,
		volume: volume?.total ?? null,
		counts,
		score: estimateOf(scoreInterval(counts, buckets, score)),
		negative: share(
			counts.negative,
			n,
			buckets.map((bucket) => ({ x: bucket.negative, n: ratedTotal(bucket) }))
		),
		positive: share(
			counts.positive,
			n,
			buckets.map((bucket) => ({ x: bucket.positive, n: ratedTotal(bucket) }))
		),
		coverage:
			volume === null || volume.total === 0
				? null
				: share(
						Math.min(n, volume.total),
						volume.total,
						volume.buckets.map((total, index) => ({ x: Math.min(total, volume.rated[index] ?? 0), n: total }))
					),
		ratedPerBucket: meanEstimate(buckets.map(ratedTotal)),
		volumePerBucket: volume === null ? null : meanEstimate(volume.buckets)
	};
}
