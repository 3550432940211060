import { instantsOf, type Zone } from './wall-clock';

/** An instant in milliseconds since 1970, or why the text has none; `problem` completes "created_at …". */
export type Reading = { at: number } | { problem: string };

const RELATIVE = 'is relative to an unknown day';
const NO_ZONE = 'has no time zone; give --time-zone';
export const UNREADABLE = 'is not in a known format; give --time-format';
const DAY_OR_MONTH = 'is ambiguous, day or month may come first; give --time-format';
const IMPOSSIBLE = 'is not a date of the calendar';

/** Times outside are a fault of the file: a missing value, milliseconds read as seconds, a typo. */
const EARLIEST = 0;
const LATEST = Date.UTC(2100, 0, 1);
const DAY = 86_400_000;

const OUT_OF_RANGE: Reading = { problem: 'is not between 1970 and 2100' };

/** A reading, unless its instant lies outside 1970 to 2099. */
export function within(reading: Reading): Reading {
	if ('problem' in reading || (reading.at >= EARLIEST && reading.at < LATEST)) return reading;
	return OUT_OF_RANGE;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const ISO =
	/^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s?([Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?))?)?$/;
const RFC_2822 =
	/^(?:([A-Za-z]{3}),\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|[A-Za-z]{2,3})(?:\s*\([^()]*\))?$/;
const TWITTER = /^([A-Za-z]{3}) ([A-Za-z]{3}) (\d\d) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})$/;
const SLASHED = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ ,T].*)?$/;
const RELATIVE_WORDS =
	/\b(?:ago|now|today|yesterday|tomorrow|tonight|last|this|next|recently)\b|^\W*(?:\d+|an?)\s*(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\W*$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;

/** RFC 2822, section 4.3: the zone names that have a fixed meaning. All other names are unknown. */
const NAMED_ZONES: Record<string, number> = {
	UT: 0,
	UTC: 0,
	GMT: 0,
	EST: -300,
	EDT: -240,
	CST: -360,
	CDT: -300,
	MST: -420,
	MDT: -360,
	PST: -480,
	PDT: -420
};

type Three = readonly [number, number, number];

/** The wall time as if it were UTC, or null for a day or a time that no calendar or clock shows. */
function wallOf([year, month, day]: Three, [hour, minute, second]: Three, milliseconds = 0): number | null {
	if (hour > 23 || minute > 59 || second > 59) return null;
	const wall = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
	const shown = new Date(wall);
	return shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day ? wall : null;
}

/** Minutes ahead of UTC, null for a zone that is not known. */
function offsetOf(zone: string): number | null {
	if (/^z$/i.test(zone)) return 0;
	const numbers = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
	if (!numbers) return NAMED_ZONES[zone.toUpperCase()] ?? null;
	const [, sign, hours, minutes = '0'] = numbers;
	const size = Number(hours) * 60 + Number(minutes);
	if (size > 15 * 60 || Number(minutes) > 59) return null;
	return sign === '-' ? -size : size;
}

/** Resolve a wall time in a zone; a bare date is the first instant of its day. */
export function inZone(wall: number, isDateOnly: boolean, zone: Zone | null): Reading {
	if (wall < EARLIEST - DAY || wall > LATEST + DAY) return OUT_OF_RANGE;
	if (zone === null) return { problem: NO_ZONE };
	if (isDateOnly) return { at: zone.dayStart(wall) };
	const [first, second] = instantsOf(wall, zone);
	if (first === undefined) return { problem: 'does not exist in the time zone, its clocks were put forward' };
	if (second !== undefined) return { problem: 'is ambiguous, the clocks of the time zone show it twice' };
	return { at: first };
}

function withZone(wall: number | null, zone: string): Reading {
	if (wall === null) return { problem: IMPOSSIBLE };
	const offset = offsetOf(zone);
	return offset === null ? { problem: 'has an unknown time zone' } : { at: wall - offset * 60_000 };
}

function readIso(match: RegExpExecArray, zone: Zone | null): Reading {
	const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = match;
	const wall = wallOf(
		[Number(year), Number(month), Number(day)],
		[Number(hour ?? 0), Number(minute ?? 0), Number(second)],
		Number(fraction.padEnd(3, '0').slice(0, 3))
	);
	if (wall === null) return { problem: IMPOSSIBLE };
	return offset === undefined ? inZone(wall, hour === undefined, zone) : withZone(wall, offset);
}

type Written = { day: string; month: string; year: string; clock: Three; zone: string };

const clockOf = (hour = '0', minute = '0', second = '0'): Three => [
	Number(hour),
	Number(minute),
	Number(second)
];

/** Formats with a month's name and perhaps a weekday, which has to be that day's. */
function readWritten(weekday: string | undefined, written: Written): Reading {
	const month = MONTHS.indexOf(written.month.toLowerCase()) + 1;
	const wall = wallOf([Number(written.year), month, Number(written.day)], written.clock);
	if (month === 0 || wall === null) return { problem: IMPOSSIBLE };
	if (weekday !== undefined && DAYS.indexOf(weekday.toLowerCase()) !== new Date(wall).getUTCDay()) {
		return { problem: 'names a weekday that its date is not' };
	}
	return withZone(wall, written.zone);
}

/**
 * Read a timestamp in one of the formats that leave nothing open: ISO 8601 with an offset, the same with a space,
 * RFC 2822, and Twitter's. ISO 8601 without an offset needs `zone`, the one that the user gave. Everything
 * else has a problem instead of an instant; nothing is guessed.
 * @example readInstant('Mon Dec 01 19:30:03 +0000 2014', null) // { at: 1417462203000 }
 * @example readInstant('2 weeks ago', null) // { problem: 'is relative to an unknown day' }
 */
export function readInstant(text: string, zone: Zone | null): Reading {
	const iso = ISO.exec(text);
	if (iso) return readIso(iso, zone);
	const mail = RFC_2822.exec(text);
	if (mail) {
		const [, weekday, day = '', month = '', year = '', hour, minute, second, zone = ''] = mail;
		return readWritten(weekday, { day, month, year, clock: clockOf(hour, minute, second), zone });
	}
	const tweet = TWITTER.exec(text);
	if (tweet) {
		const [, weekday, month = '', day = '', hour, minute, second, zone = '', year = ''] = tweet;
		return readWritten(weekday, { day, month, year, clock: clockOf(hour, minute, second), zone });
	}
	if (SLASHED.test(text)) return { problem: DAY_OR_MONTH };
	return { problem: RELATIVE_WORDS.test(text) ? RELATIVE : UNREADABLE };
}
