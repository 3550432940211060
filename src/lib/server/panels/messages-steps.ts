import { periodSteps, type PeriodSteps } from '$lib/calendar/period-steps';
import { localDayAt } from '$lib/calendar/time-zone';
import type { DaySpan } from '$lib/filters/filters';
import type { View } from './view';

/** The days before those of a view and the days after, as long as they are; null where there are none yet. */
export type Steps = Omit<PeriodSteps, 'next'> & { next: DaySpan | null; days: number };

export function stepsOf({ range, filters, now }: View): Steps {
	const { next, ...others } = periodSteps(range, filters.weekStart);
	const isToCome = next.from > localDayAt(now, filters.timeZone);
	return { ...others, next: isToCome ? null : next, days: range.days };
}
