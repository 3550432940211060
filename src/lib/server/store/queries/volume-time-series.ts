import type { VolumeBucket, VolumeSeries } from '$lib/community/answers';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { batchByBrand } from '../batching';
import { grainOf } from '../buckets';
import { sql } from '../sql';
import type { Store } from '../store';
import { answerKey, answerKeys, cellsOf, volumeSum } from './cells';
import { frameSeries, hasOwnWindow } from './series-window';

/** Counts by type id. */
type Counts = Map<number, number>;

function bucketOf(store: Store, start: number, counts: Counts): VolumeBucket {
	const present = [...counts].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b);
	const types = present.map(([typeId, count]) => ({ type: store.dictionary.typeName(typeId), count }));
	return { start, types, total: types.reduce((sum, { count }) => sum + count, 0) };
}

async function countSeries(
	store: Store,
	query: SeriesQuery,
	isByBrand: boolean
): Promise<Map<number, VolumeSeries>> {
	const frame = await frameSeries(store, query);
	const cells = await cellsOf(store, query, frame.window, grainOf(frame.cut));
	const counted = new Map(
		answerKeys(query, isByBrand).map((brand) => [brand, frame.starts.map((): Counts => new Map())])
	);
	const [brands, slots, typeIds, sums] = (await store.columns(
		sql`SELECT ${answerKey(isByBrand)} AS brand, slot::DOUBLE, type_id, ${volumeSum(query)}
			FROM ${cells} GROUP BY ALL`
	)) as number[][];
	slots?.forEach((slot, row) => {
		const counts = counted.get(brands?.[row] ?? 0)?.[frame.indexOf(slot)];
		const typeId = typeIds?.[row] ?? 0;
		counts?.set(typeId, (counts.get(typeId) ?? 0) + (sums?.[row] ?? 0));
	});
	const { scale, minutes: bucketMinutes } = frame.cut;
	return new Map(
		[...counted].map(([brand, series]) => {
			const buckets = series.map((counts, index) => bucketOf(store, frame.starts[index] ?? 0, counts));
			return [brand, { scale, bucketMinutes, buckets }];
		})
	);
}

/**
 * Interactions by bucket and type, labelled or not; every bucket of the window is there, a type only where it has
 * any.
 * @throws CommunityError query_invalid for more than 20,000 buckets, store_unavailable
 */
export const selectVolumeSeries = batchByBrand(countSeries, hasOwnWindow);
