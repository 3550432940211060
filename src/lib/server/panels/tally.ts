import { pool } from '$lib/analytics/score';
import { rollUp } from '$lib/calendar/roll-up';
import type {
	PlatformCounts,
	SentimentBucket,
	SentimentCounts,
	SentimentSeries,
	VolumeSeries
} from '$lib/community/answers';
import { groupOfType, type TypeGroup } from '$lib/community/vocabulary';
import type { View } from './view';

/** The counts of one platform over several lists of platforms. */
export function countsOfPlatform(
	lists: readonly (readonly PlatformCounts[])[],
	platform: string
): SentimentCounts {
	return pool(lists.flatMap((list) => list.filter((counts) => counts.platform === platform)));
}

/** The sum over the platforms and the host's buckets that make up one bucket of the view. */
export function countsOfBuckets(members: readonly SentimentBucket[]): SentimentCounts {
	return pool(members.flatMap((bucket) => bucket.platforms));
}

/** The counts of each of the view's buckets, summed over some brands, or over one platform of them. */
export function countsByBucket(
	view: Pick<View, 'buckets'>,
	series: readonly SentimentSeries[],
	platform: string | null = null
): SentimentCounts[] {
	const byBrand = series.map(({ buckets }) =>
		rollUp(buckets, view.buckets, (members) =>
			platform === null
				? countsOfBuckets(members)
				: countsOfPlatform(
						members.map((member) => member.platforms),
						platform
					)
		)
	);
	return view.buckets.map((_, index) => pool(byBrand.map((counts) => counts[index]!)));
}

/** A layer of the volume: a group of types, or the types that belong to none. */
export type LayerGroup = TypeGroup | 'other';

/** Interactions of each of the view's buckets, summed over brands, for one group of types or for all. */
export function volumeByBucket(
	view: Pick<View, 'buckets'>,
	series: readonly VolumeSeries[],
	group: LayerGroup | null = null
): number[] {
	const wanted = (type: string) => group === null || (groupOfType(type) ?? 'other') === group;
	const byBrand = series.map(({ buckets }) =>
		rollUp(buckets, view.buckets, (members) =>
			members.reduce(
				(sum, member) => sum + member.types.reduce((n, { type, count }) => (wanted(type) ? n + count : n), 0),
				0
			)
		)
	);
	return view.buckets.map((_, index) => byBrand.reduce((sum, counts) => sum + counts[index]!, 0));
}
