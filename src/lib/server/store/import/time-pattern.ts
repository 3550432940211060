import { format, parse } from 'date-fns';
import { inZone, readInstant, UNREADABLE, within, type Reading } from './instant';
import { utc } from './utc-date';
import { zoneNamed, type Zone } from './wall-clock';

/** Two-digit years mean those nearest to this one: 1950 to 2049. */
const REFERENCE = Date.UTC(2000, 0, 1);

/** How many different texts are remembered: files repeat their dates, and a pattern costs ten microseconds. */
const REMEMBERED = 20_000;

export type TimeReader = (text: string) => Reading;

/** What the user said about time that cannot be used; the message names the flag. */
export class TimeOptionError extends Error {
	readonly option: 'time_format' | 'time_zone';

	constructor(message: string, option: 'time_format' | 'time_zone') {
		super(message);
		this.name = 'TimeOptionError';
		this.option = option;
	}
}

/** The letters of a pattern that mean something: quoted text is left out. */
function lettersOf(pattern: string): string {
	return pattern.replaceAll(/''/g, '').replaceAll(/'[^']*'/g, '');
}

/** A pattern must fix year, month and day, half of the day and zone, else reading it would be a guess. */
function checkPattern(pattern: string, hasZone: boolean): void {
	const letters = lettersOf(pattern);
	const fail = (what: string) => {
		throw new TimeOptionError(`--time-format ${JSON.stringify(pattern)} ${what}`, 'time_format');
	};
	if (/[YD]/.test(letters)) fail('holds Y or D; write yyyy for the year and dd for the day of the month.');
	try {
		parse(format(utc(REFERENCE), pattern), pattern, REFERENCE, { in: utc });
	} catch (cause) {
		fail(`is not a pattern: ${cause instanceof Error ? cause.message : String(cause)}.`);
	}
	const isEpoch = /[tT]/.test(letters);
	if (!isEpoch && !/[yuRP]/.test(letters)) fail('has no year (yyyy), and the import does not guess one.');
	if (!isEpoch && !/[dPeciE]/.test(letters)) fail('has no day (d), and the import does not guess one.');
	if (!isEpoch && !/[MLPwI]/.test(letters)) fail('has no month (M), and the import does not guess one.');
	if (/[hK]/.test(letters) && !/[abB]/.test(letters)) fail('has hours of twelve (h) and no AM or PM (a).');
	if (!isEpoch && !/[xX]/.test(letters) && !hasZone) {
		fail('has no time zone in it. Give --time-zone, such as UTC or Europe/Berlin.');
	}
}

function patternReader(pattern: string, zone: Zone | null): TimeReader {
	const letters = lettersOf(pattern);
	const carriesZone = /[xXtT]/.test(letters);
	const isDateOnly = !/[hHkKmsSpabB]/.test(letters);
	return (text) => {
		const wall = Number(parse(text, pattern, REFERENCE, { in: utc }));
		if (Number.isNaN(wall)) return { problem: UNREADABLE };
		return carriesZone ? { at: wall } : inZone(wall, isDateOnly, zone);
	};
}

function zoneOf(timeZone: string): Zone {
	try {
		return zoneNamed(timeZone);
	} catch {
		const got = JSON.stringify(timeZone);
		throw new TimeOptionError(
			`--time-zone ${got} is not a time zone; use a name such as UTC or Europe/Berlin.`,
			'time_zone'
		);
	}
}

function remember(read: TimeReader): TimeReader {
	const known = new Map<string, Reading>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const reading = read(text);
		if (known.size >= REMEMBERED) known.clear();
		known.set(text, reading);
		return reading;
	};
}

/**
 * How the timestamps of one file are read: by the pattern first, if there is one, and then in the formats that
 * leave nothing open.
 * @throws TimeOptionError naming the flag that cannot be used
 */
export function timeReader(pattern: string | null, timeZone: string | null): TimeReader {
	const zone = timeZone === null ? null : zoneOf(timeZone);
	if (pattern === null) return (text) => within(readInstant(text, zone));
	checkPattern(pattern, zone !== null);
	const byPattern = patternReader(pattern, zone);
	return remember((text) => {
		const reading = byPattern(text);
		if (!('problem' in reading) || reading.problem !== UNREADABLE) return within(reading);
		const other = within(readInstant(text, zone));
		const isUnread = 'problem' in other && other.problem === UNREADABLE;
		return isUnread ? { problem: 'fits neither --time-format nor a known format' } : other;
	});
}
