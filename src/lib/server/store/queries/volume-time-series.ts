import type { VolumeSeries } from '$lib/community/answers';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { grainOf } from '../buckets';
import { sql } from '../sql';
import type { Store } from '../store';
import { cellsOf, volumeSum } from './cells';
import { frameSeries } from './series-window';

/**
 * Interactions by bucket and type, labelled or not; every bucket of the window is there, a type only where it has
 * any.
 * @throws CommunityError query_invalid for more than 20,000 buckets, store_unavailable
 */
export async function selectVolumeSeries(store: Store, query: SeriesQuery): Promise<VolumeSeries> {
	const frame = await frameSeries(store, query);
	const cells = await cellsOf(store, query, frame.window, grainOf(frame.cut));
	const counts = frame.starts.map(() => new Map<number, number>());
	const [slots, typeIds, sums] = (await store.columns(
		sql`SELECT slot::DOUBLE, type_id, ${volumeSum(query)} FROM ${cells} GROUP BY ALL`
	)) as number[][];
	slots?.forEach((slot, row) => {
		const bucket = counts[frame.indexOf(slot)];
		const typeId = typeIds?.[row] ?? 0;
		bucket?.set(typeId, (bucket.get(typeId) ?? 0) + (sums?.[row] ?? 0));
	});
	const buckets = counts.map((bucket, index) => {
		const present = [...bucket].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b);
		const types = present.map(([typeId, count]) => ({ type: store.dictionary.typeName(typeId), count }));
		const total = types.reduce((sum, { count }) => sum + count, 0);
		return { start: frame.starts[index] ?? 0, types, total };
	});
	return { scale: frame.cut.scale, bucketMinutes: frame.cut.minutes, buckets };
}
