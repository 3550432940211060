import type { SentimentSeries } from '$lib/community/answers';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { grainOf } from '../buckets';
import { sql } from '../sql';
import type { Store } from '../store';
import { cellsOf, labelSums, platformCode } from './cells';
import { addCounts, emptyPlatforms, shownPlatforms } from './platform-counts';
import { frameSeries } from './series-window';

/**
 * Labelled interactions by bucket, platform and label; every bucket of the window is there, also an empty one.
 * @throws CommunityError query_invalid for more than 20,000 buckets, store_unavailable
 */
export async function selectSentimentSeries(store: Store, query: SeriesQuery): Promise<SentimentSeries> {
	const frame = await frameSeries(store, query);
	const cells = await cellsOf(store, query, frame.window, grainOf(frame.cut));
	const buckets = frame.starts.map((start) => ({ start, platforms: emptyPlatforms() }));
	const [slots, codes, negative, neutral, positive] = (await store.columns(
		sql`SELECT slot::DOUBLE, ${platformCode} AS platform, ${labelSums(query)}
			FROM ${cells} GROUP BY ALL`
	)) as number[][];
	slots?.forEach((slot, row) => {
		const bucket = buckets[frame.indexOf(slot)];
		if (!bucket) return;
		addCounts(bucket.platforms, codes?.[row] ?? 0, {
			negative: negative?.[row] ?? 0,
			neutral: neutral?.[row] ?? 0,
			positive: positive?.[row] ?? 0
		});
	});
	for (const bucket of buckets) bucket.platforms = shownPlatforms(bucket.platforms);
	return { scale: frame.cut.scale, bucketMinutes: frame.cut.minutes, buckets };
}
