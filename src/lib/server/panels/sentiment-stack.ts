import type { SentimentStackData } from '$lib/charts/chart-data';
import type { SentimentSeries } from '$lib/community/answers';
import { drawnChart, isOneSided } from '$lib/filters/one-sided';
import { answeredBuckets, gapsOf, whereKnown } from './answered-buckets';
import type { BrandAnswers } from './ask';
import { withCampaigns } from './campaign-bands';
import { shownShares } from './shown-numbers';
import { countsByBucket } from './tally';
import { timelineOf } from './timeline';
import type { View } from './view';

/** Negative, neutral and positive messages of each bucket, over all brands of the view. */
export function sentimentStack(
	view: View,
	{ answers }: BrandAnswers<SentimentSeries>,
	asOf: number
): SentimentStackData {
	const series = answers.map((answer) => answer.value);
	const answered = answeredBuckets(view, series);
	const gaps = gapsOf(view, answered, asOf);
	const counts = whereKnown(view, answered, asOf, countsByBucket(view, series));
	return {
		locale: view.locale,
		mode: drawnChart(view.filters) === 'share' ? 'share' : 'count',
		...(isOneSided(view.filters) && { only: view.filters.sentiments }),
		timeline: timelineOf(view, asOf),
		...withCampaigns(view),
		negative: counts.map((bucket) => bucket && bucket.negative),
		neutral: counts.map((bucket) => bucket && bucket.neutral),
		positive: counts.map((bucket) => bucket && bucket.positive),
		decimals: counts.map((bucket) => (bucket && shownShares(bucket, [])?.decimals) ?? 0),
		...(gaps.length > 0 && { gaps })
	};
}
