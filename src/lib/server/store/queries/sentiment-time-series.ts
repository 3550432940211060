import type { SentimentSeries } from '$lib/community/answers';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { batchByBrand } from '../batching';
import { grainOf } from '../buckets';
import { sql } from '../sql';
import type { Store } from '../store';
import { answerKey, answerKeys, cellsOf, labelSums, platformCode } from './cells';
import { addCounts, emptyPlatforms, shownPlatforms } from './platform-counts';
import { frameSeries, hasOwnWindow } from './series-window';

async function countSeries(
	store: Store,
	query: SeriesQuery,
	isByBrand: boolean
): Promise<Map<number, SentimentSeries>> {
	const frame = await frameSeries(store, query);
	const cells = await cellsOf(store, query, frame.window, grainOf(frame.cut));
	const counted = new Map(
		answerKeys(query, isByBrand).map((brand) => [brand, frame.starts.map(() => emptyPlatforms())])
	);
	const [brands, slots, codes, negative, neutral, positive] = await store.numbers(
		sql`SELECT ${answerKey(isByBrand)} AS brand, slot::DOUBLE, ${platformCode} AS platform, ${labelSums(query)}
			FROM ${cells} GROUP BY ALL`
	);
	slots?.forEach((slot, row) => {
		const platforms = counted.get(brands?.[row] ?? 0)?.[frame.indexOf(slot)] ?? [];
		addCounts(platforms, codes?.[row] ?? 0, {
			negative: negative?.[row] ?? 0,
			neutral: neutral?.[row] ?? 0,
			positive: positive?.[row] ?? 0
		});
	});
	const { scale, minutes: bucketMinutes } = frame.cut;
	return new Map(
		[...counted].map(([brand, series]) => {
			const buckets = series.map((platforms, index) => ({
				start: frame.starts[index] ?? 0,
				platforms: shownPlatforms(platforms)
			}));
			return [brand, { scale, bucketMinutes, buckets }];
		})
	);
}

/**
 * Labelled interactions by bucket, platform and label; every bucket of the window is there, also an empty one.
 * @throws CommunityError query_invalid for more than 20,000 buckets, store_unavailable
 */
export const selectSentimentSeries = batchByBrand(countSeries, hasOwnWindow);
