import { pool, ratedTotal } from '$lib/analytics/score';
import type { Answer, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { statisticsQuery } from './ask';
import { shownScore, shownShares, type ShownScore, type ShownShares } from './shown-numbers';
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
	/** Null below ten rated messages, as is the score. */
	shares: ShownShares | null;
	score: ShownScore | null;
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
	return {
		counts,
		rated: ratedTotal(counts),
		volume,
		shares: shownShares(counts, days),
		score: shownScore(counts, days, view.filters.score)
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
