import { shareChange } from '$lib/analytics/change';
import { falseDiscoveries } from '$lib/analytics/false-discovery';
import { wordLeans, type WordLean } from '$lib/analytics/log-odds';
import { ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval } from '$lib/analytics/score-interval';
import type { Keyword } from '$lib/community/answers';
import { FEWEST_MESSAGES } from '$lib/analytics/verdict';
import type { Score } from '$lib/filters/filters';
import { isolateText } from '$lib/format/isolate-text';
import { decimalsOf } from '$lib/format/numbers';

const LONGEST_KEYWORD = 40;
/** Of the words that are shown, this share may be chance. */
const FALSE = 0.05;

/** The listed words of one side, and its interactions, rated or not. */
export type MoverSide = { keywords: readonly Keyword[]; interactions: number };

/** Both sides: `a` is now or the first brand, `b` is before or the second one. */
export type MoverSides = { a: MoverSide; b: MoverSide };

type SideName = keyof MoverSides;

/** A word that only one side lists. `missing` is the side that does not list it, `p` the best that its count can give. */
export type CensoredWord = { word: string; missing: SideName; p: number };

/** How many interactions of a side have the word, and how many there are. */
export type MoverCount = { x: number; n: number };

/**
 * A word that one side has more of. `difference` is the share in A less that in B, in fractions, with its 95 %
 * interval; `zeta` ranks. The sentiment is that of the side that has more of it: `rated` is null where that side's
 * list lacks the word, `score` below ten rated, and `certain` is false below thirty.
 */
export type Mover = {
	word: string;
	text: string;
	a: MoverCount;
	b: MoverCount;
	difference: number;
	low: number;
	high: number;
	zeta: number;
	rated: number | null;
	score: { value: number; low: number; high: number } | null;
	decimals: 0 | 1;
	certain: boolean;
};

export type KeywordMovers = {
	/** Words that A has more of, the surest first, and words that B has more of. */
	more: Mover[];
	less: Mover[];
	/** How many words were compared. */
	compared: number;
	/** Words of one list that could stand out and were not counted on the other side. */
	left: number;
	/** A side has fewer than ten interactions, so that nothing was compared. */
	isTooLittle: boolean;
};

/** Exact counts of words on the side that does not list them. */
export type ExactCounts = ReadonlyMap<string, number>;

/** A word before it is tested; null is what a cut-off list does not tell. */
type Known = { word: string; a: number | null; b: number | null };

const tallied = ({ keywords }: MoverSide) => new Map(keywords.map(({ keyword, total }) => [keyword, total]));

/** Every listed word that the reader has not hidden, with its total on each side. */
function knownWords({ a, b }: MoverSides, omitted: readonly string[]): Known[] {
	const [inA, inB] = [tallied(a), tallied(b)];
	return [...new Set([...inA.keys(), ...inB.keys()])]
		.filter((word) => !omitted.includes(word))
		.map((word) => ({ word, a: inA.get(word) ?? null, b: inB.get(word) ?? null }));
}

const shareOf = (count: number, { interactions }: MoverSide) => ({
	x: Math.min(count, interactions),
	n: interactions,
	days: []
});

const compare = (sides: MoverSides, a: number, b: number) =>
	shareChange(shareOf(a, sides.a), shareOf(b, sides.b));

/** What a word that a list leaves out has at most: as many as the last word of that list. */
const leastListed = ({ keywords }: MoverSide) =>
	keywords.reduce((least, { total }) => Math.min(least, total), keywords[0]?.total ?? 0);

/** The smallest p-value that a word can have, whatever its count on the side that does not list it. */
function bestOf(sides: MoverSides, { a, b }: Known): number {
	const missing = a === null ? sides.a : sides.b;
	const possible = [0, leastListed(missing)];
	return Math.min(...possible.map((count) => compare(sides, a ?? count, b ?? count)?.p ?? 1));
}

/**
 * The words that only one side lists and that could stand out: those whose count is worth a question, the most
 * promising first. A word that is not listed is not zero, but it has at most as many as the last listed word.
 * @param omitted words that the reader has hidden
 */
