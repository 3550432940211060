import { expect, test } from 'vitest';
import type { SplitRow } from './chart-data';
import { seriesOf, splitOf, trendOf, volumeOf } from './chart-fixtures';
import { markedSummary } from './marked-summary';
import { readTrend } from './reading';
import { splitTable, trendTable, volumeTable } from './tables';

test('the trend’s table has every bucket, and a dash where the line has a gap', () => {
	const trend = trendOf([seriesOf(1, 3, { values: [0.105, null, -0.2], counts: [1200, 0, 90] })]);
	expect(trendTable(trend)).toEqual({
		columns: ['When', 'Brand 1', 'n'],
		rows: [
			['1 Nov 2026', '+11', '1,200'],
			['2 Nov 2026', '–', '0'],
			['3 Nov 2026, in progress, 9 of 24 h', '−20', '90']
		]
	});
});

test('the tables and the words of a chart name the campaigns and annotations of each bucket', () => {
	const bands = [
		{ from: 0, to: 1, name: 'Spring', title: 'Spring (Brand 1), 1 – 2 Nov 2026', series: ['brand-1'] },
		{ from: 1, to: 1, name: 'Price rise', isPoint: true }
	];
	const trend = trendOf([seriesOf(1, 3), seriesOf(2, 3)], { bands });
	const heads = (table: { rows: string[][] }) => table.rows.map(([head]) => head);
	const named = [
		'1 Nov 2026, Spring',
		'2 Nov 2026, Spring, Price rise',
		'3 Nov 2026, in progress, 9 of 24 h'
	];
	expect(heads(trendTable(trend))).toEqual(named);
	expect(heads(volumeTable(volumeOf(3, { bands })))).toEqual(named);
	expect(heads(trendTable({ ...trend, hidden: ['brand-1'] }))[0]).toBe('1 Nov 2026');
	expect(readTrend(trend, 1).note).toBe('Spring; Price rise');
	expect(markedSummary('Net sentiment', trend)).toBe(
		'Net sentiment. Marked: Spring (Brand 1), 1 – 2 Nov 2026; Price rise.'
	);
	expect(markedSummary('Net sentiment', trendOf([]))).toBe('Net sentiment');
});

test('hidden parts are in no table', () => {
	const table = volumeTable(volumeOf(2, { hidden: ['comments'] }));
	expect(table.columns).toEqual(['When', 'Ad comments', 'Direct messages', 'Total']);
	expect(table.rows[0]?.slice(1)).toEqual(['400', '200', '600']);
});

test('the split’s table leaves captions out and says why a row has no shares', () => {
	expect(splitTable(splitOf()).rows).toEqual([
		['All brands', '10.0 %', '50.0 %', '40.0 %', '200'],
		['Tarn & Moss', '5.0 %', '60.0 %', '35.0 %', '100'],
		['TikTok', 'too few to say', '', '', '7'],
		['YouTube', 'not loaded', '', '', '–']
	]);
});

test('a share of under thirty messages stands beside its interval, and a count of them by itself', () => {
	const intervals = [
		{ low: 0.089, high: 0.453 },
		{ low: 0.125, high: 0.509 },
		{ low: 0.29, high: 0.71 }
	];
	const few: SplitRow = {
		...{ key: 'a', name: 'Fennick', counts: [4, 5, 9], shares: [22, 28, 50], decimals: 0, n: 18 },
		intervals
	};
	expect(splitTable(splitOf({ rows: [few] })).rows).toEqual([
		['Fennick', '22 % (9 to 45)', '28 % (13 to 51)', '50 % (29 to 71)', '18']
	]);
	expect(splitTable(splitOf({ rows: [few], stack: 'count' })).rows).toEqual([
		['Fennick', '4', '5', '9', '18']
	]);
});
