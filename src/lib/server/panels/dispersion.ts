import { overdispersion, type Dispersion } from '$lib/analytics/overdispersion';
import { ratedTotal } from '$lib/analytics/score';
import type { Answer, SentimentCounts, SentimentSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { statisticsQuery } from './ask';
import { sentimentUnits } from './units';
import type { View } from './view';

/**
 * All messages of a view, whatever words and sentiments it is filtered for. Their days tell how alike messages of one
 * day are, and so how sure the score of any one word among them is: in the list, beside the same list filtered for
 * the word, and on the word's own page it is the same.
 */
export const wholeView = (view: View): View => ({
	...view,
	filters: { ...view.filters, query: '', sentiments: [] }
});

/** What is known of all messages of a view: how much their days vary, and what they are together. */
export type Whole = Dispersion & { counts: SentimentCounts };

/** How much the days of a whole view vary in sentiment, of what its brands answered. */
export function dispersionOf(view: View, series: readonly SentimentSeries[], asOf: number): Whole {
	const { total, complete } = sentimentUnits(view, series, asOf);
	return { phi: Math.max(1, overdispersion(complete)), rated: ratedTotal(total), counts: total };
}

/** One call for all brands together: how much the days of the whole view vary in sentiment. */
export async function askDispersion(client: CommunityClient, view: View): Promise<Answer<Whole>> {
	const { filters, plan, brands } = wholeView(view);
	const ids = brands.map(({ id }) => id);
	const query = ids.length === 0 ? null : statisticsQuery(filters, plan.range, ids);
	if (query === null) return { value: dispersionOf(view, [], view.now), asOf: view.now, stale: false };
	const { scale, bucketMinutes } = plan;
	const minutes = bucketMinutes === null ? {} : { bucket_minutes: bucketMinutes };
	const { value, ...age } = await client.sentimentSeries({ ...query, scale, ...minutes });
	return { value: dispersionOf(view, [value], age.asOf), ...age };
}
