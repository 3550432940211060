import type { LineSeriesOption } from 'echarts/charts';
import { formatPercent, formatPoints } from '$lib/format/numbers';
import { MOST_EQUAL_LINES, type ChartSize, type SentimentTrendData, type TrendSeries } from '../chart-data';
import type { ChartOption } from '../echarts';
import { bucketX, extentOf, gridlines, scoreScale, type ValueScale } from '../scale';
import { chartSymbol } from '../symbols';
import { brandColor, COLOR, DASHES, INTERVAL_OPACITY, LINE_WIDTH, QUIET_OPACITY } from '../theme';
import { backgroundAreas, rulesAcross, ringedPoints } from './annotations';
import { AXIS_TEXT, plotGrid, QUIET, shownTicks, timeAxis, type PlotMargin } from './time-axis';

/** Beyond this the eye sees no more, and the drawing only grows. */
const MOST_POINTS_PER_PIXEL = 2;

/**
 * The score of several brands over time. Missing buckets are gaps, buckets in progress hang on a dashed segment
 * with a hollow symbol, and the focused brand has its interval and the compared period behind it.
 * @param scale the value axis, where it is not this trend's own
 */
export function sentimentTrendOption(
	trend: SentimentTrendData,
	size: ChartSize,
	scale: ValueScale = trendScale(trend)
): ChartOption {
	const margin = trendMargin(trend);
	const marked = new Set(shownTicks(trend.timeline, size, margin, false));
	const isQuiet = quietBeside(visibleSeries(trend));
	const lines = visibleSeries(trend).flatMap((series) => {
		const drawn = seriesLines(series, trend, marked);
		return isQuiet(series) ? drawn.map(quietLine) : drawn;
	});
	const isDense = trend.timeline.labels.length > MOST_POINTS_PER_PIXEL * size.width;
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: timeAxis(trend.timeline, size, margin, false),
		yAxis: scoreAxis(trend, scale, margin),
		series: [background(trend, scale, size, margin), ...lines.map((line) => (isDense ? sampled(line) : line))]
	};
}

/** Of more lines than can be followed at once all stand back but the one in focus. */
function quietBeside(shown: readonly TrendSeries[]): (series: TrendSeries) => boolean {
	const isCrowded = shown.length > MOST_EQUAL_LINES && shown.some(({ focus }) => focus);
	return ({ focus }) => isCrowded && !focus;
}

/** Thinner and fainter in the same colour, with its symbols. */
function quietLine(line: LineSeriesOption): LineSeriesOption {
	return {
		...line,
		symbolSize: 6,
		itemStyle: { ...line.itemStyle, opacity: QUIET_OPACITY },
		lineStyle: { ...line.lineStyle, width: LINE_WIDTH.quiet, opacity: QUIET_OPACITY }
	};
}

/** Largest-triangle sampling keeps the peaks; the two lines of an interval have to be thinned alike. */
function sampled(line: LineSeriesOption): LineSeriesOption {
	return { ...line, sampling: line.stack ? 'average' : 'lttb' };
}

/** Room for the value labels on the left, and for the names of bands above the top gridline, also where none is left. */
export function trendMargin(trend: SentimentTrendData): PlotMargin {
	return { left: 36, right: 8, top: trend.bands ? 30 : 12, bottom: 28 };
}

/** The axis in points or percent, wide enough for every visible line, interval and compared period. */
export function trendScale(trend: SentimentTrendData): ValueScale {
	const columns = visibleSeries(trend).flatMap((series) => [
		series.values,
		...(series.focus ? [series.low ?? [], series.high ?? [], series.previous ?? []] : [])
	]);
	const extent = extentOf(columns);
	const limits = trend.unit === 'points' ? ([-100, 100] as const) : ([0, 100] as const);
	return scoreScale(extent && { low: extent.low * 100, high: extent.high * 100 }, limits);
}

/** The series that the reader has not hidden, in their given order. */
export function visibleSeries(trend: SentimentTrendData): TrendSeries[] {
	return trend.series.filter((series) => !trend.hidden.includes(series.key));
}

function scoreAxis(trend: SentimentTrendData, scale: ValueScale, margin: PlotMargin) {
	const look = { decimals: 0, locale: trend.locale };
	const label = (value: number) =>
		trend.unit === 'points' ? formatPoints(value / 100, look) : formatPercent(value, look);
	return {
		type: 'value' as const,
		min: scale.min,
		max: scale.max,
		interval: scale.step,
		axisLine: { show: false },
		axisTick: { show: false },
		axisLabel: { ...AXIS_TEXT, align: 'left' as const, margin: margin.left, formatter: label },
		// One colour for each gridline in order, so that zero can be a step darker.
		splitLine: {
			lineStyle: { width: 1, color: gridlines(scale).map((value) => (value === 0 ? COLOR.zero : COLOR.grid)) }
		}
	};
}

