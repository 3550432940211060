import { expect, test } from 'vitest';
import { seriesOf, trendOf } from './chart-fixtures';
import { lineEnds } from './line-ends';

const HEIGHT = 388;

test('labels at the line ends are forty pixels apart, in the order of their numbers, and inside the chart', () => {
	const trend = trendOf([1, 2, 3, 4, 5, 6, 7, 8].map((slot) => seriesOf(slot, 28)));
	const ends = lineEnds(trend, HEIGHT);
	expect(ends.map((end) => end.key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((slot) => `brand-${slot}`));
	for (const [position, { y }] of ends.entries()) {
		expect(y).toBeGreaterThanOrEqual(20);
		expect(y).toBeLessThanOrEqual(HEIGHT - 20);
		if (position > 0) expect(y - ends[position - 1]!.y).toBeGreaterThanOrEqual(40 - 1e-9);
	}
});

test('a label alone stands at the height of its line’s last value', () => {
	const values = [0.1, 0.2, 0];
	const trend = trendOf([seriesOf(1, 3, { values, low: undefined, high: undefined })]);
	const [end] = lineEnds(trend, HEIGHT);
	// Zero is the lowest gridline of an axis from 0 to 20, 28 pixels above the bottom; 20 keep the label inside.
	expect(end!.y).toBeCloseTo(HEIGHT - 28, 6);
});

test('labels keep the order of the numbers that they print, whatever the last bucket says', () => {
	const falling = seriesOf(1, 3, { values: [0.6, 0.5, -0.2], total: { value: 0.5, n: 900 } });
	const rising = seriesOf(2, 3, { values: [0, 0.1, 0.7], total: { value: 0.1, n: 900 } });
	const calm = seriesOf(3, 3, { values: [-0.6, -0.6, -0.6], total: { value: -0.6, n: 900 } });
	const unknown = seriesOf(4, 3, { values: [null, 0.9, 0.9], total: { value: null, n: 4 } });
	const ends = lineEnds(trendOf([unknown, calm, rising, falling]), HEIGHT);
	expect(ends.map(({ key }) => key)).toEqual(['brand-1', 'brand-2', 'brand-3', 'brand-4']);
	const [first, second, third, fourth] = ends.map(({ y }) => y);
	// Those that ended the other way round stand together, half way between their ends.
	expect(second! - first!).toBeCloseTo(40, 6);
	expect(third! - second!).toBeGreaterThanOrEqual(40);
	expect(fourth! - third!).toBeCloseTo(40, 6);
});

test('hidden lines have no label, and lines without a value come last', () => {
	const empty = seriesOf(2, 5, { values: [null, null, null, null, null] });
	const trend = trendOf([empty, seriesOf(1, 5), seriesOf(3, 5)], { hidden: ['brand-3'] });
	expect(lineEnds(trend, HEIGHT).map((end) => end.key)).toEqual(['brand-1', 'brand-2']);
});

test('more labels than the height has room for share it evenly', () => {
	const trend = trendOf(Array.from({ length: 14 }, (_, index) => seriesOf(1, 5, { key: `k${index}` })));
	const ys = lineEnds(trend, HEIGHT).map((end) => end.y);
	expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
	expect(Math.max(...ys)).toBeLessThanOrEqual(HEIGHT);
	expect(new Set(ys.map(Math.round)).size).toBe(14);
});
