/**
 * Counts as percentages with one decimal that add up to exactly 100.0: each is rounded down to a tenth, and the
 * tenths that are missing go to the largest remainders, to the larger count when remainders are equal, and to the
 * earlier one when the counts are equal too. All zero stays zero. Without decimals they are whole and add up to 100.
 * @param counts finite and not negative
 * @param decimals 1, or 0 where the interval supports no more
 * @returns per cent, for `formatPercent`
 * @throws RangeError naming the count that is negative or not finite
 * @example roundedShares([20, 100, 80]) // [10, 50, 40]
 */
export function roundedShares(counts: readonly number[], decimals: 0 | 1 = 1): number[] {
	const wrong = counts.find((count) => !(count >= 0 && count < Infinity));
	if (wrong !== undefined) throw new RangeError(`A count is ${wrong}; shares take counts from 0 up.`);
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) return counts.map(() => 0);
	const whole = decimals === 1 ? 1000 : 100;
	// Remainders are taken of the counts, not of quotients, so that equal remainders compare as equal.
	const remainders = counts.map((count) => (count * whole) % total);
	const parts = counts.map((count, index) => Math.round((count * whole - (remainders[index] ?? 0)) / total));
	const missing = whole - parts.reduce((sum, value) => sum + value, 0);
	const order = counts
		.map((count, index) => ({ index, count, remainder: remainders[index] ?? 0 }))
		.sort(
			(one, other) => other.remainder - one.remainder || other.count - one.count || one.index - other.index
		);
	for (const { index } of order.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
	return parts.map((value) => (value * 100) / whole);
}
