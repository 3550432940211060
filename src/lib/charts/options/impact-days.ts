import type { LineSeriesOption } from 'echarts/charts';
import type { ChartSize } from '../chart-data';
import type { ChartOption } from '../echarts';
import type { ImpactDaysData, WindowLevel } from '../impact-data';
import { labelText } from '../label-text';
import { extentOf, scoreScale, textWidth, type ValueScale } from '../scale';
import { chartSymbol } from '../symbols';
import { brandColor, COLOR } from '../theme';
import { backgroundAreas } from './annotations';
import {
	expectedLine,
	filledBetween,
	IMPACT_TEXT,
	levelLines,
	points,
	pointsAxis,
	windowAreas,
	endsOf,
	type PlotPoint
} from './impact-plot';
import { plotGrid, QUIET, timeAxis, type PlotMargin } from './time-axis';

/** Marks get smaller where there are many, so that each day can still be told from the next. */
const SYMBOL_SIZES: readonly [days: number, size: number][] = [
	[60, 8],
	[130, 6],
	[Infinity, 4]
];
/** More marks than these lie on each other wherever they are drawn: then a line alone tells the days apart. */
const MOST_MARKS = 260;
const DIFFERENCE_OPACITY = 0.17;
const END_WORDS = 84;
const LEAST_APART = 16;

/** Each day as a mark, the mean of each window as a step, the expected level dotted, and the difference filled. */
export function impactDaysOption(data: ImpactDaysData, size: ChartSize): ChartOption {
	const margin = impactDaysMargin(data, size);
	const scale = impactDaysScale(data);
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: timeAxis(data.timeline, size, margin, false),
		yAxis: pointsAxis(scale, margin, data.locale),
		series: [
			background(data, size, margin),
			...differenceArea(data),
			...dayLines(data),
			expectedLine(data.levels),
			...levelLines(data.levels),
			endWords(data, size, margin, scale)
		]
	};
}

/** Room for the words at the right end, where there is any; on phones the foot says them. */
export function impactDaysMargin(data: ImpactDaysData, size: ChartSize): PlotMargin {
	const hasEnds = !size.narrow && data.levels.some(({ expected }) => expected !== null);
	return { left: 36, right: hasEnds ? END_WORDS : 8, top: 34, bottom: 28 };
}

/** The axis in points, wide enough for every day and every level. */
function impactDaysScale({ values, levels }: ImpactDaysData): ValueScale {
	const all = [values, levels.flatMap(({ measured, expected }) => [measured, expected])];
	const extent = extentOf(all);
	return scoreScale(extent && { low: extent.low * 100, high: extent.high * 100 }, [-100, 100]);
}

