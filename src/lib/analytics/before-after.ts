import type { SentimentCounts } from '$lib/community/answers';
import { PLANNED_DAYS, peekProofHalf } from './confidence-sequence';
import { limitsAbout, type ImpactEstimate } from './impact-estimate';
import { adjustedWald } from './interval';
import { netSentiment, pool, ratedTotal } from './score';
import { studentQuantile } from './student-t';

/** Net sentiment of a period as the mean of its days: `variance` is that of the mean, `df` its degrees of freedom. */
export type DayMean = { net: number; n: number; days: number; variance: number; df: number };

/**
 * Net sentiment of some days, each day with the weight of its messages, and how far such a mean may be off when the
 * day is the unit. With shares wᵢ of the messages and S = Σ wᵢ², the variance is Σ wᵢ² (sᵢ − s)² / (1 − 2wᵢ + S),
 * which expects the true one when days vary alike, and its degrees of freedom are Satterthwaite's under the same
 * assumption. For days of equal size these are s²/k and k − 1. Days that happen to agree better than their comments
 * allow tell nothing, so the variance is never under that of the comments (the adjusted one, see `adjustedWald`).
 * Source: Bell and McCaffrey, Survey Methodology 28 (2002) 169–181, for a single mean.
 * @returns null when fewer than two days have rated messages
 * @example dayMean(days)?.net // pooled (P−N)/(P+U+N)
 */
export function dayMean(days: readonly SentimentCounts[]): DayMean | null {
	const rated = days.filter((day) => ratedTotal(day) > 0);
	const total = pool(rated);
	const [n, net] = [ratedTotal(total), netSentiment(total)];
	if (rated.length < 2 || net === null) return null;
	const shares = rated.map((day) => ratedTotal(day) / n);
	const squares = shares.reduce((sum, share) => sum + share ** 2, 0);
	/** What is left of a day's variance about the mean that it is part of. */
	const leverage = shares.map((share) => 1 - 2 * share + squares);
	const variance = rated.reduce((sum, day, index) => {
		const distance = (day.positive - day.negative) / ratedTotal(day) - net;
		return sum + (shares[index]! * distance) ** 2 / leverage[index]!;
	}, 0);
	const least = adjustedWald(total).standardError ** 2;
	const df = degreesOfMean(shares, squares, leverage);
	return { net, n, days: rated.length, variance: Math.max(variance, least), df };
}

/**
 * Satterthwaite's degrees of freedom of that variance where days vary alike and independently: the squares of what
 * two days have in common, S − wᵢ − wⱼ, summed over all pairs without going through them.
 */
function degreesOfMean(shares: readonly number[], squares: number, leverage: readonly number[]): number {
	let [sum, sumOfShares, sumOfSquares, own] = [0, 0, 0, 0];
	shares.forEach((share, i) => {
		const weight = share ** 2 / leverage[i]!;
		sum += weight;
		sumOfShares += weight * share;
		sumOfSquares += weight * share ** 2;
		own += weight ** 2 * (leverage[i]! ** 2 - (squares - 2 * share) ** 2);
	});
	const rest = squares * sum - sumOfShares;
	const pairs = sum * (squares * rest - squares * sumOfShares + sumOfSquares) - 2 * rest * sumOfShares;
	return squares ** 2 / (pairs + sum * sumOfSquares + own);
}

/**
 * How net sentiment of the days since a start differs from that of the days before: the difference of the means of
 * days, weighted by their messages, with Welch's t on days. The interval for daily looks takes the deviation of a
 * day pooled over both sides, see `peekProofHalf`. It says that something changed, never why.
 * Source: Welch, Biometrika 34 (1947) 28–35.
 * @param planned the planned days of the campaign
 * @returns null when a side has fewer than two days with rated messages
 * @example beforeAfter({ before, after })?.estimate // 0.08: eight points up
 */
export function beforeAfter(
	{ before, after }: { before: readonly SentimentCounts[]; after: readonly SentimentCounts[] },
	planned: number = PLANNED_DAYS
): ImpactEstimate | null {
	const [then, now] = [dayMean(before), dayMean(after)];
	if (then === null || now === null) return null;
	const variance = now.variance + then.variance;
	const df = variance ** 2 / (now.variance ** 2 / now.df + then.variance ** 2 / then.df);
	const half = studentQuantile(0.05, df) * Math.sqrt(variance);
	const peekHalf = peekProofHalf(pooledDeviation(now, then), now.days, then.days, planned);
	return {
		method: 'before-after',
		...limitsAbout(now.net - then.net, half, peekHalf),
		standardError: Math.sqrt(variance),
		degreesOfFreedom: df,
		nBefore: then.n,
		nAfter: now.n,
		daysBefore: then.days,
		daysAfter: now.days,
		warnings: []
	};
}

/** The standard deviation of a day over both sides; the variance of a mean of k days is that of a day over k. */
function pooledDeviation(a: DayMean, b: DayMean): number {
	const sum = a.variance * a.days * a.df + b.variance * b.days * b.df;
	return Math.sqrt(sum / (a.df + b.df));
}
