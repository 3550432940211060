import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { mover, type Period } from './difference';
import { adjustedWald, widen, wilson, Z, type Estimate } from './interval';
import { overdispersion, shareOverdispersion, type ShareCounts } from './overdispersion';
import { ratedTotal } from './score';
import { studentQuantile, studentTails } from './student-t';
import { excludesZero, lackOf, type Verdict } from './verdict';

/**
 * A difference with its 95 % interval, and what can be said of it. `p` is its two-sided p-value; `lacks` is what a
 * side has too little of where the verdict is `too-little`.
 */
export type Change = {
	difference: number;
	low: number;
	high: number;
	p: number;
	verdict: Verdict;
	lacks: 'messages' | 'days' | null;
};

/** A share's counts in a period, whole and by day. */
export type SharePeriod = ShareCounts & { days: readonly ShareCounts[] };

/**
 * The probabilities that an interval may miss the truth, and the half-widths of the normal distribution for them.
 * Here a change is `clear` when its 99.9 % interval leaves out 0, and `likely` when its 95 % interval does. A reader
 * looks every day, and with a fixed 95 % interval every sixth of four weeks of looks finds something in nothing. The
 * 99.9 % interval is at no length from 7 to 365 days narrower than the one that stays right however often one looks
 * (see `sequenceFactor`), so `clear` survives looking every day.
 */
const LIKELY = { miss: 0.05, z: Z };
const CLEAR = { miss: 0.001, z: 3.2905267314919255 };

/** One side of a comparison: its interval for any half-width in standard errors. */
type Side = { n: number; days: number; interval: (z: number) => Estimate };

/**
 * The change of the score that the view names between two periods, in fractions. The day is the unit: each side's
 * interval is widened by √max(1, φ) over its days, and the half-width is Student's t with the degrees of freedom of
 * both sides' days (Satterthwaite), since few days tell little about how much days differ. With fewer than two days
 * on a side it is the normal one and the verdict is `too-little`.
 * @returns null where a side has nothing to divide by
 * @example scoreChange({ counts: now, days: [] }, { counts: before, days: [] }, 'net')
 * // (420, 380, 200) against (360, 400, 240): 0.1, from 0.033223 to 0.166362
 */
export function scoreChange(current: Period, previous: Period, score: Score): Change | null {
	return changeOf(scoreSide(current, score), scoreSide(previous, score));
}

/**
 * The change of a share between two periods, by the same rules.
 * @example shareChange({ x: 56, n: 70, days: [] }, { x: 48, n: 80, days: [] }) // 0.2, from 0.0524 to 0.3339
 */
export function shareChange(current: SharePeriod, previous: SharePeriod): Change | null {
	return changeOf(shareSide(current), shareSide(previous));
}

/**
 * The change of a mean count for each day: Welch's t on the complete days, which have to be equally long.
 * @param current counts of the complete days
 * @returns null below two days on a side
 * @example meanChange([10, 12, 11], [8, 9, 10])?.difference // 2
 */
export function meanChange(current: readonly number[], previous: readonly number[]): Change | null {
	if (current.length < 2 || previous.length < 2) return null;
	return changeOf(meanSide(current), meanSide(previous));
}

/** A total without its days, and by how much more than chance such totals vary. */
export type Total = { counts: SentimentCounts; phi: number };

/**
 * The change of a score where only totals are known, as for a keyword: both intervals are widened by the √φ that is
 * given, and there are no days that could be too few.
 * @example totalChange({ counts: now, phi: 1.2 }, { counts: before, phi: 1.1 }, 'net')
 */
export function totalChange(current: Total, previous: Total, score: Score): Change | null {
	const side = ({ counts, phi }: Total): Side => {
		const { n, interval } = scoreSide({ counts, days: [] }, score);
		return { n, days: Infinity, interval: (z) => widen(interval(z), Math.sqrt(phi)) };
	};
	return changeOf(side(current), side(previous));
}

function scoreSide({ counts, days }: Period, score: Score): Side {
	if (score === 'net') {
		const factor = Math.sqrt(overdispersion(days));
		return {
			n: ratedTotal(counts),
			days: days.filter((day) => ratedTotal(day) > 0).length,
			interval: (z) => widen(adjustedWald(counts, z), factor)
		};
	}
	const shareOf = (part: SentimentCounts): ShareCounts => ({
		x: part.positive,
		n: score === 'positive' ? ratedTotal(part) : part.positive + part.negative
	});
	const side = shareSide({ ...shareOf(counts), days: days.map(shareOf) });
	return score === 'net-rated' ? { ...side, interval: (z) => doubled(side.interval(z)) } : side;
}

/** A share of positives as the net of positives and negatives: 2p − 1. */
const doubled = ({ estimate, low, high }: Estimate): Estimate => ({
	estimate: 2 * estimate - 1,
	low: 2 * low - 1,
	high: 2 * high - 1
});

function shareSide({ x, n, days }: SharePeriod): Side {
	const factor = Math.sqrt(shareOverdispersion(days));
	return {
		n,
		days: days.filter((day) => day.n > 0).length,
		interval: (z) => widen(wilson(x, n, z), factor)
	};
}

function meanSide(counts: readonly number[]): Side {
	const n = counts.reduce((sum, count) => sum + count, 0);
	const estimate = n / counts.length;
	const variance = counts.reduce((sum, count) => sum + (count - estimate) ** 2, 0) / (counts.length - 1);
	const error = Math.sqrt(variance / counts.length);
	return {
		n,
		days: counts.length,
		interval: (z) => ({ estimate, low: estimate - z * error, high: estimate + z * error })
	};
}

function changeOf(current: Side, previous: Side): Change | null {
	const df = degreesOfFreedom(current, previous);
	const difference = ({ miss, z }: typeof LIKELY) => {
		const half = Number.isFinite(df) ? studentQuantile(miss, df) : z;
		return mover(current.interval(half), previous.interval(half));
	};
	const likely = difference(LIKELY);
	if (Number.isNaN(likely.estimate)) return null;
	const lacks = lackOf([current, previous]);
	const sure = excludesZero(difference(CLEAR)) ? 'clear' : excludesZero(likely) ? 'likely' : 'unsure';
	const { estimate, low, high } = likely;
	const verdict = lacks === null ? sure : 'too-little';
	return { difference: estimate, low, high, p: pValue(likely, df), verdict, lacks };
}

/** Satterthwaite's degrees of freedom of a difference of two sides; infinite where a side has fewer than two days. */
function degreesOfFreedom(current: Side, previous: Side): number {
	if (current.days < 2 || previous.days < 2) return Infinity;
	const variance = ({ interval }: Side) => ((interval(Z).high - interval(Z).low) / (2 * Z)) ** 2;
	const [a, b] = [variance(current), variance(previous)];
	if (a + b === 0) return current.days + previous.days - 2;
	return (a + b) ** 2 / (a ** 2 / (current.days - 1) + b ** 2 / (previous.days - 1));
}

/** The p-value that belongs to the limit on the side of 0; for no degrees of freedom those of very many days. */
function pValue({ estimate, low, high }: Estimate, df: number): number {
	const half = estimate > 0 ? estimate - low : high - estimate;
	if (half === 0) return estimate === 0 ? 1 : 0;
	const known = Number.isFinite(df) ? df : MANY_DAYS;
	const standardErrors = (Math.abs(estimate) / half) * studentQuantile(LIKELY.miss, known);
	return studentTails(standardErrors, known);
}

const MANY_DAYS = 1e6;
