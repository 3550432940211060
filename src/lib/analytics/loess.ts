/** How a point is smoothed: over how many neighbours, by a mean (0) or a line (1), and how far each may be trusted. */
export type LoessSettings = { span: number; degree: 0 | 1; trust?: readonly number[] };

/** Below this part of the span neighbours weigh in full, from this one on nothing. */
const [FULL, NOTHING] = [0.001, 0.999];

function tricube(distance: number, reach: number): number {
	if (distance > NOTHING * reach) return 0;
	return distance <= FULL * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
}

/**
 * The value of a local regression at a place among evenly spaced values, or beside them.
 * Source: Cleveland, Journal of the American Statistical Association 74 (1979) 829–836, in the form of the STL program
 * of 1990: tricube weights over the span; a span longer than the series reaches further out.
 * @param at an index, from −1 to the length
 * @param from the first neighbour that counts
 * @param to the last one
 * @returns null where no neighbour is trusted
 * @example loessAt([1, 2, 3, 4], 1.5, 0, 3, { span: 4, degree: 1 }) // 2.5
 */
export function loessAt(
	values: readonly number[],
	at: number,
	from: number,
	to: number,
	{ span, degree, trust }: LoessSettings
): number | null {
	const longer = span > values.length ? Math.floor((span - values.length) / 2) : 0;
	const reach = Math.max(at - from, to - at) + longer;
	const weights: number[] = [];
	for (let k = from; k <= to; k += 1) weights.push(tricube(Math.abs(k - at), reach) * (trust?.[k] ?? 1));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	if (!(sum > 0)) return null;
	const shares = weights.map((weight) => weight / sum);
	const lines = reach > 0 && degree > 0 ? tilted(shares, from, at, values.length - 1) : shares;
	return lines.reduce((total, share, index) => total + share * values[from + index]!, 0);
}

/** The same weights, tilted so that their mean of a line is the line's value at the place. */
function tilted(shares: readonly number[], from: number, at: number, range: number): readonly number[] {
	const middle = shares.reduce((total, share, index) => total + share * (from + index), 0);
	const spread = shares.reduce((total, share, index) => total + share * (from + index - middle) ** 2, 0);
	if (!(Math.sqrt(spread) > FULL * range)) return shares;
	const slope = (at - middle) / spread;
	return shares.map((share, index) => share * (slope * (from + index - middle) + 1));
}

/**
 * Every value smoothed over its nearest neighbours; one whose neighbours are not trusted stays.
 * @example loess([1, 5, 3, 4], { span: 3, degree: 1 })
 */
export function loess(values: readonly number[], settings: LoessSettings): number[] {
	const { span } = settings;
	if (values.length < 2) return [...values];
	return values.map((value, at) => {
		const from = Math.max(0, Math.min(at - Math.floor((span - 1) / 2), values.length - span));
		const to = Math.min(values.length, from + span) - 1;
		return loessAt(values, at, from, to, settings) ?? value;
	});
}
