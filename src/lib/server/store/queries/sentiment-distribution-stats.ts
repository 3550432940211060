import type { Distribution } from '$lib/community/answers';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { sql } from '../sql';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import { cellsOf, labelSums, platformCode } from './cells';
import { addCounts, emptyPlatforms, shownPlatforms } from './platform-counts';

type Counted = { platform: number; negative: number; neutral: number; positive: number };

/**
 * Labelled interactions by platform and label, all brands of the question together.
 * @throws CommunityError query_invalid, store_unavailable
 */
export async function selectSentimentDistribution(
	store: Store,
	query: StatisticsQuery
): Promise<Distribution> {
	const cells = await cellsOf(store, query, windowOfQuery(query), null);
	const rows = await store.rows(
		sql`SELECT ${platformCode} AS platform, ${labelSums(query)} FROM ${cells} GROUP BY ALL`
	);
	const platforms = emptyPlatforms();
	for (const row of rows as Counted[]) addCounts(platforms, row.platform, row);
	return { platforms: shownPlatforms(platforms) };
}
