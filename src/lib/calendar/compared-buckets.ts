import type { Scale } from '$lib/community/vocabulary';
import type { Comparison, DaySpan, LocalDay } from '$lib/filters/filters';
import { bucketsOf, type Bucket } from './buckets';
import { addDays, addMonths, countDays } from './local-day';
import type { ResolvedRange } from './resolve-range';
import { dayStart, offsetAt } from './time-zone';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Which day each day of a range is compared with.
 *
 * Cases, in the order in which the code takes them: a year earlier by the date is the same date; days of one's own
 * by the weekday begin with the first of them that has the weekday of the range's first; all others lie as many days
 * earlier as the comparison begins earlier.
 * @param compared the days of the comparison, from `comparisonSpan`
 * @example comparedDay({ kind: 'year', match: 'weekday' }, range, compared)('2026-11-21') // '2025-11-22', a Saturday
 */
export function comparedDay(
	comparison: Comparison,
	range: DaySpan,
	compared: DaySpan
): (day: LocalDay) => LocalDay {
	if (comparison.kind === 'year' && comparison.match === 'date') return (day) => addMonths(day, -12);
	const distance = countDays(range.from, compared.from) - 1;
	const toWeekday = comparison.kind === 'custom' && comparison.match === 'weekday' ? mod(-distance, 7) : 0;
	return (day) => addDays(day, distance + toWeekday);
}

type Setting = {
	comparison: Comparison;
	range: DaySpan;
	/** From `resolveComparison`: its end may be cut. */
	compared: ResolvedRange;
	scale: Scale;
	timeZone: string;
};

/**
 * The stretch that each bucket of a range is compared with: the days that its own days are compared with, or the
 * hour of the same local time. Null where there is none: outside the compared days, after the moment at which they
 * are cut, or in an hour that the clocks left out. One that is cut off is `partial`.
 * @returns one entry for each bucket, none overlapping another, in order of time
 */
export function comparedBuckets(buckets: readonly Bucket[], setting: Setting): (Bucket | null)[] {
	return setting.scale === 'HOUR' ? comparedHours(buckets, setting) : comparedDays(buckets, setting);
}

function comparedDays(
	buckets: readonly Bucket[],
	{ comparison, range, compared, timeZone }: Setting
): (Bucket | null)[] {
	const dayOf = comparedDay(comparison, range, compared);
	let free = compared.from;
	return buckets.map((bucket) => {
		const first = dayOf(bucket.from);
		const last = dayOf(bucket.to);
		// 28 and 29 February are both compared with 28 February where the other year has no 29th; the first has it.
		const from = first < free ? free : first;
		const to = last > compared.to ? compared.to : last;
		if (from > to) return null;
		free = addDays(to, 1);
		const start = dayStart(from, timeZone);
		const whole = dayStart(addDays(to, 1), timeZone);
		const end = Math.min(whole, compared.end);
		if (end <= start) return null;
		const partial = bucket.partial || end < whole || from !== first || to !== last;
		return { start, end, from, to, period: from, partial };
	});
}

function comparedHours(
	buckets: readonly Bucket[],
	{ comparison, range, compared, timeZone }: Setting
): (Bucket | null)[] {
	const [first, last] = [buckets[0], buckets.at(-1)];
	if (first === undefined || last === undefined) return [];
	const dayOf = comparedDay(comparison, range, compared);
	// Days of one's own can be many years: only those that are met are cut into hours.
	const met = {
		...compared,
		start: Math.max(compared.start, dayStart(dayOf(first.from), timeZone)),
		end: Math.min(compared.end, dayStart(addDays(dayOf(last.to), 1), timeZone))
	};
	const minutes = (instant: number) => mod(instant + offsetAt(instant, timeZone), DAY) / MINUTE;
	const hours = new Map<string, Bucket>();
	for (const hour of bucketsOf(met, 'HOUR', { timeZone, weekStart: 'monday' })) {
		const key = `${hour.from} ${minutes(hour.start)}`;
		if (!hours.has(key)) hours.set(key, hour);
	}
	return buckets.map((bucket) => {
		const key = `${dayOf(bucket.from)} ${minutes(bucket.start)}`;
		const hour = hours.get(key) ?? null;
		// The hour that the clocks repeat is compared once.
		hours.delete(key);
		return hour;
	});
}

const mod = (value: number, divisor: number) => ((value % divisor) + divisor) % divisor;
