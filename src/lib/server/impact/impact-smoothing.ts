/**
 * What makes the comparison readable and enters no estimate: lines are drawn as means of three days, since single
 * days jump too much to be told apart.
 */

/** Net sentiment of a day and the rated messages behind it; null where there are none. */
export type WeightedDay = { net: number | null; n: number | null };

const SMOOTHED_DAYS = 3;

/** Three days with fewer rated messages than these say nothing. */
const FEWEST_MESSAGES = 10;

/** Of a normal spread 95 % lie within so many standard deviations. */
const Z = 1.959963984540054;

/** Fewer values than these have no spread worth drawing. */
const FEWEST_FOR_SPREAD = 7;

/**
 * The mean of days, each with the weight of its messages, or null for none.
 * @example weightedMean([{ net: 0.2, n: 100 }, { net: 0.5, n: 200 }]) // 0.4
 */
export function weightedMean(days: readonly WeightedDay[]): number | null {
	let sum = 0;
	let n = 0;
	for (const day of days) {
		if (day.net === null || day.n === null) continue;
		sum += day.net * day.n;
		n += day.n;
	}
	return n === 0 ? null : sum / n;
}

/**
 * For each day the mean of it and the two before it, never of a later one: a change must not show before it began. A
 * day without messages has no mean, and a gap in the days ends what is behind it.
 */
export function trailingMeans(days: readonly WeightedDay[]): (number | null)[] {
	return days.map((day, index) => {
		if (day.net === null) return null;
		const behind = days.slice(Math.max(0, index - SMOOTHED_DAYS + 1), index + 1);
		const gap = behind.findLastIndex(({ net }) => net === null);
		const together = behind.slice(gap + 1);
		const n = together.reduce((sum, { n: rated }) => sum + (rated ?? 0), 0);
		return n < FEWEST_MESSAGES ? null : weightedMean(together);
	});
}

/**
 * Half the width in which 95 % of some values lie about 0, their mean, or null for too few of them.
 * @example spreadOf([0.01, -0.01, 0.01, -0.01, 0.01, -0.01, 0.01, -0.01]) // 0.0196
 */
export function spreadOf(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	if (known.length < FEWEST_FOR_SPREAD) return null;
	return Z * Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / known.length);
}
