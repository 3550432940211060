import { FIRST_YEAR, isLocalDay, LAST_YEAR } from '$lib/calendar/local-day';
import { canonicalTimeZone } from '$lib/calendar/time-zone';
import { LONGEST_KEYWORD, SCALES, type Scale } from '$lib/community/vocabulary';
import type { LocalDay } from './filters';

/** One text of a link, understood or refused; the reason says in plain words what to use. */
export type Reading<T> = { ok: true; value: T } | { ok: false; reason: string };
export type Reader<T> = (text: string) => Reading<T>;

const understood = <T>(value: T): Reading<T> => ({ ok: true, value });
const refused = (reason: string): Reading<never> => ({ ok: false, reason });

/** The longest keyword list, the longest single word, and the longest id of a link, in UTF-16 units. */
const LONGEST_QUERY = 500;
export const LONGEST_WORD = LONGEST_KEYWORD;
const LONGEST_ID = 200;
const LONGEST_EVIDENCE = 400;
const HIGHEST_PAGE = 100_000;

/** A reader that takes one of the given names, whatever its case in the link. */
export function oneOf<const T extends string>(names: readonly T[]): Reader<T> {
	return (text) => {
		const name = names.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
		return name === undefined
			? refused(names.length === 1 ? `use ${names[0]}` : `use one of ${names.join(', ')}`)
			: understood(name);
	};
}

const readLowerScale = oneOf(SCALES.map((scale) => scale.toLowerCase()));

/** Lower case in the link, upper case in Filters and in the Community API. */
export const readScale: Reader<Scale> = (text) => {
	const reading = readLowerScale(text);
	return reading.ok ? understood(reading.value.toUpperCase() as Scale) : reading;
};

/** A brand id, tag id or page: a whole number from 1, in digits. */
function wholeNumber(text: string, most: number, what: string): Reading<number> {
	const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
	if (value >= 1 && value <= most) return understood(value);
	return refused(`use ${what}, such as 3`);
}

export const readId: Reader<number> = (text) => wholeNumber(text, Number.MAX_SAFE_INTEGER, 'a number');
/** A comparison brand, or `none` for a comparison with nobody. */
export const readControl: Reader<number | 'none'> = (text) => {
	if (text.toLowerCase() === 'none') return understood('none');
	const reading = readId(text);
	return reading.ok ? reading : refused('use the number of a brand, such as 3, or none');
};
export const readPage: Reader<number> = (text) => wholeNumber(text, HIGHEST_PAGE, 'the number of a page');

export const readTimeZone: Reader<string> = (text) => {
	const name = canonicalTimeZone(text);
	return name === null ? refused('use a time zone such as Europe/Berlin') : understood(name);
};

export const readDay: Reader<LocalDay> = (text) => {
	if (isLocalDay(text)) return understood(text);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refused('use a day such as 2026-11-02');
	const year = Number(text.slice(0, 4));
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		return refused(`use a day in the years ${FIRST_YEAR} to ${LAST_YEAR}`);
	}
	return refused('there is no such day in the calendar');
};

export const readBoolean: Reader<boolean> = (text) => {
	const name = text.toLowerCase();
	return name === 'true' || name === 'false' ? understood(name === 'true') : refused('use true or false');
};

/** Keywords joined by commas: spaces are tidied, empty ones and repeats dropped, the reader's order kept. */
export const readQuery: Reader<string> = (text) => {
	const words = text.split(',').map((word) => word.replace(/[\s\p{Cc}]+/gu, ' ').trim());
	const query = [...new Set(words)].filter((word) => word !== '').join(',');
	return query.length > LONGEST_QUERY
		? refused(`use at most ${LONGEST_QUERY} characters`)
		: understood(query);
};

/** A keyword or a text search, kept as it is. */
export const readWord: Reader<string> = (text) =>
	text.length > LONGEST_WORD ? refused(`use at most ${LONGEST_WORD} characters`) : understood(text);

/** An id that someone else made: a message, a campaign, a saved view. */
export const readName: Reader<string> = (text) =>
	text.length > LONGEST_ID || /[\s\p{Cc}]/u.test(text)
		? refused(`use at most ${LONGEST_ID} characters, without spaces`)
		: understood(text);

/** The claim of an evidence link: what it means is known to the impact view alone. */
export const readEvidence: Reader<string> = (text) =>
	text.length > LONGEST_EVIDENCE || /[\s\p{Cc}]/u.test(text)
		? refused(`use at most ${LONGEST_EVIDENCE} characters, without spaces`)
		: understood(text);

/** A column to sort by, with `-` in front for descending. */
export const readSort: Reader<string> = (text) =>
	/^-?[A-Za-z][\w-]{0,39}$/.test(text)
		? understood(text)
		: refused('use the name of a column, such as mentions, or -mentions for the largest first');
