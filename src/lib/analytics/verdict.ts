import type { ImpactEstimate } from './impact-estimate';

/**
 * How sure a change is. `clear`: the interval that holds however often one looks leaves out 0; `likely`: only the
 * fixed 95 % interval does; `unsure`: neither does; `too-little`: fewer than ten messages or seven complete days on a
 * side, so nobody can tell.
 */
export type Verdict = 'clear' | 'likely' | 'unsure' | 'too-little';

export const FEWEST_MESSAGES = 10;
export const FEWEST_DAYS = 7;

/**
 * What a comparison has too little of, messages before days; null when it has enough.
 * @example lackOf([{ n: 200, days: 28 }, { n: 90, days: 6 }]) // 'days'
 */
export function lackOf(sides: readonly { n: number; days: number }[]): 'messages' | 'days' | null {
	if (sides.some(({ n }) => n < FEWEST_MESSAGES)) return 'messages';
	return sides.some(({ days }) => days < FEWEST_DAYS) ? 'days' : null;
}

/** Whether 0 lies outside of both limits; a limit of exactly 0 does not leave it out. */
export const excludesZero = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;

/**
 * The verdict over an estimate. Cases, in the order in which the code takes them: too little of anything; 0 outside
 * the limits that hold under daily looks; 0 outside the fixed ones; else nobody can tell.
 * @example verdictOf(estimate) // 'likely'
 */
export function verdictOf(
	estimate: Pick<
		ImpactEstimate,
		'low' | 'high' | 'peekLow' | 'peekHigh' | 'nBefore' | 'nAfter' | 'daysBefore' | 'daysAfter'
	>
): Verdict {
	const { low, high, peekLow, peekHigh, nBefore, nAfter, daysBefore, daysAfter } = estimate;
	const sides = [
		{ n: nBefore, days: daysBefore },
		{ n: nAfter, days: daysAfter }
	];
	if (lackOf(sides) !== null) return 'too-little';
	if (excludesZero({ low: peekLow, high: peekHigh })) return 'clear';
	return excludesZero({ low, high }) ? 'likely' : 'unsure';
}
