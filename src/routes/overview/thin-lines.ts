import type { TrendSeries } from '$lib/charts/chart-data';

/**
 * How much of the lines of a trend has to be left out, since a bucket with fewer than ten rated messages has no value:
 * all of it, most of it, or less. Buckets that the host said nothing about are held against nobody.
 */
export function leftOut(series: readonly Pick<TrendSeries, 'values' | 'counts'>[]): 'all' | 'most' | 'less' {
	const answered = series.flatMap(({ values, counts }) =>
		values.filter((_, index) => counts[index] !== null)
	);
	const drawn = answered.filter((value) => value !== null).length;
	if (drawn === 0) return 'all';
	return drawn < answered.length / 2 ? 'most' : 'less';
}
