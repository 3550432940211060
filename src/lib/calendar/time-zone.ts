import { tzOffset } from '@date-fns/tz';
import type { LocalDay } from '$lib/filters/filters';
import { civilTime } from './local-day';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Longer than any offset from UTC, so that the offsets on both sides of a local midnight are within reach. */
const REACH = 16 * HOUR;

/** Zones that were asked for, by their name in lower case; only zones that exist, so it stays small. */
const knownZones = new Map<string, string>();

/**
 * The one spelling of a time zone of the IANA database, or null when there is none of that name; case does not
 * matter, and bare offsets such as `+01:00` do not count. A name with a place keeps it, although ICU prefers older
 * ones (Asia/Kolkata, not Asia/Calcutta). One spelling matters, because date formats are kept by zone name: every
 * other would add one more to a server's memory.
 * @example canonicalTimeZone('asia/kolkata') // 'Asia/Kolkata'
 */
export function canonicalTimeZone(text: string): string | null {
	if (!/^[A-Za-z][\w+/-]{1,63}$/.test(text)) return null;
	const lower = text.toLowerCase();
	const known = knownZones.get(lower);
	if (known !== undefined) return known;
	const resolved = resolveZone(text);
	if (resolved === null) return null;
	const isPlace = lower.includes('/') && !lower.startsWith('etc/') && resolved.toLowerCase() !== lower;
	const name = isPlace ? lower.replace(/(^|[/_-])[a-z]/g, (letter) => letter.toUpperCase()) : resolved;
	knownZones.set(lower, name);
	return name;
}

function resolveZone(text: string): string | null {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
	} catch {
		return null;
	}
}

/**
 * Whether a text names a time zone of the IANA database.
 * @example isTimeZone('Asia/Kolkata') // true
 */
export function isTimeZone(text: string): boolean {
	return canonicalTimeZone(text) !== null;
}

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 * @example offsetAt(Date.UTC(2026, 0, 1), 'Asia/Kolkata') // 19_800_000
 * @throws RangeError when the zone is not known
 */
export function offsetAt(instant: number, timeZone: string): number {
	const minutes = tzOffset(timeZone, new Date(instant));
	if (Number.isNaN(minutes)) throw new RangeError(`${timeZone} is not a known time zone.`);
	// tzOffset drops the sign of offsets between −1 and 0 hours (Africa/Monrovia until 1972).
	const isSignLost = minutes > 0 && minutes < 60 && isBehindUtc(instant, timeZone);
	return Math.round((isSignLost ? -minutes : minutes) * MINUTE);
}

function isBehindUtc(instant: number, timeZone: string): boolean {
	const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	return format.format(instant).includes('GMT-');
}

/**
 * The local calendar day at an instant.
 * @example localDayAt(Date.UTC(2026, 0, 1), 'America/New_York') // '2025-12-31'
 */
export function localDayAt(instant: number, timeZone: string): LocalDay {
	return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant at which a local day begins: the first at which the local date is that day or a later one. Where
 * midnight does not exist it is the first moment after the gap, where it happens twice the earlier one, and a day
 * that a zone left out begins when the next one does.
 *
 * Cases, in the order in which the code takes them: no change of offset nearby; the day begins before the change;
 * it begins after the change; it begins with the change.
 * @example dayStart('2018-11-04', 'America/Sao_Paulo') // 2018-11-04T03:00:00Z, which is 01:00 there
 */
export function dayStart(day: LocalDay, timeZone: string): number {
	const midnight = civilTime(day);
	const before = offsetAt(midnight - REACH, timeZone);
	const after = offsetAt(midnight + REACH, timeZone);
	if (before === after) return midnight - before;
	if (offsetAt(midnight - before, timeZone) === before) return midnight - before;
	if (offsetAt(midnight - after, timeZone) === after) return midnight - after;
	return changeBetween(midnight - REACH, midnight + REACH, timeZone);
}

/** The instant of the one change of offset between two instants, to the second. */
function changeBetween(start: number, end: number, timeZone: string): number {
	const before = offsetAt(start, timeZone);
	let low = start;
	let high = end;
	while (high - low > SECOND) {
		const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
		if (offsetAt(middle, timeZone) === before) low = middle;
		else high = middle;
	}
	return high;
}

/**
 * Whether a zone keeps UTC from one instant to another, so that its days are UTC days: London does in winter.
 * It looks once a week, since no zone has ever changed its clocks for less.
 */
export function keepsUtc(start: number, end: number, timeZone: string): boolean {
	const week = 7 * 24 * HOUR;
	for (let instant = start; instant < end; instant += week) {
		if (offsetAt(instant, timeZone) !== 0) return false;
	}
	return offsetAt(end, timeZone) === 0;
}
