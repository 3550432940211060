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
function countsOfBuckets(members: readonly SentimentBucket[]): SentimentCounts {
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
	return volumeByGroup(view, series, [group])[0]!;
}

/** The same for several groups at once, one list of counts for each: the series are gone through once. */
export function volumeByGroup(
	view: Pick<View, 'buckets'>,
	series: readonly VolumeSeries[],
	groups: readonly (LayerGroup | null)[]
): number[][] {
	const sums = groups.map(() => view.buckets.map(() => 0));
	const placesOf = placesByType(groups);
	for (const { buckets } of series) {
		const members = rollUp(buckets, view.buckets, (own) => own);
		members.forEach((own, index) => {
			for (const { types } of own) {
				for (const { type, count } of types)
					for (const place of placesOf(type)) sums[place]![index]! += count;
			}
		});
	}
	return sums;
}

/** Which of some groups a type counts for; each type is looked up once. */
function placesByType(groups: readonly (LayerGroup | null)[]): (type: string) => number[] {
	const known = new Map<string, number[]>();
	const find = (type: string) => {
		const own = groupOfType(type) ?? 'other';
		return groups.flatMap((group, place) => (group === null || group === own ? [place] : []));
	};
	return (type) => {
		const places = known.get(type) ?? find(type);
		known.set(type, places);
		return places;
	};
}
