import type {
	DistributionData,
	SentimentStackData,
	SentimentTrendData,
	VolumeTrendData
} from '$lib/charts/chart-data';
import type { DrawingPair } from '$lib/charts/drawing';
import type { Dispersion } from '$lib/analytics/overdispersion';
import { pool, ratedTotal } from '$lib/analytics/score';
import type { CommunityClient } from '$lib/community/client';
import type {
	Answer,
	Distribution,
	KeywordList,
	SentimentSeries,
	VolumeSeries
} from '$lib/community/answers';
import type { SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import type { Drawings } from '$lib/server/drawings/drawings';
import { askBrands, askEachBrand, statisticsQuery, type Asked, type Before, type BrandAnswers } from './ask';
import { askDispersion, dispersionOf } from './dispersion';
import { keywordTable, type KeywordTable } from './keyword-table';
import {
	keyNumbersPanel,
	volumeNumbersPanel,
	type KeyNumbersPanel,
	type VolumeNumbersPanel
} from './overview-numbers';
import { askCoverage, volumeBreaks, type CoveragePanel } from './mix-break';
import { sentimentSplit } from './sentiment-split';
import { sentimentStack } from './sentiment-stack';
import { sentimentTrend } from './sentiment-trend';
import { askShareOfVoice, type ShareOfVoice } from './share-of-voice';
import { drawings } from './shared-drawings';
import { drawMultiples, drawsLines } from './small-multiples';
import { askUnusualDays, historyView, marksSoon, type UnusualDaysPanel } from './unusual-days';
import type { BrandInView, Compared, View } from './view';
import { volumeTrend } from './volume-trend';
import { askWaysOut, type WayOut } from './ways-out';

/**
 * What a chart panel holds: the numbers, their drawing (null where a browser that draws itself asked for the data
 * alone), and the names of brands that could not be loaded.
 */
export type ChartPanel<T> = { data: T; drawing: DrawingPair | null; missing: string[] };

/** With a comparison: the names of brands whose compared days could not be loaded, or null when none could. */
type Earlier = { missingBefore: string[] | null };

export type TrendPanel =
	| ({ chart: 'line' } & ChartPanel<SentimentTrendData> & Earlier)
	| ({ chart: 'multiples' } & MultiplesPanel)
	| ({ chart: 'stack' } & ChartPanel<SentimentStackData>);

/** One chart for each line: their drawings by the key of the line. */
type MultiplesPanel = Omit<ChartPanel<SentimentTrendData>, 'drawing'> &
	Earlier & { drawings: Record<string, DrawingPair> | null };

/**
 * The split with what the host counts when it is asked for all brands at once, where that is not what the brands add
 * up to; null where it is, and where nothing could be checked.
 */
export type SplitPanel = ChartPanel<DistributionData> & { pooled: { sum: number; pooled: number } | null };

export type OverviewPanels = {
	keyNumbers: Panel<KeyNumbersPanel>;
	volumeNumbers: Panel<VolumeNumbersPanel>;
	trend: Panel<TrendPanel>;
	split: Panel<SplitPanel>;
	volume: Panel<ChartPanel<VolumeTrendData> & Earlier>;
	keywords: Panel<KeywordTable>;
	unusual: Panel<UnusualDaysPanel>;
	voice: Panel<ShareOfVoice | null>;
	coverage: Panel<CoveragePanel>;
	/** Where nothing matches: which filters to take away. Null where something does. */
	nothing: Panel<WayOut[] | null>;
};

export type Pending<T> = { [K in keyof T]: Promise<T[K]> };

/** For each panel one promise a brand, which resolves when all that the panel needs of the brand has come, or failed. */
export type Arrivals = Record<keyof OverviewPanels, Promise<null>[]>;

const namesOf = (answers: BrandAnswers<unknown>) => answers.missing.map((brand) => brand.name);

const withoutSentiment = (view: View): View => ({
	...view,
	filters: { ...view.filters, sentiments: [] },
	compared: view.compared && { ...view.compared, view: withoutSentiment(view.compared.view) }
});

const seriesQuery = ({ plan }: View, query: StatisticsQuery): SeriesQuery => ({
	...query,
	scale: plan.scale,
	...(plan.bucketMinutes === null ? {} : { bucket_minutes: plan.bucketMinutes })
});

const emptySeries = ({ plan: { scale, bucketMinutes } }: View) => ({ scale, bucketMinutes, buckets: [] });

type Question<T> = Parameters<typeof askBrands<T>>;

const distributionQuestion = (client: CommunityClient, view: View): Question<Distribution> => [
	view,
	(query) => client.sentimentDistribution(query),
	{ platforms: [] }
];

/** Rated messages by bucket, for `askBrands`. */
export const sentimentQuestion = (client: CommunityClient, view: View): Question<SentimentSeries> => [
	view,
	(query) => client.sentimentSeries(seriesQuery(view, query)),
	emptySeries(view)
];

/** Interactions by type and bucket, for `askBrands`. */
export const volumeQuestion = (client: CommunityClient, view: View): Question<VolumeSeries> => [
	view.sentimentEverywhere ? view : withoutSentiment(view),
	(query) => client.volumeSeries(seriesQuery(view, query)),
	emptySeries(view)
];

/** One call for each brand: its messages by platform and sentiment. */
export const askDistribution = (client: CommunityClient, view: View): Asked<Distribution>['all'] =>
	askEachBrand(...distributionQuestion(client, view));

/** One call for each brand: the same by bucket. */
export const askSentiment = (client: CommunityClient, view: View): Asked<SentimentSeries>['all'] =>
	askEachBrand(...sentimentQuestion(client, view));

/**
 * One call for each brand: its interactions by type and bucket. The sentiment filter goes where the host is known
 * to take it: of the live API only the distribution and the sentiment series document it.
 */
export const askVolume = (client: CommunityClient, view: View): Asked<VolumeSeries>['all'] =>
	askEachBrand(...volumeQuestion(client, view));

/** One call for all brands together: their most mentioned keywords, filtered as the volume is. */
export function askKeywords(
	client: CommunityClient,
	view: View,
	limit?: number
): Promise<Answer<KeywordList>> {
	const query = pooledQuery(view.sentimentEverywhere ? view : withoutSentiment(view));
	if (query === null) return Promise.resolve({ value: { keywords: [] }, asOf: view.now, stale: false });
	return client.topKeywords(limit === undefined ? query : { ...query, limit });
}

function pooledQuery(view: View): StatisticsQuery | null {
	const ids = view.brands.map((brand) => brand.id);
	return ids.length === 0 ? null : statisticsQuery(view.filters, view.plan.range, ids);
}

/** What was rated, for the numbers and for the charts; `earlier` is null without a comparison. */
type RatedQuestions = {
	sentiment: Asked<SentimentSeries>;
	distribution: Asked<Distribution>;
	earlier: Asked<SentimentSeries> | null;
};

function askRated(client: CommunityClient, view: View): RatedQuestions {
	return {
		sentiment: askBrands(...sentimentQuestion(client, view)),
		distribution: askBrands(...distributionQuestion(client, view)),
		earlier: view.compared && askBrands(...sentimentQuestion(client, view.compared.view))
	};
}

type VolumeQuestions = { volume: Asked<VolumeSeries>; earlier: Asked<VolumeSeries> | null };

const askVolumes = (client: CommunityClient, view: View): VolumeQuestions => ({
	volume: askBrands(...volumeQuestion(client, view)),
	earlier: view.compared && askBrands(...volumeQuestion(client, view.compared.view))
});

type Questions = {
	/** The shares of the key numbers ignore the sentiment filter, since a share of what was filtered says nothing. */
	ratedInAll: RatedQuestions;
	rated: RatedQuestions;
	volumeInAll: VolumeQuestions;
	volume: VolumeQuestions;
	keywords: Promise<Answer<KeywordList>>;
	earlierKeywords: Promise<Answer<KeywordList>> | null;
	/** How much the days of all messages vary, whatever words are filtered for: now, and in the compared days. */
	whole: Promise<Answer<Dispersion>>;
	earlierWhole: Promise<Answer<Dispersion>> | null;
	/** The days before the view, by which unusual ones are told. */
	unusual: Promise<Answer<UnusualDaysPanel>>;
	/** One call for all brands together, against which their sum is checked; null where there is no sum. */
	pooled: Promise<Answer<Distribution>> | null;
};

/** A keyword that is missing from the compared list is not known, so the list is asked to be as long as it can be. */
const MOST_EARLIER_KEYWORDS = 500;

/**
 * Everything that the overview asks, in the order in which a host that answers few questions at a time shall answer
 * them: first what the numbers at the top, the trend and the split need.
 */
function askQuestions(client: CommunityClient, view: View): Questions {
	const isFiltered = view.filters.sentiments.length > 0;
	const unfiltered = withoutSentiment(view);
	const { compared } = view;
	const ratedInAll = askRated(client, unfiltered);
	const rated = isFiltered ? askRated(client, view) : ratedInAll;
	const query = view.brands.length > 1 ? pooledQuery(view) : null;
	const pooled = query && client.sentimentDistribution(query);
	const volume = askVolumes(client, view);
	const volumeInAll = isFiltered ? askVolumes(client, unfiltered) : volume;
	const keywords = askKeywords(client, view);
	const earlierKeywords = compared && askKeywords(client, compared.view, MOST_EARLIER_KEYWORDS);
	const whole = askWhole(client, unfiltered, ratedInAll.sentiment);
	const earlierWhole = compared && askWhole(client, compared.view, ratedInAll.earlier);
	const unusual = askUnusual(client, view, rated.sentiment.all, volume.volume.all);
	// Several panels read each answer; none of them may be the one that leaves a rejection without a listener.
	const shared = { keywords, earlierKeywords, whole, earlierWhole, pooled, unusual };
	for (const question of Object.values(shared)) question?.catch(() => undefined);
	return { ratedInAll, rated, volumeInAll, volume, ...shared };
}

/** Without a filter for words the brands have been asked already. */
async function askWhole(
	client: CommunityClient,
	view: View,
	asked: Asked<SentimentSeries> | null
): Promise<Answer<Dispersion>> {
	if (asked === null || view.filters.query !== '') return askDispersion(client, view);
	const { value, ...age } = await asked.all;
	const series = value.answers.map((answer) => answer.value);
	return { value: dispersionOf(view, series, age.asOf), ...age };
}

function askUnusual(
	client: CommunityClient,
	view: View,
	sentiment: Asked<SentimentSeries>['all'],
	volume: Asked<VolumeSeries>['all']
): Promise<Answer<UnusualDaysPanel>> {
	const history = historyView(view);
	const before = history && {
		view: history,
		sentiment: askSentiment(client, history),
		volume: askVolume(client, history)
	};
	return askUnusualDays(view, { sentiment, volume }, before);
}

const orNull = <T>(promise: Promise<T> | null | undefined): Promise<T | null> =>
	promise ? promise.catch(() => null) : Promise.resolve(null);

const beforeOf = <T>(compared: Compared | null, answer: Answer<BrandAnswers<T>> | null): Before<T> | null =>
	compared && answer ? { compared, answers: answer.value } : null;

const missingBefore = (view: View, answer: Answer<BrandAnswers<unknown>> | null): string[] | null =>
	view.compared === null ? [] : answer && namesOf(answer.value);

/** The age of a panel: that of its older part, stale when one is. */
const together = (...parts: (Answer<unknown> | null)[]) => {
	const known = parts.filter((part) => part !== null);
	return { asOf: Math.min(...known.map(({ asOf }) => asOf)), stale: known.some(({ stale }) => stale) };
};

async function keyNumbersOf(view: View, { ratedInAll }: Questions): Promise<Answer<KeyNumbersPanel>> {
	const [distribution, sentiment, earlier] = await Promise.all([
		ratedInAll.distribution.all,
		orNull(ratedInAll.sentiment.all),
		orNull(ratedInAll.earlier?.all)
	]);
	return keyNumbersPanel(withoutSentiment(view), { distribution, sentiment, earlier });
}

async function volumeNumbersOf(
	view: View,
	{ ratedInAll, volumeInAll }: Questions
): Promise<Answer<VolumeNumbersPanel>> {
	const [volume, sentiment, earlierVolume, earlierSentiment] = await Promise.all([
		volumeInAll.volume.all,
		ratedInAll.sentiment.all,
		orNull(volumeInAll.earlier?.all),
		orNull(ratedInAll.earlier?.all)
	]);
	const answers = { volume, sentiment, earlierVolume, earlierSentiment };
	return volumeNumbersPanel(withoutSentiment(view), answers);
}

async function trendOf(
	view: View,
	{ rated, unusual }: Questions,
	pens: Drawings | null
): Promise<Answer<TrendPanel>> {
	const isLine = drawsLines(view);
	const earlier = isLine ? orNull(rated.earlier?.all) : null;
	const answer = await rated.sentiment.all;
	const { value: answers, asOf } = answer;
	const missing = namesOf(answers);
	if (!isLine) {
		const data = sentimentStack(view, answers, asOf);
		const drawing = pens?.sentimentStack(data) ?? null;
		return { ...answer, value: { chart: 'stack', data, drawing, missing } };
	}
	const previous = await earlier;
	const marks = await marksSoon(view, unusual);
	const data = { ...sentimentTrend(view, answers, asOf, beforeOf(view.compared, previous)), marks };
	const shared = { data, missing, missingBefore: missingBefore(view, previous) };
	const value: TrendPanel =
		view.filters.chart === 'multiples'
			? { chart: 'multiples', ...shared, drawings: pens && drawMultiples(pens, data) }
			: { chart: 'line', ...shared, drawing: pens?.sentimentTrend(data) ?? null };
	return { value, ...together(answer, previous) };
}

async function splitOf(
	view: View,
	{ rated, pooled }: Questions,
	pens: Drawings | null
): Promise<Answer<SplitPanel>> {
	const [answer, together, sentiment] = await Promise.all([
		rated.distribution.all,
		orNull(pooled),
		orNull(rated.sentiment.all)
	]);
	const data = sentimentSplit(view, answer.value, sentiment);
	const missing = namesOf(answer.value);
	const sum = ratedTotal(pool(answer.value.answers.flatMap(({ value }) => value.platforms)));
	const whole = together && ratedTotal(pool(together.value.platforms));
	const differs = missing.length === 0 && whole !== null && whole !== sum;
	return {
		...answer,
		value: {
			data,
			drawing: pens?.sentimentSplit(data) ?? null,
			missing,
			pooled: differs ? { sum, pooled: whole } : null
		}
	};
}

async function volumeOf(
	view: View,
	{ volume }: Questions,
	pens: Drawings | null
): Promise<Answer<ChartPanel<VolumeTrendData> & Earlier>> {
	const [answer, previous] = await Promise.all([volume.volume.all, orNull(volume.earlier?.all)]);
	const missing = namesOf(answer.value);
	const before = missingBefore(view, previous);
	// A total of other brands is no comparison.
	const isComparable = missing.length === 0 && before?.length === 0;
	const comparable = isComparable ? beforeOf(view.compared, previous) : null;
	const breaks = volumeBreaks(view, answer.value, answer.asOf);
	const data = { ...volumeTrend(view, answer.value, answer.asOf, comparable), breaks };
	const drawing = pens?.volumeTrend(data) ?? null;
	return { value: { data, drawing, missing, missingBefore: before }, ...together(answer, previous) };
}

async function keywordsOf(view: View, questions: Questions): Promise<Answer<KeywordTable>> {
	const [answer, earlier, whole, earlierWhole] = await Promise.all([
		questions.keywords,
		orNull(questions.earlierKeywords),
		orNull(questions.whole),
		orNull(questions.earlierWhole)
	]);
	const [current, previous] = [whole?.value ?? null, earlierWhole?.value ?? null];
	const before = earlier && current && previous && { list: earlier.value, current, previous };
	return { value: keywordTable(view, answer.value, current, before), ...together(answer, earlier) };
}

/** One promise a brand, for when all of these questions have been answered for it. */
function arrivalsOf(view: View, questions: (Asked<unknown> | null)[]): Promise<null>[] {
	const asked = questions.filter((question) => question !== null);
	return view.brands.map((_, index) => Promise.all(asked.map(({ each }) => each[index])).then(() => null));
}

/** Whether nothing matches the view; only what is rated can match a sentiment. */
async function isEmpty(view: View, { rated, volume }: Questions): Promise<boolean> {
	const [{ value: sentiment }, { value: interactions }] = await Promise.all([
		rated.distribution.all,
		volume.volume.all
	]);
	if (sentiment.missing.length + interactions.missing.length > 0) return false;
	const buckets = interactions.answers.flatMap(({ value }) => value.buckets);
	const isUnrated = view.filters.sentiments.length === 0 && buckets.some(({ total }) => total > 0);
	return !isUnrated && ratedTotal(pool(sentiment.answers.flatMap(({ value }) => value.platforms))) === 0;
}

/** `brands` are all that can be seen, for what there would be without a choice of them. */
type Options = { report: Report; withDrawings: boolean; brands?: readonly BrandInView[] };

/** Ask everything that the overview shows: its panels, which settle separately, and the brands as they arrive. */
export function startOverview(
	client: CommunityClient,
	view: View,
	{ report, withDrawings, brands = view.brands }: Options
): { panels: Pending<OverviewPanels>; arrivals: Arrivals } {
	const pens = withDrawings ? drawings() : null;
	const questions = askQuestions(client, view);
	const { ratedInAll, rated, volumeInAll, volume } = questions;
	const isLine = drawsLines(view);
	return {
		panels: {
			keyNumbers: settle(keyNumbersOf(view, questions), report),
			volumeNumbers: settle(volumeNumbersOf(view, questions), report),
			trend: settle(trendOf(view, questions, pens), report),
			split: settle(splitOf(view, questions, pens), report),
			volume: settle(volumeOf(view, questions, pens), report),
			keywords: settle(keywordsOf(view, questions), report),
			unusual: settle(questions.unusual, report),
			voice: settle(
				askShareOfVoice(view, {
					distribution: ratedInAll.distribution.all,
					volume: volumeInAll.volume.all,
					sentiment: ratedInAll.sentiment.all
				}),
				report
			),
			coverage: settle(
				askCoverage(view, { sentiment: ratedInAll.sentiment.all, volume: volumeInAll.volume.all }, pens),
				report
			),
			nothing: settle(
				askWaysOut(
					client,
					view,
					brands,
					isEmpty(view, questions).catch(() => false)
				),
				report
			)
		},
		arrivals: {
			keyNumbers: arrivalsOf(view, [ratedInAll.distribution, ratedInAll.sentiment, ratedInAll.earlier]),
			volumeNumbers: arrivalsOf(view, [
				ratedInAll.sentiment,
				ratedInAll.earlier,
				volumeInAll.volume,
				volumeInAll.earlier
			]),
			trend: arrivalsOf(view, [rated.sentiment, isLine ? rated.earlier : null]),
			split: arrivalsOf(view, [rated.distribution, rated.sentiment]),
			volume: arrivalsOf(view, [volume.volume, volume.earlier]),
			keywords: [],
			unusual: [],
			voice: arrivalsOf(view, [ratedInAll.distribution, ratedInAll.sentiment, volumeInAll.volume]),
			coverage: arrivalsOf(view, [ratedInAll.sentiment, volumeInAll.volume]),
			nothing: []
		}
	};
}
