import { expect, test } from 'vitest';
import { seriesOf, trendOf, volumeOf } from './chart-fixtures';
import { openNotes, readingName, readingValues, readStack, readTrend, readVolume } from './reading';
import { stackTable } from './tables';

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
			{ name: 'Brand 3', cells: ['+42', '±8', '101', '−4'] },
			{ name: 'Brand 2', cells: ['−5', '±8', '101', '–'] },
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

test('a value has a decimal where its interval supports one, and its change where two such intervals do', () => {
	const narrow = (half: number) =>
		seriesOf(1, 1, { values: [0.123], previous: [0.1], low: [0.123 - half], high: [0.123 + half] });
	const cells = (half: number) => readTrend(trendOf([narrow(half)]), 0).rows[0]!.cells;
	expect(cells(0.03)).toEqual(['+12.3', '±3', '100', '+2.3']);
	expect(cells(0.04)).toEqual(['+12.3', '±4', '100', '+2']);
	expect(cells(0.06)).toEqual(['+12', '±6', '100', '+2']);
});

test('a bucket in progress says so, in the tooltip and in the sentence', () => {
	const reading = readTrend(trendOf([seriesOf(1, 3, { values: [0, 0, 0.25] })]), 2);
	expect(reading.note).toBe('in progress, 9 of 24 h');
	expect(readingName(reading)).toBe('3 Nov 2026, in progress, 9 of 24 h');
	expect(readingValues(reading)).toBe('Brand 1 +25');
});

test('the sentence for those who listen has every change, and none where nothing is compared', () => {
	const trend = trendOf([
		seriesOf(1, 2, { values: [0.1, 0.2], previous: [0.05, null] }),
		seriesOf(2, 2, { values: [-0.1, 0.3], previous: [0.1, 0.2] })
	]);
	expect(readingValues(readTrend(trend, 0))).toBe('Brand 1 +10, change +5; Brand 2 −10, change −20');
	expect(readingValues(readTrend(trend, 1))).toBe('Brand 2 +30, change +10; Brand 1 +20');
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
	expect(openNotes(timeline, [[1, 1, 1, null]])).toBe('cut by the range; in progress, 9 of 24 h');
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
		positive: [80, 1],
		decimals: [1 as const, 0 as const]
	};
	expect(readStack(stack, 0).rows.map((row) => row.cells)).toEqual([
		['20', '10.0'],
		['100', '50.0'],
		['80', '40.0'],
		['200', '']
	]);
	expect(readStack(stack, 1).rows[0]?.cells).toEqual(['–', '–']);
	expect(readStack(stack, 1).rows[1]?.cells, 'two messages have no shares').toEqual(['1', '–']);
});

test('where only some sentiments are counted the stack says these alone, and no share of them', () => {
	const stack = {
		locale: 'en-GB',
		mode: 'count' as const,
		timeline: volumeOf(1).timeline,
		negative: [61],
		neutral: [0],
		positive: [0],
		decimals: [0 as const]
	};
	const one = readStack({ ...stack, only: ['negative'] }, 0);
	expect(one.columns).toEqual(['count']);
	expect(one.rows.map(({ name, cells }) => [name, ...cells])).toEqual([['Negative', '61']]);
	const two = readStack({ ...stack, neutral: [4], only: ['negative', 'neutral'] }, 0);
	expect(two.rows.map(({ cells }) => cells)).toEqual([['61'], ['4'], ['65']]);
	expect(stackTable({ ...stack, only: ['negative'] })).toMatchObject({
		columns: ['When', 'Negative', 'n rated'],
		rows: [[expect.any(String), '61', '61']]
	});
});

test('the shares of a stack are whole where a decimal says nothing, and still add up to 100', () => {
	const stack = { locale: 'en-GB', mode: 'count' as const, timeline: volumeOf(1).timeline };
	const thirds = { ...stack, negative: [10], neutral: [10], positive: [10], decimals: [0 as const] };
	expect(readStack(thirds, 0).rows.map(({ cells }) => cells[1])).toEqual(['34', '33', '33', '']);
});
