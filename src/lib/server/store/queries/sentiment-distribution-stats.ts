import type { Distribution } from '$lib/community/answers';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { batchByBrand } from '../batching';
import { sql } from '../sql';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import { answerKey, answerKeys, cellsOf, labelSums, platformCode } from './cells';
import { addCounts, emptyPlatforms, shownPlatforms } from './platform-counts';

type Counted = { brand: number; platform: number; negative: number; neutral: number; positive: number };

async function countDistributions(
	store: Store,
	query: StatisticsQuery,
	isByBrand: boolean
): Promise<Map<number, Distribution>> {
	const cells = await cellsOf(store, query, windowOfQuery(query), null);
	const rows = await store.rows(
		sql`SELECT ${answerKey(isByBrand)} AS brand, ${platformCode} AS platform, ${labelSums(query)}
			FROM ${cells} GROUP BY ALL`
	);
	const counted = new Map(answerKeys(query, isByBrand).map((brand) => [brand, emptyPlatforms()]));
	for (const row of rows as Counted[]) addCounts(counted.get(row.brand) ?? [], row.platform, row);
	return new Map([...counted].map(([brand, platforms]) => [brand, { platforms: shownPlatforms(platforms) }]));
}

/**
 * Labelled interactions by platform and label, all brands of the question together.
 * @throws CommunityError query_invalid, store_unavailable
 */
export const selectSentimentDistribution = batchByBrand(countDistributions, () => true);
