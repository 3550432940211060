/** The same window on earlier dates: `start` is the index of its first day of effect, among all days. */
export type PlaceboWindow = { start: number; difference: number };

/**
 * How the observed difference compares with those of days on which nothing started. `rank` 1 is the largest in size,
 * of `windows.length` + 1; `p` is the share of all of them that are at least as large.
 */
export type Placebo = { observed: number; windows: PlaceboWindow[]; rank: number; p: number };

/** Where windows of a shape lie in a row of days; `end` is the first day that no window may touch. */
export type WindowPlan = {
	/** Days of a window before and after its start. */
	before: number;
	after: number;
	end: number;
	/** Days from one window to the next; 1 slides day by day. */
	step?: number;
};

/**
 * The starts of all windows that end before the campaign, the latest first.
 * @example windowStarts({ before: 28, after: 14, end: 60 }) // 46, 45, … 28
 */
export function windowStarts({ before, after, end, step = 1 }: WindowPlan): number[] {
	const latest = end - after;
	const count = Math.max(0, Math.floor((latest - before) / step) + 1);
	return Array.from({ length: count }, (_, index) => latest - index * step);
}

/**
 * The same estimate on earlier dates, where nothing was to be seen: p = (1 + #{|placebo| ≥ |observed|}) / (1 + m).
 * Neighbouring windows share days, so p says how unusual a difference of this size is in this series; it can be no
 * smaller than 1/(1 + m). Windows whose estimate is null do not count.
 * Source: Abadie, Diamond and Hainmueller, Journal of the American Statistical Association 105 (2010) 493–505, in
 * time; p with the observed one among them as by Davison and Hinkley, Bootstrap Methods (1997), section 4.2.
 * @param estimateAt the estimate for a window that starts on a day
 * @example placebo(0.08, plan, (start) => beforeAfter(daysAbout(start))?.estimate ?? null).p // 0.02
 */
export function placebo(
	observed: number,
	plan: WindowPlan,
	estimateAt: (start: number) => number | null
): Placebo {
	const windows = windowStarts(plan).flatMap((start): PlaceboWindow[] => {
		const difference = estimateAt(start);
		return difference === null ? [] : [{ start, difference }];
	});
	const larger = windows.filter(({ difference }) => Math.abs(difference) >= Math.abs(observed)).length;
	return { observed, windows, rank: 1 + larger, p: (1 + larger) / (1 + windows.length) };
}
