import type { InteractionsQuery as AddressQuery } from '$lib/community/interactions-query';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { allOf, isAnyOf, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import { labelsOf, rowConditions, sharedConditions, windowConditions } from './conditions';
import { hitsOf, relevanceOf } from './hits';
import { asInteraction, INTERACTION_COLUMNS } from './stored-interaction';
import type { InteractionColumns, StoredInteraction } from './stored-interaction';

export type InteractionSort = NonNullable<AddressQuery['sort']>;

/** The filters of the statistics, so that the rows behind any number can be listed, in an order and by pages. */
export type InteractionsQuery = StatisticsQuery & { sort: InteractionSort; limit: number; offset: number };

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

const ORDERS = {
	'-SOURCE_UPDATED_AT': sql`updated_at DESC, id DESC`,
	SOURCE_UPDATED_AT: sql`updated_at, id`,
	RELEVANCE: sql`matched DESC, updated_at DESC, id DESC`,
	SAMPLE: sql`random()`
} as const;

const SENTIMENT_CODES = { negative: -1, neutral: 0, positive: 1 } as const;

/** The sentiment filter as a condition; the statistics have it as columns to sum. */
function labelConditions(query: StatisticsQuery): Fragment[] {
	const labels = labelsOf(query);
	if (labels === null) return [];
	const asked = SENTIMENTS.filter((sentiment) => labels[sentiment]).map((one) => SENTIMENT_CODES[one]);
	return [isAnyOf(sql`sentiment`, asked)];
}

/** The interactions that a question asks for, and for RELEVANCE how many alternatives of the query each matches. */
async function foundIn(store: Store, query: InteractionsQuery): Promise<Fragment> {
	const window = windowConditions(windowOfQuery(query));
	const conditions = [...sharedConditions(store, query), ...labelConditions(query), ...window];
	const own = [...conditions, ...rowConditions(query), sql`NOT from_brand`];
	const tagged = await hitsOf(store, { tag_ids: query.tag_ids }, conditions);
	if (tagged) own.push(sql`id IN (SELECT interaction_id FROM (${tagged}))`);
	const matched = await relevanceOf(store, query.query, conditions);
	const rows = allOf(own);
	if (matched === null) return sql`(SELECT *, 0 AS matched FROM interactions WHERE ${rows})`;
	return sql`(SELECT * FROM interactions JOIN (${matched}) ON interaction_id = id WHERE ${rows})`;
}

/**
 * One page of the interactions that a question asks for, and how many there are in all: as many as the volume counts
 * for the same filters. What a brand wrote itself is not listed.
 * RELEVANCE puts first what matches most alternatives of the query, then the newest.
 * @throws CommunityError query_invalid, store_unavailable
 */
export async function selectInteractions(
	store: Store,
	query: InteractionsQuery
): Promise<{ rows: StoredInteraction[]; total: number }> {
	const found = await foundIn(store, query);
	const order = ORDERS[query.sort];
	const [totals, rows] = await Promise.all([
		store.columns(sql`SELECT count(*)::DOUBLE FROM ${found}`),
		store.rows(
			sql`WITH page AS (SELECT id, matched FROM ${found} ORDER BY ${order} LIMIT ${query.limit} OFFSET ${query.offset})
				SELECT ${INTERACTION_COLUMNS} FROM interactions JOIN page USING (id) ORDER BY ${order}`
		)
	]);
	return {
		rows: (rows as InteractionColumns[]).map((row) => asInteraction(store, row)),
		total: Number(totals[0]?.[0] ?? 0)
	};
}

/** One interaction by its id, or null. @throws CommunityError store_unavailable */
export async function selectInteraction(store: Store, id: number): Promise<StoredInteraction | null> {
	const [row] = (await store.rows(
		sql`SELECT ${INTERACTION_COLUMNS} FROM interactions WHERE id = ${id}`
	)) as InteractionColumns[];
	return row === undefined ? null : asInteraction(store, row);
}
