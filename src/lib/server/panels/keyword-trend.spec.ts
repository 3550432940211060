import { describe, expect, it } from 'vitest';
import type { SentimentCounts } from '$lib/community/answers';
import { daysOf, NOON, viewOf } from './keyword-fixture';
import { wordTrend } from './keyword-trend';
import type { View } from './view';

const answersOf = (view: View, counts: SentimentCounts) => ({
	answers: view.brands.map((brand) => ({ brand, value: daysOf(view, 28, counts) })),
	missing: []
});
const times = (n: number): SentimentCounts => ({ negative: 0, neutral: 0, positive: n });
const trendOf = (view: View, perDay: number) => wordTrend(view, answersOf(view, times(perDay)), NOON);
const countsOf = ({ data }: ReturnType<typeof wordTrend>) => data.series.map(({ counts }) => counts[1]);

describe('the trend of a word', () => {
	it('has a line a brand and a point a day where there are enough mentions', () => {
		const trend = trendOf(viewOf(), 10);
		expect(trend).toMatchObject({ scale: 'DAY', isPooled: false, isDrawn: true });
		expect(countsOf(trend)).toEqual([10, 10]);
	});

	it('draws all brands together before it makes the buckets larger', () => {
		const trend = trendOf(viewOf(), 5);
		expect(trend).toMatchObject({ scale: 'DAY', isPooled: true, isDrawn: true });
		// In the colour of one brand it would be taken for that brand.
		expect(trend.data.series.map(({ name, slot }) => [name, slot])).toEqual([['All brands', 'total']]);
		expect(countsOf(trend)).toEqual([10]);
	});

	it('makes the buckets larger until half of the points have enough, by brand if it can', () => {
		const byBrand = trendOf(viewOf(), 3);
		expect(byBrand).toMatchObject({ scale: 'WEEK', isPooled: false });
		expect(countsOf(byBrand)).toEqual([21, 21]);
		const together = trendOf(viewOf(), 1);
		expect(together).toMatchObject({ scale: 'WEEK', isPooled: true });
		expect(countsOf(together)).toEqual([14]);
	});

	it('keeps every mention, however it gathers them', () => {
		for (const perDay of [1, 3, 5, 10]) {
			const { data } = trendOf(viewOf(), perDay);
			const sum = data.series
				.flatMap(({ counts }) => counts)
				.reduce<number>((n, count) => n + (count ?? 0), 0);
			expect(sum).toBe(28 * 2 * perDay);
		}
	});

	it('stays as the link wants it, in scale and in split', () => {
		expect(trendOf(viewOf({ scale: 'DAY' }), 3)).toMatchObject({ scale: 'DAY', isDrawn: false });
		expect(trendOf(viewOf({ split: 'brand' }), 5)).toMatchObject({ isPooled: false });
	});

	it('says that there is nothing to draw when there are too few in all', () => {
		expect(trendOf(viewOf(), 0)).toMatchObject({ isDrawn: false });
	});
});
