import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { Timeline } from '../chart-data';
import { COLOR } from '../theme';

/** One layer of a stack, from the bottom. `hatch` fills its buckets in progress. */
export type StackLayer = { name: string; values: (number | null)[]; color: string; hatch: string };

/** Beyond this many buckets bars would be thinner than their gaps, so the stack becomes one area. */
const MOST_BARS = 120;

/** A stack over time: bars, or an area where there are too many for bars. Buckets in progress are hatched. */
export function stackedSeries(
	layers: StackLayer[],
	timeline: Timeline
): (BarSeriesOption | LineSeriesOption)[] {
	const open = new Set(timeline.open.map(({ index }) => index));
	if (timeline.labels.length <= MOST_BARS)
		return layers.map((layer) => barLayer(layer, open, timeline.labels.length));
	return [
		...layers.map((layer) => areaLayer(layer, open, 'finished')),
		...(open.size > 0 ? layers.map((layer) => areaLayer(layer, open, 'open')) : [])
	];
}

/** Nothing has no border either, which would cut the line of zero. */
const NOTHING = { value: 0, itemStyle: { borderWidth: 0 } };

function barLayer(
	{ name, values, color, hatch }: StackLayer,
	open: Set<number>,
	count: number
): BarSeriesOption {
	return {
		type: 'bar',
		name,
		stack: 'all',
		silent: true,
		emphasis: { disabled: true },
		barCategoryGap: '28%',
		barMaxWidth: 48,
		// The border in the colour of the page is the gap between the parts of a bar.
		itemStyle: { color, borderColor: COLOR.background, borderWidth: count > 60 ? 0.5 : 1 },
		data: values.map((value, index) =>
			open.has(index)
				? { value: known(value), itemStyle: { color: hatch, borderColor: color, borderWidth: 1 } }
				: value === 0
					? NOTHING
					: known(value)
		)
	};
}

/** Buckets in progress share their left neighbour with the finished area, so that no gap opens between the two. */
function areaLayer(layer: StackLayer, open: Set<number>, part: 'finished' | 'open'): LineSeriesOption {
	const isOpen = (index: number) => open.has(index);
	const belongs = (index: number) =>
		part === 'finished' ? !isOpen(index) : isOpen(index) || isOpen(index + 1) || isOpen(index - 1);
	return {
		type: 'line',
		name: layer.name,
		stack: part,
		silent: true,
		symbol: 'none',
		sampling: 'average',
		emphasis: { disabled: true },
		lineStyle: part === 'finished' ? { width: 0 } : { width: 1, color: layer.color },
		areaStyle: { color: part === 'finished' ? layer.color : layer.hatch, opacity: 1 },
		data: layer.values.map((value, index) => (belongs(index) ? known(value) : null))
	};
}

function known(value: number | null): number | null {
	return value === null || !Number.isFinite(value) ? null : value;
}
