import { isolateText } from '$lib/format/isolate-text';
import { foldedQuery, type Alternative } from '$lib/server/store/keywords';
import { matchPlaces, type Place } from '$lib/server/store/word-places';

/** One line of a message in pieces: what stands at an odd index matches the query. */
export type MarkedLine = string[];

/** How much of a message a list shows: graphemes, and lines. */
export type TextRoom = { graphemes: number; lines: number };

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const SPACE = /[\s\u0085]/;

/** No grapheme that is shown is longer, nor is much between them unseen: what lies behind is not looked through. */
const UNITS_FOR_A_GRAPHEME = 48;

/**
 * The alternatives of what a reader looks for, for `messageLines`: the words of the filter, and the one keyword that
 * the link looks at. Empty where nothing is asked for.
 */
export function markedWords(query: string, word: string | null = null): Alternative[] {
	return [query, word ?? ''].flatMap((asked) => foldedQuery(asked) ?? []);
}

/** The lines of a text, with the place at which each begins. */
function linesOf(text: string): { start: number; raw: string }[] {
	const lines: { start: number; raw: string }[] = [];
	let start = 0;
	for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
		lines.push({ start, raw: text.slice(start, index) });
		start = index + lineBreak.length;
	}
	return [...lines, { start, raw: text.slice(start) }];
}

/**
 * A message as lines that are safe to stand beside our own words, each in pieces, those that the query matches at odd
 * indexes. What matches is looked for in the message as it is, as the store does, and not in what is shown of it. Empty
 * lines at both ends are dropped, and several in a row are one.
 */
export function messageLines(text: string, words: readonly Alternative[], room: TextRoom): MarkedLine[] {
	const near = text.slice(0, room.graphemes * UNITS_FOR_A_GRAPHEME).toWellFormed();
	const places = matchPlaces(near, words);
	const shown: MarkedLine[] = [];
	const isBlank = (line: MarkedLine | undefined) => (line ?? ['']).join('') === '';
	let left = room.graphemes;
	for (const { start, raw } of linesOf(near)) {
		if (left <= 0 || shown.length === room.lines) {
			if (!shown.at(-1)?.at(-1)?.endsWith('…')) shown.push(['…']);
			break;
		}
		const line = isolateText(raw, left);
		if (line === '' && isBlank(shown.at(-1))) continue;
		shown.push(markLine(line, raw, start, places));
		left -= line.length;
	}
	while (shown.length > 0 && isBlank(shown.at(-1))) shown.pop();
	return shown;
}

/**
 * Where each code unit of a shown line stands in the raw one. The shown line has nothing in another order: signs that
 * nobody sees are left out, blanks are one, and what was put around it or behind it stands nowhere.
 */
function originsOf(line: string, raw: string): (number | null)[] {
	let at = 0;
	return line.split('').map((unit) => {
		let found = at;
		while (found < raw.length && raw[found] !== unit && !(unit === ' ' && SPACE.test(raw[found]!)))
			found += 1;
		if (found === raw.length) return null;
		at = found + 1;
		return found;
	});
}

/** Cut a shown line where the raw one matches. */
function markLine(line: string, raw: string, start: number, places: readonly Place[]): MarkedLine {
	const inLine = places.filter((place) => place.end > start && place.start < start + raw.length);
	if (inLine.length === 0) return [line];
	const origins = originsOf(line, raw);
	const placeOf = (origin: number | null | undefined) =>
		origin === null || origin === undefined
			? -1
			: inLine.findIndex((place) => origin + start >= place.start && origin + start < place.end);
	const pieces: MarkedLine = [''];
	let previous = -1;
	line.split('').forEach((unit, index) => {
		const place = placeOf(origins[index]);
		if (place !== previous) {
			// Two matches side by side have an empty piece between them.
			if (previous !== -1 && place !== -1) pieces.push('');
			pieces.push('');
			previous = place;
		}
		pieces[pieces.length - 1] += unit;
	});
	return pieces.length % 2 === 1 ? pieces : [...pieces, ''];
}
