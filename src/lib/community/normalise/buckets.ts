import type { Scale } from '../vocabulary';
import { parseWritten, type WrittenTime } from './instant';
import { malformed } from './malformed';
import { entriesOf, type Place } from './shape';

/** A bucket as it came: the time that its key says, and what stands under the key. */
export type RawBucket = Place & { written: WrittenTime };

/** The width of a bucket; `minutes` counts for HOUR alone, where it is 15, 30 or 60. */
export type Width = { scale: Scale; minutes: number };

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Buckets are days of UTC, which all have this length. */
const DAY = 86_400_000;
const DAYS_PER_WEEK = 7;
/** 1 January 1970 was a Thursday, three days after a Monday. */
const MONDAY_OFFSET = 3;

const ORDER: readonly Scale[] = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'];

/**
 * The start of the bucket that holds an instant, in UTC; weeks start on Monday.
 * @param instant milliseconds since 1970
 * @example startOfBucket(Date.UTC(2026, 4, 7), { scale: 'WEEK', minutes: 60 }) === Date.UTC(2026, 4, 4) // true
 */
export function startOfBucket(instant: number, { scale, minutes }: Width): number {
	if (scale === 'HOUR') return Math.floor(instant / (minutes * MINUTE)) * minutes * MINUTE;
	const day = Math.floor(instant / DAY);
	if (scale === 'DAY') return day * DAY;
	if (scale === 'WEEK') return (day - ((day + MONDAY_OFFSET) % DAYS_PER_WEEK)) * DAY;
	const date = new Date(instant);
	const month = date.getUTCMonth();
	return Date.UTC(date.getUTCFullYear(), scale === 'MONTH' ? month : month - (month % 3), 1);
}

/**
 * The keys of a series as times, in the order of time.
 * @throws CommunityError `upstream_malformed` at a key that is no time
 */
export function readBuckets(place: Place): RawBucket[] {
	const buckets = entriesOf(place).map(({ key, value, path }): RawBucket => {
		const written = parseWritten(key);
		if (written === null) throw malformed(path, 'expected a key such as 2026-05-04 or 2026-05-04T13:00:00Z');
		return { written, value, path };
	});
	return buckets.sort((left, right) => left.written.instant - right.written.instant);
}

/** Whole calendar months since year 0. */
function monthNumber(day: number): number {
	const date = new Date(day);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function areAllSteps(days: readonly number[], step: (from: number, to: number) => boolean): boolean {
	return days.slice(1).every((day, index) => step(days[index] ?? day, day));
}

const isFirstOfMonth = (day: number) => new Date(day).getUTCDate() === 1;

/** The scale of days in equal steps: of three months, of one month, of seven days. Null for any other steps. */
function scaleOfEqualSteps(days: readonly number[]): Scale | null {
	if (days.length < 2) return null;
	const firsts = days.every(isFirstOfMonth);
	if (firsts && areAllSteps(days, (from, to) => monthNumber(to) - monthNumber(from) === 3)) return 'QUARTER';
	if (firsts && areAllSteps(days, (from, to) => monthNumber(to) - monthNumber(from) === 1)) return 'MONTH';
	return areAllSteps(days, (from, to) => to - from === DAYS_PER_WEEK * DAY) ? 'WEEK' : null;
}

/**
 * The scale that the steps between days give away, or null where they give none. A host may cut its first bucket at
 * the window's start, so a long row is also looked at without it. Hosts that leave empty buckets out make equal
 * steps by chance: a scale coarser than asked needs three keys, and weeks that nobody asked for start on Monday or
 * Sunday.
 */
function scaleOfSteps(days: readonly number[], asked: Scale): Scale | null {
	const steps = scaleOfEqualSteps(days) ?? (days.length > 3 ? scaleOfEqualSteps(days.slice(1)) : null);
	if (steps === null || !isCoarser(steps, asked)) return steps;
	const weekday = new Date(days.at(-1) ?? 0).getUTCDay();
	return days.length >= 3 && (steps !== 'WEEK' || weekday <= 1) ? steps : null;
}

const isCoarser = (scale: Scale, than: Scale) => ORDER.indexOf(scale) > ORDER.indexOf(than);

/**
 * In which scale a host answered, judged by its keys. Cases in order: a key with a time of day other than midnight
 * is an hour; so is a single timed key where hours were asked for; steps of a week, a month or a quarter speak for
 * themselves; days that all start a bucket as asked are taken for those; else days.
 */
function scaleOfKeys(times: readonly WrittenTime[], asked: Scale): Scale {
	if (times.some(({ isMidnight }) => !isMidnight)) return 'HOUR';
	if (asked === 'HOUR' && times.length === 1 && times[0]?.isTimed) return 'HOUR';
	const days = times.map(({ day }) => day);
	const steps = scaleOfSteps(days, asked);
	if (steps !== null) return steps;
	const aligned = days.every((day) => startOfBucket(day, { scale: asked, minutes: 60 }) === day);
	// One day alone says nothing about the width, and falls into the bucket that was asked for.
	return asked !== 'HOUR' && (aligned || days.length === 1) ? asked : 'DAY';
}

/** The finest of 15, 30 and 60 minutes that the keys need. */
function minutesOfKeys(times: readonly WrittenTime[]): number {
	const has = (minutes: number) => times.every(({ instant }) => instant % (minutes * MINUTE) === 0);
	return has(HOUR / MINUTE) ? 60 : has(30) ? 30 : 15;
}

/** Weeks do not fill months; every other scale fills the coarser ones without a rest. */
function fills(fine: Scale, coarse: Scale): boolean {
	return !isCoarser(fine, coarse) && (fine !== 'WEEK' || coarse === 'WEEK');
}

export type Regrouped = Width & { starts: number[] };

/**
 * The start of each bucket once it is put into the width that was asked for. What came finer is joined, where it
 * fills the coarser buckets without a rest; what came coarser stays as it is. Hours are instants; for days and more
 * the written date counts, since a host that counts in days of its own zone means the day it writes. Weeks that all
 * start on another weekday than Monday keep their own start.
 */
export function regroup(times: readonly WrittenTime[], asked: Width): Regrouped {
	const came = scaleOfKeys(times, asked.scale);
	const scale = fills(came, asked.scale) ? asked.scale : came;
	const minutes = Math.max(asked.minutes, scale === 'HOUR' ? minutesOfKeys(times) : 60);
	const placed = times.map(({ instant, day }) => (came === 'HOUR' ? instant : day));
	if (came === 'WEEK' && scale === 'WEEK' && !isMonday(placed.at(-1)))
		return { scale, minutes, starts: placed };
	return { scale, minutes, starts: placed.map((start) => startOfBucket(start, { scale, minutes })) };
}

function isMonday(day: number | undefined): boolean {
	return day !== undefined && startOfBucket(day, { scale: 'WEEK', minutes: 60 }) === day;
}
