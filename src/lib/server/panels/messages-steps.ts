import { addDays, shiftPeriods, startOfPeriod, type Period } from '$lib/calendar/local-day';
import { localDayAt } from '$lib/calendar/time-zone';
import type { DaySpan } from '$lib/filters/filters';
import type { View } from './view';

/** The days before those of a view and the days after, as long as they are; null where there are none yet. */
export type Steps = {
	previous: DaySpan;
	next: DaySpan | null;
	unit: 'days' | 'month' | 'quarter';
	days: number;
};

/** A whole month or quarter steps by the calendar, anything else by its number of days. */
export function stepsOf({ range, filters, now }: View): Steps {
	const { from, to, days } = range;
	const today = localDayAt(now, filters.timeZone);
	const until = (next: DaySpan) => (next.from > today ? null : next);
	for (const period of ['MONTH', 'QUARTER'] as const satisfies Period[]) {
		const first = startOfPeriod(from, period, filters.weekStart);
		const following = shiftPeriods(first, period, 1);
		if (first !== from || addDays(following, -1) !== to) continue;
		return {
			previous: { from: shiftPeriods(first, period, -1), to: addDays(first, -1) },
			next: until({ from: following, to: addDays(shiftPeriods(first, period, 2), -1) }),
			unit: period === 'MONTH' ? 'month' : 'quarter',
			days
		};
	}
	return {
		previous: { from: addDays(from, -days), to: addDays(from, -1) },
		next: until({ from: addDays(to, 1), to: addDays(to, days) }),
		unit: 'days',
		days
	};
}
