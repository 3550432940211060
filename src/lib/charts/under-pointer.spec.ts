import { describe, expect, it } from 'vitest';
import { seriesOf, trendOf } from './chart-fixtures';
import { trendMargin, trendScale } from './options/sentiment-trend';
import { lineUnder, partAt, valueAtY } from './under-pointer';

const SIZE = { width: 700, height: 388, narrow: false };

describe('the line under the pointer', () => {
	const trend = trendOf([seriesOf(1, 5), seriesOf(3, 5), seriesOf(5, 5)]);
	const scale = trendScale(trend);
	const margin = trendMargin(trend);
	const yOf = (value: number) => {
		const height = SIZE.height - margin.top - margin.bottom;
		return margin.top + ((scale.max - value * 100) / (scale.max - scale.min)) * height;
	};

	it('is the one whose point is nearest, up to 24 pixels away', () => {
		const value = trend.series[1]!.values[2]!;
		expect(lineUnder(trend, 2, yOf(value) + 10, SIZE)).toBe('brand-3');
		expect(lineUnder(trend, 2, yOf(value) + 23, SIZE)).toBe('brand-3');
		expect(lineUnder(trend, 2, yOf(value) + 26, SIZE)).toBeNull();
	});

	it('is none that is hidden or has no value there', () => {
		const value = trend.series[0]!.values[2]!;
		expect(lineUnder(trend, 2, yOf(value), SIZE)).toBe('brand-1');
		expect(lineUnder({ ...trend, hidden: ['brand-1'] }, 2, yOf(value), SIZE)).not.toBe('brand-1');
		const gap = trendOf([{ ...seriesOf(1, 5), values: [null, null, null, null, null] }]);
		expect(lineUnder(gap, 2, 100, SIZE)).toBeNull();
	});

	it('is found on an axis that is read backwards', () => {
		expect(valueAtY(margin.top, scale, margin, SIZE)).toBe(scale.max);
		expect(valueAtY(SIZE.height - margin.bottom, scale, margin, SIZE)).toBe(scale.min);
	});
});

describe('the part of a bar under the pointer', () => {
	const parts = [
		{ key: 'a', value: 2 },
		{ key: 'b', value: 0 },
		{ key: 'c', value: null },
		{ key: 'd', value: 5 }
	];

	it.each([
		[0, 'a'],
		[1.9, 'a'],
		[2, 'd'],
		[6.9, 'd'],
		[7, null],
		[-1, null]
	])('at %s is %s', (value, key) => {
		expect(partAt(parts, value)).toBe(key);
	});
});
