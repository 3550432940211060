/** Makes the median deviation of normal values their standard deviation. */
export const NORMAL_DEVIATION = 1.4826;

/**
 * The middle of some numbers; between two middles, their mean. NaN of none.
 * @example median([3, 1, 2]) // 2
 */
export function median(values: readonly number[]): number {
	if (values.length === 0) return NaN;
	const sorted = Float64Array.from(values).sort();
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * The median distance from the median (MAD).
 * @example medianDeviation([10, 12, 11, 13, 12, 11, 10, 12, 40]) // 1
 */
export function medianDeviation(values: readonly number[]): number {
	const middle = median(values);
	return median(values.map((value) => Math.abs(value - middle)));
}

/**
 * How many standard deviations a value lies from the others, when neither the middle nor the spread is moved by a few
 * strange ones: (x − median) ÷ (1.4826 · MAD).
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993), chapter 3.
 * @returns null where the MAD is 0, and no number of deviations means anything
 * @example robustZ(40, [10, 12, 11, 13, 12, 11, 10, 12, 40]) // 18.885741
 */
export function robustZ(x: number, values: readonly number[]): number | null {
	const deviation = medianDeviation(values);
	return deviation > 0 ? (x - median(values)) / (NORMAL_DEVIATION * deviation) : null;
}
