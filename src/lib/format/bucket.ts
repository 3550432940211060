import type { Scale } from '$lib/community/vocabulary';
import type { LocalDay } from '$lib/filters/filters';
import { formatDay, formatMonth, formatShortDay, formatTime, formatWeekday, writeInstant } from './dates';
import { LOCALE } from './numbers';

const HOUR = 3_600_000;

/** What a label needs of a bucket: its beginning, its first local day, and the first day of its whole period. */
export type LabelledBucket = { start: number; from: LocalDay; period: LocalDay };

export type BucketLook = { locale?: string; long?: boolean };

/**
 * The name of a bucket: short for an axis, `long` for a tooltip or a table. An hour that the clocks repeat says
 * which of the two it is.
 * @example
 * formatBucket(bucket, 'HOUR', 'UTC') // '14:00', long 'Mon 2 Nov 2026, 14:00'
 * formatBucket(bucket, 'DAY', 'UTC') // '2 Nov', long 'Mon 2 Nov 2026'
 * formatBucket(bucket, 'WEEK', 'UTC') // 'Week of 2 Nov', long 'Week of 2 Nov 2026'
 * formatBucket(bucket, 'MONTH', 'UTC') // 'Nov 2026'
 * formatBucket(bucket, 'QUARTER', 'UTC') // 'Q4 2026'
 */
export function formatBucket(
	bucket: LabelledBucket,
	scale: Scale,
	timeZone: string,
	{ locale = LOCALE, long = false }: BucketLook = {}
): string {
	const { from, period } = bucket;
	const labels: Record<Scale, () => string> = {
		HOUR: () => formatHour(bucket, timeZone, locale, long),
		DAY: () => (long ? formatWeekday(from, locale) : formatShortDay(from, locale)),
		WEEK: () => `Week of ${long ? formatDay(period, locale) : formatShortDay(period, locale)}`,
		MONTH: () => formatMonth(period, locale),
		QUARTER: () => `Q${Math.ceil(Number(period.slice(5, 7)) / 3)} ${period.slice(0, 4)}`
	};
	return labels[scale]();
}

function formatHour(
	{ start, from }: LabelledBucket,
	timeZone: string,
	locale: string,
	long: boolean
): string {
	const time = formatTime(start, timeZone, locale);
	if (!long) return time;
	const isRepeated = [start - HOUR, start + HOUR].some(
		(other) => formatTime(other, timeZone, locale) === time
	);
	const zone = isRepeated ? ` (${zoneNameAt(start, timeZone, locale)})` : '';
	return `${formatWeekday(from, locale)}, ${time}${zone}`;
}

function zoneNameAt(start: number, timeZone: string, locale: string): string {
	const parts = writeInstant(start, { timeZoneName: 'shortOffset', hour: 'numeric' }, timeZone, locale);
	return parts.slice(parts.indexOf(' ') + 1);
}
