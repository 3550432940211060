import type { ChartSize, Timeline } from '../chart-data';
import { fittingTicks } from '../scale';
import { COLOR, FONT_FAMILY } from '../theme';

/** Room around the plot, in pixels. */
export type PlotMargin = { left: number; right: number; top: number; bottom: number };

/** Text of an axis. */
export const AXIS_TEXT = { color: COLOR.axis, fontFamily: FONT_FAMILY, fontSize: 12 } as const;

/** What every chart starts from: no motion on the first paint, no reaction of its own to the pointer. */
export const QUIET = {
	animation: false,
	color: [COLOR.ink],
	stateAnimation: { duration: 0 },
	textStyle: { fontFamily: FONT_FAMILY },
	backgroundColor: 'transparent'
};

/** A grid of exactly this margin; ECharts 6 would otherwise move the plot to make room for labels. */
export function plotGrid(margin: PlotMargin) {
	return { ...margin, outerBoundsMode: 'none' as const };
}

/**
 * The axis of time: no line, a short tick and a label for the buckets that are ticks, as many as fit.
 * @param centered bars stand in the middle of their bucket, lines run from edge to edge
 */
export function timeAxis(timeline: Timeline, size: ChartSize, margin: PlotMargin, centered: boolean) {
	// Named one by one: asked by a function, the axis would make a label for each of two years' days to throw it away.
	const customValues = shownTicks(timeline, size, margin, centered);
	return {
		type: 'category' as const,
		data: timeline.labels,
		boundaryGap: centered,
		axisLine: { show: false, onZero: false },
		axisTick: {
			show: true,
			alignWithLabel: true,
			customValues,
			length: 5,
			lineStyle: { color: COLOR.tick, width: 1 }
		},
		axisLabel: { ...AXIS_TEXT, customValues, margin: 9, hideOverlap: false }
	};
}

/** The indexes whose labels fit. */
export function shownTicks(
	timeline: Timeline,
	size: ChartSize,
	margin: PlotMargin,
	centered: boolean
): number[] {
	const width = size.width - margin.left - margin.right;
	return fittingTicks(timeline.ticks, timeline.labels, {
		left: margin.left,
		width,
		boxWidth: size.width,
		centered
	});
}