/** Bands, gaps and rings hang on a line of their own, so that hiding a brand never takes them away. */
function background(
	trend: SentimentTrendData,
	scale: ValueScale,
	size: ChartSize,
	margin: PlotMargin
): LineSeriesOption {
	const shown = visibleSeries(trend);
	const placeOf = placesIn(trend.timeline.labels.length, scale, size, margin);
	const points = (trend.marks ?? []).flatMap((mark) => {
		const value = percent(shown.find((series) => series.key === mark.series)?.values[mark.index]);
		return value === null ? [] : [{ mark, value, at: placeOf(mark.index, value) }];
	});
	const lines = shown.map(({ values }) =>
		values.map((value, index) => {
			const known = percent(value);
			return known === null ? null : placeOf(index, known);
		})
	);
	return {
		type: 'line',
		data: trend.timeline.labels.map(() => null),
		silent: true,
		z: 7,
		markArea: backgroundAreas(trend, size, margin, false),
		markLine: rulesAcross(trend, size, margin, false),
		markPoint: ringedPoints(points, trend.timeline, { lines, size, margin })
	};
}

/** Where a value of a bucket is drawn, in pixels. */
function placesIn(count: number, scale: ValueScale, size: ChartSize, margin: PlotMargin) {
	const room = { left: margin.left, width: size.width - margin.left - margin.right, centered: false };
	const height = size.height - margin.top - margin.bottom;
	return (index: number, value: number) => ({
		x: bucketX(index, count, room),
		y: margin.top + ((scale.max - value) / (scale.max - scale.min)) * height
	});
}

function seriesLines(
	series: TrendSeries,
	trend: SentimentTrendData,
	marked: Set<number>
): LineSeriesOption[] {
	const open = new Set(trend.timeline.open.map(({ index }) => index));
	return [
		...(series.focus ? intervalBand(series) : []),
		...(series.focus && series.previous ? [comparedLine(series, series.previous)] : []),
		finishedLine(series, open, marked),
		...(open.size > 0 ? [openLine(series, open)] : [])
	];
}

/** Values of the finished buckets. A point without neighbours would be an invisible line, so it gets its symbol. */
function finishedLine(series: TrendSeries, open: Set<number>, marked: Set<number>): LineSeriesOption {
	const last = series.values.findLastIndex((value) => value !== null);
	const isAlone = (index: number) =>
		(series.values[index - 1] ?? null) === null && (series.values[index + 1] ?? null) === null;
	return {
		...lineOf(series),
		data: series.values.map((value, index) => (open.has(index) ? null : percent(value))),
		symbol: symbolWhere(series, (index) => marked.has(index) || index === last || isAlone(index)),
		itemStyle: { color: brandColor(series.slot), borderColor: COLOR.background, borderWidth: 1 },
		lineStyle: { color: brandColor(series.slot), width: lineWidth(series), join: 'round' }
	};
}

/** Values in progress with the neighbours they hang on: the junction point belongs to both lines. */
function openLine(series: TrendSeries, open: Set<number>): LineSeriesOption {
	return {
		...lineOf(series),
		data: series.values.map((value, index) =>
			open.has(index) || open.has(index + 1) || open.has(index - 1) ? percent(value) : null
		),
		symbol: symbolWhere(series, (index) => open.has(index)),
		itemStyle: { color: COLOR.background, borderColor: brandColor(series.slot), borderWidth: 1.5 },
		lineStyle: { color: brandColor(series.slot), width: lineWidth(series), type: [...DASHES.open] }
	};
}

function comparedLine(series: TrendSeries, previous: (number | null)[]): LineSeriesOption {
	return {
		type: 'line',
		name: `${series.key} compared`,
		data: previous.map(percent),
		symbol: 'none',
		silent: true,
		z: 3,
		lineStyle: {
			color: brandColor(series.slot),
			width: LINE_WIDTH.compared,
			type: [...DASHES.compared],
			cap: 'round',
			opacity: 0.9
		}
	};
}

/** An invisible line at the lower limit carries a filled one as high as the interval is wide. */
function intervalBand(series: TrendSeries): LineSeriesOption[] {
	const { low, high } = series;
	if (!low || !high) return [];
	const limits = low.map((value, index) => ({ low: percent(value), high: percent(high[index]) }));
	const base: LineSeriesOption = {
		type: 'line',
		stack: `${series.key} interval`,
		stackStrategy: 'all',
		symbol: 'none',
		silent: true,
		z: 2,
		lineStyle: { width: 0 }
	};
	return [
		{ ...base, data: limits.map(({ low: from, high: to }) => (to === null ? null : from)) },
		{
			...base,
			data: limits.map(({ low: from, high: to }) => (from === null || to === null ? null : to - from)),
			areaStyle: { color: brandColor(series.slot), opacity: INTERVAL_OPACITY }
		}
	];
}

function lineOf(series: TrendSeries): LineSeriesOption {
	return {
		type: 'line',
		name: series.key,
		z: series.focus ? 6 : 4,
		silent: true,
		showSymbol: true,
		showAllSymbol: true,
		symbolKeepAspect: true,
		symbolSize: series.focus ? 8 : 7,
		emphasis: { disabled: true }
	};
}

function symbolWhere(series: TrendSeries, isMarked: (index: number) => boolean) {
	const symbol = chartSymbol(series.slot);
	return (_: unknown, { dataIndex }: { dataIndex: number }) => (isMarked(dataIndex) ? symbol : 'none');
}

function lineWidth(series: TrendSeries): number {
	return series.focus ? LINE_WIDTH.focus : LINE_WIDTH.normal;
}

function percent(value: number | null | undefined): number | null {
	return value === null || value === undefined || !Number.isFinite(value) ? null : value * 100;
}
