import { pool, ratedTotal } from '$lib/analytics/score';
import { isComplete } from '$lib/calendar/buckets';
import type {
	DistributionData,
	SentimentStackData,
	SentimentTrendData,
	VolumeTrendData
} from '$lib/charts/chart-data';
import type { DrawingPair } from '$lib/charts/drawing';
import type { Drawings } from '$lib/server/drawings/drawings';
import type { CommunityClient } from '$lib/community/client';
import type { Answer, Distribution, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import { drawings } from './shared-drawings';
import { askEachBrand, statisticsQuery, type BrandAnswers } from './ask';
import { keyNumbers, type KeyNumbers } from './key-numbers';
import { keywordTable, type KeywordTable } from './keyword-table';
import { sentimentSplit } from './sentiment-split';
import { sentimentStack } from './sentiment-stack';
import { countsByBucket, sentimentTrend } from './sentiment-trend';
import { volumeByBucket, volumeTrend } from './volume-trend';
import type { View } from './view';

/**
 * What a chart panel holds: the numbers, their drawing (null where a browser that draws itself asked for the data
 * alone), and the names of brands that could not be loaded.
 */
export type ChartPanel<T> = { data: T; drawing: DrawingPair | null; missing: string[] };

export type TrendPanel =
	| ({ chart: 'line' } & ChartPanel<SentimentTrendData>)
	| ({ chart: 'stack' } & ChartPanel<SentimentStackData>);

export type BrandStanding = { name: string; value: number; n: number };

export type KeyNumbersPanel = { numbers: KeyNumbers; standings: BrandStanding[]; missing: string[] };

export type OverviewPanels = {
	keyNumbers: Panel<KeyNumbersPanel>;
	trend: Panel<TrendPanel>;
	split: Panel<ChartPanel<DistributionData>>;
	volume: Panel<ChartPanel<VolumeTrendData>>;
	keywords: Panel<KeywordTable>;
};

export type Pending<T> = { [K in keyof T]: Promise<T[K]> };

const namesOf = (answers: BrandAnswers<unknown>) => answers.missing.map((brand) => brand.name);

/** The same answer with its value turned into something else; age and staleness stay. */
async function derive<A, B>(
	answer: Promise<Answer<A>>,
	change: (value: A, asOf: number) => B
): Promise<Answer<B>> {
	const { value, asOf, stale } = await answer;
	return { value: change(value, asOf), asOf, stale };
}

type Questions = {
	distribution: Promise<Answer<BrandAnswers<Distribution>>>;
	sentiment: Promise<Answer<BrandAnswers<SentimentSeries>>>;
	volume: Promise<Answer<BrandAnswers<VolumeSeries>>>;
};

const withoutSentiment = (view: View): View => ({ ...view, filters: { ...view.filters, sentiments: [] } });

const seriesQuery = ({ plan }: View, query: StatisticsQuery): SeriesQuery => ({
	...query,
	scale: plan.scale,
	...(plan.bucketMinutes === null ? {} : { bucket_minutes: plan.bucketMinutes })
});

const emptySeries = ({ plan: { scale, bucketMinutes } }: View) => ({ scale, bucketMinutes, buckets: [] });

/** One call for each brand: its messages by platform and sentiment. */
export const askDistribution = (client: CommunityClient, view: View): Questions['distribution'] =>
	askEachBrand(view, (query) => client.sentimentDistribution(query), { platforms: [] });

/** One call for each brand: the same by bucket. */
export const askSentiment = (client: CommunityClient, view: View): Questions['sentiment'] =>
	askEachBrand(view, (query) => client.sentimentSeries(seriesQuery(view, query)), emptySeries(view));

/**
 * One call for each brand: its interactions by type and bucket. The sentiment filter goes where the host is known
 * to take it: of the live API only the distribution and the sentiment series document it.
 */
export const askVolume = (client: CommunityClient, view: View): Questions['volume'] =>
	askEachBrand(
		view.sentimentEverywhere ? view : withoutSentiment(view),
		(query) => client.volumeSeries(seriesQuery(view, query)),
		emptySeries(view)
	);

/** One call for each brand and question, all at once. */
function askQuestions(client: CommunityClient, view: View): Questions {
	const questions: Questions = {
		distribution: askDistribution(client, view),
		sentiment: askSentiment(client, view),
		volume: askVolume(client, view)
	};
	// Several panels read each answer; none of them may be the one that leaves a rejection without a listener.
	for (const question of Object.values(questions)) question.catch(() => undefined);
	return questions;
}

/** One call for all brands together: their most mentioned keywords, filtered as the volume is. */
export function askKeywords(client: CommunityClient, view: View) {
	const ids = view.brands.map((brand) => brand.id);
	const { filters } = view.sentimentEverywhere ? view : withoutSentiment(view);
	const query = ids.length === 0 ? null : statisticsQuery(filters, view.plan.range, ids);
	return query === null
		? Promise.resolve({ value: { keywords: [] }, asOf: view.now, stale: false })
		: client.topKeywords(query);
}

/** The key numbers need two answers; the third, volume, may be missing without taking the others away. */
async function askKeyNumbers(view: View, questions: Questions): Promise<Answer<KeyNumbersPanel>> {
	const [distribution, sentiment, volume] = await Promise.all([
		questions.distribution,
		questions.sentiment.catch(() => null),
		questions.volume.catch(() => null)
	]);
	const complete = view.buckets.map((bucket) => isComplete(bucket, distribution.asOf) && !bucket.partial);
	const onlyComplete = <T>(values: T[]) => values.filter((_, index) => complete[index]);
	const series = sentiment?.value.answers.map((answer) => answer.value) ?? [];
	const buckets = onlyComplete(countsByBucket(view, series));
	const volumes = volume?.value.answers.map((answer) => answer.value);
	const totals = volumes && volumeByBucket(view, volumes);
	const { answers } = distribution.value;
	const counts = pool(answers.flatMap((answer) => answer.value.platforms));
	const numbers = keyNumbers({
		counts,
		buckets,
		volume: totals
			? {
					total: totals.reduce((a, b) => a + b, 0),
					buckets: onlyComplete(totals),
					rated: buckets.map(ratedTotal)
				}
			: null,
		score: view.filters.score
	});
	const standings = answers.flatMap(({ brand, value }): BrandStanding[] => {
		const own = pool(value.platforms);
		const n = ratedTotal(own);
		return n === 0 ? [] : [{ name: brand.name, value: (own.positive - own.negative) / n, n }];
	});
	const parts = [distribution, ...(sentiment ? [sentiment] : []), ...(volume ? [volume] : [])];
	return {
		value: { numbers, standings, missing: namesOf(distribution.value) },
		asOf: Math.min(...parts.map((part) => part.asOf)),
		stale: parts.some((part) => part.stale)
	};
}

function trendPanel(
	view: View,
	answers: BrandAnswers<SentimentSeries>,
	asOf: number,
	pens: Drawings | null
): TrendPanel {
	const missing = namesOf(answers);
	if (view.filters.chart === 'line') {
		const data = sentimentTrend(view, answers, asOf);
		return { chart: 'line', data, drawing: pens?.sentimentTrend(data) ?? null, missing };
	}
	const data = sentimentStack(view, answers, asOf);
	return { chart: 'stack', data, drawing: pens?.sentimentStack(data) ?? null, missing };
}

/**
 * Ask everything that the overview shows. The panels settle separately and none of the promises rejects. The shares
 * of the key numbers ignore the sentiment filter, since a share of what was filtered says nothing.
 */
export function askOverview(
	client: CommunityClient,
	view: View,
	{ report, withDrawings }: { report: Report; withDrawings: boolean }
): Pending<OverviewPanels> {
	const pens = withDrawings ? drawings() : null;
	const questions = askQuestions(client, view);
	const isFiltered = view.filters.sentiments.length > 0;
	const unfiltered = withoutSentiment(view);
	const allSentiments = isFiltered ? askQuestions(client, unfiltered) : questions;
	return {
		keyNumbers: settle(askKeyNumbers(unfiltered, allSentiments), report),
		trend: settle(
			derive(questions.sentiment, (answers, asOf) => trendPanel(view, answers, asOf, pens)),
			report
		),
		split: settle(
			derive(questions.distribution, (answers) => {
				const data = sentimentSplit(view, answers);
				return { data, drawing: pens?.sentimentSplit(data) ?? null, missing: namesOf(answers) };
			}),
			report
		),
		volume: settle(
			derive(questions.volume, (answers, asOf) => {
				const data = volumeTrend(view, answers, asOf);
				return { data, drawing: pens?.volumeTrend(data) ?? null, missing: namesOf(answers) };
			}),
			report
		),
		keywords: settle(
			derive(askKeywords(client, view), (list) => keywordTable(view, list)),
			report
		)
	};
}
