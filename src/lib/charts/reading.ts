import { decimalsOf, formatCount, formatPercent, formatPoints } from '$lib/format/numbers';
import { roundedShares } from '$lib/format/rounded-shares';
import { chartWords } from '$lib/wording/chart-words';
import type {
	Band,
	Gap,
	ScoreUnit,
	SentimentStackData,
	SentimentTrendData,
	Timeline,
	TrendSeries,
	VolumeTrendData
} from './chart-data';
import { labelText } from './label-text';
import { bandNames } from './options/band-places';
import { FEWEST_FOR_SHARES } from './options/distribution';
import { bucketSizes } from './options/sentiment-stack';
import { visibleSeries } from './options/sentiment-trend';
import { bucketTotals, visibleLayers } from './options/volume-trend';
import { SENTIMENT_SYMBOL, SQUARE, symbolPath } from './symbols';
import { brandColor, SENTIMENT_COLOR, TYPE_COLOR } from './theme';

/** A symbol of `box` by `box` units. */
export type ReadingSymbol = { path: string; box: number; color: string };

export type ReadingRow = {
	key: string;
	symbol: ReadingSymbol | null;
	name: string;
	cells: string[];
	/** How far it is from what it is compared with, where that is known. */
	change?: string | undefined;
};

/** What one bucket says: the content of the tooltip, and of the sentence for those who listen. */
export type Reading = {
	title: string;
	note: string | null;
	/** How the score is made. */
	foot?: string | undefined;
	columns: string[];
	rows: ReadingRow[];
	/** How many rows are left out after the first ten. */
	more: number;
};

/** What says why buckets are odd. */
type Noted = { timeline: Timeline; gaps?: Gap[]; bands?: Band[]; hidden?: string[] };

const MOST_ROWS = 10;
const NONE = '–';

/** One bucket of the trend: the brands with the highest value first, those without a value last. */
export function readTrend(trend: SentimentTrendData, index: number): Reading {
	const { points, percent, interval, n, change } = chartWords.columns;
	const series = visibleSeries(trend);
	const hasPrevious = series.some((line) => line.previous !== undefined);
	const ordered = [...series].sort(
		(a, b) => valueAt(b.values, index, -Infinity) - valueAt(a.values, index, -Infinity)
	);
	return {
		...heading(trend, index),
		foot: trend.formula,
		columns: [trend.unit === 'points' ? points : percent, interval, n, ...(hasPrevious ? [change] : [])],
		rows: ordered.slice(0, MOST_ROWS).map((line) => ({
			key: line.key,
			symbol: { path: symbolPath(line.slot), box: 12, color: brandColor(line.slot) },
			name: labelText(line.name),
			cells: [
				scoreText(line.values[index], { ...trend, decimals: decimalsAt(line, index) }),
				marginText(line, index, trend),
				countText(line.counts[index], trend.locale),
				...(hasPrevious ? [changeText(line, index, trend)] : [])
			],
			change: changeOf(line, index) === null ? undefined : changeText(line, index, trend)
		})),
		more: Math.max(0, ordered.length - MOST_ROWS)
	};
}

/** One bucket of the volume: the total, then its parts from the top of the stack. */
export function readVolume(volume: VolumeTrendData, index: number): Reading {
	const { count, total, compared } = chartWords.columns;
	const { locale } = volume;
	const parts = visibleLayers(volume).toReversed();
	const previous = volume.previous?.[index];
	const plain = (key: string, name: string, value: number | null | undefined): ReadingRow => ({
		key,
		symbol: null,
		name,
		cells: [countText(value, locale)]
	});
	return {
		...heading(volume, index),
		columns: [count],
		rows: [
			plain('total', total, bucketTotals(volume)[index]),
			...parts.map((layer) => ({
				key: layer.key,
				symbol: { path: SQUARE, box: 12, color: TYPE_COLOR[layer.role] },
				name: labelText(layer.name),
				cells: [countText(layer.values[index], locale)]
			})),
			...(previous === null || previous === undefined ? [] : [plain('compared', compared, previous)])
		],
		more: 0
	};
}

/**
 * One bucket of the stacked sentiments: counts and shares, in the order in which they are always shown. Where only
 * some are counted, these alone and no shares.
 */
export function readStack(stack: SentimentStackData, index: number): Reading {
	const { count, share, rated } = chartWords.columns;
	const size = bucketSizes(stack)[index] ?? null;
	const { locale, only } = stack;
	const shares = stackShares(stack, index);
	const sumRow = { key: 'rated', symbol: null, name: rated };
	return {
		...heading(stack, index),
		columns: only ? [count] : [count, share],
		rows: [
			...(['negative', 'neutral', 'positive'] as const).flatMap((sentiment, part) => {
				if (only && !only.includes(sentiment)) return [];
				const value = countText(stack[sentiment][index], locale);
				return {
					key: sentiment,
					symbol: { path: SENTIMENT_SYMBOL[sentiment], box: 14, color: SENTIMENT_COLOR[sentiment] },
					name: chartWords.sentiments[sentiment],
					cells: only ? [value] : [value, shares?.[part] ?? NONE]
				};
			}),
			...(only?.length === 1 ? [] : [{ ...sumRow, cells: [countText(size, locale), ...(only ? [] : [''])] }])
		],
		more: 0
	};
}

