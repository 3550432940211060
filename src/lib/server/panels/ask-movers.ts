import type { Answer } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { isOneSided } from '$lib/filters/one-sided';
import type { Mood } from '$lib/filters/filters';
import { readQuery } from '$lib/filters/read-value';
import { askDispersion } from './dispersion';
import { ageOf, askable, askInteractions, askPooledKeywords, MOST_KEYWORDS } from './keyword-list';
import {
	keywordMovers,
	promisingWords,
	type CensoredWord,
	type ExactCounts,
	type KeywordMovers,
	type MoverSide
} from './keyword-movers';
import type { BrandInView, View } from './view';

/** How many words that only one list has are counted on the other side; each costs a question. */
export const MOST_COUNTED = 20;

/** The two views whose words are compared: now and before, or one brand and another. */
export type ComparedViews = { a: View; b: View };

/** Two brands, or null where two periods are compared. */
export type MoverBrands = { a: BrandInView; b: BrandInView } | null;

export type MoversPanel = KeywordMovers & {
	/** How many words stand out: in all, and of each mood. */
	stood: number;
	moods: Record<Mood, number>;
	/** The sentiment filter is on and the host took it, so that net sentiment would only repeat it. */
	isOneSided: boolean;
	/** Why words are left uncounted; null where none is. */
	uncounted: Uncounted | null;
};

/**
 * Why a word that only one list has was not counted on the other side: the view has a filter for words, beside which
 * no other word can be asked for; the host did not tell; or there were more of them than are asked for.
 */
export type Uncounted = 'word-filter' | 'failed' | 'many';

const ofBrand = (view: View, brand: BrandInView): View => ({ ...view, brands: [brand] });

/**
 * What the keywords of a view can be held against: the days that it is compared with, else the other one of exactly
 * two brands. Null where it has neither.
 */
export function comparedViews(view: View): (ComparedViews & { brands: MoverBrands }) | null {
	if (view.compared !== null) return { a: view, b: view.compared.view, brands: null };
	const [first, second, ...more] = view.brands;
	if (first === undefined || second === undefined || more.length > 0) return null;
	return { a: ofBrand(view, first), b: ofBrand(view, second), brands: { a: first, b: second } };
}

type Side = { side: MoverSide; age: Answer<unknown>[] };

async function askSide(client: CommunityClient, view: View): Promise<Side> {
	const [list, interactions, whole] = await Promise.all([
		askPooledKeywords(client, view, MOST_KEYWORDS),
		askInteractions(client, view),
		askDispersion(client, view).catch(() => null)
	]);
	const known = { keywords: list.value.keywords, interactions: interactions.value };
	return { side: { ...known, whole: whole?.value ?? null }, age: [list, interactions] };
}

/** Whether a question can be about this word alone: commas mean "or", and a filter for words cannot be narrowed. */
const isCountable = ({ filters }: View, { word }: CensoredWord) => {
	const reading = readQuery(word);
	return filters.query === '' && !word.includes(',') && reading.ok && reading.value === word;
};

/** The exact counts of some words, each on the side that does not list it. One that fails is left out. */
async function countWords(
	client: CommunityClient,
	views: ComparedViews,
	words: readonly CensoredWord[]
): Promise<ExactCounts> {
	const counts = words.map(async ({ word, missing }) => {
		const view = views[missing];
		const asked = { ...view, filters: { ...view.filters, query: word } };
		const answer = await askInteractions(client, asked).catch(() => null);
		return answer && ([word, answer.value] as const);
	});
	return new Map((await Promise.all(counts)).filter((count) => count !== null));
}

type Wanted = { words: readonly CensoredWord[]; exact: ExactCounts };

function uncountedWhy({ filters }: View, { words, exact }: Wanted): Uncounted {
	if (filters.query !== '') return 'word-filter';
	return words.some(({ word }) => !exact.has(word)) ? 'failed' : 'many';
}

function talliedMoods({ more, less }: KeywordMovers): Pick<MoversPanel, 'stood' | 'moods'> {
	const all = [...more, ...less];
	const countOf = (mood: Mood) => all.filter((mover) => mover.mood === mood).length;
	return { stood: all.length, moods: { negative: countOf('negative'), positive: countOf('positive') } };
}

/**
 * The words that one of two views has more of than the other: six questions, and one more for each of at most
 * `MOST_COUNTED` words that one list leaves out.
 * @throws the host's error where a list or a number of interactions could not be had
 */
export async function askMovers(
	client: CommunityClient,
	{ a, b }: ComparedViews
): Promise<Answer<MoversPanel>> {
	const views = { a: askable(a), b: askable(b) };
	const [sideA, sideB] = await Promise.all([askSide(client, views.a), askSide(client, views.b)]);
	const sides = { a: sideA.side, b: sideB.side };
	const { omitted, score } = a.filters;
	const wanted = promisingWords(sides, omitted).filter((word) => isCountable(views.a, word));
	const words = wanted.slice(0, MOST_COUNTED);
	const exact = await countWords(client, views, words);
	const movers = keywordMovers(sides, exact, { omitted, score });
	const uncounted = movers.left === 0 ? null : uncountedWhy(views.a, { words, exact });
	const value = {
		...movers,
		...talliedMoods(movers),
		isOneSided: a.sentimentEverywhere && isOneSided(a.filters),
		uncounted
	};
	return { value, ...ageOf([...sideA.age, ...sideB.age]) };
}
