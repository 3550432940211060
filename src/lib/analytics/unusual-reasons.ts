import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { netSentiment, pool } from './score';

/** A part of what is counted, such as a platform, a type or a keyword, with its counts on a day and on usual days. */
export type Part = { key: string; now: SentimentCounts; usual: SentimentCounts };

/** What one part adds to a jump; the contributions of all parts add up to it. */
export type Contribution = { key: string; value: number };

/** A jump of a score with what it is made of, the largest contribution in its direction first. */
export type Explained = { now: number; usual: number; jump: number; parts: Contribution[] };

type Weighed = { key: string; rates: [number, number]; weights: [number, number] };

/** What the score divides by. */
function sizeOf({ positive, neutral, negative }: SentimentCounts, score: Score): number {
	return score === 'net' || score === 'positive' ? positive + neutral + negative : positive + negative;
}

/**
 * What each part adds to the difference between the score of a day and that of its usual days, pooled: how far the
 * part's own score moved, times its mean share of the messages, and how far its share moved, times how far its mean
 * score lies from that of all. A part that is absent on one side has moved its share only. They add up without a rest.
 * Source: Kitagawa, Journal of the American Statistical Association 50 (1955) 1168–1194, with centred mix effects.
 * @returns null where one side has nothing to divide by
 */
export function explainScore(parts: readonly Part[], score: Score): Explained | null {
	const all = [pool(parts.map((part) => part.now)), pool(parts.map((part) => part.usual))] as const;
	const [now, usual] = [netSentiment(all[0], score), netSentiment(all[1], score)];
	if (now === null || usual === null) return null;
	const sizes = [sizeOf(all[0], score), sizeOf(all[1], score)] as const;
	const middle = (now + usual) / 2;
	const weighed = parts.flatMap((part): Weighed[] => {
		const own = [netSentiment(part.now, score), netSentiment(part.usual, score)] as const;
		const known = own[0] ?? own[1];
		if (known === null) return [];
		const weights: [number, number] = [
			sizeOf(part.now, score) / sizes[0],
			sizeOf(part.usual, score) / sizes[1]
		];
		return [{ key: part.key, rates: [own[0] ?? known, own[1] ?? known], weights }];
	});
	const values = weighed.map(({ key, rates, weights }) => ({
		key,
		value:
			((rates[0] - rates[1]) * (weights[0] + weights[1])) / 2 +
			(weights[0] - weights[1]) * ((rates[0] + rates[1]) / 2 - middle)
	}));
	const jump = now - usual;
	return { now, usual, jump, parts: inDirection(values, jump) };
}

/**
 * What each part adds to the difference between a day's count and the mean of its usual days.
 * @param parts counts of the day and means of the usual days
 */
export function explainCount(parts: readonly { key: string; now: number; usual: number }[]): Explained {
	const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
	const now = sum(parts.map((part) => part.now));
	const usual = sum(parts.map((part) => part.usual));
	const values = parts.map((part) => ({ key: part.key, value: part.now - part.usual }));
	return { now, usual, jump: now - usual, parts: inDirection(values, now - usual) };
}

/** The contributions with those that push the way of the jump first. */
function inDirection(parts: Contribution[], jump: number): Contribution[] {
	const sign = jump < 0 ? -1 : 1;
	return parts.toSorted((a, b) => sign * (b.value - a.value));
}
