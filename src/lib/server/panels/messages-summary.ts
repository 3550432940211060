import { pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval } from '$lib/analytics/score-interval';
import type { Answer, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { roundedShares } from '$lib/format/rounded-shares';
import type { Triple } from '$lib/charts/chart-data';
import { statisticsQuery } from './ask';
import { sentimentUnits } from './units';
import type { View } from './view';

/**
 * What the statistics say about the listed messages, whatever their sentiment: a share of what was filtered by
 * sentiment says nothing. `volume` counts the unrated ones too, and is null where the host did not tell.
 */
export type MessagesSummary = {
	counts: SentimentCounts;
	rated: number;
	volume: number | null;
	/** Per cent, together 100.0; null below ten rated messages, as is the score. */
	shares: Triple | null;
	score: { value: number; low: number; high: number } | null;
};

const NOTHING: SentimentCounts = { negative: 0, neutral: 0, positive: 0 };

/**
 * The summary of counts under the score that the view names.
 * @param days the complete days among them: the interval is as wide as the overview's of the same messages
 */
export function summaryOf(
	view: View,
	counts: SentimentCounts,
	volume: number | null,
	days: readonly SentimentCounts[] = []
): MessagesSummary {
	const rated = ratedTotal(counts);
	const enough = tooSmall(rated) !== 'none';
	const interval = enough ? scoreInterval(counts, days, view.filters.score) : null;
	return {
		counts,
		rated,
		volume,
		shares: enough ? (roundedShares([counts.negative, counts.neutral, counts.positive]) as Triple) : null,
		score: interval && { value: interval.estimate, low: interval.low, high: interval.high }
	};
}

/**
 * One pooled question for the sentiments, one for how they differ between the days, and one for how many interactions
 * there are in all.
 */
export async function askMessagesSummary(
	client: CommunityClient,
	view: View
): Promise<Answer<MessagesSummary>> {
	const ids = view.brands.map((brand) => brand.id);
	const filters = { ...view.filters, sentiments: [] };
	const query = ids.length === 0 ? null : statisticsQuery(filters, view.plan.range, ids);
	if (query === null) return { value: summaryOf(view, NOTHING, 0), asOf: view.now, stale: false };
	const { scale, bucketMinutes } = view.plan;
	const series = { ...query, scale, ...(bucketMinutes === null ? {} : { bucket_minutes: bucketMinutes }) };
	const [distribution, sentiment, volume] = await Promise.all([
		client.sentimentDistribution(query),
		client.sentimentSeries(series).catch(() => null),
		client.volumeSeries(series).catch(() => null)
	]);
	const days = sentiment ? sentimentUnits(view, [sentiment.value], sentiment.asOf).complete : [];
	const total = volume?.value.buckets.reduce((sum, bucket) => sum + bucket.total, 0) ?? null;
	const parts = [distribution, ...(volume ? [volume] : [])];
	return {
		value: summaryOf(view, pool(distribution.value.platforms), total, days),
		asOf: Math.min(...parts.map((part) => part.asOf)),
		stale: parts.some((part) => part.stale)
	};
}
