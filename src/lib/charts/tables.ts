import type { Sentiment } from '$lib/community/vocabulary';
import { formatPercent } from '$lib/format/numbers';
import { chartWords } from '$lib/wording/chart-words';
import type {
	ChartTable,
	DistributionData,
	SentimentStackData,
	SentimentTrendData,
	SplitRow,
	VolumeTrendData
} from './chart-data';
import { labelText } from './label-text';
import { bandNames } from './options/band-places';
import { uncertainShares } from './options/distribution';
import { bucketSizes } from './options/sentiment-stack';
import { visibleSeries } from './options/sentiment-trend';
import { bucketTotals, visibleLayers } from './options/volume-trend';
import { bucketNote, countText, decimalsAt, scoreText } from './reading';

/**
 * The trend as a table: a row for each bucket, the value and the n of each visible brand. With a comparison the day
 * that each bucket is compared with, and each brand's value on it.
 */
export function trendTable(trend: SentimentTrendData): ChartTable {
	const { when, n, comparedWhen, before } = chartWords.columns;
	const series = visibleSeries(trend);
	const { compared } = trend.timeline;
	return {
		columns: [
			when,
			...(compared ? [comparedWhen] : []),
			...series.flatMap((line) => [labelText(line.name), n, ...(line.previous ? [before] : [])])
		],
		rows: trend.timeline.titles.map((title, index) => [
			withNote(title, trend, index),
			...(compared ? [compared[index] ?? NONE] : []),
			...series.flatMap((line) => [
				scoreText(line.values[index], { ...trend, decimals: decimalsAt(line, index) }),
				countText(line.counts[index], trend.locale),
				...(line.previous
					? [scoreText(line.previous[index], { ...trend, decimals: decimalsAt(line, index) })]
					: [])
			])
		])
	};
}

const NONE = '–';

/** The volume as a table: a row for each bucket, its parts, its total. */
export function volumeTable(volume: VolumeTrendData): ChartTable {
	const { when, total, compared, comparedWhen } = chartWords.columns;
	const layers = visibleLayers(volume);
	const days = volume.previous && volume.timeline.compared;
	const totals = bucketTotals(volume);
	const { previous, locale } = volume;
	return {
		columns: [
			when,
			...layers.map((layer) => labelText(layer.name)),
			total,
			...(previous ? [compared] : []),
			...(days ? [comparedWhen] : [])
		],
		rows: volume.timeline.titles.map((title, index) => [
			withNote(title, volume, index),
			...layers.map((layer) => countText(layer.values[index], locale)),
			countText(totals[index], locale),
			...(previous ? [countText(previous[index], locale)] : []),
			...(days ? [days[index] ?? NONE] : [])
		])
	};
}

const SENTIMENTS: readonly Sentiment[] = ['negative', 'neutral', 'positive'];

/** The sentiments that a table has columns of: where only some are counted, nothing is said of the others. */
const shownSentiments = ({ only }: { only?: readonly Sentiment[] }): readonly Sentiment[] =>
	only ?? SENTIMENTS;

/** The stacked sentiments as a table of counts. */
export function stackTable(stack: SentimentStackData): ChartTable {
	const { sentiments, columns } = chartWords;
	const shown = shownSentiments(stack);
	const sizes = bucketSizes(stack);
	return {
		columns: [columns.when, ...shown.map((sentiment) => sentiments[sentiment]), columns.rated],
		rows: stack.timeline.titles.map((title, index) => [
			withNote(title, stack, index),
			...[...shown.map((sentiment) => stack[sentiment]), sizes].map((column) =>
				countText(column[index], stack.locale)
			)
		])
	};
}

/** The split as a table: shares or counts, whichever the chart shows, and n; shares of few with their intervals. */
export function splitTable(split: DistributionData): ChartTable {
	const { sentiments, columns } = chartWords;
	const shown = shownSentiments(split);
	const parts = shown.map((sentiment) => SENTIMENTS.indexOf(sentiment));
	const cells = (row: SplitRow) => {
		const values = split.stack === 'share' ? row.shares : row.counts;
		if (!values) return parts.map((_, place) => (place === 0 ? (row.note ?? '') : ''));
		if (split.stack === 'share' && row.intervals) return uncertainShares(row, split.locale, ' %');
		return parts
			.map((part) => values[part]!)
			.map((value) =>
				split.stack === 'share'
					? `${formatPercent(value, { decimals: row.decimals ?? 1, locale: split.locale })} %`
					: countText(value, split.locale)
			);
	};
	return {
		columns: [columns.name, ...shown.map((sentiment) => sentiments[sentiment]), columns.rated],
		rows: split.rows
			.filter((row) => !row.caption)
			.map((row) => [labelText(row.name), ...cells(row), countText(row.n, split.locale)])
	};
}

function withNote(title: string, chart: Parameters<typeof bucketNote>[0], index: number): string {
	const notes = [bucketNote(chart, index), ...bandNames(chart, index)].filter((note) => note !== undefined);
	return [title, ...notes].join(', ');
}
