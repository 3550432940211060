import type { PlatformCounts, SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { netSentiment, pool, ratedTotal, tooSmall } from './score';

/** How much of the pooled mix a brand's own platforms must cover, so that its standardised score is worth something. */
const LEAST_COVERED = 0.8;

/**
 * A score at the platform mix of all brands together (direct standardisation): the brand's own score on each
 * platform, weighted by how much of everybody's rated messages the platform holds. A platform on which the brand has
 * under ten rated messages says nothing, and its weight goes to the others.
 * Source: Kitagawa, Journal of the American Statistical Association 50 (1955) 1168–1194.
 * @param pooled all brands together, by platform
 * @returns null where the platforms that say something hold less than 80 % of the pooled messages
 * @example standardisedScore(own, everybody, 'net')
 */
export function standardisedScore(
	own: readonly PlatformCounts[],
	pooled: readonly PlatformCounts[],
	score: Score
): number | null {
	const of = (list: readonly PlatformCounts[], platform: string): SentimentCounts =>
		pool(list.filter((counts) => counts.platform === platform));
	const platforms = [...new Set(pooled.map((counts) => counts.platform))];
	const all = ratedTotal(pool(pooled));
	let [sum, covered] = [0, 0];
	for (const platform of platforms) {
		const counts = of(own, platform);
		const value = netSentiment(counts, score);
		if (value === null || tooSmall(ratedTotal(counts)) === 'none') continue;
		const weight = ratedTotal(of(pooled, platform)) / all;
		sum += weight * value;
		covered += weight;
	}
	return all > 0 && covered >= LEAST_COVERED ? sum / covered : null;
}
