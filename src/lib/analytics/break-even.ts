/**
 * The share of one side's labels that would have to be wrong in one direction for the interval to include 0: how far
 * the nearer limit lies from 0, divided by how far one wrong label moves a score. Errors that both sides have alike
 * cancel, so these are the errors that one side has more. The interval is moved, not estimated anew.
 * @param limits of a difference of net sentiment, as fractions
 * @param classesOff 2 where a negative message reads as positive, the fewest labels that do it; 1 where it is neutral
 * @returns null when 0 lies inside already; a share over 1 cannot happen, so that the finding holds whatever is wrong
 * @example breakEvenShare({ low: 0.05, high: 0.12 }) // 0.025
 */
export function breakEvenShare(
	{ low, high }: { low: number; high: number },
	classesOff: 1 | 2 = 2
): number | null {
	if (low <= 0 && high >= 0) return null;
	return Math.min(Math.abs(low), Math.abs(high)) / classesOff;
}
