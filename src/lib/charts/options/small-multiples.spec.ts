import { describe, expect, test } from 'vitest';
import { seriesOf, trendOf, volumeOf } from '../chart-fixtures';
import { sentimentTrendOption } from './sentiment-trend';
import { onlyLine, sharedScale, smallMultipleOption } from './small-multiples';
import { volumeTrendOption } from './volume-trend';

const SIZE = { width: 364, height: 172, narrow: true };
const trend = trendOf([seriesOf(1, 28), seriesOf(4, 28), seriesOf(7, 28)]);

type Axis = { min: number; max: number };
const axisOf = (key: string, from = trend) => smallMultipleOption(from, key, SIZE).yAxis as unknown as Axis;

describe('the charts of single lines', () => {
	test('have one value axis, wide enough for every line and its interval', () => {
		const axes = trend.series.map(({ key }) => axisOf(key));
		expect(new Set(axes.map(({ min, max }) => `${min} ${max}`)).size).toBe(1);
		const limits = trend.series.flatMap(({ low, high }) => [...low!, ...high!]) as number[];
		expect(axes[0]!.min).toBeLessThanOrEqual(Math.min(...limits) * 100);
		expect(axes[0]!.max).toBeGreaterThanOrEqual(Math.max(...limits) * 100);
	});

	test('do not grow for a line that is hidden', () => {
		const shown = sharedScale({ ...trend, hidden: ['brand-7'] });
		expect(shown.min).toBeGreaterThan(sharedScale(trend).min);
	});

	test('hold their own line in focus, and the rings of no other', () => {
		const marks = [
			{ series: 'brand-1', index: 3, note: 'Brand 1 −34 on 4 Nov, n 42', shortNote: '−34' },
			{ series: 'brand-4', index: 5, note: 'Brand 4 −20 on 6 Nov, n 50', shortNote: '−20' }
		];
		const own = onlyLine({ ...trend, marks }, 'brand-4');
		expect(own.series.map(({ key, focus }) => [key, focus])).toEqual([['brand-4', true]]);
		expect(own.marks).toEqual([{ ...marks[1], note: '−20' }]);
	});
});

describe('a rule where what is counted changes', () => {
	type Point = { x: number; y: number; name?: string };
	const rulesOf = (option: unknown) =>
		(option as { series: { markLine?: { data: [Point, Point][] } }[] }).series.flatMap(
			({ markLine }) => markLine?.data ?? []
		);
	const breaks = [{ index: 14, note: 'Direct messages 0 → 25 %' }];

	test('stands between two bars and carries its words', () => {
		const [rule, ...more] = rulesOf(volumeTrendOption({ ...volumeOf(28), breaks }, SIZE));
		expect(more).toEqual([]);
		const [from, to] = rule!;
		expect(from.name).toBe('Direct messages 0 → 25 %');
		expect(from.x).toBe(to.x);
		// With 28 bars the 14th edge is the middle of the plot.
		const { left, right } = volumeTrendOption({ ...volumeOf(28), breaks }, SIZE).grid as unknown as {
			left: number;
			right: number;
		};
		expect(from.x).toBeCloseTo((left + SIZE.width - right) / 2, 9);
	});

	test('is drawn over lines, too, and nowhere without a break', () => {
		expect(rulesOf(sentimentTrendOption({ ...trend, breaks }, SIZE))).toHaveLength(1);
		expect(rulesOf(sentimentTrendOption(trend, SIZE))).toEqual([]);
	});
});
