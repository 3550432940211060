import { netSentiment, pool, ratedTotal } from '$lib/analytics/score';
import type { Answer, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { Score } from '$lib/filters/filters';
import { askDistribution, askVolume } from './overview';
import type { View } from './view';

/** Net sentiment of one brand; `net` is null where nothing was rated. */
export type BrandNumber = {
	id: number;
	name: string;
	slot: number | null;
	rated: number;
	net: number | null;
};

/** The headline numbers of a link. Scores and coverage are fractions; `volume` is null where the host did not answer. */
export type LinkNumbers = {
	score: Score;
	/** Days that have passed of the link's days, with the part of today. */
	days: number;
	counts: SentimentCounts;
	rated: number;
	value: number | null;
	volume: number | null;
	coverage: number | null;
	brands: BrandNumber[];
	/** Names of brands that could not be loaded. */
	missing: string[];
};

const DAY = 86_400_000;

/** A share of what was filtered by sentiment says nothing, so the headline numbers go without that filter. */
const withoutSentiment = (view: View): View => ({ ...view, filters: { ...view.filters, sentiments: [] } });

/**
 * Ask the headline numbers of a view as the overview shows them, without what only its charts need.
 * @throws the first brand's error when no brand answered
 */
export async function askLinkNumbers(client: CommunityClient, filtered: View): Promise<Answer<LinkNumbers>> {
	const view = withoutSentiment(filtered);
	const [distribution, volume] = await Promise.all([
		askDistribution(client, view),
		askVolume(client, view).catch(() => null)
	]);
	const { answers, missing } = distribution.value;
	const counts = pool(answers.flatMap(({ value }) => value.platforms));
	const rated = ratedTotal(counts);
	const buckets = volume?.value.answers.flatMap(({ value }) => value.buckets);
	const total = buckets?.reduce((sum, bucket) => sum + bucket.total, 0) ?? null;
	const { score } = view.filters;
	const brands = answers.map(({ brand, value }): BrandNumber => {
		const own = pool(value.platforms);
		return { ...brand, rated: ratedTotal(own), net: netSentiment(own) };
	});
	return {
		value: {
			score,
			days: Math.max(0, Math.min(view.plan.range.end, view.now) - view.plan.range.start) / DAY,
			counts,
			rated,
			value: netSentiment(counts, score),
			volume: total,
			coverage: total === null || total === 0 ? null : Math.min(rated, total) / total,
			brands,
			missing: missing.map(({ name }) => name)
		},
		asOf: Math.min(distribution.asOf, volume?.asOf ?? Infinity),
		stale: distribution.stale || volume?.stale === true
	};
}
