import { endOfWeek, startOfWeek, type CalendarDate } from '@internationalized/date';
import type { WeekStart } from '$lib/filters/filters';

const FIRST_DAY = { monday: 'mon', sunday: 'sun', saturday: 'sat' } as const;

/**
 * Where a key leads from a day of the calendar, besides the arrows: to the ends of its week and to the same day of
 * the months beside its own. Null for any other key.
 * @example walkFrom(parseDate('2026-11-18'), 'Home', 'monday', 'en-GB')?.toString() // '2026-11-16'
 */
export function walkFrom(
	day: CalendarDate,
	key: string,
	weekStart: WeekStart,
	locale: string
): CalendarDate | null {
	if (key === 'Home') return startOfWeek(day, locale, FIRST_DAY[weekStart]);
	if (key === 'End') return endOfWeek(day, locale, FIRST_DAY[weekStart]);
	if (key === 'PageUp') return day.subtract({ months: 1 });
	if (key === 'PageDown') return day.add({ months: 1 });
	return null;
}
