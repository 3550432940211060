import type { Distribution, PlatformCounts } from '../answers';
import { PLATFORMS } from '../vocabulary';
import { readSentiment } from './counts';
import { entriesOf, isNothing, refuseTwice, unwrap, type Place } from './shape';

const KNOWN: ReadonlySet<string> = new Set([...PLATFORMS, 'other', 'total']);

/** Known platforms and the total under the key that the contract gives them, all others under their raw name. */
function platformName(key: string): string {
	const lower = key.toLowerCase();
	return KNOWN.has(lower) ? lower : key.toWellFormed();
}

/**
 * Counts by platform. A platform without a value is not present, which is not the same as zero; a `total` beside
 * the platforms is no platform.
 * @throws CommunityError `upstream_malformed`
 */
export function readPlatforms(place: Place): PlatformCounts[] {
	const seen = new Set<string>();
	const platforms: PlatformCounts[] = [];
	for (const entry of entriesOf(place)) {
		const platform = platformName(entry.key);
		if (isNothing(entry.value) || platform === 'total') continue;
		refuseTwice(seen, platform, entry.path);
		platforms.push({ platform, ...readSentiment(entry) });
	}
	return platforms;
}

/**
 * The answer of `sentiment_distribution_stats`: `{data: {facebook: {negative, neutral, positive, total}}}`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseDistribution({ data: { tiktok: { negative: 1, neutral: 0, positive: 2 } } })
 */
export function normaliseDistribution(payload: unknown): Distribution {
	return { platforms: readPlatforms(unwrap(payload)) };
}
