import { pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval } from '$lib/analytics/score-interval';
import type { SentimentTrendData, Timeline, Triple, VolumeTrendData } from '$lib/charts/chart-data';
import type {
	Answer,
	Distribution,
	SentimentCounts,
	SentimentSeries,
	VolumeSeries
} from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import { readQuery } from '$lib/filters/read-value';
import { isolateText } from '$lib/format/isolate-text';
import { roundedShares } from '$lib/format/rounded-shares';
import type { BrandAnswers } from './ask';
import { askPooledKeywords } from './keyword-list';
import { wordTrend, type WordTrend } from './keyword-trend';
import { askDistribution, askSentiment, askVolume, type ChartPanel, type Pending } from './overview';
import { drawings } from './shared-drawings';
import { volumeByBucket } from './tally';
import { timelineOf } from './timeline';
import type { View } from './view';
import { volumeTrend } from './volume-trend';

const LONGEST_SHOWN = 60;
const MOST_COMPANIONS = 12;

/** A word or phrase that is looked at: `query` asks for it, `text` may be shown. */
export type Word = { word: string; query: string; text: string };

/**
 * The counts of one brand, or of all. `mentions` is the exact number of interactions with the word, null where the
 * host did not answer; `rated`, `shares` and `score` are null the same way, and the last two below ten messages.
 */
export type WordCount = {
	name: string;
	slot: number | null;
	mentions: number | null;
	rated: number | null;
	shares: Triple | null;
	score: { value: number; low: number; high: number } | null;
	certain: boolean;
	/** Mentions by bucket, for the small bars; empty where the host did not answer. */
	bars: number[];
};

export type WordCountsPanel = {
	/** One for each brand of the view. */
	brands: WordCount[];
	/** All of them together; null where one of several brands is missing. */
	total: WordCount | null;
	missing: string[];
	timeline: Timeline;
};

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

/** The view with the word in place of the filter for words, and of all sentiments: a share of what was filtered says nothing. */
export function viewOfWord(view: View, { query }: Word): View {
	return { ...view, filters: { ...view.filters, query, sentiments: [] } };
}

type Known = { mentions: VolumeSeries[] | null; sentiment: SentimentCounts | null };

function wordCount(view: View, name: string, slot: number | null, { mentions, sentiment }: Known): WordCount {
	const bars = mentions === null ? [] : volumeByBucket(view, mentions);
	const rated = sentiment && ratedTotal(sentiment);
	const enough = sentiment !== null && tooSmall(rated ?? 0) !== 'none';
	const interval = enough ? scoreInterval(sentiment, [], view.filters.score) : null;
	return {
		name,
		slot,
		mentions:
			mentions?.reduce((sum, { buckets }) => sum + buckets.reduce((n, { total }) => n + total, 0), 0) ?? null,
		rated,
		shares: enough
			? (roundedShares([sentiment.negative, sentiment.neutral, sentiment.positive]) as Triple)
			: null,
		score: interval && { value: interval.estimate, low: interval.low, high: interval.high },
		certain: rated !== null && tooSmall(rated) === 'ok',
		bars
	};
}

/** The exact counts by brand and in all, as of an instant, from one answer of each kind for each brand. */
export function wordCounts(
	view: View,
	distribution: BrandAnswers<Distribution>,
	volume: BrandAnswers<VolumeSeries>,
	asOf: number
): WordCountsPanel {
	const known = view.brands.map((brand) => {
		const mentions = volume.answers.find((answer) => answer.brand.id === brand.id);
		const sentiment = distribution.answers.find((answer) => answer.brand.id === brand.id);
		return {
			brand,
			mentions: mentions ? [mentions.value] : null,
			sentiment: sentiment ? pool(sentiment.value.platforms) : null
		};
	});
	const lacking = known.filter(({ mentions, sentiment }) => mentions === null || sentiment === null);
	const all: Known = {
		mentions: known.flatMap(({ mentions }) => mentions ?? []),
		sentiment: pool(known.flatMap(({ sentiment }) => sentiment ?? []))
	};
	return {
		brands: known.map(({ brand, ...own }) => wordCount(view, brand.name, brand.slot, own)),
		total: lacking.length === 0 ? wordCount(view, '', null, all) : null,
		missing: lacking.map(({ brand }) => brand.name),
		timeline: timelineOf(view, asOf)
	};
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

/** Ask everything about one word or phrase. The panels settle separately and none of the promises rejects. */
export function askWord(
	client: CommunityClient,
	whole: View,
	word: Word,
	{ report, withDrawings }: { report: Report; withDrawings: boolean }
): Pending<WordPanels> {
	const view = viewOfWord(whole, word);
	const pens = withDrawings ? drawings() : null;
	const volume = askVolume(client, view);
	volume.catch(() => undefined);
	const counts = Promise.all([askDistribution(client, view), volume]).then(([distribution, mentions]) => {
		const asOf = Math.min(distribution.asOf, mentions.asOf);
		const value = wordCounts(view, distribution.value, mentions.value, asOf);
		return { value, asOf, stale: distribution.stale || mentions.stale };
	});
	const trend = askSentiment(client, view).then(({ value, ...age }) => {
		const found = wordTrend(view, value, age.asOf);
		const drawing = pens?.sentimentTrend(found.data) ?? null;
		return { value: { ...found, drawing, missing: namesOf(value) }, ...age };
	});
	const byType = volume.then(({ value, ...age }) => {
		const data = volumeTrend(view, value, age.asOf);
		return { value: { data, drawing: pens?.volumeTrend(data) ?? null, missing: namesOf(value) }, ...age };
	});
	return {
		counts: settle(counts, report),
		trend: settle(trend, report),
		volume: settle(byType, report),
		companions: settle(askCompanions(client, view, word), report)
	};
}
