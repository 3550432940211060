import type { SentimentCounts } from '$lib/community/answers';
import { pool, ratedTotal } from './score';

/** How many of a day's interactions have what is asked about. */
export type ShareCounts = { x: number; n: number };

/**
 * How much more the days differ in net sentiment than independent comments would:
 * φ = Σ n_i (s_i − s)² / ((k−1)·((P+N)/n − s²)), over the k days that have rated interactions. 1 means no more
 * than chance; with fewer than two such days, or no variation to compare with, nothing can be said and it is 1.
 * Source: Pearson's φ of quasi-likelihood (McCullagh and Nelder 1989, section 4.5) for the scores −1, 0 and 1.
 * @param days one entry for each day, because one viral post moves a whole day
 * @example overdispersion(days) // 2.4: multiply the standard error by √2.4
 */
export function overdispersion(days: readonly SentimentCounts[]): number {
	const rated = days.filter((day) => ratedTotal(day) > 0);
	const total = pool(rated);
	const n = ratedTotal(total);
	const mean = (total.positive - total.negative) / n;
	const variance = (total.positive + total.negative) / n - mean * mean;
	if (rated.length < 2 || !(variance > 0)) return 1;
	const sum = rated.reduce((before, day) => {
		const size = ratedTotal(day);
		return before + size * ((day.positive - day.negative) / size - mean) ** 2;
	}, 0);
	return sum / ((rated.length - 1) * variance);
}

/**
 * The same for one share: φ = X²/(k−1), X² = Σ (x_i − n_i p)² / (n_i p (1−p)).
 * @example shareOverdispersion([{ x: 20, n: 100 }, { x: 25, n: 110 }]) // 0.24
 */
export function shareOverdispersion(days: readonly ShareCounts[]): number {
	const counted = days.filter((day) => day.n > 0);
	const n = counted.reduce((sum, day) => sum + day.n, 0);
	const p = counted.reduce((sum, day) => sum + day.x, 0) / n;
	const variance = p * (1 - p);
	if (counted.length < 2 || !(variance > 0)) return 1;
	const sum = counted.reduce((before, day) => before + (day.x - day.n * p) ** 2 / (day.n * variance), 0);
	return sum / (counted.length - 1);
}

/** How much more than chance a period's days vary in sentiment, and how many rated messages that is known from. */
export type Dispersion = { phi: number; rated: number };

/**
 * The φ of a part of some messages of which only the total is known, such as those with one word: of a cluster's
 * design effect 1 + (m − 1)ρ it has the share that belongs to its own messages a day, since ρ is how alike two
 * messages of one day are. Never under 1.
 * Source: the design effect of Kish, Survey Sampling (1965), section 5.4.
 * @param rated how many rated messages the part has
 * @example partOverdispersion(300, { phi: 5, rated: 10_000 }) // 1.12
 */
export function partOverdispersion(rated: number, { phi, rated: all }: Dispersion): number {
	return all === 0 ? 1 : 1 + Math.max(0, phi - 1) * Math.min(1, rated / all);
}
