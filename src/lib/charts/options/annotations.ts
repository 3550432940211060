import type { LineSeriesOption } from 'echarts/charts';
import type { Band, Break, ChartSize, Gap, Mark, Timeline } from '../chart-data';
import { labelText } from '../label-text';
import { bucketX } from '../scale';
import { COLOR, DASHES, FONT_FAMILY } from '../theme';
import type { PlotMargin } from './time-axis';

type MarkArea = NonNullable<LineSeriesOption['markArea']>;
type MarkPoint = NonNullable<LineSeriesOption['markPoint']>;
type MarkLine = NonNullable<LineSeriesOption['markLine']>;
type Rule = Extract<NonNullable<MarkLine['data']>[number], readonly unknown[]>;

const NOTE_TEXT = { fontFamily: FONT_FAMILY, fontSize: 12, fontWeight: 500, color: COLOR.ink } as const;

type Annotated = { timeline: Timeline; bands?: Band[]; gaps?: Gap[] };

/** Bands with their name above the plot, and hatched gaps with their reason, behind everything else. */
export function backgroundAreas(chart: Annotated, size: ChartSize, margin: PlotMargin): MarkArea {
	const last = chart.timeline.labels.length - 1;
	const bands = (chart.bands ?? []).map((band) => bandArea(band, chart.timeline, size, margin));
	const gaps = (chart.gaps ?? []).map((gap) => gapArea(gap, last));
	return { silent: true, data: [...bands, ...gaps] };
}

type Area = NonNullable<MarkArea['data']>[number];

function bandArea({ from, to, name }: Band, { labels }: Timeline, size: ChartSize, margin: PlotMargin): Area {
	const plotWidth = size.width - margin.left - margin.right;
	const start = labels.length > 1 ? (from / (labels.length - 1)) * plotWidth : 0;
	return [
		{
			name,
			xAxis: from,
			itemStyle: { color: COLOR.band },
			label: {
				...NOTE_TEXT,
				show: true,
				position: [0, -20],
				formatter: () => labelText(name),
				width: Math.max(40, plotWidth - start),
				overflow: 'truncate'
			}
		},
		{ xAxis: to }
	];
}

/** The line stops at the neighbours of a gap, so the hatching reaches out to them. */
function gapArea({ from, to, note, unnamed }: Gap, last: number): Area {
	return [
		{
			name: note,
			xAxis: Math.max(0, from - 1),
			itemStyle: { color: COLOR.hatch },
			label: {
				...NOTE_TEXT,
				show: !unnamed,
				position: [6, 6],
				formatter: () => labelText(note),
				backgroundColor: COLOR.background,
				padding: [3, 4]
			}
		},
		{ xAxis: Math.min(last, to + 1) }
	];
}

type RingedPoint = { mark: Mark; value: number };

/** A ring around each unusual value, with its note on the side that has more room. */
export function ringedPoints(points: RingedPoint[], timeline: Timeline, size: ChartSize): MarkPoint {
	const middle = (timeline.labels.length - 1) / 2;
	return {
		silent: true,
		symbol: 'circle',
		symbolSize: 20,
		itemStyle: { color: 'transparent', borderColor: COLOR.ink, borderWidth: 1.5 },
		label: {
			...NOTE_TEXT,
			show: true,
			distance: 8,
			textBorderColor: COLOR.background,
			textBorderWidth: 3,
			formatter: ({ name }) => labelText(name)
		},
		data: points.map(({ mark, value }) => ({
			name: size.narrow ? (mark.shortNote ?? mark.note) : mark.note,
			coord: [mark.index, value],
			label: { position: mark.index > middle ? 'left' : 'right' }
		}))
	};
}

/**
 * A dotted rule between two buckets where what is counted changes, with its words above the plot on the side that has
 * more room.
 */
export function breakRules(
	{ timeline, breaks = [] }: { timeline: Timeline; breaks?: Break[] },
	size: ChartSize,
	margin: PlotMargin,
	centered: boolean
): MarkLine {
	const count = timeline.labels.length;
	const room = { left: margin.left, width: size.width - margin.left - margin.right, centered };
	const rules = breaks.map(({ index, note }): Rule => {
		const x = (bucketX(index - 1, count, room) + bucketX(index, count, room)) / 2;
		const align = x < size.width / 2 ? 'left' : 'right';
		return [
			{ name: note, x, y: size.height - margin.bottom, label: { align } },
			{ x, y: margin.top - 4 }
		];
	});
	return {
		silent: true,
		animation: false,
		symbol: 'none',
		lineStyle: { color: COLOR.inkSoft, width: 1.5, type: [...DASHES.compared], cap: 'round' },
		label: {
			...NOTE_TEXT,
			show: true,
			position: 'end',
			distance: 6,
			textBorderColor: COLOR.background,
			textBorderWidth: 3,
			formatter: ({ name }) => labelText(name)
		},
		data: rules
	};
}
