import { expect, test } from 'vitest';
import { seriesOf, splitOf, trendOf, volumeOf } from '$lib/charts/chart-fixtures';
import { VOLUME_FRAME } from '$lib/charts/frames';
import { volumeTrendOption } from '$lib/charts/options/volume-trend';
import { createDrawings } from './drawings';

test('the same numbers are drawn once, other numbers again', () => {
	const drawings = createDrawings();
	const first = drawings.volumeTrend(volumeOf(10));
	expect(drawings.volumeTrend(volumeOf(10))).toBe(first);
	expect(drawings.volumeTrend(volumeOf(11))).not.toBe(first);
});

test('figures of different kinds never share a drawing', () => {
	const drawings = createDrawings();
	const trend = drawings.sentimentTrend(trendOf([seriesOf(1, 5)]));
	const split = drawings.sentimentSplit(splitOf());
	expect(trend.wide.svg).not.toBe(split.wide.svg);
});

test('a key that is known draws nothing', () => {
	const drawings = createDrawings();
	let built = 0;
	const build = () => {
		built += 1;
		return volumeTrendOption(volumeOf(5), { width: 100, height: 100, narrow: true });
	};
	drawings.drawFigure('question 1', build, VOLUME_FRAME);
	drawings.drawFigure('question 1', build, VOLUME_FRAME);
	expect(built).toBe(2);
});

test('when the memory is full the drawing that was not asked for the longest goes', () => {
	const one = createDrawings().volumeTrend(volumeOf(10));
	const size = 2 * (one.wide.svg.length + one.narrow.svg.length) + 1000;
	const drawings = createDrawings(2.5 * size);
	const a = drawings.volumeTrend(volumeOf(10));
	const b = drawings.volumeTrend(volumeOf(9));
	expect(drawings.volumeTrend(volumeOf(10))).toBe(a);
	drawings.volumeTrend(volumeOf(8));
	expect(drawings.volumeTrend(volumeOf(10))).toBe(a);
	expect(drawings.volumeTrend(volumeOf(9))).not.toBe(b);
});

test('a figure has the widths and heights of its frame', () => {
	const { wide, narrow } = createDrawings().volumeTrend(volumeOf(10));
	expect(wide.svg).toContain(`viewBox="0 0 ${VOLUME_FRAME.widths.wide} ${VOLUME_FRAME.heights.wide}"`);
	expect(narrow.svg).toContain(`viewBox="0 0 ${VOLUME_FRAME.widths.narrow} ${VOLUME_FRAME.heights.narrow}"`);
});
