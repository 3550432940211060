import { foldText, isAscii } from './fold';
import { JOINERS_AT_THE_ENDS, LETTER_OR_NUMBER, readSpecial, SPECIAL, type Alternative } from './keywords';

/** A place in a text, in UTF-16 code units: from `start` up to `end`. */
export type Place = { start: number; end: number };

/** A word with its place; `isFirst` where something before it was left out, so that no phrase comes across. */
type PlacedWord = Place & { word: string; isFirst: boolean };

const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A folded text with the place in the original of each of its code units. */
type Folded = { text: string; startOf: number[]; endOf: number[] };

/** Folding never reaches across graphemes, so each is folded alone; where it does after all, the run is one piece. */
function foldWithPlaces(run: string): Folded {
	const pieces = isAscii(run) ? [...run] : [...graphemes.segment(run)].map(({ segment }) => segment);
	const isWhole = pieces.map(foldText).join('') === foldText(run);
	const folded: Folded = { text: foldText(run), startOf: [], endOf: [] };
	let start = 0;
	for (const piece of isWhole ? pieces : [run]) {
		const end = start + piece.length;
		for (let unit = 0; unit < foldText(piece).length; unit += 1) {
			folded.startOf.push(start);
			folded.endOf.push(end);
		}
		start = end;
	}
	return folded;
}

function placeRun(run: string, offset: number): Omit<PlacedWord, 'isFirst'>[] {
	const { text, startOf, endOf } = foldWithPlaces(run);
	return [...words.segment(text)].flatMap(({ segment, index, isWordLike }) => {
		if (!isWordLike || !LETTER_OR_NUMBER.test(segment)) return [];
		const word = segment.replace(JOINERS_AT_THE_ENDS, '');
		const end = endOf[index + segment.length - 1]!;
		return [{ word, start: offset + startOf[index]!, end: offset + end }];
	});
}

/** The words that `scanWords` finds, in the same order, each with its place. */
function placeWords(text: string): PlacedWord[] {
	const whole = text.toWellFormed();
	const placed: PlacedWord[] = [];
	let isFirst = true;
	const add = (found: Omit<PlacedWord, 'isFirst'>[]) => {
		for (const word of found) {
			placed.push({ ...word, isFirst });
			isFirst = false;
		}
	};
	let end = 0;
	for (const match of whole.matchAll(SPECIAL)) {
		add(placeRun(whole.slice(end, match.index), end));
		const special = readSpecial(match.groups ?? {});
		end = match.index + match[0].length;
		if (special === null) isFirst = true;
		else add([{ word: special, start: match.index, end }]);
	}
	add(placeRun(whole.slice(end), end));
	return placed;
}

const isPhraseAt = (placed: readonly PlacedWord[], at: number, phrase: readonly string[]) =>
	phrase.every((word, index) => {
		const candidate = placed[at + index];
		return candidate?.word === word && (index === 0 || !candidate.isFirst);
	});

/**
 * Where a text matches any alternative of a query, in order, without overlaps: empty exactly where the store does not
 * find it.
 * @example matchPlaces('Far too late', foldedQuery('too late')!) // [{ start: 4, end: 12 }]
 */
export function matchPlaces(text: string, alternatives: readonly Alternative[]): Place[] {
	if (alternatives.length === 0) return [];
	const placed = placeWords(text);
	const phrases = alternatives.map(({ phrase }) => phrase.trim().split(' '));
	const places: Place[] = [];
	placed.forEach(({ start }, at) => {
		const ends = phrases
			.filter((phrase) => isPhraseAt(placed, at, phrase))
			.map((phrase) => placed[at + phrase.length - 1]!.end);
		if (ends.length === 0) return;
		const end = Math.max(...ends);
		const last = places.at(-1);
		if (last && start < last.end) last.end = Math.max(last.end, end);
		else places.push({ start, end });
	});
	return places;
}
