import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	bucketAt,
	bucketX,
	countScale,
	extentOf,
	fittingTicks,
	gridlines,
	scoreScale,
	textWidth
} from './scale';

const POINTS = [-100, 100] as const;

test.each([
	{ low: -26, high: 48, expected: [-40, -20, 0, 20, 40, 60] },
	{ low: 12, high: 48, expected: [0, 10, 20, 30, 40, 50] },
	{ low: 31, high: 39, expected: [30, 35, 40] },
	{ low: -53, high: 60, expected: [-60, -30, 0, 30, 60] },
	{ low: -100, high: 100, expected: [-100, -50, 0, 50, 100] }
])('values from $low to $high stand on the gridlines $expected', ({ low, high, expected }) => {
	expect(gridlines(scoreScale({ low, high }, POINTS))).toEqual(expected);
});

test('a score axis holds its values, keeps its limits and has three to six gridlines', () => {
	const value = fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => hundredths / 100);
	fc.assert(
		fc.property(value, value, (a, b) => {
			const extent = { low: Math.min(a, b), high: Math.max(a, b) };
			const scale = scoreScale(extent, POINTS);
			const lines = gridlines(scale);
			expect(scale.min).toBeLessThanOrEqual(extent.low);
			expect(scale.max).toBeGreaterThanOrEqual(extent.high);
			expect(scale.min).toBeGreaterThanOrEqual(-100);
			expect(scale.max).toBeLessThanOrEqual(100);
			expect(lines.length).toBeGreaterThanOrEqual(3);
			expect(lines.length).toBeLessThanOrEqual(6);
			expect(lines.at(-1)).toBe(scale.max);
			if (scale.min < 0 && scale.max > 0) expect(lines.some((line) => line === 0)).toBe(true);
		})
	);
});

test('an axis without any value is drawn around zero', () => {
	expect(gridlines(scoreScale(null, POINTS))).toContain(0);
});

test.each([
	[0, [0, 10, 20]],
	[1, [0, 1, 2]],
	[3, [0, 1, 2, 3]],
	[37, [0, 10, 20, 30, 40]],
	[2430, [0, 1000, 2000, 3000]]
])('counts up to %d stand on the gridlines %j', (largest, expected) => {
	expect(gridlines(countScale(largest))).toEqual(expected);
});

test('a count axis starts at zero, holds its largest value, and has whole steps', () => {
	fc.assert(
		fc.property(fc.nat(2_000_000_000), (largest) => {
			const { min, max, step } = countScale(largest);
			expect(min).toBe(0);
			expect(max).toBeGreaterThanOrEqual(largest);
			expect(Number.isInteger(step)).toBe(true);
			expect(max / step).toBeLessThanOrEqual(4);
		})
	);
});

test('missing and broken values have no extent', () => {
	expect(extentOf([[null, NaN], [Infinity]])).toBeNull();
	expect(extentOf([[null, 0.5], [-1]])).toEqual({ low: -1, high: 0.5 });
});

test('axis labels never touch and never leave the chart, on a phone as on a desktop', () => {
	const labels = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 400 });
	fc.assert(
		fc.property(labels, fc.boolean(), fc.constantFrom(328, 625), (names, centered, boxWidth) => {
			const room = { left: 36, width: boxWidth - 44, boxWidth, centered };
			const chosen = fittingTicks(
				names.map((_, index) => index),
				names,
				room
			);
			const spans = chosen.map((index) => {
				const half = textWidth(names[index]!) / 2;
				return [
					bucketX(index, names.length, room) - half,
					bucketX(index, names.length, room) + half
				] as const;
			});
			for (const [position, [start, end]] of spans.entries()) {
				expect(end).toBeLessThanOrEqual(boxWidth);
				if (position > 0) expect(start).toBeGreaterThan(spans[position - 1]![1]);
			}
		}),
		{ numRuns: 60 }
	);
});

test('the bucket under a position is the one that stands there', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), fc.boolean(), (count, seed, centered) => {
			const index = seed % count;
			const room = { left: 36, width: 580, centered };
			expect(bucketAt(bucketX(index, count, room), count, room)).toBe(index);
		})
	);
});

test('a position outside the plot means the first or the last bucket', () => {
	const room = { left: 36, width: 580, centered: true };
	expect(bucketAt(-50, 28, room)).toBe(0);
	expect(bucketAt(5000, 28, room)).toBe(27);
});
