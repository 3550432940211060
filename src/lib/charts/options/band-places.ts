import type { Band, Break, ChartSize, Timeline } from '../chart-data';
import { labelText } from '../label-text';
import { bucketX, textWidth, type PlotRoom } from '../scale';
import type { PlotMargin } from './time-axis';

/**
 * Where a band lies, in pixels from the left edge of the chart, and how wide its name may be; 0 where there is no
 * room for it. A point has the same `left` and `right`.
 */
export type BandPlace = { band: Band; left: number; right: number; labelWidth: number };

type Marked = { timeline: Timeline; bands?: Band[]; breaks?: Break[]; hidden?: string[] };

/** Less than this tells nothing of a name. */
const LEAST_LABEL = 60;
const BETWEEN_LABELS = 10;
/** What is left of the page between two bands that touch, so that they do not look like one. */
const BETWEEN_BANDS = 3;

/** The plot of a chart. */
export const plotRoom = (size: ChartSize, margin: PlotMargin, centered: boolean): PlotRoom => ({
	left: margin.left,
	width: size.width - margin.left - margin.right,
	centered
});

/** A band reaches half a bucket to both sides of its own, but never out of the plot. */
function edgesOf({ from, to, isPoint }: Band, count: number, room: PlotRoom): [number, number] {
	const [first, last] = [bucketX(from, count, room), bucketX(to, count, room)];
	if (isPoint) return [first, first];
	const half = room.width / Math.max(1, room.centered ? count : count - 1) / 2;
	return [Math.max(room.left, first - half), Math.min(room.left + room.width, last + half)];
}

/** Where the words of a break stand, so that no name runs into them; `rulesAcross` puts them there. */
function wordsOfBreak({ index, note }: Break, count: number, size: ChartSize, room: PlotRoom) {
	const x = (bucketX(index - 1, count, room) + bucketX(index, count, room)) / 2;
	const width = note === '' ? 0 : textWidth(note);
	return x < size.width / 2 ? { from: x, to: x + width } : { from: x - width, to: x };
}

/**
 * The places of all bands. A name begins at the left edge of its band and ends before the next name; one that has too
 * little room is left out, and still stands in the list below the chart, in the tooltip and in the table.
 */
export function bandPlaces(
	chart: Marked,
	size: ChartSize,
	margin: PlotMargin,
	centered: boolean
): BandPlace[] {
	const { timeline, breaks = [] } = chart;
	const room = plotRoom(size, margin, centered);
	const count = timeline.labels.length;
	const placed = shownBands(chart)
		.map((band) => ({ band, edges: edgesOf(band, count, room) }))
		.sort((one, other) => one.edges[0] - other.edges[0]);
	const taken = breaks.map((one) => wordsOfBreak(one, count, size, room)).filter(({ from, to }) => to > from);
	return placed.map(({ band, edges: [left, right] }, index) => {
		const next = placed[index + 1]?.edges[0] ?? Infinity;
		const isTaken = taken.some(({ from, to }) => left >= from - BETWEEN_LABELS && left < to + BETWEEN_LABELS);
		const ends = [next, ...taken.map(({ from }) => from).filter((from) => from > left)];
		const free = Math.min(size.width, Math.min(...ends) - BETWEEN_LABELS) - left;
		const needed = textWidth(labelText(band.name));
		const fits = !isTaken && free >= Math.min(needed, LEAST_LABEL);
		const touches = Math.abs(next - right) < BETWEEN_BANDS && right - left > 2 * BETWEEN_BANDS;
		return { band, left, right: touches ? next - BETWEEN_BANDS : right, labelWidth: fits ? free : 0 };
	});
}

/** The bands that are about a line that the reader sees. */
export function shownBands({ bands = [], hidden = [] }: Pick<Marked, 'bands' | 'hidden'>): Band[] {
	return bands.filter(({ series }) => series === undefined || series.some((key) => !hidden.includes(key)));
}

/** The names of the bands that lie over a bucket. */
export function bandNames(chart: Pick<Marked, 'bands' | 'hidden'>, index: number): string[] {
	return shownBands(chart)
		.filter(({ from, to }) => from <= index && index <= to)
		.map(({ name }) => labelText(name));
}