function background(data: ImpactDaysData, size: ChartSize, margin: PlotMargin): LineSeriesOption {
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

const duringOf = ({ levels }: ImpactDaysData): WindowLevel | undefined =>
	levels.find(({ kind }) => kind === 'during');

function differenceArea(data: ImpactDaysData): LineSeriesOption[] {
	const during = duringOf(data);
	if (!during || during.measured === null || during.expected === null) return [];
	const counted = { from: during.from, to: during.countedTo };
	const low = endsOf(counted, Math.min(during.measured, during.expected));
	const high = endsOf(counted, Math.max(during.measured, during.expected));
	return filledBetween('difference', low, high, {
		color: brandColor(data.slot),
		opacity: DIFFERENCE_OPACITY
	});
}

/** Whether days stand as marks on a faint line, or as a line alone. */
export const hasDayMarks = ({ values }: Pick<ImpactDaysData, 'values'>) => values.length <= MOST_MARKS;

/**
 * A faint line holds the days together; a day in progress is hollow. Without marks for all days, those in progress are
 * a series of their own: the line of two years is drawn without asking each day for its mark.
 */
function dayLines(data: ImpactDaysData): LineSeriesOption[] {
	const { values, slot, timeline } = data;
	const color = brandColor(slot);
	const hollow = { color: COLOR.background, borderColor: color, borderWidth: 1.5 };
	const open = new Set(timeline.open.map(({ index }) => index));
	const marked = markedLine(data);
	if (hasDayMarks(data)) {
		const days = values.map((value, index) => {
			const y = points(value);
			return y === null || !open.has(index) ? y : { value: y, itemStyle: hollow };
		});
		return [{ ...marked, name: 'days', data: days, lineStyle: { color, width: 1, opacity: 0.28 } }];
	}
	const unfinished = [...open].map((index): PlotPoint => [index, points(values[index])]);
	return [
		{
			...marked,
			name: 'days',
			showSymbol: false,
			data: values.map(points),
			lineStyle: { color, width: 1.25, opacity: 0.7 }
		},
		{ ...marked, name: 'days in progress', data: unfinished, itemStyle: hollow, lineStyle: { width: 0 } }
	];
}

function markedLine({ values, slot }: ImpactDaysData): LineSeriesOption {
	const [, symbolSize] = SYMBOL_SIZES.find(([days]) => values.length <= days)!;
	return {
		type: 'line',
		z: 4,
		silent: true,
		showSymbol: true,
		showAllSymbol: true,
		symbol: chartSymbol(slot),
		symbolKeepAspect: true,
		symbolSize,
		emphasis: { disabled: true },
		itemStyle: { color: brandColor(slot), borderColor: COLOR.background, borderWidth: 1 }
	};
}

/** The words at the ends of the two levels, moved apart where they would touch, and the size of the difference. */
function endWords(
	data: ImpactDaysData,
	size: ChartSize,
	margin: PlotMargin,
	scale: ValueScale
): LineSeriesOption {
	const last = data.levels.findLast(({ expected, measured }) => expected !== null && measured !== null);
	const during = duringOf(data);
	const words = last && !size.narrow ? levelWords(data, last, size, margin, scale) : [];
	return {
		type: 'line',
		name: 'words',
		data: [],
		silent: true,
		z: 8,
		markPoint: {
			silent: true,
			symbol: 'circle',
			symbolSize: 0.01,
			itemStyle: { color: 'transparent' },
			label: {
				...IMPACT_TEXT,
				show: true,
				textBorderColor: COLOR.background,
				textBorderWidth: 3,
				formatter: ({ name }) => labelText(name)
			},
			data: [...words, ...(during ? differenceWords(data, during, { size, margin, scale }) : [])]
		}
	};
}

type MarkData = NonNullable<NonNullable<LineSeriesOption['markPoint']>['data']>;

function levelWords(
	data: ImpactDaysData,
	last: WindowLevel,
	size: ChartSize,
	margin: PlotMargin,
	scale: ValueScale
): MarkData {
	const pixels = (size.height - margin.top - margin.bottom) / (scale.max - scale.min);
	const [measured, expected] = [points(last.measured)!, points(last.expected)!];
	const apart = Math.abs(measured - expected) * pixels;
	const nudge = Math.max(0, (LEAST_APART - apart) / 2) * (measured >= expected ? 1 : -1);
	const word = (name: string, value: number, offset: number, weight: 400 | 600) => ({
		name,
		// The expected level goes on over an unfinished day, and would strike through words that began before it.
		coord: [last.to, value],
		label: { position: 'right' as const, distance: 10, offset: [0, offset], fontWeight: weight }
	});
	return [word(data.words.measured, measured, -nudge, 600), word(data.words.expected, expected, nudge, 400)];
}

/** Less height than this, in pixels, has no room for words inside. */
const WORDS_HEIGHT = 22;

/** In the middle of the filled area, or above it where it is flat; nowhere where its width has no room. */
function differenceWords(
	{ difference, timeline }: ImpactDaysData,
	during: WindowLevel,
	{ size, margin, scale }: { size: ChartSize; margin: PlotMargin; scale: ValueScale }
): MarkData {
	if (difference === null || during.measured === null || during.expected === null) return [];
	const share = (during.countedTo - during.from) / Math.max(1, timeline.labels.length - 1);
	const width = share * (size.width - margin.left - margin.right);
	if (width < textWidth(difference) * (14 / 12)) return [];
	const pixels = (size.height - margin.top - margin.bottom) / (scale.max - scale.min);
	const isFlat = Math.abs(during.measured - during.expected) * 100 * pixels < WORDS_HEIGHT;
	const height = isFlat
		? Math.max(during.measured, during.expected)
		: (during.measured + during.expected) / 2;
	return [
		{
			name: difference,
			coord: [Math.round((during.from + during.countedTo) / 2), points(height)!],
			label: {
				position: isFlat ? ('top' as const) : ('inside' as const),
				distance: 8,
				fontSize: 14,
				fontWeight: 600
			}
		}
	];
}
