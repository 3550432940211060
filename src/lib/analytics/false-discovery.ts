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

/**
 * Which tests of counts can find anything beside so many others: a word that is written twice proves nothing however
 * its two mentions fall, so it need not be held against those that can. With p* the smallest p-value that a test can
 * have given its total, k is the smallest number for which at most k tests have p* ≤ rate/k, and those are kept. The
 * total tells nothing of how it falls, so `falseDiscoveries` of those that are kept holds its rate.
 * Source: Tarone, Biometrics 46 (1990) 515–522; Gilbert, Journal of the Royal Statistical Society C 54 (2005) 143–158.
 * @param attainable p* of each test
 * @returns for each of them whether it is kept, in their order
 * @example worthTesting([0.001, 0.01, 0.4], 0.05) // [true, true, false]
 */
export function worthTesting(attainable: readonly number[], rate: number): boolean[] {
	const sorted = attainable.toSorted((a, b) => a - b);
	let [k, count] = [1, sorted.length];
	// The limit falls while k grows, so what is left out once stays out.
	const within = () => {
		while (count > 0 && sorted[count - 1]! > rate / k) count -= 1;
		return count;
	};
	while (within() > k) k += 1;
	return attainable.map((p) => p <= rate / k);
}
