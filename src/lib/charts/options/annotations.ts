import type { LineSeriesOption } from 'echarts/charts';
import type { Band, Break, ChartSize, Gap, Mark, Timeline } from '../chart-data';
import { cutLabel, labelText } from '../label-text';
import { bucketX } from '../scale';
import { bandColor, COLOR, DASHES, FONT_FAMILY, lineColor } from '../theme';
import { bandPlaces, plotRoom, type BandPlace } from './band-places';
import { emptierSide, type Place, type Side } from './note-place';
import type { PlotMargin } from './time-axis';

type MarkArea = NonNullable<LineSeriesOption['markArea']>;
type MarkPoint = NonNullable<LineSeriesOption['markPoint']>;
type MarkLine = NonNullable<LineSeriesOption['markLine']>;
type Rule = Extract<NonNullable<MarkLine['data']>[number], readonly unknown[]>;

const NOTE_TEXT = { fontFamily: FONT_FAMILY, fontSize: 12, fontWeight: 500, color: COLOR.ink } as const;

type Annotated = {
	timeline: Timeline;
	bands?: Band[];
	gaps?: Gap[];
	breaks?: Break[];
	hidden?: string[];
};

/** Bands with their name above the plot, and hatched gaps with their reason, behind everything else. */
export function backgroundAreas(
	chart: Annotated,
	size: ChartSize,
	margin: PlotMargin,
	centered = false
): MarkArea {
	const last = chart.timeline.labels.length - 1;
	const bands = bandPlaces(chart, size, margin, centered)
		.filter(({ band }) => !band.isPoint)
		.map((place) => bandArea(place, size, margin));
	const gaps = (chart.gaps ?? []).map((gap) => gapArea(gap, last));
	return { silent: true, data: [...bands, ...gaps] };
}

type Area = NonNullable<MarkArea['data']>[number];

const nameLabel = ({ band, labelWidth }: BandPlace) => ({
	...NOTE_TEXT,
	show: labelWidth > 0,
	formatter: () => labelText(band.name),
	width: labelWidth,
	...cutLabel(labelText(band.name))
});

function bandArea(place: BandPlace, size: ChartSize, margin: PlotMargin): Area {
	const { band, left, right } = place;
	return [
		{
			name: band.name,
			x: left,
			y: margin.top,
			itemStyle: { color: bandColor(band.colour) },
			label: { ...nameLabel(place), position: [0, -20] }
		},
		{ x: right, y: size.height - margin.bottom }
	];
}

/** A thin line for each point in time, with its name above the plot. */
function pointRule(place: BandPlace, size: ChartSize, margin: PlotMargin): Rule {
	const x = place.left;
	return [
		{
			name: place.band.name,
			...{ x, y: size.height - margin.bottom },
			lineStyle: { color: lineColor(place.band.colour), width: 1, type: 'solid' },
			label: { ...nameLabel(place), align: 'left' }
		},
		{ x, y: margin.top - 4 }
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

type RingedPoint = { mark: Mark; value: number; at: Place };

/** The points of the lines that a note should not cover, and the pixels between which it has to stay. */
type Surroundings = { lines: readonly (readonly (Place | null)[])[]; size: ChartSize; margin: PlotMargin };

/** A ring around each unusual value, with its note where it covers the least; else on the side that has more room. */
export function ringedPoints(
	points: RingedPoint[],
	timeline: Timeline,
	{ lines, size, margin }: Surroundings
): MarkPoint {
	const middle = (timeline.labels.length - 1) / 2;
	const plot = {
		left: margin.left,
		right: size.width - margin.right,
		top: margin.top,
		bottom: size.height - margin.bottom
	};
	const noteOf = ({ note, shortNote }: Mark) => (size.narrow ? (shortNote ?? note) : note);
	const order = (index: number): Side[] =>
		index > middle ? ['left', 'right', 'bottom', 'top'] : ['right', 'left', 'bottom', 'top'];
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
		data: points.map(({ mark, value, at }) => ({
			name: noteOf(mark),
			coord: [mark.index, value],
			label: { position: emptierSide(at, noteOf(mark).length, lines, plot, order(mark.index)) }
		}))
	};
}

/**
 * The rules across a chart: a thin line for each point in time, and a dotted one between two buckets where what is counted changes, with its words above the plot on the side that has
 * more room.
 */
export function rulesAcross(
	chart: Annotated,
	size: ChartSize,
	margin: PlotMargin,
	centered: boolean
): MarkLine {
	const { timeline, breaks = [] } = chart;
	const count = timeline.labels.length;
	const room = plotRoom(size, margin, centered);
	const points = bandPlaces(chart, size, margin, centered).filter(({ band }) => band.isPoint);
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
		data: [...points.map((place) => pointRule(place, size, margin)), ...rules]
	};
}
