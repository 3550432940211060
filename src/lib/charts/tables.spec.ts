import { expect, test } from 'vitest';
import { seriesOf, splitOf, trendOf, volumeOf } from './chart-fixtures';
import { splitTable, trendTable, volumeTable } from './tables';

test('the trend’s table has every bucket, and a dash where the line has a gap', () => {
	const trend = trendOf([seriesOf(1, 3, { values: [0.105, null, -0.2], counts: [1200, 0, 90] })]);
	expect(trendTable(trend)).toEqual({
		columns: ['When', 'Brand 1', 'n'],
		rows: [
			['1 Nov 2026', '+10.5', '1,200'],
			['2 Nov 2026', '–', '0'],
			['3 Nov 2026, in progress, 9 of 24 h', '−20.0', '90']
		]
	});
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