export function promisingWords(sides: MoverSides, omitted: readonly string[]): CensoredWord[] {
	if (isTooLittle(sides)) return [];
	return knownWords(sides, omitted)
		.filter(({ a, b }) => a === null || b === null)
		.map((known): CensoredWord => {
			return { word: known.word, missing: known.a === null ? 'a' : 'b', p: bestOf(sides, known) };
		})
		.filter(({ p }) => p <= FALSE)
		.toSorted((one, other) => one.p - other.p);
}

const isTooLittle = ({ a, b }: MoverSides) => Math.min(a.interactions, b.interactions) < FEWEST_MESSAGES;

type Tested = WordLean & { a: MoverCount; b: MoverCount; difference: number; low: number; high: number };

/**
 * Both tests of each counted word. Its ζ compares it with the other words, its share with the other interactions; a
 * word stands only where both say the same, so its p-value is the larger one, and 1 where they contradict each other.
 */
function testWords(sides: MoverSides, words: readonly { word: string; a: number; b: number }[]): Tested[] {
	const leans = wordLeans(words.map((word) => ({ ...word, background: word.a + word.b })));
	return words.flatMap(({ a, b }, index) => {
		const lean = leans[index]!;
		const change = compare(sides, a, b);
		if (change === null) return [];
		const { difference, low, high } = change;
		const p = Math.sign(difference) === Math.sign(lean.zeta) ? Math.max(lean.p, change.p) : 1;
		const counts = { a: { x: a, n: sides.a.interactions }, b: { x: b, n: sides.b.interactions } };
		return { ...lean, ...counts, difference, low, high, p };
	});
}

function moverOf(sides: MoverSides, score: Score, { p: _, delta: __, ...tested }: Tested): Mover {
	const { keywords } = tested.difference > 0 ? sides.a : sides.b;
	const counts = keywords.find(({ keyword }) => keyword === tested.word) ?? null;
	const rated = counts && ratedTotal(counts);
	const isEnough = counts !== null && tooSmall(rated ?? 0) !== 'none';
	const interval = isEnough ? scoreInterval(counts, [], score) : null;
	return {
		...tested,
		text: isolateText(tested.word, LONGEST_KEYWORD),
		rated,
		score: interval && { value: interval.estimate, low: interval.low, high: interval.high },
		decimals: decimalsOf(interval),
		certain: rated !== null && tooSmall(rated) === 'ok'
	};
}

/**
 * The words that one side has more of than the other, beyond chance. All compared words share one false discovery
 * rate of 5 %. A word that one list leaves out is compared by its exact count; without one it proves nothing, but
 * counts as compared, since it was looked at.
 */
export function keywordMovers(
	sides: MoverSides,
	exact: ExactCounts,
	{ omitted, score }: { omitted: readonly string[]; score: Score }
): KeywordMovers {
	if (isTooLittle(sides)) return { more: [], less: [], compared: 0, left: 0, isTooLittle: true };
	const all = knownWords(sides, omitted);
	const counted = all.flatMap(({ word, a, b }) => {
		const [inA, inB] = [a ?? exact.get(word), b ?? exact.get(word)];
		return inA === undefined || inB === undefined ? [] : { word, a: inA, b: inB };
	});
	const tested = testWords(sides, counted);
	const unproven = Array.from({ length: all.length - tested.length }, () => 1);
	const stands = falseDiscoveries([...tested.map(({ p }) => p), ...unproven], FALSE);
	const movers = tested
		.filter((_, index) => stands[index])
		.toSorted((one, other) => Math.abs(other.zeta) - Math.abs(one.zeta))
		.map((word) => moverOf(sides, score, word));
	const left = promisingWords(sides, omitted).filter(({ word }) => !exact.has(word)).length;
	return {
		more: movers.filter(({ difference }) => difference > 0),
		less: movers.filter(({ difference }) => difference < 0),
		compared: all.length - left,
		left,
		isTooLittle: false
	};
}
