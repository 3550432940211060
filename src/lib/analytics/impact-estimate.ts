import type { SentimentCounts } from '$lib/community/answers';

/** The three ways in which a campaign's effect is estimated, as links and exports name them. */
export type ImpactMethod = 'before-after' | 'difference-in-differences' | 'interrupted-series';

/**
 * The rated messages of one complete day. `day` is only compared with other days' names, so any name will do;
 * `weekday` is a number for each weekday. A day of which nothing is known has no messages.
 */
export type DayCounts = SentimentCounts & { day: string; weekday: number };

/** The complete days before a start and those since, each in a row without gaps, in order of time. */
export type ImpactDays = { before: readonly DayCounts[]; after: readonly DayCounts[] };

/**
 * What has to be known beside an estimate. `pre-trend`: the brands already moved differently before the start
 * (p < .10). `short-baseline`: fewer than 14 days before the start, so nobody can tell whether they moved alike.
 */
export type EstimateWarning = 'pre-trend' | 'short-baseline';

/**
 * What one method says of a campaign: a difference of net sentiment (P−N)/(P+U+N) as a fraction, −2 to 2.
 *
 * `low` and `high` are the fixed 95 % interval, estimate ± t · `standardError` with `degreesOfFreedom`; the peek limits
 * hold however often one looks from day 7 on, and never lie inside the fixed ones. Limits are not clipped. Messages
 * and days are those of the brands under test; a day counts when it has rated messages, and in a comparison when
 * both sides do.
 */
export type ImpactEstimate = {
	method: ImpactMethod;
	estimate: number;
	low: number;
	high: number;
	peekLow: number;
	peekHigh: number;
	standardError: number;
	degreesOfFreedom: number;
	nBefore: number;
	nAfter: number;
	daysBefore: number;
	daysAfter: number;
	warnings: EstimateWarning[];
};

/** The limits about an estimate; the ones that hold under daily looks are never the narrower ones. */
export function limitsAbout(
	estimate: number,
	half: number,
	peekHalf: number
): Pick<ImpactEstimate, 'estimate' | 'low' | 'high' | 'peekLow' | 'peekHigh'> {
	const wider = Math.max(half, peekHalf);
	return {
		estimate,
		low: estimate - half,
		high: estimate + half,
		peekLow: estimate - wider,
		peekHigh: estimate + wider
	};
}
