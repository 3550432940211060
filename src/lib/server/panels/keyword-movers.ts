import { shareTest } from '$lib/analytics/difference';
import { falseDiscoveries, worthTesting } from '$lib/analytics/false-discovery';
import { wordLeans, type WordLean } from '$lib/analytics/log-odds';
import type { Dispersion } from '$lib/analytics/overdispersion';
import { ratedTotal, tooSmall } from '$lib/analytics/score';
import type { Keyword, SentimentCounts } from '$lib/community/answers';
import { FEWEST_MESSAGES } from '$lib/analytics/verdict';
import type { Mood, Score } from '$lib/filters/filters';
import { isolateText } from '$lib/format/isolate-text';
import { spreadOfWord } from './keyword-table';
import { shownScore } from './shown-numbers';

const LONGEST_KEYWORD = 40;
/** Of the words that are shown, this share may be chance. */
const FALSE = 0.05;

/** The listed words of one side, its interactions, rated or not, and how much its days vary, where that is known. */
export type MoverSide = {
	keywords: readonly Keyword[];
	interactions: number;
	whole?: Dispersion | null;
};

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
	/** Two-sided, of the difference; before it is held against all compared words. */
	p: number;
	rated: number | null;
	score: { value: number; low: number; high: number } | null;
	decimals: 0 | 1;
	certain: boolean;
	/** Null where nobody can tell: too few are rated, or the interval has both sides. */
	mood: Mood | null;
};

export type KeywordMovers = {
	/** Words that A has more of, the surest first, and words that B has more of. */
	more: Mover[];
	less: Mover[];
	/** How many words were compared: those that are frequent enough to stand out. */
	compared: number;
	/** Words of one list that could still stand out and were not counted on the other side. */
	left: number;
	/** A side has fewer than ten interactions, so that nothing was compared. */
	isTooLittle: boolean;
};

/** Exact counts of words on the side that does not list them. */
export type ExactCounts = ReadonlyMap<string, number>;

/** A word before it is tested; null is what a cut-off list does not tell. */
type Known = { word: string; a: number | null; b: number | null };

const tallied = ({ keywords }: MoverSide) => new Map(keywords.map(({ keyword, total }) => [keyword, total]));

const NONE: ExactCounts = new Map();

/** Every listed word that the reader has not hidden, with its total on each side as far as it is known. */
function knownWords({ a, b }: MoverSides, omitted: readonly string[], exact: ExactCounts): Known[] {
	const [inA, inB] = [tallied(a), tallied(b)];
	return [...new Set([...inA.keys(), ...inB.keys()])]
		.filter((word) => !omitted.includes(word))
		.map((word) => {
			const other = exact.get(word) ?? null;
			return { word, a: inA.get(word) ?? other, b: inB.get(word) ?? other };
		});
}

const shareOf = (count: number, { interactions }: MoverSide): MoverCount => ({
	x: Math.min(count, interactions),
	n: interactions
});

const compare = (sides: MoverSides, a: number, b: number) =>
	shareTest(shareOf(a, sides.a), shareOf(b, sides.b));

/** What a word that a list leaves out has at most: as many as the last word of that list. */
const leastListed = ({ keywords }: MoverSide) =>
	keywords.reduce((least, { total }) => Math.min(least, total), keywords[0]?.total ?? 0);

/** The smallest p-value of words with so many mentions on both sides together: where one side has all of them. */
function attainable(sides: MoverSides): (mentions: number) => number {
	const known = new Map<number, number>();
	return (mentions) => {
		const p = known.get(mentions) ?? Math.min(compare(sides, mentions, 0).p, compare(sides, 0, mentions).p);
		known.set(mentions, p);
		return p;
	};
}

/** The words that are frequent enough to stand out among the others; one that a list leaves out is taken at its most. */
function frequentWords<T extends Known>(sides: MoverSides, words: readonly T[]): T[] {
	const most = { a: leastListed(sides.a), b: leastListed(sides.b) };
	const best = attainable(sides);
	const kept = worthTesting(
		words.map(({ a, b }) => best((a ?? most.a) + (b ?? most.b))),
		FALSE
	);
	return words.filter((_, index) => kept[index]);
}

/** The smallest p-value that a word can have, whatever its count on a side that does not list it. */
function bestOf(sides: MoverSides, { a, b }: Known): number {
	if (a !== null && b !== null) return compare(sides, a, b).p;
	const possible = [0, leastListed(a === null ? sides.a : sides.b)];
	return Math.min(...possible.map((count) => compare(sides, a ?? count, b ?? count).p));
}

/**
 * The words that only one side lists and that could still stand out: those whose count is worth a question, the most
 * promising first. A word that is not listed is not zero, but it has at most as many as the last listed word: these
 * are the words that would stand if each had the best count that it can have.
 * @param exact the counts that are known already
 */
