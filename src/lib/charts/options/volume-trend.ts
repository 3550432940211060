import type { LineSeriesOption } from 'echarts/charts';
import { formatCount } from '$lib/format/numbers';
import type { ChartSize, Timeline, VolumeLayer, VolumeTrendData } from '../chart-data';
import type { ChartOption } from '../echarts';
import { countScale, type ValueScale } from '../scale';
import { COLOR, DASHES, LINE_WIDTH, TYPE_COLOR, TYPE_HATCH } from '../theme';
import { backgroundAreas, rulesAcross } from './annotations';
import { stackedSeries } from './stacked-bars';
import { AXIS_TEXT, plotGrid, QUIET, timeAxis, type PlotMargin } from './time-axis';

/**
 * Interactions over time, stacked by type group. Nothing at all is a flat line on zero, which is an answer; missing
 * buckets stay empty.
 */
export function volumeTrendOption(volume: VolumeTrendData, size: ChartSize): ChartOption {
	const margin = volumeMargin(volume);
	const scale = volumeScale(volume);
	const layers = visibleLayers(volume).map(({ key, values, role }) => ({
		name: key,
		values,
		color: TYPE_COLOR[role],
		hatch: TYPE_HATCH[role]
	}));
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: timeAxis(volume.timeline, size, margin, true),
		yAxis: countAxis(scale, volume.locale, margin),
		series: [
			{
				type: 'line',
				data: volume.timeline.labels.map(() => null),
				silent: true,
				markArea: backgroundAreas(volume, size, margin, true),
				markLine: rulesAcross(volume, size, margin, true)
			},
			...stackedSeries(layers, volume.timeline),
			...(volume.previous ? comparedTotals(volume.previous, volume.timeline) : []),
			...(isAllZero(volume) ? [flatLine(volume)] : [])
		]
	};
}

/** Room for the largest count on the left. */
export function volumeMargin(volume: VolumeTrendData): PlotMargin {
	const widest = formatCount(volumeScale(volume).max, volume.locale).length;
	return {
		left: Math.max(28, widest * 7 + 6),
		right: 4,
		top: volume.bands?.length || volume.breaks?.length ? 30 : 10,
		bottom: 28
	};
}

/** From zero to above the highest stack and the highest compared total. */
export function volumeScale(volume: VolumeTrendData): ValueScale {
	const totals = bucketTotals(volume).map((total) => total ?? 0);
	return countScale(Math.max(0, ...totals, ...(volume.previous ?? []).map((total) => total ?? 0)));
}

/** The sum of the visible layers of each bucket; null where no layer has an answer. */
export function bucketTotals(volume: VolumeTrendData): (number | null)[] {
	const layers = visibleLayers(volume);
	return volume.timeline.labels.map((_, index) => {
		const values = layers.flatMap((layer) => layer.values[index] ?? []);
		return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null;
	});
}

/** The layers that the reader has not hidden. */
export function visibleLayers(volume: VolumeTrendData): VolumeLayer[] {
	return volume.layers.filter((layer) => !volume.hidden.includes(layer.key));
}

/** Counts on the left edge, with zero one step darker than the other gridlines. */
export function countAxis(scale: ValueScale, locale: string, margin: PlotMargin) {
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
			formatter: (value: number) => formatCount(value, locale)
		},
		splitLine: { lineStyle: { width: 1, color: [COLOR.zero, ...Array<string>(9).fill(COLOR.grid)] } }
	};
}

/** What a bucket that is not whole is compared with has as few hours: joined to whole days it would look like a fall. */
function comparedTotals(previous: (number | null)[], { open }: Pick<Timeline, 'open'>): LineSeriesOption[] {
	const cut = new Set(open.map(({ index }) => index));
	const shared = { type: 'line' as const, silent: true, emphasis: { disabled: true } };
	return [
		{
			...shared,
			name: 'compared',
			data: previous.map((total, index) => (cut.has(index) ? null : total)),
			symbol: 'none',
			z: 5,
			lineStyle: {
				color: COLOR.inkSoft,
				width: LINE_WIDTH.compared,
				type: [...DASHES.compared],
				cap: 'round'
			}
		},
		...(isComparedCut({ previous, timeline: { open } }) ? [comparedRings(previous, cut)] : [])
	];
}

function comparedRings(previous: (number | null)[], cut: ReadonlySet<number>): LineSeriesOption {
	return {
		type: 'line',
		silent: true,
		emphasis: { disabled: true },
		name: 'compared so far',
		data: previous.map((total, index) => (cut.has(index) ? total : null)),
		showAllSymbol: true,
		symbol: 'circle',
		symbolSize: 7,
		z: 7,
		itemStyle: { color: COLOR.background, borderColor: COLOR.inkSoft, borderWidth: 1.5 },
		lineStyle: { width: 0 }
	};
}

/** Whether some compared total is of as few hours as the bucket in progress that it is compared with. */
export function isComparedCut({
	previous = [],
	timeline
}: {
	previous?: (number | null)[];
	timeline: Pick<Timeline, 'open'>;
}): boolean {
	return timeline.open.some(({ index }) => (previous[index] ?? null) !== null);
}

/** Whether something was counted and all of it is nothing: an answer, unlike a gap. */
export function isAllZero(volume: VolumeTrendData): boolean {
	const known = bucketTotals(volume).filter((total) => total !== null);
	return known.length > 0 && known.every((total) => total === 0);
}

function flatLine(volume: VolumeTrendData): LineSeriesOption {
	return {
		type: 'line',
		name: 'zero',
		data: bucketTotals(volume),
		symbol: 'none',
		silent: true,
		z: 6,
		lineStyle: { color: TYPE_COLOR.comments, width: 2 }
	};
}
