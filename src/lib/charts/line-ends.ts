import type { SentimentTrendData, TrendSeries } from './chart-data';
import { trendMargin, trendScale, visibleSeries } from './options/sentiment-trend';

/** Between the middles of two labels: two lines of text, and a target large enough for a finger. */
const DISTANCE = 40;

export type LineEnd = { key: string; y: number };

/**
 * Where the label of each visible line stands: in the order of the numbers that the labels print, the highest first,
 * and as near to the end of its line as that order allows, so that no two touch and all are inside. The last value
 * alone would order them by chance: it is one bucket's, and often one in progress. Lines without a number come last.
 * @param height of the plot in pixels
 * @returns the middle of each label in pixels from the top, from top to bottom
 */
export function lineEnds(trend: SentimentTrendData, height: number): LineEnd[] {
	const margin = trendMargin(trend);
	const scale = trendScale(trend);
	const plotHeight = height - margin.top - margin.bottom;
	const yOf = (value: number) =>
		margin.top + ((scale.max - value * 100) / (scale.max - scale.min)) * plotHeight;
	const ends = byTotal(visibleSeries(trend)).map(({ key, values }) => {
		const last = values.findLast((value) => value !== null);
		return { key, y: last === undefined || last === null ? height : yOf(last) };
	});
	return spread(ends, height);
}

const byTotal = (series: TrendSeries[]) =>
	series.toSorted((a, b) => (b.total.value ?? -Infinity) - (a.total.value ?? -Infinity) || 0);

/**
 * Moves labels apart and keeps their order. Labels that touch, or stand above one that is to come before them, form a
 * group around the mean of where they want to be; groups merge until none touch, which keeps every label as near to
 * its line as the others allow.
 */
function spread(ends: LineEnd[], height: number): LineEnd[] {
	const distance = Math.min(DISTANCE, height / Math.max(ends.length, 1));
	let groups = ends.map((end) => ({ middle: end.y, members: [end] }));
	for (let merged = true; merged;) {
		merged = false;
		groups = groups.reduce<typeof groups>((settled, group) => {
			const before = settled.at(-1);
			if (before && bottomOf(before) + distance > topOf(group)) {
				settled[settled.length - 1] = joined(before, group);
				merged = true;
			} else settled.push(group);
			return settled;
		}, []);
	}
	return groups.flatMap((group) =>
		group.members.map((end, index) => ({ ...end, y: topOf(group) + index * distance }))
	);

	function topOf(group: { middle: number; members: LineEnd[] }): number {
		const half = ((group.members.length - 1) * distance) / 2;
		const edge = distance / 2;
		return Math.min(Math.max(group.middle - half, edge), height - edge - 2 * half);
	}
	function bottomOf(group: { middle: number; members: LineEnd[] }): number {
		return topOf(group) + (group.members.length - 1) * distance;
	}
}

type Group = { middle: number; members: LineEnd[] };

function joined(a: Group, b: Group): Group {
	const members = [...a.members, ...b.members];
	const middle = members.reduce((sum, end) => sum + end.y, 0) / members.length;
	return { middle, members };
}
