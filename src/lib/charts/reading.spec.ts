import { expect, test } from 'vitest';
import { seriesOf, trendOf, volumeOf } from './chart-fixtures';
import { openNotes, readingName, readingValues, readStack, readTrend, readVolume } from './reading';

test('brands are listed by value, those without one last, with interval, n and change', () => {
	const trend = trendOf([
		seriesOf(1, 3, { values: [0.1, null, 0.1] }),
		seriesOf(2, 3, { values: [0.1, -0.05, 0.1], low: [0, -0.13, 0], high: [0, 0.03, 0] }),
		seriesOf(3, 3, {
			values: [0.1, 0.42, 0.1],
			low: [0, 0.34, 0],
			high: [0, 0.5, 0],
			previous: [null, 0.456, null]
		})
	]);
	expect(readTrend(trend, 1)).toMatchObject({
		title: '2 Nov 2026',
		note: null,
		columns: ['points', '95 %', 'n', 'change'],
		rows: [
			{ name: 'Brand 3', cells: ['+42.0', '±8', '101', '−3.6'] },
			{ name: 'Brand 2', cells: ['−5.0', '±8', '101', '–'] },
			{ name: 'Brand 1', cells: ['–', expect.any(String), '101', '–'] }
		],
		more: 0
	});
});

test('ten brands are listed, the others are counted', () => {
	const trend = trendOf(Array.from({ length: 13 }, (_, index) => seriesOf(1, 3, { key: `k${index}` })));
	const reading = readTrend(trend, 0);
	expect(reading.rows).toHaveLength(10);
	expect(reading.more).toBe(3);
});

test('a bucket in progress says so, in the tooltip and in the sentence', () => {
	const reading = readTrend(trendOf([seriesOf(1, 3, { values: [0, 0, 0.25] })]), 2);
	expect(reading.note).toBe('in progress, 9 of 24 h');
	expect(readingName(reading)).toBe('3 Nov 2026, in progress, 9 of 24 h');
	expect(readingValues(reading)).toBe('Brand 1 +25.0');
});

test('the sentence for those who listen has every change, and none where nothing is compared', () => {
	const trend = trendOf([
		seriesOf(1, 2, { values: [0.1, 0.2], previous: [0.05, null] }),
		seriesOf(2, 2, { values: [-0.1, 0.3], previous: [0.1, 0.2] })
	]);
	expect(readingValues(readTrend(trend, 0))).toBe('Brand 1 +10.0, change +5.0; Brand 2 −10.0, change −20.0');
	expect(readingValues(readTrend(trend, 1))).toBe('Brand 2 +30.0, change +10.0; Brand 1 +20.0');
});

test('the foot explains open buckets that have a value, each reason once', () => {
	const timeline = {
		...trendOf([seriesOf(1, 4)]).timeline,
		open: [
			{ index: 0, note: 'cut by the range' },
			{ index: 2, note: 'in progress, 9 of 24 h' },
			{ index: 3, note: 'in progress, 0 of 24 h' }
		]
	};
	expect(openNotes(timeline, [[1, 1, 1, null]])).toBe('cut by the range, in progress, 9 of 24 h');
	expect(openNotes(timeline, [[null, 1, null, null]])).toBe('');
});

test('the total of a volume is the sum of what is shown', () => {
	const volume = volumeOf(3, { hidden: ['ads'] });
	expect(readVolume(volume, 1).rows.map((row) => [row.key, row.cells[0]])).toEqual([
		['total', '1,420'],
		['dms', '210'],
		['comments', '1,210']
	]);
});

test('a stack reads counts and their shares of what was rated; a bucket without an answer has neither', () => {
	const stack = {
		locale: 'en-GB',
		mode: 'share' as const,
		timeline: volumeOf(2).timeline,
		negative: [20, null],
		neutral: [100, 1],
		positive: [80, 1]
	};
	expect(readStack(stack, 0).rows.map((row) => row.cells)).toEqual([
		['20', '10.0'],
		['100', '50.0'],
		['80', '40.0'],
		['200', '']
	]);
	expect(readStack(stack, 1).rows[0]?.cells).toEqual(['–', '–']);
});
