import type { KeywordsQuery, SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { TYPES_BY_GROUP } from '$lib/community/vocabulary';
import { selectBrands } from '$lib/server/store/queries/self';
import { selectSentimentDistribution } from '$lib/server/store/queries/sentiment-distribution-stats';
import { selectSentimentSeries } from '$lib/server/store/queries/sentiment-time-series';
import { selectTopKeywords } from '$lib/server/store/queries/top-keywords';
import { selectVolumeSeries } from '$lib/server/store/queries/volume-time-series';
import { sql } from '$lib/server/store/sql';
import type { Store } from '$lib/server/store/store';

export const STATISTICS = ['distribution', 'sentiment series', 'volume series', 'top keywords'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** The store's own way to answer each question. */
export const SELECT: Record<Statistic, (store: Store, query: StatisticsQuery) => Promise<unknown>> = {
	distribution: selectSentimentDistribution,
	'sentiment series': (store, query) => selectSentimentSeries(store, query satisfies SeriesQuery),
	'volume series': (store, query) => selectVolumeSeries(store, query satisfies SeriesQuery),
	'top keywords': (store, query) => selectTopKeywords(store, query satisfies KeywordsQuery)
};

const MILLISECONDS_PER_DAY = 86_400_000;

/** The UTC day `ago` days before an instant. */
export function dayBefore(instant: number, ago: number): string {
	return new Date(instant - ago * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** What the questions are made from: the brands, and when the last interaction was. */
export type Contents = { brands: number[]; last: number };

export async function contentsOf(store: Store): Promise<Contents> {
	const { brands } = await selectBrands(store);
	const spans = [...(await store.spans()).values()];
	return { brands: brands.map(({ id }) => id), last: Math.max(...spans.map((span) => span.last)) };
}

async function mostUsedTag(store: Store): Promise<number> {
	const [tags] = await store.columns(
		sql`SELECT tag FROM (SELECT unnest(tag_ids) AS tag FROM interactions) GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 1`
	);
	return Number(tags?.[0] ?? 0);
}

export type Shape = { name: string; query: StatisticsQuery };

/** The five shapes of a filter. The word and the tag are the most frequent ones: the dearest of their kind. */
export async function filterShapes(store: Store): Promise<Shape[]> {
	const { brands, last } = await contentsOf(store);
	const { keywords } = await selectTopKeywords(store, { brand_ids: brands, limit: 1 });
	const word = keywords[0]?.keyword ?? '';
	return [
		{ name: 'none', query: { brand_ids: brands } },
		{
			name: '2 brands × 90 days',
			query: {
				brand_ids: brands.slice(0, 2),
				source_updated_after: dayBefore(last, 89),
				source_updated_before: dayBefore(last, 0)
			}
		},
		{ name: 'type group comments', query: { brand_ids: brands, types: [...TYPES_BY_GROUP.comments] } },
		{ name: `keyword “${word}”`, query: { brand_ids: brands, query: word } },
		{ name: 'the most used tag', query: { brand_ids: brands, tag_ids: [await mostUsedTag(store)] } }
	];
}
