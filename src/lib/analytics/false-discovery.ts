/**
 * Which of several findings stand when it is allowed that a share of those that stand are chance: the k smallest
 * p-values, for the largest k with p₍ₖ₎ ≤ k·rate/m.
 * Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289–300.
 * @param rate such as 0.05
 * @returns for each p-value whether it stands, in their order
 * @example falseDiscoveries([0.001, 0.2], 0.05) // [true, false]
 */
export function falseDiscoveries(pValues: readonly number[], rate: number): boolean[] {
	const sorted = pValues.toSorted((a, b) => a - b);
	const largest = sorted.findLastIndex((p, index) => p <= ((index + 1) * rate) / sorted.length);
	const limit = sorted[largest] ?? -1;
	return pValues.map((p) => p <= limit);
}
