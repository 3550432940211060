import {
	addDays as addDaysTo,
	addMonths as addMonthsTo,
	addQuarters,
	addWeeks,
	differenceInCalendarDays,
	getISOWeek,
	getISOWeekYear,
	startOfMonth,
	startOfQuarter,
	startOfWeek
} from 'date-fns';
import { constructFromSymbol } from 'date-fns/constants';
import type { LocalDay, WeekStart } from '$lib/filters/filters';

/** The years that a link may name. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2100;

/** A period that days are gathered into. */
export type Period = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER';

/**
 * A calendar day without a zone, as midnight UTC whose ordinary getters and setters are the UTC ones. date-fns
 * builds its results with it, so that day arithmetic never passes through the zone of this computer: TZDate does,
 * and loses a day where that zone once left one out (Pacific/Apia, 30 December 2011).
 */
class CivilDate extends Date {
	override getFullYear() {
		return this.getUTCFullYear();
	}
	override getMonth() {
		return this.getUTCMonth();
	}
	override getDate() {
		return this.getUTCDate();
	}
	override getDay() {
		return this.getUTCDay();
	}
	override getTimezoneOffset() {
		return 0;
	}
	override setFullYear(...values: Parameters<Date['setUTCFullYear']>) {
		return this.setUTCFullYear(...values);
	}
	override setMonth(...values: Parameters<Date['setUTCMonth']>) {
		return this.setUTCMonth(...values);
	}
	override setDate(value: number) {
		return this.setUTCDate(value);
	}
	override setHours(...values: Parameters<Date['setUTCHours']>) {
		return this.setUTCHours(...values);
	}
	[constructFromSymbol](value: Date | number | string) {
		return new CivilDate(value);
	}
}

const inCivilDays = { in: (value: Date | number | string) => new CivilDate(value) };
const civil = (day: LocalDay) => new CivilDate(`${day}T00:00:00Z`);
const dayOf = (date: Date): LocalDay => date.toISOString().slice(0, 10);

const WEEK_START_INDEX = { sunday: 0, monday: 1, saturday: 6 } as const;

/**
 * Whether a text is a day that exists, `YYYY-MM-DD`, in the years 1970 to 2100.
 * @example isLocalDay('2026-02-30') // false
 */
export function isLocalDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return false;
	const year = Number(text.slice(0, 4));
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The instant at which the day would begin if its zone were UTC, in milliseconds. */
export function civilTime(day: LocalDay): number {
	return civil(day).getTime();
}

/**
 * The day that lies a number of days later; negative numbers go back.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export function addDays(day: LocalDay, count: number): LocalDay {
	return dayOf(addDaysTo(civil(day), count, inCivilDays));
}

/**
 * The same day a number of months later, or the last day of that month where it is shorter.
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(day: LocalDay, count: number): LocalDay {
	return dayOf(addMonthsTo(civil(day), count, inCivilDays));
}

/**
 * How many days both inclusive ends span.
 * @example countDays('2026-03-01', '2026-03-01') // 1
 */
export function countDays(from: LocalDay, to: LocalDay): number {
	return differenceInCalendarDays(civil(to), civil(from), inCivilDays) + 1;
}

/**
 * The first day of the period that holds a day.
 * @example startOfPeriod('2026-11-18', 'WEEK', 'monday') // '2026-11-16'
 */
export function startOfPeriod(day: LocalDay, period: Period, weekStart: WeekStart): LocalDay {
	const date = civil(day);
	if (period === 'DAY') return day;
	if (period === 'WEEK') {
		return dayOf(startOfWeek(date, { ...inCivilDays, weekStartsOn: WEEK_START_INDEX[weekStart] }));
	}
	return dayOf(period === 'MONTH' ? startOfMonth(date, inCivilDays) : startOfQuarter(date, inCivilDays));
}

/**
 * The first day of a period a number of periods later, from the first day of one; negative numbers go back.
 * @example shiftPeriods('2026-10-01', 'QUARTER', 1) // '2027-01-01'
 */
export function shiftPeriods(first: LocalDay, period: Period, count: number): LocalDay {
	if (period === 'DAY') return addDays(first, count);
	if (period === 'WEEK') return dayOf(addWeeks(civil(first), count, inCivilDays));
	if (period === 'MONTH') return addMonths(first, count);
	return dayOf(addQuarters(civil(first), count, inCivilDays));
}

/**
 * The week of ISO 8601 that holds a day; its year can differ from the day's.
 * @example isoWeekOf('2024-12-30') // { year: 2025, week: 1 }
 */
export function isoWeekOf(day: LocalDay): { year: number; week: number } {
	const date = civil(day);
	return { year: getISOWeekYear(date, inCivilDays), week: getISOWeek(date, inCivilDays) };
}
