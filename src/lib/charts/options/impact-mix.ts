import type { BarSeriesOption } from 'echarts/charts';
import { formatPoints } from '$lib/format/numbers';
import type { ChartSize } from '../chart-data';
import type { ChartOption } from '../echarts';
import type { MoodMixData, MoodMixRow } from '../impact-data';
import { cutLabel, labelText } from '../label-text';
import { textWidth } from '../scale';
import { COLOR, FONT_FAMILY } from '../theme';
import { IMPACT_TEXT } from './impact-plot';
import { plotGrid, QUIET, type PlotMargin } from './time-axis';

const ROW = 38;
const EDGE = 4;
const BAR = 10;

/** Room for a value beside the end of its bar, as a share of the plot on either side. */
const VALUE_ROOM = 44;

/** @example mixHeight(6) // 236 */
export function mixHeight(rows: number): number {
	return rows * ROW + 2 * EDGE;
}

/** For each platform what changed of its mood, solid, and of its share, hatched; the total stands first. */
export function impactMixOption(data: MoodMixData, size: ChartSize): ChartOption {
	const margin = mixMargin(data, size);
	const [min, max] = mixExtent(data, size, margin);
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: { type: 'value', min, max, show: false },
		yAxis: nameAxis(data, margin),
		series: [bars(data, 'rate'), bars(data, 'mix')]
	};
}

export function mixMargin({ rows }: MoodMixData, size: ChartSize): PlotMargin {
	const names = Math.max(72, ...rows.map(({ name }) => textWidth(labelText(name)) * 1.17 + 16));
	return { left: Math.min(names, size.width * 0.4), right: 4, top: EDGE, bottom: EDGE };
}

/** From the smallest to the largest part in points, zero between them, with room for the values beside the bars. */
function mixExtent({ rows }: MoodMixData, size: ChartSize, margin: PlotMargin): [number, number] {
	const parts = rows.flatMap(({ rate, mix }) => [rate * 100, mix * 100]);
	const low = Math.min(0, ...parts);
	const high = Math.max(0, ...parts);
	const width = Math.max(1, size.width - margin.left - margin.right);
	const sides = (low < 0 ? 1 : 0) + 1;
	const room = Math.max(high - low, 1) * (VALUE_ROOM / Math.max(VALUE_ROOM, width - sides * VALUE_ROOM));
	return [low < 0 ? low - room : 0, high + room];
}

function nameAxis({ rows }: MoodMixData, margin: PlotMargin) {
	return {
		type: 'category' as const,
		inverse: true,
		axisLine: { show: true, onZero: true, lineStyle: { color: COLOR.zero, width: 1 } },
		axisTick: { show: false },
		splitLine: { show: false },
		// Rows are categories by their index; a category's own style replaces that of its axis, so it carries all of it.
		data: rows.map((row, index) => ({ value: String(index), textStyle: nameStyle(row, margin) })),
		offset: 0,
		axisLabel: {
			interval: 0,
			align: 'left' as const,
			fontFamily: FONT_FAMILY,
			fontSize: 14,
			margin: margin.left,
			formatter: (_: string, index: number) => labelText(rows[index]?.name ?? '')
		}
	};
}

function nameStyle({ name, strong }: MoodMixRow, margin: PlotMargin) {
	return {
		align: 'left' as const,
		...cutLabel(labelText(name)),
		width: margin.left - 12,
		color: COLOR.ink,
		fontSize: 14,
		fontWeight: strong ? 600 : 400
	};
}

function bars({ rows, locale }: MoodMixData, part: 'rate' | 'mix'): BarSeriesOption {
	return {
		type: 'bar',
		name: part,
		silent: true,
		emphasis: { disabled: true },
		barWidth: BAR,
		barGap: '20%',
		itemStyle:
			part === 'rate'
				? { color: COLOR.ink }
				: { color: COLOR.hatch, borderColor: COLOR.inkSoft, borderWidth: 1 },
		data: rows.map((row) => {
			const value = row[part] * 100;
			return { value, label: { position: value < 0 ? ('left' as const) : ('right' as const) } };
		}),
		label: {
			...IMPACT_TEXT,
			show: true,
			color: COLOR.inkSoft,
			distance: 5,
			formatter: ({ dataIndex }) => formatPoints(rows[dataIndex]?.[part] ?? 0, { locale })
		}
	};
}
