import type { SentimentCounts } from '$lib/community/answers';
import { adjustedWald, widen, wilson, Z, type Estimate } from './interval';
import { normalBelow } from './normal';
import { overdispersion, type ShareCounts } from './overdispersion';

/**
 * The difference of two independent estimates from their own intervals (MOVER): with d = s1 − s0,
 * L = d − √((s1−l1)² + (u0−s0)²) and U = d + √((u1−s1)² + (s0−l0)²). Give unclipped limits.
 * Source: Zou and Donner, Statistics in Medicine 27 (2008) 1693–1702.
 * @example mover(adjustedWald(now), adjustedWald(before))
 */
export function mover(current: Estimate, previous: Estimate): Estimate {
	const estimate = current.estimate - previous.estimate;
	return {
		estimate,
		low: estimate - Math.hypot(current.estimate - current.low, previous.high - previous.estimate),
		high: estimate + Math.hypot(current.high - current.estimate, previous.estimate - previous.low)
	};
}

/**
 * The difference of two shares.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 * @example newcombe({ x: 56, n: 70 }, { x: 48, n: 80 }) // 0.2, from 0.0524 to 0.3339
 */
export function newcombe(current: ShareCounts, previous: ShareCounts, z: number = Z): Estimate {
	return mover(wilson(current.x, current.n, z), wilson(previous.x, previous.n, z));
}

/**
 * The same difference with the two-sided p-value that belongs to its limit on the side of 0: under .05 just where the
 * interval leaves 0 out. NaN where a side has nothing to divide by.
 * @example shareTest({ x: 56, n: 70 }, { x: 48, n: 80 }).p // 0.0079
 */
export function shareTest(current: ShareCounts, previous: ShareCounts): Estimate & { p: number } {
	const { estimate, low, high } = newcombe(current, previous);
	const half = estimate > 0 ? estimate - low : high - estimate;
	return { estimate, low, high, p: 2 * normalBelow((-Z * Math.abs(estimate)) / half) };
}

/** The counts of a period, whole and by day. */
export type Period = { counts: SentimentCounts; days: readonly SentimentCounts[] };

/**
 * The change of net sentiment (N1) between two periods: MOVER with adjusted limits, each widened by its own
 * √max(1, φ). Null when one of them has nothing rated.
 * @example netChange({ counts: now, days: [] }, { counts: before, days: [] })
 * // (420, 380, 200) against (360, 400, 240): 0.1, from 0.033223 to 0.166362
 */
export function netChange(current: Period, previous: Period): Estimate | null {
	const change = mover(widened(current), widened(previous));
	return Number.isNaN(change.estimate) ? null : change;
}

const widened = ({ counts, days }: Period) => widen(adjustedWald(counts), Math.sqrt(overdispersion(days)));

/** How a count changed: never "Infinity %", and no percentage of a base under 20. */
export type VolumeChange =
	| { kind: 'none' }
	| { kind: 'new' }
	| { kind: 'counts'; difference: number }
	| { kind: 'percent'; difference: number; ratio: number };

/**
 * The change of a count. Cases, in the order in which the code takes them: both 0 is no change; 0 before is new;
 * a base under 20 gives the difference only; else the ratio too, 0.1 meaning 10 % more.
 * @example volumeChange(110, 100) // { kind: 'percent', difference: 10, ratio: 0.1 }
 */
export function volumeChange(current: number, previous: number): VolumeChange {
	const difference = current - previous;
	if (current === 0 && previous === 0) return { kind: 'none' };
	if (previous === 0) return { kind: 'new' };
	if (Math.abs(previous) < 20) return { kind: 'counts', difference };
	return { kind: 'percent', difference, ratio: difference / previous };
}
