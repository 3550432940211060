import type { BarSeriesOption } from 'echarts/charts';
import { formatCount, formatPercent } from '$lib/format/numbers';
import { cutLabel, labelText } from '../label-text';
import type { ChartSize, DistributionData, SplitRow } from '../chart-data';
import type { ChartOption } from '../echarts';
import { textWidth } from '../scale';
import { COLOR, FONT_FAMILY, SENTIMENT_COLOR, SENTIMENT_TEXT } from '../theme';
import { plotGrid, QUIET, type PlotMargin } from './time-axis';

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
/** The height of a row, and the room above the first one, in pixels. */
export const ROW_HEIGHT = { wide: 32, narrow: 45 } as const;
export const EDGE = 4;
const BAR_HEIGHT = { wide: 22, narrow: 18 } as const;
/** A segment has its label inside from this share on, as long as the label fits. */
const SMALLEST_LABELLED = 8;
/** Below this many messages a share says nothing. */
export const FEWEST_FOR_SHARES = 10;

/**
 * The height that this many rows need, captions included.
 * @example distributionHeight(12, false) // 392
 */
export function distributionHeight(rows: number, narrow: boolean): number {
	return rows * ROW_HEIGHT[narrow ? 'narrow' : 'wide'] + 2 * EDGE;
}

/** One split bar for each row, with its name on the left and its n on the right; on phones the name stands above. */
export function distributionOption(split: DistributionData, size: ChartSize): ChartOption {
	const margin = distributionMargin(split, size);
	const plotWidth = size.width - margin.left - margin.right;
	const largest = largestSum(split);
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: { type: 'value', min: 0, max: largest, show: false },
		yAxis: [nameAxis(split, size, margin), sizeAxis(split, size, margin)],
		series: [
			...SENTIMENTS.map((_, part) => sentimentBars(split, part, largest, plotWidth, size)),
			hatchedBars(split, largest, size)
		]
	};
}

/** Names on the left are as wide as the longest of them, up to a third of the chart. */
export function distributionMargin(split: DistributionData, size: ChartSize): PlotMargin {
	if (size.narrow) return { left: 0, right: 0, top: EDGE, bottom: EDGE };
	const bars = split.rows.filter((row) => !row.caption);
	const names = Math.max(60, ...bars.map((row) => textWidth(labelText(row.name)) * 1.17 + 16));
	const sizes = Math.max(40, ...bars.map((row) => textWidth(sizeText(row, split.locale)) * 1.1 + 16));
	return { left: Math.min(names, size.width / 3), right: sizes, top: EDGE, bottom: EDGE };
}

/** Shares fill the width; counts are measured against the largest row. */
export function largestSum({ stack, rows }: DistributionData): number {
	if (stack === 'share') return 100;
	return Math.max(1, ...rows.map(({ counts }) => (counts ? counts[0] + counts[1] + counts[2] : 0)));
}

/** Whether a row has a bar of its own, and no hatching. */
export function isDrawable(row: SplitRow): boolean {
	return !row.caption && row.counts !== null && row.shares !== null && (row.n ?? 0) >= FEWEST_FOR_SHARES;
}

function sentimentBars(
	split: DistributionData,
	part: number,
	largest: number,
	plotWidth: number,
	size: ChartSize
): BarSeriesOption {
	const sentiment = SENTIMENTS[part]!;
	const isShare = split.stack === 'share';
	const valueOf = (row: SplitRow) =>
		isDrawable(row) ? ((isShare ? row.shares : row.counts)?.[part] ?? null) : null;
	const labelOf = (row: SplitRow): string => {
		const value = valueOf(row);
		if (value === null || (row.shares?.[part] ?? 0) < SMALLEST_LABELLED) return '';
		const text = isShare ? shareLabel(row, part, split.locale) : formatCount(value, split.locale);
		return (value / largest) * plotWidth >= textWidth(text) + 4 ? text : '';
	};
	return {
		...barBase(size),
		name: sentiment,
		data: split.rows.map(valueOf),
		itemStyle: { color: SENTIMENT_COLOR[sentiment], borderColor: COLOR.background, borderWidth: 1 },
		label: {
			show: true,
			position: 'inside',
			color: SENTIMENT_TEXT[sentiment],
			fontFamily: FONT_FAMILY,
			fontSize: 12,
			fontWeight: 500,
			formatter: ({ dataIndex }) => labelOf(split.rows[dataIndex]!)
		}
	};
}

