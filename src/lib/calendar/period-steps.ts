import type { DaySpan, LocalDay, WeekStart } from '$lib/filters/filters';
import { addDays, shiftPeriods, startOfPeriod, type Period } from './local-day';

/** The days before a range and the days after it, and the unit in which it steps. */
export type PeriodSteps = { previous: DaySpan; next: DaySpan; unit: 'days' | 'month' | 'quarter' };

function wholePeriod(first: LocalDay, period: Period): DaySpan {
	return { from: first, to: addDays(shiftPeriods(first, period, 1), -1) };
}

/**
 * The days before a range and the days after it. A whole month or quarter steps by the calendar, anything else by
 * its number of days.
 * @example periodSteps({ from: '2026-02-01', to: '2026-02-28', days: 28 }, 'monday').next.to // '2026-03-31'
 */
export function periodSteps(range: DaySpan & { days: number }, weekStart: WeekStart): PeriodSteps {
	const { from, to, days } = range;
	for (const period of ['MONTH', 'QUARTER'] as const satisfies Period[]) {
		if (startOfPeriod(from, period, weekStart) !== from || wholePeriod(from, period).to !== to) continue;
		return {
			previous: wholePeriod(shiftPeriods(from, period, -1), period),
			next: wholePeriod(shiftPeriods(from, period, 1), period),
			unit: period === 'MONTH' ? 'month' : 'quarter'
		};
	}
	return {
		previous: { from: addDays(from, -days), to: addDays(from, -1) },
		next: { from: addDays(to, 1), to: addDays(to, days) },
		unit: 'days'
	};
}
