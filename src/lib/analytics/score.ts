import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';

/**
 * How many interactions carry a label: P + U + N.
 * @example ratedTotal({ positive: 80, neutral: 100, negative: 20 }) // 200
 */
export function ratedTotal({ positive, neutral, negative }: SentimentCounts): number {
	return positive + neutral + negative;
}

/**
 * The counts of several buckets or platforms together.
 * @example pool([{ positive: 1, neutral: 0, negative: 2 }, { positive: 3, neutral: 1, negative: 0 }])
 */
export function pool(parts: readonly SentimentCounts[]): SentimentCounts {
	const total = { negative: 0, neutral: 0, positive: 0 };
	for (const part of parts) {
		total.negative += part.negative;
		total.neutral += part.neutral;
		total.positive += part.positive;
	}
	return total;
}

/** What a score divides: for the net scores P − N, for the shares P. */
function fractionOf({ positive, neutral, negative }: SentimentCounts, score: Score): [number, number] {
	const rows: Record<Score, [number, number]> = {
		net: [positive - negative, positive + neutral + negative],
		'net-rated': [positive - negative, positive + negative],
		'positive-of-rated': [positive, positive + negative],
		positive: [positive, positive + neutral + negative]
	};
	return rows[score];
}

/**
 * Sentiment as one number, by the formula that the view names: `net` N1 = (P−N)/(P+U+N) and `net-rated`
 * N2 = (P−N)/(P+N), from −1 to 1; `positive-of-rated` N3 = P/(P+N) and `positive` N4 = P/(P+U+N), from 0 to 1.
 * Null when nothing is there to divide by.
 * @example netSentiment({ positive: 80, neutral: 100, negative: 20 }, 'net') // 0.3
 */
export function netSentiment(counts: SentimentCounts, score: Score = 'net'): number | null {
	const [part, whole] = fractionOf(counts, score);
	return whole === 0 ? null : part / whole;
}

/**
 * What a number of rated interactions allows to be shown: under 10 no verdict and no arrow (`none`), under 30 the
 * interval beside every value (`interval`), else `ok`.
 * @example tooSmall(9) // 'none'
 */
export function tooSmall(n: number): 'none' | 'interval' | 'ok' {
	if (n < 10) return 'none';
	return n < 30 ? 'interval' : 'ok';
}
