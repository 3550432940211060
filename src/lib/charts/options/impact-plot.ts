import type { LineSeriesOption } from 'echarts/charts';
import { formatPoints } from '$lib/format/numbers';
import type { ChartSize, Timeline } from '../chart-data';
import type { WindowLevel } from '../impact-data';
import { labelText } from '../label-text';
import { bucketX, gridlines, textWidth, type ValueScale } from '../scale';
import { COLOR, DASHES, FONT_FAMILY } from '../theme';
import { AXIS_TEXT, type PlotMargin } from './time-axis';

type MarkArea = NonNullable<LineSeriesOption['markArea']>;

/** What the charts of a campaign have in common: the windows behind the plot, and the axis of points. */

export const IMPACT_TEXT = { fontFamily: FONT_FAMILY, fontSize: 12, color: COLOR.ink } as const;

/** Between the words of two windows. */
const WORD_GAP = 10;

/** Fractions as points, and a gap where there is none. */
export function points(value: number | null | undefined): number | null {
	return value === null || value === undefined || !Number.isFinite(value) ? null : value * 100;
}

/** The axis of a score or of a difference in points, its labels at the left edge. */
export function pointsAxis(scale: ValueScale, margin: PlotMargin, locale: string) {
	return {
		type: 'value' as const,
		min: scale.min,
		max: scale.max,
		interval: scale.step,
		axisLine: { show: false },
		axisTick: { show: false },
		axisLabel: {
			...AXIS_TEXT,
			align: 'left' as const,
			margin: margin.left,
			formatter: (value: number) => formatPoints(value / 100, { decimals: 0, locale })
		},
		// One colour for each gridline in order, so that zero can be a step darker.
		splitLine: {
			lineStyle: { width: 1, color: gridlines(scale).map((value) => (value === 0 ? COLOR.zero : COLOR.grid)) }
		}
	};
}

/**
 * The words above each window, as long as the room up to the next window allows: title and detail, the title alone,
 * or nothing.
 * @example windowTitles(levels, size, margin, 48) // ['Before, 28 days', 'During, 2 – 15 Nov', 'After']
 */
export function windowTitles(
	levels: readonly WindowLevel[],
	size: ChartSize,
	margin: PlotMargin,
	count: number
): string[] {
	const room = { left: margin.left, width: size.width - margin.left - margin.right, centered: false };
	const starts = levels.map(({ from }) => bucketX(from, count, room));
	return levels.map(({ title, detail }, index) => {
		const end = index + 1 < starts.length ? starts[index + 1]! - WORD_GAP : size.width;
		const available = end - starts[index]!;
		const whole = `${title}, ${detail}`;
		return [whole, title].map(labelText).find((text) => textWidth(text) <= available) ?? '';
	});
}

/** The windows behind the plot: the campaign's own as a band, all with their words above the top gridline. */
export function windowAreas(
	levels: readonly WindowLevel[],
	{ labels }: Timeline,
	size: ChartSize,
	margin: PlotMargin
): NonNullable<MarkArea['data']> {
	const titles = windowTitles(levels, size, margin, labels.length);
	return levels.map(({ kind, from, to }, index) => [
		{
			name: kind,
			xAxis: from,
			itemStyle: { color: kind === 'during' ? COLOR.band : 'transparent' },
			label: {
				...IMPACT_TEXT,
				show: titles[index] !== '',
				fontWeight: 600,
				position: [0, -20],
				formatter: () => titles[index] ?? ''
			}
		},
		{ xAxis: to }
	]);
}

/** A quiet line without symbols: what every level and trend begins with. */
const PLAIN: LineSeriesOption = {
	type: 'line',
	symbol: 'none',
	silent: true,
	emphasis: { disabled: true }
};

/** A point of a line: the index of its day, and its height in points. */
export type PlotPoint = [index: number, height: number | null];

/** A level over the days of one window: its ends are all that a straight line needs. Nothing over no days. */
export function endsOf({ from, to }: { from: number; to: number }, value: number | null): PlotPoint[] {
	if (to < from) return [];
	const ends = from === to ? [from] : [from, to];
	return ends.map((index) => [index, points(value)]);
}

/** The mean of each window as a step. One day has no length, so it is a short bar. */
export function levelLines(levels: readonly WindowLevel[]): LineSeriesOption[] {
	return levels.map((level) => ({
		...PLAIN,
		name: `${level.kind} measured`,
		z: 6,
		data: endsOf({ from: level.from, to: level.countedTo }, level.measured),
		...(level.from === level.countedTo && { symbol: 'rect', symbolSize: [12, 2.5], showSymbol: true }),
		itemStyle: { color: COLOR.ink },
		lineStyle: { color: COLOR.ink, width: 2.5 }
	}));
}

/** What was expected without the campaign: one dotted line through all windows that have it. */
export function expectedLine(levels: readonly WindowLevel[]): LineSeriesOption {
	const data = levels.flatMap((level, index): PlotPoint[] => {
		const isApart = index > 0 && levels[index - 1]!.to + 1 < level.from;
		return [...(isApart ? [[level.from - 1, null] as PlotPoint] : []), ...endsOf(level, level.expected)];
	});
	return {
		...PLAIN,
		name: 'expected',
		z: 5,
		data,
		lineStyle: { color: COLOR.ink, width: 1.75, type: [...DASHES.compared], cap: 'round' }
	};
}

/** An invisible line at the lower limit carries a filled one as high as the two are apart. */
export function filledBetween(
	name: string,
	low: readonly PlotPoint[],
	high: readonly PlotPoint[],
	fill: { color: string; opacity: number }
): LineSeriesOption[] {
	const base: LineSeriesOption = {
		...PLAIN,
		stack: name,
		stackStrategy: 'all',
		z: 2,
		lineStyle: { width: 0 }
	};
	const heights = low.map(([, from], index) => {
		const to = high[index]?.[1] ?? null;
		return from === null || to === null ? null : { from, more: to - from };
	});
	const at = (height: (of: { from: number; more: number }) => number) =>
		low.map(([day], index): PlotPoint => [day, heights[index] ? height(heights[index]) : null]);
	return [
		{ ...base, name: `${name} from`, data: at(({ from }) => from) },
		{ ...base, name, data: at(({ more }) => more), areaStyle: fill }
	];
}
