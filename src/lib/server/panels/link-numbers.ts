import { pool } from '$lib/analytics/score';
import type { Answer, Distribution, SentimentSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { Score } from '$lib/filters/filters';
import type { BrandAnswers } from './ask';
import { keyNumbers, type KeyNumbers, type VolumeNumbers } from './key-numbers';
import { askDistribution, askSentiment, askVolume } from './overview';
import { keyNumbersPanel, volumeNumbersPanel } from './overview-numbers';
import { sentimentUnits } from './units';
import type { View } from './view';

const DAY = 86_400_000;

/** The numbers of one brand. */
export type BrandNumbers = { id: number; name: string; slot: number | null; numbers: KeyNumbers };

/** The headline numbers of a link. `volume` is null where the host did not answer. */
export type LinkNumbers = {
	score: Score;
	/** Days that have passed of the link's days, with the part of today. */
	days: number;
	numbers: KeyNumbers;
	volume: VolumeNumbers | null;
	brands: BrandNumbers[];
	/** Names of brands that could not be loaded. */
	missing: string[];
};

/**
 * A share of what was filtered by sentiment says nothing, so the headline numbers go without that filter; what the
 * link itself is compared with is no part of them.
 */
const headlineView = (view: View): View => ({
	...view,
	filters: { ...view.filters, sentiments: [] },
	compared: null
});

function brandNumbers(
	view: View,
	distribution: BrandAnswers<Distribution>,
	sentiment: Answer<BrandAnswers<SentimentSeries>> | null
): BrandNumbers[] {
	return distribution.answers.map(({ brand, value }) => {
		const own = sentiment?.value.answers.filter((answer) => answer.brand.id === brand.id) ?? [];
		const series = own.map((answer) => answer.value);
		const days = sentiment ? sentimentUnits(view, series, sentiment.asOf).complete : [];
		const { id, name, slot } = brand;
		return { id, name, slot, numbers: keyNumbers(pool(value.platforms), days, view.filters.score) };
	});
}

/**
 * Ask the headline numbers of a view, made as the overview makes them, without what only its charts need.
 * @throws the first brand's error when no brand answered
 */
export async function askLinkNumbers(client: CommunityClient, linked: View): Promise<Answer<LinkNumbers>> {
	const view = headlineView(linked);
	const [distribution, sentiment, volume] = await Promise.all([
		askDistribution(client, view),
		askSentiment(client, view).catch(() => null),
		askVolume(client, view).catch(() => null)
	]);
	const rated = keyNumbersPanel(view, { distribution, sentiment, earlier: null });
	const all =
		volume && sentiment
			? volumeNumbersPanel(view, { volume, sentiment, earlierVolume: null, earlierSentiment: null })
			: null;
	return {
		value: {
			score: view.filters.score,
			days: Math.max(0, Math.min(view.plan.range.end, view.now) - view.plan.range.start) / DAY,
			numbers: rated.value.numbers,
			volume: all?.value.numbers ?? null,
			brands: brandNumbers(view, distribution.value, sentiment),
			missing: rated.value.missing
		},
		asOf: Math.min(rated.asOf, all?.asOf ?? Infinity),
		stale: rated.stale || all?.stale === true
	};
}
