import type { Scale } from '$lib/community/vocabulary';
import type { DaySpan, LocalDay } from '$lib/filters/filters';
import { addDays, shiftPeriods, startOfPeriod, type Period } from './local-day';
import type { Locality } from './resolve-range';
import { dayStart, localDayAt, offsetAt } from './time-zone';

const HOUR = 3_600_000;

/**
 * A stretch of time that is drawn as one point or bar. `start` and `end` are instants (half-open, milliseconds
 * since 1970). `from` and `to` are its local days inside the range, `period` is the first day of the whole week,
 * month or quarter that it is part of, and `partial` is true when the range's own edge cuts that off.
 */
export type Bucket = {
	start: number;
	end: number;
	from: LocalDay;
	to: LocalDay;
	period: LocalDay;
	partial: boolean;
};

type Stretch = DaySpan & { start: number; end: number };

/**
 * Cut a range into buckets without gap or overlap. Days are as long as the zone makes them (23, 24.5, 25 hours);
 * hours are real hours that begin with the local full hour, cut once where the clocks move by half an hour. A day
 * that a zone left out has no bucket.
 * @example bucketsOf(range, 'WEEK', { timeZone: 'Europe/Berlin', weekStart: 'monday' })
 */
export function bucketsOf(range: Stretch, scale: Scale, locality: Locality): Bucket[] {
	return scale === 'HOUR' ? hoursOf(range, locality.timeZone) : periodsOf(range, scale, locality);
}

function periodsOf(range: Stretch, period: Period, { timeZone, weekStart }: Locality): Bucket[] {
	const buckets: Bucket[] = [];
	let first = startOfPeriod(range.from, period, weekStart);
	let start = range.start;
	while (first <= range.to) {
		const next = shiftPeriods(first, period, 1);
		const last = addDays(next, -1);
		const from = first < range.from ? range.from : first;
		const to = last > range.to ? range.to : last;
		const end = next > range.to ? range.end : dayStart(next, timeZone);
		const partial = from !== first || to !== last;
		if (end > start) buckets.push({ start, end, from, to, period: first, partial });
		first = next;
		start = end;
	}
	return buckets;
}

function hoursOf(range: Stretch, timeZone: string): Bucket[] {
	const buckets: Bucket[] = [];
	let start = range.start;
	while (start < range.end) {
		const full = start + HOUR - modulo(start + offsetAt(start, timeZone), HOUR);
		const end = Math.min(full, range.end);
		const day = localDayAt(start, timeZone);
		buckets.push({ start, end, from: day, to: day, period: day, partial: full > range.end });
		start = end;
	}
	return buckets;
}

const modulo = (value: number, divisor: number) => ((value % divisor) + divisor) % divisor;

/** Whether a bucket was over when its numbers were counted; `asOf` in milliseconds since 1970. */
export function isComplete(bucket: { end: number }, asOf: number): boolean {
	return bucket.end <= asOf;
}

/**
 * How many real hours a bucket lasts.
 * @example hoursIn(dayOfSpringForward) // 23
 */
export function hoursIn(bucket: { start: number; end: number }): number {
	return (bucket.end - bucket.start) / HOUR;
}

/** How many of a bucket's hours had passed when its numbers were counted: from 0 to `hoursIn(bucket)`. */
export function elapsedHours(bucket: { start: number; end: number }, asOf: number): number {
	return Math.max(0, (Math.min(asOf, bucket.end) - bucket.start) / HOUR);
}
