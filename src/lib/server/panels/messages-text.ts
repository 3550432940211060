import { isolateText } from '$lib/format/isolate-text';
import { foldText } from '$lib/server/store/fold';
import { foldedQuery, scanWords, type Alternative } from '$lib/server/store/keywords';

/** One line of a message in pieces: what stands at an odd index matches the query. */
export type MarkedLine = string[];

/** How much of a message a list shows: graphemes, and lines. */
export type TextRoom = { graphemes: number; lines: number };

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Signs that belong to the word after them: `#fail` is not `fail`. */
const PREFIXES = ['#', '@', '＃', '＠'];

/** Any phrase with what stands between its words is found within this many segments for each of its words. */
const SEGMENTS_FOR_A_WORD = 4;

/** The alternatives of a query, for `messageLines`; empty where it asks for nothing. */
export function markedWords(query: string): Alternative[] {
	return foldedQuery(query) ?? [];
}

/**
 * A message as lines that are safe to stand beside our own words, each in pieces, those that the query matches at odd
 * indexes. Empty lines at both ends are dropped, and several in a row are one.
 */
export function messageLines(text: string, words: readonly Alternative[], room: TextRoom): MarkedLine[] {
	const lines: string[] = [];
	let left = room.graphemes;
	for (const raw of text.split(LINE_BREAK)) {
		if (left <= 0 || lines.length === room.lines) {
			if (!lines.at(-1)?.endsWith('…')) lines.push('…');
			break;
		}
		const line = isolateText(raw, left);
		if (line === '' && (lines.at(-1) ?? '') === '') continue;
		lines.push(line);
		left -= line.length;
	}
	while (lines.at(-1) === '') lines.pop();
	return lines.map((line) => markLine(line, words));
}

type Segment = { start: number; end: number; folded: string };

function segmentsOf(line: string): Segment[] {
	return [...segmenter.segment(line)].map(({ segment, index }) => ({
		start: index,
		end: index + segment.length,
		folded: foldText(segment).trim()
	}));
}

/** Where a match that begins with a segment ends, or null where none does. The longest alternative wins. */
function endOfMatch(
	line: string,
	segments: readonly Segment[],
	at: number,
	words: readonly Alternative[]
): number | null {
	const { start, folded } = segments[at]!;
	if (folded === '' || PREFIXES.includes(segments[at - 1]?.folded ?? '')) return null;
	let end: number | null = null;
	for (const { phrase, terms } of words) {
		const wanted = phrase.trim();
		if (!wanted.startsWith(folded) && !folded.startsWith(wanted)) continue;
		const last = Math.min(segments.length, at + terms.length * SEGMENTS_FOR_A_WORD);
		for (let index = at; index < last; index += 1) {
			const until = segments[index]!.end;
			if (segments[index]!.folded === '' || (end !== null && until <= end)) continue;
			if (scanWords(line.slice(start, until)).folded.trim() !== wanted) continue;
			end = until;
			break;
		}
	}
	return end;
}

/** Cut a line where the query matches, by the rules by which the store finds words. */
function markLine(line: string, words: readonly Alternative[]): MarkedLine {
	if (words.length === 0) return [line];
	const pieces: MarkedLine = [];
	const segments = segmentsOf(line);
	let plainFrom = 0;
	segments.forEach(({ start }, at) => {
		if (start < plainFrom) return;
		const end = endOfMatch(line, segments, at, words);
		if (end === null) return;
		pieces.push(line.slice(plainFrom, start), line.slice(start, end));
		plainFrom = end;
	});
	return [...pieces, line.slice(plainFrom)];
}
