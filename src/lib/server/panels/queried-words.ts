import { totalChange } from '$lib/analytics/change';
import { pool, ratedTotal } from '$lib/analytics/score';
import type { Answer, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { statisticsQuery } from './ask';
import type { Whole } from './dispersion';
import { spreadOfWord } from './keyword-table';
import { shownScore, shownShares, type ShownScore, type ShownShares } from './shown-numbers';
import type { View } from './view';

/**
 * How people feel whose messages have the words that a view is filtered for. Score and shares are null below ten rated
 * messages; so is what all other messages of the view are, of which the verdict tells whether these are surely better
 * or worse.
 */
export type QueriedWords = {
	rated: number;
	shares: ShownShares | null;
	score: ShownScore | null;
	others: { score: ShownScore; verdict: 'better' | 'worse' | 'alike' } | null;
};

/** The messages of the whole view without these; counted apart, so there can be a few less for a moment. */
const restOf = (whole: SentimentCounts, counts: SentimentCounts): SentimentCounts => ({
	negative: Math.max(0, whole.negative - counts.negative),
	neutral: Math.max(0, whole.neutral - counts.neutral),
	positive: Math.max(0, whole.positive - counts.positive)
});

/** Messages with the words beside those without, both as sure as their part of how much the days vary. */
export function queriedWords(view: View, counts: SentimentCounts, whole: Whole | null): QueriedWords {
	const { score: formula } = view.filters;
	const spread = spreadOfWord(counts, whole);
	const own = {
		rated: ratedTotal(counts),
		shares: shownShares(counts, spread),
		score: shownScore(counts, spread, formula)
	};
	if (whole === null) return { ...own, others: null };
	const rest = restOf(whole.counts, counts);
	const restSpread = spreadOfWord(rest, whole);
	const score = shownScore(rest, restSpread, formula);
	const found = totalChange({ counts, ...spread }, { counts: rest, ...restSpread }, formula);
	if (score === null || found === null) return { ...own, others: null };
	const isSure = found.verdict === 'clear' || found.verdict === 'likely';
	const verdict = !isSure ? 'alike' : found.difference > 0 ? 'better' : 'worse';
	return { ...own, others: { score, verdict } };
}

/**
 * One call: how people feel whose messages have the words that the view is filtered for. Null where it is filtered for
 * no words, and where it is filtered for sentiments, since their shares would only repeat the filter.
 */
export async function askQueried(
	client: CommunityClient,
	view: View
): Promise<Answer<SentimentCounts> | null> {
	const { filters, plan, brands } = view;
	if (filters.query === '' || filters.sentiments.length > 0) return null;
	const ids = brands.map(({ id }) => id);
	const query = ids.length === 0 ? null : statisticsQuery(filters, plan.range, ids);
	if (query === null) return null;
	const { value, ...age } = await client.sentimentDistribution(query);
	return { value: pool(value.platforms), ...age };
}
