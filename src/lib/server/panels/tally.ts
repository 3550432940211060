import { pool } from '$lib/analytics/score';
import type { PlatformCounts, SentimentBucket, SentimentCounts } from '$lib/community/answers';

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