/** Whole where the interval supports no decimal. */
function shareLabel({ decimals = 1, shares }: SplitRow, part: number, locale: string): string {
	return formatPercent(shares?.[part] ?? 0, { decimals, locale });
}

/** Too few messages, or no answer: a hatched bar over the whole width, with the reason when there is one. */
function hatchedBars({ rows }: DistributionData, largest: number, size: ChartSize): BarSeriesOption {
	return {
		...barBase(size),
		name: 'hatched',
		data: rows.map((row) => (row.caption || isDrawable(row) ? null : largest)),
		itemStyle: { color: COLOR.hatch },
		label: {
			show: true,
			position: 'insideLeft',
			distance: 6,
			color: COLOR.inkSoft,
			backgroundColor: COLOR.background,
			padding: [1, 4],
			fontFamily: FONT_FAMILY,
			fontSize: 12,
			formatter: ({ dataIndex }) => labelText(rows[dataIndex]?.note ?? '')
		}
	};
}

function barBase(size: ChartSize): BarSeriesOption {
	return {
		type: 'bar',
		stack: 'all',
		silent: true,
		emphasis: { disabled: true },
		barWidth: BAR_HEIGHT[size.narrow ? 'narrow' : 'wide']
	};
}

/** Rows are categories by their index, so that two rows may share a name. */
function rowAxis(split: DistributionData, size: ChartSize) {
	return {
		type: 'category' as const,
		inverse: true,
		axisLine: { show: false },
		axisTick: { show: false },
		splitLine: { show: false },
		data: split.rows.map((_, index) => String(index)),
		// On phones the text stands above its bar, inside the plot.
		labelPlace: size.narrow
			? { inside: true, margin: 0, verticalAlign: 'bottom' as const, padding: [0, 0, 11, 0] }
			: {}
	};
}

function nameAxis(split: DistributionData, size: ChartSize, margin: PlotMargin) {
	const { labelPlace, ...axis } = rowAxis(split, size);
	return {
		...axis,
		data: split.rows.map((row, index) => ({ value: String(index), textStyle: nameStyle(row, size, margin) })),
		axisLabel: {
			interval: 0,
			align: 'left' as const,
			fontFamily: FONT_FAMILY,
			fontSize: 14,
			margin: margin.left,
			formatter: (_: string, index: number) => labelText(split.rows[index]?.name ?? ''),
			...labelPlace
		}
	};
}

/** A category's own style replaces the alignment of its axis, so it carries its own. Captions have the whole width. */
function nameStyle(row: SplitRow, size: ChartSize, margin: PlotMargin) {
	const place = { align: 'left' as const, ...cutLabel(labelText(row.name)) };
	if (row.caption) {
		const middle = size.narrow ? { verticalAlign: 'middle' as const, padding: 0 } : {};
		return { ...place, ...middle, color: COLOR.inkFaint, fontSize: 13, width: size.width };
	}
	return {
		...place,
		...(size.narrow && { verticalAlign: 'bottom' as const }),
		color: COLOR.ink,
		fontSize: 14,
		fontWeight: row.strong ? 600 : 400,
		width: size.narrow ? size.width - 64 : margin.left - 12
	};
}

function sizeAxis(split: DistributionData, size: ChartSize, margin: PlotMargin) {
	const { labelPlace, ...axis } = rowAxis(split, size);
	return {
		...axis,
		position: 'right' as const,
		axisLabel: {
			interval: 0,
			align: 'right' as const,
			fontFamily: FONT_FAMILY,
			fontSize: 13,
			color: COLOR.inkSoft,
			margin: margin.right,
			formatter: (_: string, index: number) => sizeText(split.rows[index], split.locale),
			...labelPlace
		}
	};
}

function sizeText(row: SplitRow | undefined, locale: string): string {
	return !row || row.caption || row.n === null ? '' : formatCount(row.n, locale);
}
