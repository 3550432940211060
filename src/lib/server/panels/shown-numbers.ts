import { ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval, shareInterval, type Spread } from '$lib/analytics/score-interval';
import type { Triple } from '$lib/charts/chart-data';
import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { decimalsOf } from '$lib/format/numbers';
import { roundedShares } from '$lib/format/rounded-shares';

/** A score as a fraction with its 95 % interval, and how many decimals that interval supports. */
export type ShownScore = { value: number; low: number; high: number; decimals: 0 | 1 };

/** The shares of negative, neutral and positive in per cent, rounded so that as printed they add up to 100. */
export type ShownShares = { values: Triple; decimals: 0 | 1 };

/**
 * The score of some messages as every part of a page prints it: the sentence on top, the tile, the end of a line, a
 * table and the list of brands round the same number the same way, since they all take it from here.
 * @param spread the complete days among the counts, which widen the interval by how much they differ, or the φ of a word
 * @returns null below ten rated messages, where nothing is said
 * @example shownScore({ positive: 80, neutral: 100, negative: 20 }, [], 'net') // 0.3, from 0.21 to 0.38, no decimal
 */
export function shownScore(
	counts: SentimentCounts,
	spread: Spread<SentimentCounts>,
	score: Score
): ShownScore | null {
	return tooSmall(ratedTotal(counts)) === 'none' ? null : printedScore(counts, spread, score);
}

/**
 * The same of any number of messages, for those who say themselves that there are too few. Where the score is the
 * share of positive messages, it is the third of the three shares, which are rounded together: it stands beside them,
 * and 16 % in one place must not be 15 % in another.
 * @returns null where the score's denominator is 0
 * @example printedScore({ positive: 6, neutral: 20, negative: 13 }, [], 'positive') // 0.16 and not 0.15
 */
export function printedScore(
	counts: SentimentCounts,
	spread: Spread<SentimentCounts>,
	score: Score
): ShownScore | null {
	const interval = scoreInterval(counts, spread, score);
	if (interval === null) return null;
	const { estimate, low, high } = interval;
	const shares = score === 'positive' ? shownShares(counts, spread) : null;
	if (shares) return { value: shares.values[2] / 100, low, high, decimals: shares.decimals };
	return { value: estimate, low, high, decimals: decimalsOf(interval) };
}

/**
 * The three shares of some messages as every part of a page prints them. They stand beside each other, so they have a
 * decimal together or not at all: where the widest of their intervals supports one.
 * @param spread the complete days among the counts, or the φ of a word
 * @returns null below ten rated messages
 * @example shownShares({ positive: 80, neutral: 100, negative: 20 }, []) // { values: [10, 50, 40], decimals: 0 }
 */
export function shownShares(
	{ negative, neutral, positive }: SentimentCounts,
	spread: Spread<SentimentCounts>
): ShownShares | null {
	const counts = { negative, neutral, positive };
	const n = ratedTotal(counts);
	if (tooSmall(n) === 'none') return null;
	const isFine = (['negative', 'neutral', 'positive'] as const).every((sentiment) => {
		const byDay = 'phi' in spread ? spread : spread.map((day) => ({ x: day[sentiment], n: ratedTotal(day) }));
		return decimalsOf(shareInterval(counts[sentiment], n, byDay)) === 1;
	});
	const decimals = isFine ? 1 : 0;
	return { values: roundedShares([negative, neutral, positive], decimals) as Triple, decimals };
}