/** The shares of one bucket as they are printed: together 100, whole where an interval is wide, none below ten. */
function stackShares(stack: SentimentStackData, index: number): string[] | null {
	const counts = (['negative', 'neutral', 'positive'] as const).map(
		(sentiment) => stack[sentiment][index] ?? 0
	);
	const n = counts.reduce((sum, count) => sum + count, 0);
	if (n < FEWEST_FOR_SHARES) return null;
	const decimals = stack.decimals[index] ?? 0;
	return roundedShares(counts, decimals).map((share) =>
		formatPercent(share, { decimals, locale: stack.locale })
	);
}

/**
 * Which bucket a reading is of, and what it is compared with, for a screen reader.
 * @example 'Mon 2 Nov 2026, against Mon 26 Oct 2026'
 */
export function readingName({ title, note }: Reading): string {
	return note === null ? title : `${title}, ${note}`;
}

/**
 * The values of a reading with their changes, for a screen reader.
 * @example 'Ovelle +33.5, change +4.2; Fennick +29.7'
 */
export function readingValues({ rows }: Reading): string {
	const spoken = rows.map(({ name, cells: [value = ''], change }) =>
		change === undefined ? `${name} ${value}` : chartWords.withChange(`${name} ${value}`, change)
	);
	return spoken.join('; ');
}

/** A score with its sign or as a percentage; a dash where there is none. */
export function scoreText(
	value: number | null | undefined,
	{ unit, locale, decimals = 1 }: { unit: ScoreUnit; locale: string; decimals?: number }
): string {
	if (value === null || value === undefined) return NONE;
	const look = { locale, decimals };
	return unit === 'points' ? formatPoints(value, look) : formatPercent(value * 100, look);
}

/** A count, or a dash where there is none. */
export function countText(value: number | null | undefined, locale: string): string {
	return value === null || value === undefined ? NONE : formatCount(value, locale);
}

/**
 * Why buckets with values are not whole, each reason once, as the foot of a chart says it.
 * @example openNotes(timeline, [[1, 2]]) // 'in progress, 9 of 24 h'
 */
export function openNotes({ open }: Timeline, columns: readonly (readonly (number | null)[])[]): string {
	const shown = open.filter(({ index }) => columns.some((column) => (column[index] ?? null) !== null));
	return [...new Set(shown.map(({ note }) => note))].join('; ');
}

/**
 * Why a bucket is not whole or has no value; undefined where nothing is to be said.
 * @example bucketNote({ timeline, gaps }, 3) // 'no data'
 */
export function bucketNote({ timeline, gaps = [] }: Noted, index: number): string | undefined {
	if (gaps.some(({ from, to }) => from <= index && index <= to)) return chartWords.noData;
	return timeline.open.find((bucket) => bucket.index === index)?.note;
}

/** The name of a bucket, why it is not whole, and what it is compared with. */
function heading(chart: Noted, index: number): Pick<Reading, 'title' | 'note'> {
	const { titles, compared } = chart.timeline;
	const notes = [
		bucketNote(chart, index),
		compared && againstText(compared[index] ?? null),
		...bandNames(chart, index)
	].filter((note) => note !== undefined);
	return { title: titles[index] ?? '', note: notes.length === 0 ? null : notes.join('; ') };
}

const againstText = (name: string | null) =>
	name === null ? chartWords.notCompared : chartWords.against(name);

function valueAt(column: (number | null)[], index: number, otherwise: number): number {
	return column[index] ?? otherwise;
}

function marginText(line: TrendSeries, index: number, { locale }: { locale: string }): string {
	const low = line.low?.[index] ?? null;
	const high = line.high?.[index] ?? null;
	if (low === null || high === null) return '';
	return `±${formatPercent((high - low) * 50, { decimals: 0, locale })}`;
}

function changeOf(line: TrendSeries, index: number): number | null {
	const value = line.values[index] ?? null;
	const before = line.previous?.[index] ?? null;
	return value === null || before === null ? null : value - before;
}

/** How many decimals the value of a bucket has: those that its interval supports, unless it was rounded already. */
export function decimalsAt(
	{ low, high, decimals }: Pick<TrendSeries, 'low' | 'high' | 'decimals'>,
	index: number
): 0 | 1 {
	if (decimals) return decimals[index] ?? 0;
	const [from, to] = [low?.[index] ?? null, high?.[index] ?? null];
	return decimalsOf(from === null || to === null ? null : { low: from, high: to });
}

/** The difference of two values is less sure than either: as wide as √2 intervals, if both are as wide. */
function changeDecimals(line: TrendSeries, index: number): 0 | 1 {
	const [low, high] = [line.low?.[index] ?? null, line.high?.[index] ?? null];
	return decimalsOf(low === null || high === null ? null : { low: 0, high: (high - low) * Math.SQRT2 });
}

function changeText(line: TrendSeries, index: number, { locale }: { locale: string }): string {
	const change = changeOf(line, index);
	return change === null ? NONE : formatPoints(change, { locale, decimals: changeDecimals(line, index) });
}
