import { pool, ratedTotal } from '$lib/analytics/score';
import type { SentimentCounts, SentimentSeries } from '$lib/community/answers';
import { PLATFORMS } from '$lib/community/vocabulary';
import { isOneSided } from '$lib/filters/one-sided';
import type { BrandAnswers } from '$lib/server/panels/ask';
import { askDistribution, askSentiment } from '$lib/server/panels/overview';
import { shownScore, shownShares } from '$lib/server/panels/shown-numbers';
import { countsByBucket, countsOfPlatform } from '$lib/server/panels/tally';
import { completeUnits } from '$lib/server/panels/units';
import type { BrandInView, View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { wording } from '$lib/wording/wording';
import type { Cell } from './csv';
import { SCORE_COLUMNS, type MakeExport } from './export-content';

const COLUMNS = [
	'brand',
	'platform',
	'negative',
	'neutral',
	'positive',
	'rated',
	'negative_share',
	'neutral_share',
	'positive_share',
	...SCORE_COLUMNS
];

const ALL_PLATFORMS = 'all';

/** Four decimals, as in the trend: a hundredth of a point. */
const rounded = (value: number | null | undefined) =>
	value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4;

/** Counts by platform of some brands, and the series whose days tell how far the intervals reach. */
type Part = {
	name: string;
	platforms: { platform: string; counts: SentimentCounts }[];
	series: SentimentSeries[];
};

function scoreCells(view: View, counts: SentimentCounts, days: SentimentCounts[]): Cell[] {
	const shown = isOneSided(view.filters) ? null : shownScore(counts, days, view.filters.score);
	return [shown?.value, shown?.low, shown?.high].map(rounded);
}

function rowsOf(view: View, { name, platforms, series }: Part, asOf: number): Cell[][] {
	/** The intervals learn from the same days as those of the key numbers. */
	const daysOf = (platform: string | null) =>
		series.length === 0
			? []
			: completeUnits(view, countsByBucket({ buckets: view.units }, series, platform), asOf).complete;
	const row = (platform: string, counts: SentimentCounts, days: SentimentCounts[]): Cell[] => [
		name,
		platform,
		counts.negative,
		counts.neutral,
		counts.positive,
		ratedTotal(counts),
		...((isOneSided(view.filters) ? null : shownShares(counts, days))?.values ?? [null, null, null]),
		...scoreCells(view, counts, days)
	];
	const all = pool(platforms.map(({ counts }) => counts));
	return [
		row(ALL_PLATFORMS, all, daysOf(null)),
		...platforms.map(({ platform, counts }) => row(platform, counts, daysOf(platform)))
	];
}

const seriesOf = (sentiment: BrandAnswers<SentimentSeries> | null, brand?: BrandInView) =>
	(sentiment?.answers ?? [])
		.filter((answer) => brand === undefined || answer.brand.id === brand.id)
		.map(({ value }) => value);

/**
 * Negative, neutral and positive of every brand and platform, then of all brands together. The intervals are widened
 * by how much the buckets differ, as those of the key numbers are; when only the trend fails they are not, and a note
 * says so.
 */
export const exportDistribution: MakeExport = async (client, view) => {
	const [distribution, sentiment] = await Promise.all([
		askDistribution(client, view),
		askSentiment(client, view).catch(() => null)
	]);
	const { answers, missing } = distribution.value;
	const names = [
		...PLATFORMS,
		...answers.flatMap(({ value }) => value.platforms.map(({ platform }) => platform))
	];
	const platforms = [...new Set<string>(names)];
	const partOf = (name: string, of: typeof answers, series: SentimentSeries[]): Part => ({
		name,
		platforms: platforms.map((platform) => ({
			platform,
			counts: countsOfPlatform(
				of.map(({ value }) => value.platforms),
				platform
			)
		})),
		series
	});
	const parts = answers.map((answer) =>
		partOf(answer.brand.name, [answer], seriesOf(sentiment?.value ?? null, answer.brand))
	);
	const { allBrands } = wording.panels.split;
	const several = view.brands.length > 1;
	if (several) parts.push(partOf(allBrands, answers, seriesOf(sentiment?.value ?? null)));
	const { notes } = exportWords;
	return {
		...(isOneSided(view.filters) && { formula: null }),
		columns: COLUMNS,
		rows: [
			...parts.flatMap((part) => rowsOf(view, part, distribution.asOf)),
			...missing.map((brand): Cell[] => [brand.name, ALL_PLATFORMS, ...COLUMNS.slice(2).map(() => null)])
		],
		asOf: distribution.asOf,
		stale: distribution.stale,
		missing: missing.map(({ name }) => name),
		hidden: [],
		notes: [
			notes.all,
			...(several ? [notes.allBrands(allBrands)] : []),
			...(isOneSided(view.filters) ? [notes.oneSided] : [notes.shares, notes.score]),
			...(sentiment === null ? [notes.notWidened] : [])
		]
	};
};
