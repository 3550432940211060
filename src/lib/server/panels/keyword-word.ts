import type { SentimentTrendData, VolumeTrendData } from '$lib/charts/chart-data';
import type { Answer } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import { readQuery } from '$lib/filters/read-value';
import { isolateText } from '$lib/format/isolate-text';
import type { Drawings } from '$lib/server/drawings/drawings';
import type { Before, BrandAnswers } from './ask';
import { wholeView } from './dispersion';
import { wordCounts, type WordCountsPanel } from './keyword-counts';
import { askPooledKeywords } from './keyword-list';
import { wordTrend, type WordTrend } from './keyword-trend';
import { askDistribution, askSentiment, askVolume, type ChartPanel, type Pending } from './overview';
import { drawings } from './shared-drawings';
import type { View } from './view';
import { volumeTrend } from './volume-trend';

const LONGEST_SHOWN = 60;
const MOST_COMPANIONS = 12;

/** A word or phrase that is looked at: `query` asks for it, `text` may be shown. */
export type Word = { word: string; query: string; text: string };

/** A word that stands in the same interactions, with their number. */
export type Companion = { word: string; text: string; total: number };

export type WordTrendPanel = ChartPanel<SentimentTrendData> & WordTrend;

export type WordPanels = {
	counts: Panel<WordCountsPanel>;
	trend: Panel<WordTrendPanel>;
	volume: Panel<ChartPanel<VolumeTrendData>>;
	companions: Panel<Companion[]>;
};

/**
 * The word that a link names, tidied as the host reads it: commas mean "any of them". Null for a text without
 * anything but spaces and commas, which would ask for everything.
 */
export function wordOf(text: string | null): Word | null {
	const reading = readQuery(text ?? '');
	const query = reading.ok ? reading.value : '';
	return query === '' ? null : { word: query, query, text: isolateText(query, LONGEST_SHOWN) };
}

/**
 * The view with the word in place of the filter for words, and of all sentiments: a share of what was filtered says
 * nothing.
 */
function viewOfWord(view: View, { query }: Word): View {
	const ofWord = (one: View): View => ({ ...one, filters: { ...one.filters, query, sentiments: [] } });
	const { compared } = view;
	return { ...ofWord(view), compared: compared && { ...compared, view: ofWord(compared.view) } };
}

async function askCompanions(
	client: CommunityClient,
	view: View,
	{ query }: Word
): Promise<Answer<Companion[]>> {
	const { value, ...age } = await askPooledKeywords(client, view, MOST_COMPANIONS + 1);
	const own = new Set(query.toLowerCase().split(/[\s,]+/u));
	const companions = value.keywords
		.filter(({ keyword }) => !own.has(keyword.toLowerCase()) && !view.filters.omitted.includes(keyword))
		.slice(0, MOST_COMPANIONS)
		.map(({ keyword, total }) => ({ word: keyword, text: isolateText(keyword, LONGEST_SHOWN), total }));
	return { value: companions, ...age };
}

const namesOf = ({ missing }: BrandAnswers<unknown>) => missing.map((brand) => brand.name);

/** Every question about a word, each put to each brand once, however many panels read the answer. */
function askQuestions(client: CommunityClient, view: View) {
	const { compared } = view;
	const questions = {
		distribution: askDistribution(client, view),
		volume: askVolume(client, view),
		sentiment: askSentiment(client, view),
		earlierVolume: compared === null ? null : askVolume(client, compared.view),
		earlierSentiment: compared === null ? null : askSentiment(client, compared.view),
		whole: askSentiment(client, wholeView(view)),
		earlierWhole: compared === null ? null : askSentiment(client, wholeView(compared.view))
	};
	for (const question of Object.values(questions)) question?.catch(() => undefined);
	return questions;
}
type Questions = ReturnType<typeof askQuestions>;

const ageOf = (parts: readonly (Answer<unknown> | null)[]) => {
	const known = parts.filter((part) => part !== null);
	return { asOf: Math.min(...known.map((part) => part.asOf)), stale: known.some((part) => part.stale) };
};

/** What is not there is null where others can do without it. */
const orNull = <T>(answer: Promise<T> | null): Promise<T | null> =>
	answer === null ? Promise.resolve(null) : answer.catch(() => null);

const beforeOf = <T>({ compared }: View, earlier: Answer<BrandAnswers<T>> | null): Before<T> | null =>
	compared && earlier && { compared, answers: earlier.value };

async function countsPanel(view: View, asked: Questions): Promise<Answer<WordCountsPanel>> {
	const [distribution, volume, sentiment, earlierVolume, earlierSentiment, whole, earlierWhole] =
		await Promise.all([
			asked.distribution,
			asked.volume,
			orNull(asked.sentiment),
			orNull(asked.earlierVolume),
			orNull(asked.earlierSentiment),
			orNull(asked.whole),
			orNull(asked.earlierWhole)
		]);
	const earlier = { earlierVolume, earlierSentiment, earlierWhole };
	const answers = { distribution, volume, sentiment, whole, ...earlier };
	const age = ageOf(Object.values(answers));
	return { value: wordCounts(view, answers, age.asOf), ...age };
}

async function trendPanel(
	view: View,
	asked: Questions,
	pens: Drawings | null
): Promise<Answer<WordTrendPanel>> {
	const [sentiment, earlier] = await Promise.all([asked.sentiment, orNull(asked.earlierSentiment)]);
	const { value, asOf, stale } = sentiment;
	const found = wordTrend(view, value, asOf, beforeOf(view, earlier));
	const drawing = found.isDrawn ? (pens?.sentimentTrend(found.data) ?? null) : null;
	return { value: { ...found, drawing, missing: namesOf(value) }, asOf, stale };
}

async function volumePanel(
	view: View,
	asked: Questions,
	pens: Drawings | null
): Promise<Answer<ChartPanel<VolumeTrendData>>> {
	const [{ value, asOf, stale }, earlier] = await Promise.all([asked.volume, orNull(asked.earlierVolume)]);
	const missing = namesOf(value);
	// A total of other brands is no comparison.
	const isComparable = missing.length === 0 && earlier?.value.missing.length === 0;
	const before = isComparable ? beforeOf(view, earlier) : null;
	const data = volumeTrend(view, value, asOf, before);
	return { value: { data, drawing: pens?.volumeTrend(data) ?? null, missing }, asOf, stale };
}

/** Ask everything about one word or phrase. The panels settle separately and none of the promises rejects. */
export function askWord(
	client: CommunityClient,
	whole: View,
	word: Word,
	{ report, withDrawings }: { report: Report; withDrawings: boolean }
): Pending<WordPanels> {
	const view = viewOfWord(whole, word);
	const pens = withDrawings ? drawings() : null;
	const asked = askQuestions(client, view);
	return {
		counts: settle(countsPanel(view, asked), report),
		trend: settle(trendPanel(view, asked, pens), report),
		volume: settle(volumePanel(view, asked, pens), report),
		companions: settle(askCompanions(client, view, word), report)
	};
}
