import type { BarSeriesOption } from 'echarts/charts';
import { formatCount, formatPercent } from '$lib/format/numbers';
import { chartWords } from '$lib/wording/chart-words';
import { cutLabel, labelText } from '../label-text';
import type { ChartSize, DistributionData, SplitRow } from '../chart-data';
import type { ChartOption } from '../echarts';
import { textWidth } from '../scale';
import { COLOR, FONT_FAMILY, SENTIMENT_COLOR, SENTIMENT_TEXT } from '../theme';
import { plotGrid, QUIET, type PlotMargin } from './time-axis';

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
/** The height of a row, and the room above the first one, in pixels. */
export const ROW_HEIGHT = { wide: 32, narrow: 48 } as const;
export const EDGE = 4;
const BAR_HEIGHT = { wide: 22, narrow: 18 } as const;
/** A segment has its label inside from this share on, as long as the label fits. */
const SMALLEST_LABELLED = 8;
/** Between the beginning of a hatched bar and the plate of its text, and between the plate's edge and the text. */
const HATCHED_INSET = 6;
const HATCHED_PADDING = 4;
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
			hatchedBars(split, largest, plotWidth, size)
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

/**
 * Whether a row has a bar of its own, and no hatching. Counts are exact, so few of them are drawn as well; where only
 * some sentiments are counted nothing but counts is said, and any of them is drawn.
 */
export function isDrawable(
	row: SplitRow,
	{ stack, only }: Pick<DistributionData, 'stack' | 'only'>
): boolean {
	if (only) return !row.caption && row.counts !== null;
	if (row.caption || row.counts === null || row.shares === null) return false;
	return (row.n ?? 0) >= FEWEST_FOR_SHARES && !(stack === 'share' && row.intervals);
}

/**
 * The shares of a row of under thirty messages in words, each beside its interval.
 * @example uncertainShares(row, 'en-GB') // ['10 (2 to 40)', '60 (31 to 83)', '30 (11 to 60)']
 */
export function uncertainShares({ shares, intervals }: SplitRow, locale: string, unit = ''): string[] {
	const whole = (percent: number) => formatPercent(percent, { decimals: 0, locale });
	return (intervals ?? []).map(({ low, high }, part) =>
		chartWords.shareBetween(whole(shares?.[part] ?? 0) + unit, whole(low * 100), whole(high * 100))
	);
}

/** What stands in a hatched bar: why nothing is drawn, or the intervals where there is no room for the shares, too. */
function hatchedText(row: SplitRow | undefined, locale: string, room: number): string {
	if (!row?.intervals) return labelText(row?.note ?? '');
	const long = uncertainShares(row, locale).join(' · ');
	if (textWidth(long) <= room) return long;
	const whole = (share: number) => formatPercent(share * 100, { decimals: 0, locale });
	return row.intervals.map(({ low, high }) => chartWords.between(whole(low), whole(high))).join(' · ');
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
		isDrawable(row, split) ? ((isShare ? row.shares : row.counts)?.[part] ?? null) : null;
	const labelOf = (row: SplitRow): string => {
		const value = valueOf(row);
		if (value === null || (!split.only && (row.shares?.[part] ?? 0) < SMALLEST_LABELLED)) return '';
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

/** Too few messages, or no answer: a hatched bar over the whole width, with the reason or the intervals. */
function hatchedBars(
	split: DistributionData,
	largest: number,
	plotWidth: number,
	size: ChartSize
): BarSeriesOption {
	const { rows, locale } = split;
	const room = plotWidth - 2 * (HATCHED_INSET + HATCHED_PADDING);
	return {
		...barBase(size),
		name: 'hatched',
		data: rows.map((row) => (row.caption || isDrawable(row, split) ? null : largest)),
		itemStyle: { color: COLOR.hatch },
		label: {
			show: true,
			position: 'insideLeft',
			distance: HATCHED_INSET,
			color: COLOR.inkSoft,
			backgroundColor: COLOR.background,
			padding: [3, HATCHED_PADDING],
			fontFamily: FONT_FAMILY,
			fontSize: 12,
			formatter: ({ dataIndex }) => hatchedText(rows[dataIndex], locale, room)
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
			? { inside: true, margin: 0, verticalAlign: 'bottom' as const, padding: [0, 0, 14, 0] }
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
