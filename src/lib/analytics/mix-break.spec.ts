import { describe, expect, test } from 'vitest';
import { mixBreaks, type Mix } from './mix-break';

/** Comments, ads and direct messages that wobble a little from day to day. */
const days = (count: number, of: (index: number) => Mix): Mix[] =>
	Array.from({ length: count }, (_, index) =>
		of(index).map((value, kind) => value + ((index * (kind + 3)) % 5))
	);

describe('a break of the mix', () => {
	test('is where direct messages begin to count', () => {
		const breaks = mixBreaks(days(28, (index) => [70, 20, index < 12 ? 0 : 30]));
		expect(breaks.map(({ index }) => index)).toEqual([12]);
		expect(breaks[0]!.before[2]).toBeLessThan(0.04);
		expect(breaks[0]!.after[2]).toBeGreaterThan(0.2);
	});

	test('is where they cease to count, and there can be two', () => {
		const breaks = mixBreaks(days(40, (index) => [70, 20, index >= 12 && index < 26 ? 40 : 0]));
		expect(breaks.map(({ index }) => index)).toEqual([12, 26]);
	});

	test('is none on a single loud day', () => {
		expect(mixBreaks(days(28, (index) => (index === 14 ? [70, 20, 300] : [70, 20, 20])))).toEqual([]);
	});

	test('is none where the mix drifts', () => {
		expect(mixBreaks(days(60, (index) => [100 - index, 20, 10 + index]))).toEqual([]);
	});

	test('is none where everything grows alike', () => {
		expect(mixBreaks(days(28, (index) => (index < 14 ? [70, 20, 10] : [350, 100, 50])))).toEqual([]);
	});

	test('is none where too little is counted to tell', () => {
		expect(
			mixBreaks(days(28, (index) => [2, 1, index < 14 ? 0 : 1]).map((mix) => mix.map((n) => n % 3)))
		).toEqual([]);
		expect(mixBreaks([])).toEqual([]);
	});

	test('is none within the first and the last three buckets, which say nothing of what stays', () => {
		expect(mixBreaks(days(28, (index) => [70, 20, index < 25 ? 0 : 60]))).toEqual([]);
	});
});