export function promisingWords(
	sides: MoverSides,
	omitted: readonly string[],
	exact: ExactCounts = NONE
): CensoredWord[] {
	if (isTooLittle(sides)) return [];
	return promisingOf(sides, frequentWords(sides, knownWords(sides, omitted, exact)));
}

/** The same, of words that are known to be frequent. */
function promisingOf(sides: MoverSides, frequent: readonly Known[]): CensoredWord[] {
	const known = frequent.map((word) => ({ ...word, p: bestOf(sides, word) }));
	const stands = falseDiscoveries(
		known.map(({ p }) => p),
		FALSE
	);
	return known
		.filter(({ a, b }, index) => (a === null || b === null) && stands[index])
		.map(({ word, a, p }): CensoredWord => ({ word, missing: a === null ? 'a' : 'b', p }))
		.toSorted((one, other) => one.p - other.p);
}

const isTooLittle = ({ a, b }: MoverSides) => Math.min(a.interactions, b.interactions) < FEWEST_MESSAGES;

type Counted = { word: string; a: number; b: number };
type Tested = WordLean & { a: MoverCount; b: MoverCount; difference: number; low: number; high: number };

const isCounted = (known: Known): known is Counted => known.a !== null && known.b !== null;

/**
 * The test of each counted word: its p-value is that of its shares of all interactions. Its ζ compares it with the
 * other words and ranks it. Where the two point to different sides it proves nothing: then all messages have become
 * longer or shorter, and its p-value is 1.
 */
function testWords(sides: MoverSides, words: readonly Counted[]): Tested[] {
	const leans = wordLeans(words.map((word) => ({ ...word, background: word.a + word.b })));
	return words.map(({ a, b }, index) => {
		const lean = leans[index]!;
		const { estimate: difference, low, high, p } = compare(sides, a, b);
		const agrees = Math.sign(difference) === Math.sign(lean.zeta);
		const counts = { a: shareOf(a, sides.a), b: shareOf(b, sides.b) };
		return { ...lean, ...counts, difference, low, high, p: agrees ? p : 1 };
	});
}

function moverOf(sides: MoverSides, score: Score, { delta: _, ...tested }: Tested): Mover {
	const { keywords, whole = null } = tested.difference > 0 ? sides.a : sides.b;
	const counts = keywords.find(({ keyword }) => keyword === tested.word) ?? null;
	const rated = counts && ratedTotal(counts);
	const spread = counts && spreadOfWord(counts, whole);
	const shown = counts && spread && shownScore(counts, spread, score);
	return {
		...tested,
		text: isolateText(tested.word, LONGEST_KEYWORD),
		rated,
		score: shown && { value: shown.value, low: shown.low, high: shown.high },
		decimals: shown?.decimals ?? 0,
		certain: rated !== null && tooSmall(rated) === 'ok',
		mood: counts && spread && moodOf(counts, spread, score)
	};
}

/**
 * What people surely feel who use a word: on which side of 0 the interval of net sentiment lies. Where the score leaves
 * neutral messages out, so does this, so that a word called negative is one whose printed interval says so.
 */
function moodOf(counts: SentimentCounts, spread: { phi: number }, score: Score): Mood | null {
	const isOfRated = score === 'net-rated' || score === 'positive-of-rated';
	const shown = shownScore(counts, spread, isOfRated ? 'net-rated' : 'net');
	if (shown === null) return null;
	return shown.high < 0 ? 'negative' : shown.low > 0 ? 'positive' : null;
}

/**
 * The words that one side has more of than the other, beyond chance. All words that are frequent enough to stand out
 * share one false discovery rate of 5 %. A word that one list leaves out is compared by its exact count; without one it proves nothing, but
 * counts as compared, since it was looked at.
 */
export function keywordMovers(
	sides: MoverSides,
	exact: ExactCounts,
	{ omitted, score }: { omitted: readonly string[]; score: Score }
): KeywordMovers {
	if (isTooLittle(sides)) return { more: [], less: [], compared: 0, left: 0, isTooLittle: true };
	const all = knownWords(sides, omitted, exact);
	const frequent = frequentWords(sides, all);
	const isFrequent = new Set(frequent.map(({ word }) => word));
	const tested = testWords(sides, all.filter(isCounted)).filter(({ word }) => isFrequent.has(word));
	const unproven = Array.from({ length: frequent.length - tested.length }, () => 1);
	const stands = falseDiscoveries([...tested.map(({ p }) => p), ...unproven], FALSE);
	const movers = tested
		.filter((_, index) => stands[index])
		.toSorted((one, other) => Math.abs(other.zeta) - Math.abs(one.zeta))
		.map((word) => moverOf(sides, score, word));
	const left = promisingOf(sides, frequent).length;
	return {
		more: movers.filter(({ difference }) => difference > 0),
		less: movers.filter(({ difference }) => difference < 0),
		compared: frequent.length - left,
		left,
		isTooLittle: false
	};
}
