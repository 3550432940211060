import { pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import type { Timeline, Triple } from '$lib/charts/chart-data';
import type {
	Answer,
	Distribution,
	SentimentCounts,
	SentimentSeries,
	VolumeSeries
} from '$lib/community/answers';
import type { DaySpan } from '$lib/filters/filters';
import type { BrandAnswers } from './ask';
import { changeOfCount, changeOfTotal, type CountChange, type ScoreChange } from './changes';
import { dispersionOf } from './dispersion';
import { spreadOfWord } from './keyword-table';
import { shownScore, shownShares, type ShownScore } from './shown-numbers';
import { volumeByBucket } from './tally';
import { timelineOf } from './timeline';
import { completeDays, sentimentUnits, volumeUnits } from './units';
import type { BrandInView, View } from './view';

/**
 * The counts of one brand, or of all. `mentions` is the exact number of interactions with the word, null where the
 * host did not answer; `rated`, `shares` and `score` are null the same way, and the last two below ten messages.
 */
export type WordCount = {
	/** The brand's id; null for all of them. */
	brand: number | null;
	name: string;
	slot: number | null;
	mentions: number | null;
	rated: number | null;
	shares: Triple | null;
	/** How many decimals the intervals of the shares support. */
	shareDecimals: 0 | 1;
	score: ShownScore | null;
	certain: boolean;
	/** Mentions by bucket, for the small bars; empty where the host did not answer. */
	bars: number[];
	/** How both changed; null without a comparison, and where one of its answers is missing. */
	change: { mentions: CountChange; score: ScoreChange | null } | null;
};

export type WordCountsPanel = {
	/** One for each brand of the view. */
	brands: WordCount[];
	/** All of them together; null where one of several brands is missing. */
	total: WordCount | null;
	missing: string[];
	timeline: Timeline;
	/** The days that are compared with; `isHere` is false where they could not be loaded for every brand. */
	compared: { days: DaySpan; isHere: boolean } | null;
};

type Brands<T> = Answer<BrandAnswers<T>>;

/** One answer of each kind for each brand. What only the comparison needs may be null. */
export type WordAnswers = {
	distribution: Brands<Distribution>;
	volume: Brands<VolumeSeries>;
	sentiment: Brands<SentimentSeries> | null;
	earlierVolume: Brands<VolumeSeries> | null;
	earlierSentiment: Brands<SentimentSeries> | null;
	/** The sentiments of all messages, with the word and without: how much their days vary. */
	whole: Brands<SentimentSeries> | null;
	earlierWhole: Brands<SentimentSeries> | null;
};

/** Of some brands: the answers, or null where one is missing. */
type Known = {
	mentions: VolumeSeries[] | null;
	sentiment: SentimentCounts | null;
	series: SentimentSeries[] | null;
	earlierMentions: VolumeSeries[] | null;
	earlierSeries: SentimentSeries[] | null;
	whole: SentimentSeries[] | null;
	earlierWhole: SentimentSeries[] | null;
};

/** What some brands answered, in the order of the brands; null where one of them did not. */
function ofBrands<T>(answer: Brands<T> | null, brands: readonly BrandInView[]): T[] | null {
	const found = brands.map(({ id }) => answer?.value.answers.find(({ brand }) => brand.id === id));
	return found.every((one) => one !== undefined) ? found.map((one) => one.value) : null;
}

function knownOf(answers: WordAnswers, brands: readonly BrandInView[]): Known {
	const platforms = ofBrands(answers.distribution, brands);
	return {
		mentions: ofBrands(answers.volume, brands),
		sentiment: platforms && pool(platforms.flatMap((one) => one.platforms)),
		series: ofBrands(answers.sentiment, brands),
		earlierMentions: ofBrands(answers.earlierVolume, brands),
		earlierSeries: ofBrands(answers.earlierSentiment, brands),
		whole: ofBrands(answers.whole, brands),
		earlierWhole: ofBrands(answers.earlierWhole, brands)
	};
}

/** What widens the word's intervals, as in the list of keywords; its own few days would mostly tell of chance. */
function spreadOf(view: View, counts: SentimentCounts, whole: SentimentSeries[] | null, asOf: number) {
	return spreadOfWord(counts, whole && dispersionOf(view, whole, asOf));
}

function changeOfWord(view: View, asOf: number, known: Known): WordCount['change'] {
	const { compared, filters } = view;
	const { mentions, series, earlierMentions, earlierSeries } = known;
	if (compared === null || !mentions || !series || !earlierMentions || !earlierSeries) return null;
	const now = sentimentUnits(view, series, asOf).total;
	const then = sentimentUnits(compared.view, earlierSeries, asOf).total;
	return {
		mentions: changeOfCount({
			current: volumeUnits(view, mentions, asOf),
			previous: volumeUnits(compared.view, earlierMentions, asOf),
			sameLength: compared.sameLength,
			sameUnits: compared.view.unitScale === view.unitScale,
			days: { current: completeDays(view, asOf), previous: completeDays(compared.view, asOf) }
		}),
		score: changeOfTotal(
			{ counts: now, ...spreadOf(view, now, known.whole, asOf) },
			{ counts: then, ...spreadOf(compared.view, then, known.earlierWhole, asOf) },
			filters.score
		)
	};
}

type Named = Pick<WordCount, 'brand' | 'name' | 'slot'>;

function wordCount(view: View, named: Named, asOf: number, known: Known): WordCount {
	const { mentions, sentiment } = known;
	const rated = sentiment && ratedTotal(sentiment);
	const spread = sentiment === null ? [] : spreadOf(view, sentiment, known.whole, asOf);
	const shares = sentiment && shownShares(sentiment, spread);
	const ofSeries = ({ buckets }: VolumeSeries) => buckets.reduce((sum, { total }) => sum + total, 0);
	return {
		...named,
		mentions: mentions && mentions.reduce((sum, series) => sum + ofSeries(series), 0),
		rated,
		shares: shares?.values ?? null,
		shareDecimals: shares?.decimals ?? 0,
		score: sentiment && shownScore(sentiment, spread, view.filters.score),
		certain: rated !== null && tooSmall(rated) === 'ok',
		bars: mentions === null ? [] : volumeByBucket(view, mentions),
		change: changeOfWord(view, asOf, known)
	};
}

/** The exact counts by brand and in all, as of an instant. */
export function wordCounts(view: View, answers: WordAnswers, asOf: number): WordCountsPanel {
	const { brands, compared } = view;
	const count = (named: Named, some: readonly BrandInView[]) =>
		wordCount(view, named, asOf, knownOf(answers, some));
	const rows = brands.map((brand) => {
		const { id, name, slot } = brand;
		return count({ brand: id, name, slot }, [brand]);
	});
	const missing = rows.filter(({ mentions, rated }) => mentions === null || rated === null);
	const total = missing.length === 0 ? count({ brand: null, name: '', slot: null }, brands) : null;
	return {
		brands: rows,
		total,
		missing: missing.map(({ name }) => name),
		timeline: timelineOf(view, asOf),
		compared: compared && { days: compared.days, isHere: rows.every(({ change }) => change !== null) }
	};
}
