import type { LocalDay } from '$lib/filters/filters';
import { LOCALE, NO_NUMBER } from './numbers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a date format is slow, so each is made once. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
	return format;
}

/** Thin and narrow spaces differ between versions of ICU, so server and browser agree on plain ones. */
const plainSpaces = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const SHORT_DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const WITH_WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'short', ...DATE };

/** A local day has no zone: it is written as midnight UTC, in UTC. */
function writeDay(day: LocalDay, options: Intl.DateTimeFormatOptions, locale: string): string {
	const time = Date.parse(`${day}T00:00:00Z`);
	if (Number.isNaN(time)) return NO_NUMBER;
	return plainSpaces(formatOf(locale, { ...options, timeZone: 'UTC' }).format(time));
}

/** An instant as a zone's clocks and calendar show it. */
export function writeInstant(
	ms: number,
	options: Intl.DateTimeFormatOptions,
	timeZone: string,
	locale: string
): string {
	if (!Number.isFinite(ms)) return NO_NUMBER;
	return plainSpaces(formatOf(locale, { ...options, timeZone }).format(ms));
}

/**
 * A local day.
 * @example formatDay('2026-11-02') // '2 Nov 2026'
 */
export function formatDay(day: LocalDay, locale: string = LOCALE): string {
	return writeDay(day, DATE, locale);
}

/**
 * A local day without its year, for an axis.
 * @example formatShortDay('2026-11-02') // '2 Nov'
 */
export function formatShortDay(day: LocalDay, locale: string = LOCALE): string {
	return writeDay(day, SHORT_DATE, locale);
}

/**
 * A local day with its weekday, for a tooltip.
 * @example formatWeekday('2026-11-02') // 'Mon 2 Nov 2026'
 */
export function formatWeekday(day: LocalDay, locale: string = LOCALE): string {
	return writeDay(day, WITH_WEEKDAY, locale).replace(/^(\p{L}+),/u, '$1');
}

/**
 * The month of a local day.
 * @example formatMonth('2026-11-02') // 'Nov 2026'
 */
export function formatMonth(day: LocalDay, locale: string = LOCALE): string {
	return writeDay(day, { month: 'short', year: 'numeric' }, locale);
}

/**
 * The month of a local day with its whole name, for a heading.
 * @example formatWholeMonth('2026-11-02') // 'November 2026'
 */
export function formatWholeMonth(day: LocalDay, locale: string = LOCALE): string {
	return writeDay(day, { month: 'long', year: 'numeric' }, locale);
}

/**
 * Local days, both inclusive; what both ends share is said once.
 * @example formatDayRange('2026-10-26', '2026-11-22') // '26 Oct – 22 Nov 2026'
 */
export function formatDayRange(from: LocalDay, to: LocalDay, locale: string = LOCALE): string {
	const start = Date.parse(`${from}T00:00:00Z`);
	const end = Date.parse(`${to}T00:00:00Z`);
	if (Number.isNaN(start) || Number.isNaN(end)) return NO_NUMBER;
	return plainSpaces(formatOf(locale, { ...DATE, timeZone: 'UTC' }).formatRange(start, end)).replace(
		/(\d)–(\d)/,
		'$1 – $2'
	);
}

/**
 * The clock at an instant.
 * @example formatTime(Date.UTC(2026, 10, 22, 9, 5), 'UTC') // '09:05'
 */
export function formatTime(ms: number, timeZone: string, locale: string = LOCALE): string {
	return writeInstant(ms, TIME, timeZone, locale);
}

/**
 * Day and clock at an instant.
 * @example formatDateTime(Date.UTC(2026, 10, 22, 9, 5), 'UTC') // '22 Nov 2026, 09:05'
 */
export function formatDateTime(ms: number, timeZone: string, locale: string = LOCALE): string {
	return writeInstant(ms, { ...DATE, ...TIME }, timeZone, locale);
}

const ages = new Map<string, Intl.RelativeTimeFormat>();

/** Made once as well: a list of messages writes an age for each. */
function ageFormatOf(locale: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
	const key = `${locale} ${numeric}`;
	let format = ages.get(key);
	if (!format) ages.set(key, (format = new Intl.RelativeTimeFormat(locale, { numeric })));
	return format;
}

/** The mean month and year of the Gregorian calendar. */
const MONTH = 30.436875 * DAY;
const YEAR = 12 * MONTH;

/**
 * How long ago, in whole units, rounded down; under five seconds and the future are "now". Months and years are of
 * their mean length: nobody reckons on from an age of that size.
 * @param ms the age in milliseconds
 * @example formatAge(180_000) // '3 minutes ago'
 */
export function formatAge(ms: number, locale: string = LOCALE): string {
	if (!Number.isFinite(ms)) return NO_NUMBER;
	if (ms < 5000) return ageFormatOf(locale, 'auto').format(0, 'second');
	const ago = (size: number, unit: Intl.RelativeTimeFormatUnit) =>
		ageFormatOf(locale, 'always').format(-Math.floor(ms / size), unit);
	if (ms < MINUTE) return ago(1000, 'second');
	if (ms < HOUR) return ago(MINUTE, 'minute');
	if (ms < DAY) return ago(HOUR, 'hour');
	if (ms < 2 * MONTH) return ago(DAY, 'day');
	return ms < 2 * YEAR ? ago(MONTH, 'month') : ago(YEAR, 'year');
}
