import type { SentimentCounts } from '$lib/community/answers';
import type { DayCounts, ImpactDays } from './impact-estimate';
import type { Term } from './regression';
import { netSentiment, pool, ratedTotal } from './score';

/** A day with rated messages as a row of a regression: `at` counts days, 0 is the first of the baseline. */
export type Row = {
	day: string;
	at: number;
	weekday: number;
	post: number;
	treated: number;
	net: number;
	n: number;
};

/**
 * The rated days of one group in a row: both sides after each other, days without messages left out but counted.
 * @param treated 1 for the brands under test, 0 for those they are compared with
 */
export function rowsOf({ before, after }: ImpactDays, treated: 0 | 1): Row[] {
	return [...before, ...after].flatMap((counts, at) => {
		const net = netSentiment(counts);
		if (net === null) return [];
		const { day, weekday } = counts;
		return [{ day, at, weekday, post: at < before.length ? 0 : 1, treated, net, n: ratedTotal(counts) }];
	});
}

/** Days and messages on both sides of a start. */
export function sidesOf(
	rows: readonly Row[]
): Record<'nBefore' | 'nAfter' | 'daysBefore' | 'daysAfter', number> {
	const [before, after] = [0, 1].map((post) => rows.filter((row) => row.post === post));
	const total = (list: readonly Row[]) => list.reduce((sum, { n }) => sum + n, 0);
	return {
		nBefore: total(before!),
		nAfter: total(after!),
		daysBefore: before!.length,
		daysAfter: after!.length
	};
}

export const constant = (rows: readonly Row[]): Term => ({ name: 'constant', values: rows.map(() => 1) });

/** Days from the middle of the series in units of its length, so that its numbers are of the size of the others. */
export function trend(rows: readonly Row[]): Term {
	const length = Math.max(1, ...rows.map(({ at }) => at));
	return { name: 'trend', values: rows.map(({ at }) => at / length - 0.5) };
}

/** One term for each weekday but the first that occurs. */
export function weekdays(rows: readonly Row[]): Term[] {
	const [, ...others] = [...new Set(rows.map(({ weekday }) => weekday))].sort((a, b) => a - b);
	return others.map((weekday) => ({
		name: `weekday ${weekday}`,
		values: rows.map((row) => (row.weekday === weekday ? 1 : 0))
	}));
}

/**
 * The variance of one comment's score −1, 0 or 1 about the net sentiment of all, with the adjustment of
 * `adjustedWald`, so that it is never 0: what days vary by at the least is this over their messages.
 */
export function commentVariance(days: readonly SentimentCounts[]): number {
	const { positive, neutral, negative } = pool([...days, { positive: 0.75, neutral: 1.5, negative: 0.75 }]);
	const n = positive + neutral + negative;
	return (positive + negative) / n - ((positive - negative) / n) ** 2;
}

/**
 * Several brands as one, day by day. All have to be in the same days.
 * @example pooledDays([ofOneBrand, ofAnother])
 */
export function pooledDays(brands: readonly (readonly DayCounts[])[]): DayCounts[] {
	return (brands[0] ?? []).map(({ day, weekday }, index) => ({
		day,
		weekday,
		...pool(brands.map((days) => days[index]!))
	}));
}
