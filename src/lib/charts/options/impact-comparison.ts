import type { LineSeriesOption } from 'echarts/charts';
import type { ChartSize } from '../chart-data';
import type { ChartOption } from '../echarts';
import type { ComparisonLine, ImpactComparisonData } from '../impact-data';
import { extentOf, scoreScale, type ValueScale } from '../scale';
import { chartSymbol } from '../symbols';
import { brandColor, COLOR, INTERVAL_OPACITY } from '../theme';
import { backgroundAreas } from './annotations';
import { filledBetween, points, pointsAxis, windowAreas, type PlotPoint } from './impact-plot';
import { plotGrid, QUIET, shownTicks, timeAxis, type PlotMargin } from './time-axis';

/** The brand and its comparison brands together, each from its own mean before the start, with their trends there. */
export function impactComparisonOption(data: ImpactComparisonData, size: ChartSize): ChartOption {
	const margin = COMPARISON_MARGIN;
	const marked = new Set(shownTicks(data.timeline, size, margin, false));
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: timeAxis(data.timeline, size, margin, false),
		yAxis: pointsAxis(comparisonScale(data), margin, data.locale),
		series: [
			background(data, size, margin),
			...data.lines.flatMap((line) => [
				...usualBand(line),
				...comparisonLine(line, marked),
				...trendLine(line, data)
			])
		]
	};
}

export const COMPARISON_MARGIN: PlotMargin = { left: 36, right: 8, top: 34, bottom: 28 };

/** The axis of distances in points; zero, the mean before, is always on it. */
function comparisonScale({ lines }: ImpactComparisonData): ValueScale {
	const columns = lines.flatMap((line) => [
		line.values,
		...(line.half === undefined ? [] : [movedBy(line, -line.half), movedBy(line, line.half)]),
		line.trend ? [line.trend.first, line.trend.last] : []
	]);
	const extent = extentOf([...columns, [0]]);
	return scoreScale(extent && { low: extent.low * 100, high: extent.high * 100 }, [-200, 200]);
}

const lineColor = ({ key, slot }: ComparisonLine) => (key === 'target' ? brandColor(slot) : COLOR.inkSoft);

function background(data: ImpactComparisonData, size: ChartSize, margin: PlotMargin): LineSeriesOption {
	const gaps = backgroundAreas({ timeline: data.timeline, gaps: data.gaps ?? [] }, size, margin);
	const windows = windowAreas(data.levels, data.timeline, size, margin);
	return {
		type: 'line',
		name: 'windows',
		data: [],
		silent: true,
		z: 1,
		markArea: { silent: true, data: [...windows, ...(gaps.data ?? [])] }
	};
}

const pointAt = (value: number | null, index: number): PlotPoint => [index, points(value)];

function usualBand(line: ComparisonLine): LineSeriesOption[] {
	if (line.half === undefined) return [];
	const [low, high] = [movedBy(line, -line.half).map(pointAt), movedBy(line, line.half).map(pointAt)];
	return filledBetween(`${line.key} usual`, low, high, { color: lineColor(line), opacity: INTERVAL_OPACITY });
}

const movedBy = ({ values }: ComparisonLine, by: number) =>
	values.map((value) => (value === null ? null : value + by));

/** The brand carries its symbol on the labelled days, as a series of their own; the others together have none. */
function comparisonLine(line: ComparisonLine, marked: ReadonlySet<number>): LineSeriesOption[] {
	const isTarget = line.key === 'target';
	const plain: LineSeriesOption = {
		type: 'line',
		name: line.key,
		z: isTarget ? 6 : 4,
		silent: true,
		showSymbol: false,
		emphasis: { disabled: true },
		data: line.values.map(points),
		itemStyle: { color: lineColor(line), borderColor: COLOR.background, borderWidth: 1 },
		lineStyle: { color: lineColor(line), width: isTarget ? 2.5 : 1.5, join: 'round' }
	};
	const marks: LineSeriesOption = {
		...plain,
		name: `${line.key} marks`,
		showSymbol: true,
		showAllSymbol: true,
		symbol: chartSymbol(line.slot),
		symbolKeepAspect: true,
		symbolSize: 8,
		data: [...marked].map((index) => pointAt(line.values[index] ?? null, index)),
		lineStyle: { width: 0 }
	};
	return isTarget ? [plain, marks] : [plain];
}

/** The straight trend over the days before the start, which both lines should share. */
function trendLine(line: ComparisonLine, { levels }: ImpactComparisonData): LineSeriesOption[] {
	const before = levels.find(({ kind }) => kind === 'before');
	const { trend } = line;
	if (!before || trend === null) return [];
	return [
		{
			type: 'line',
			name: `${line.key} trend`,
			z: 3,
			symbol: 'none',
			silent: true,
			data: [
				[before.from, points(trend.first)],
				[before.to, points(trend.last)]
			],
			lineStyle: { color: lineColor(line), width: 1, opacity: 0.8 }
		}
	];
}
