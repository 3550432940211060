import type { ImpactEstimate } from './impact-estimate';

/**
 * What an estimate says of a change that was named beforehand. `reached`: every value of the interval is at least as
 * far out as that change, in its direction; `short`: every value falls short of it, or goes the other way. Both hold
 * for the interval for daily looks, and with `likely-` for the fixed 95 % one only. `unsure`: both contain it.
 */
export type ExpectedAnswer = 'reached' | 'likely-reached' | 'unsure' | 'likely-short' | 'short';

type Limits = { low: number; high: number };

/** Where an interval lies, seen in the direction of the expected change; null where it contains that change. */
function sideOf(expected: number, { low, high }: Limits): 'reached' | 'short' | null {
	const size = Math.abs(expected);
	const [near, far] = expected > 0 ? [low, high] : [-high, -low];
	if (near >= size) return 'reached';
	return far < size ? 'short' : null;
}

/**
 * Whether an expected change was reached: the interval is inverted at that change as `verdictOf` inverts it at 0, so
 * each answer holds as often as its interval does. Cases in order: the interval for daily looks; the fixed one; neither.
 * @param expected in the unit of the estimate, signed, not 0
 * @example expectedAnswer(0.05, { low: 0.06, high: 0.1, peekLow: 0.04, peekHigh: 0.12 }) // 'likely-reached'
 */
export function expectedAnswer(
	expected: number,
	{ low, high, peekLow, peekHigh }: Pick<ImpactEstimate, 'low' | 'high' | 'peekLow' | 'peekHigh'>
): ExpectedAnswer {
	const always = sideOf(expected, { low: peekLow, high: peekHigh });
	if (always !== null) return always;
	const fixed = sideOf(expected, { low, high });
	return fixed === null ? 'unsure' : `likely-${fixed}`;
}
