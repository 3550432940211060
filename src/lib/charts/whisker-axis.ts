/** The ends of a hairline, in the unit of its whiskers. */
export type WhiskerAxis = { min: number; max: number };

/** An interval, and whether it comes from enough messages to stretch the axis. */
type Drawn = { low: number; high: number; certain?: boolean };

/** Ends lie on tens of points or per cent, so that they can be printed. */
const STEP = 0.1;

/**
 * One axis for all whiskers of a table, with nought on it and no wider than the intervals need: on the whole of −100
 * to +100 points the dot would hide them. The wide intervals of a few messages do not stretch it; they end at its ends
 * and stand beside the value in words.
 * @param limits the least and the greatest that a value can be, as fractions
 * @example whiskerAxis([{ low: 0.37, high: 0.49 }], [-1, 1]) // { min: 0, max: 0.5 }
 */
export function whiskerAxis(drawn: readonly Drawn[], [least, most]: readonly [number, number]): WhiskerAxis {
	const counted = drawn.filter(({ certain = true }) => certain);
	const low = counted.reduce((lowest, interval) => Math.min(lowest, interval.low), 0);
	const high = counted.reduce((highest, interval) => Math.max(highest, interval.high), 0);
	if (low === high) return { min: least, max: most };
	const stepsOut = (value: number, round: (steps: number) => number) =>
		round(Number((value / STEP).toFixed(6))) / Math.round(1 / STEP);
	return { min: Math.max(least, stepsOut(low, Math.floor)), max: Math.min(most, stepsOut(high, Math.ceil)) };
}

/** What a score can be at the least and at the most. */
export const scoreLimits = (isPoints: boolean) => (isPoints ? ([-1, 1] as const) : ([0, 1] as const));
