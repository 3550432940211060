import type { LineSeriesOption } from 'echarts/charts';
import { formatPoints } from '$lib/format/numbers';
import type { ChartSize } from '../chart-data';
import type { ChartOption } from '../echarts';
import type { PlaceboData } from '../impact-data';
import { labelText } from '../label-text';
import { extentOf, scoreScale, type ValueScale } from '../scale';
import { chartSymbol } from '../symbols';
import { brandColor, COLOR } from '../theme';
import { IMPACT_TEXT } from './impact-plot';
import { AXIS_TEXT, plotGrid, QUIET, type PlotMargin } from './time-axis';

/** The most that a dot and its air take, in pixels. */
const CELL = 9;
const DOT = 7;

export const PLACEBO_MARGIN: PlotMargin = { left: 16, right: 16, top: 44, bottom: 28 };

/** A column of the dot plot: the windows whose difference lies in it. */
export type PlaceboBin = { low: number; high: number; windows: PlaceboData['windows']; isObserved: boolean };

/** Differences stacked as dots, the campaign's own as a line with its brand's symbol at the foot. */
export function impactPlaceboOption(data: PlaceboData, size: ChartSize): ChartOption {
	const margin = PLACEBO_MARGIN;
	const scale = placeboScale(data);
	const bins = placeboBins(data, size);
	const height = size.height - margin.top - margin.bottom;
	const tallest = Math.max(1, ...bins.map(({ windows }) => windows.length));
	const cell = Math.min(CELL, height / (tallest + 1));
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: {
			type: 'value',
			min: scale.min,
			max: scale.max,
			interval: scale.step,
			axisLine: { show: true, onZero: false, lineStyle: { color: COLOR.zero, width: 1 } },
			axisTick: { show: true, length: 5, lineStyle: { color: COLOR.tick, width: 1 } },
			splitLine: { show: false },
			axisLabel: {
				...AXIS_TEXT,
				margin: 9,
				hideOverlap: true,
				formatter: (value: number) => formatPoints(value / 100, { decimals: 0, locale: data.locale })
			}
		},
		yAxis: { type: 'value', min: 0, max: height / cell, show: false },
		series: [dots(bins, cell), observedLine(data, scale, height / cell)]
	};
}

/** The axis of differences: zero is always on it. */
function placeboScale({ windows, observed }: PlaceboData): ValueScale {
	const extent = extentOf([windows.map(({ difference }) => difference), [0, observed]]);
	return scoreScale(extent && { low: extent.low * 100, high: extent.high * 100 }, [-200, 200]);
}

/** The columns of the plot, as many as dots fit beside each other, from the left. */
export function placeboBins(data: PlaceboData, size: ChartSize): PlaceboBin[] {
	const { min, max } = placeboScale(data);
	const width = size.width - PLACEBO_MARGIN.left - PLACEBO_MARGIN.right;
	const count = Math.max(8, Math.floor(width / CELL));
	const step = (max - min) / count;
	const binOf = (difference: number) =>
		Math.min(Math.max(Math.floor((difference * 100 - min) / step), 0), count - 1);
	const bins: PlaceboBin[] = Array.from({ length: count }, (_, index) => ({
		low: (min + index * step) / 100,
		high: (min + (index + 1) * step) / 100,
		windows: [],
		isObserved: index === binOf(data.observed)
	}));
	for (const window of data.windows) bins[binOf(window.difference)]!.windows.push(window);
	return bins;
}

function dots(bins: readonly PlaceboBin[], cell: number): LineSeriesOption {
	return {
		type: 'line',
		name: 'windows',
		silent: true,
		showSymbol: true,
		showAllSymbol: true,
		symbol: 'circle',
		symbolSize: Math.max(2, (cell * DOT) / CELL),
		emphasis: { disabled: true },
		lineStyle: { width: 0 },
		itemStyle: { color: COLOR.inkFaint, opacity: 0.75 },
		data: bins.flatMap(({ low, high, windows }) =>
			windows.map((_, index) => [((low + high) / 2) * 100, index + 0.6])
		)
	};
}

/** The campaign's own difference, from its symbol up to its words, which stand on the side that has more room. */
function observedLine(
	{ observed, label, rank, slot }: PlaceboData,
	scale: ValueScale,
	top: number
): LineSeriesOption {
	const x = observed * 100;
	const isRight = x > (scale.min + scale.max) / 2;
	const line = (text: string, offset: number, weight: 400 | 600) => ({
		name: text,
		coord: [x, top],
		label: {
			show: true,
			position: isRight ? ('left' as const) : ('right' as const),
			distance: -6,
			offset: [0, offset],
			fontWeight: weight
		}
	});
	return {
		type: 'line',
		name: 'observed',
		silent: true,
		showSymbol: true,
		showAllSymbol: true,
		symbolKeepAspect: true,
		emphasis: { disabled: true },
		z: 5,
		data: [
			{ value: [x, 0.6], symbol: chartSymbol(slot), symbolSize: 11 },
			{ value: [x, top], symbol: 'none' }
		],
		itemStyle: { color: brandColor(slot) },
		lineStyle: { color: brandColor(slot), width: 1.5 },
		markPoint: {
			silent: true,
			symbol: 'circle',
			symbolSize: 0.01,
			itemStyle: { color: 'transparent' },
			label: { ...IMPACT_TEXT, formatter: ({ name }) => labelText(name) },
			data: [line(label, -28, 600), line(rank, -13, 400)]
		}
	};
}
