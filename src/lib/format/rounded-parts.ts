/**
 * Signed parts as whole numbers that add up to a whole that is printed beside them: each is rounded down, and what is
 * missing goes to the largest remainders, to the earlier one when they are equal. The whole may lie a step or two
 * beside the sum of the exact parts, as it does when it is the difference of two rounded numbers.
 * @param values finite, in steps of what is printed; a tenth of a point is 1 where tenths are printed
 * @param whole an integer, in the same steps
 * @example roundedParts([78.4, -4.3], 74) // [78, -4]
 */
export function roundedParts(values: readonly number[], whole: number): number[] {
	const parts = values.map(Math.floor);
	const missing = whole - parts.reduce((sum, part) => sum + part, 0);
	const order = values
		.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
		.sort((one, other) => other.remainder - one.remainder || one.index - other.index);
	const step = Math.sign(missing);
	const takers = step < 0 ? order.toReversed() : order;
	for (let given = 0; takers.length > 0 && given < Math.abs(missing); given += 1) {
		const { index } = takers[given % takers.length]!;
		parts[index] = parts[index]! + step;
	}
	return parts;
}
