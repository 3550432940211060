import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { adjustedWald, clip, widen, wilson, type Estimate } from './interval';
import { overdispersion, shareOverdispersion, type ShareCounts } from './overdispersion';
import { ratedTotal } from './score';

/** An interval for display, with the number behind it and the φ by whose root it was widened (never under 1). */
export type ShownInterval = Estimate & { n: number; phi: number };

/** How much more than chance a period varies: its days tell, or φ is known from elsewhere, as for a keyword. */
export type Spread<T> = readonly T[] | { phi: number };

const phiOf = <T>(spread: Spread<T>, byDays: (days: readonly T[]) => number): number =>
	Math.max(1, 'phi' in spread ? spread.phi : byDays(spread));

/**
 * Net sentiment (N1) with its 95 % interval, widened by √max(1, φ) over the days and clipped to [−1, 1] for
 * display. Null when nothing is rated.
 * @param counts the whole period
 * @param spread the same period by day, or its φ; without days no widening
 * @example netInterval({ positive: 80, neutral: 100, negative: 20 }, []) // 0.3, from 0.2072 to 0.3839, n 200
 */
export function netInterval(counts: SentimentCounts, spread: Spread<SentimentCounts>): ShownInterval | null {
	const n = ratedTotal(counts);
	if (n === 0) return null;
	const phi = phiOf(spread, overdispersion);
	const { estimate, low, high } = clip(widen(adjustedWald(counts), Math.sqrt(phi)), -1, 1);
	return { estimate, low, high, n, phi };
}

/**
 * A share x of n with its 95 % Wilson interval, widened by √max(1, φ) over the days about its centre and clipped
 * to [0, 1] for display. Null when n is 0.
 * @example shareInterval(81, 263, []) // 0.308, from 0.2553 to 0.3662, n 263
 */
export function shareInterval(x: number, n: number, spread: Spread<ShareCounts>): ShownInterval | null {
	if (n === 0) return null;
	const phi = phiOf(spread, shareOverdispersion);
	const { estimate, low, high } = clip(widen(wilson(x, n), Math.sqrt(phi)), 0, 1);
	return { estimate, low, high, n, phi };
}

/**
 * The score that the view names with its 95 % interval: N1 by `netInterval`, the shares N3 and N4 by
 * `shareInterval`, and N2 = 2·N3 − 1 by carrying the limits of N3 over.
 * @returns null when the score's denominator is 0; `n` is that denominator
 * @example scoreInterval({ positive: 80, neutral: 100, negative: 20 }, [], 'net-rated') // 0.6, n 100
 */
export function scoreInterval(
	counts: SentimentCounts,
	spread: Spread<SentimentCounts>,
	score: Score
): ShownInterval | null {
	if (score === 'net') return netInterval(counts, spread);
	const shareOf = (part: SentimentCounts): ShareCounts => ({
		x: part.positive,
		n: score === 'positive' ? ratedTotal(part) : part.positive + part.negative
	});
	const { x, n } = shareOf(counts);
	const share = shareInterval(x, n, 'phi' in spread ? spread : spread.map(shareOf));
	if (share === null || score !== 'net-rated') return share;
	const toNet = (value: number) => 2 * value - 1;
	return { ...share, estimate: toNet(share.estimate), low: toNet(share.low), high: toNet(share.high) };
}
