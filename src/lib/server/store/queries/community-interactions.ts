import type { Interaction } from '$lib/community/answers';
import type { InteractionsQuery as AddressQuery } from '$lib/community/interactions-query';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { allOf, isAnyOf, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import { labelsOf, rowConditions, sharedConditions, windowConditions } from './conditions';
import { hitsOf, relevanceOf } from './hits';

export type InteractionSort = NonNullable<AddressQuery['sort']>;

/** The filters of the statistics, so that the rows behind any number can be listed, in an order and by pages. */
export type InteractionsQuery = StatisticsQuery & { sort: InteractionSort; limit: number; offset: number };

/** A row as the store has it; what the embedded API shows beyond `Interaction` rides along. */
export type StoredInteraction = Interaction & {
	id: number;
	key: string;
	parentKey: string | null;
	isQuestion: boolean;
	isRead: boolean;
	isSpam: boolean;
};

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

const COLUMNS = sql`id::DOUBLE AS id, key, type_id, text, updated_at::DOUBLE AS updated_at,
	created_at::DOUBLE AS created_at, sentiment, tag_ids, nullif(author, '') AS author,
	nullif(conversation_id, '') AS conversation_id, nullif(media_id, '') AS media_id,
	nullif(parent_key, '') AS parent_key, nullif(permalink, '') AS permalink,
	is_closed, is_question, is_read, is_spam`;

type Columns = {
	id: number;
	key: string;
	type_id: number;
	text: string;
	updated_at: number;
	created_at: number;
	sentiment: number;
	tag_ids: number[];
	author: string | null;
	conversation_id: string | null;
	media_id: string | null;
	parent_key: string | null;
	permalink: string | null;
	is_closed: boolean;
	is_question: boolean;
	is_read: boolean;
	is_spam: boolean;
};

function asInteraction(store: Store, row: Columns): StoredInteraction {
	const tags = row.tag_ids.map((id) => store.dictionary.tag(id)).filter((tag) => tag !== undefined);
	return {
		id: row.id,
		key: row.key,
		type: store.dictionary.typeName(row.type_id),
		text: row.text,
		sourceUpdatedAt: row.updated_at,
		sourceCreatedAt: row.created_at,
		sentiment: SENTIMENTS[row.sentiment + 1] ?? null,
		tags: tags.map(({ id, name, color }) => ({ id, name, color })),
		author: row.author,
		conversationId: row.conversation_id,
		mediaId: row.media_id,
		parentKey: row.parent_key,
		permalink: row.permalink,
		isClosed: row.is_closed,
		isQuestion: row.is_question,
		isRead: row.is_read,
		isSpam: row.is_spam
	};
}

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
				SELECT ${COLUMNS} FROM interactions JOIN page USING (id) ORDER BY ${order}`
		)
	]);
	return {
		rows: (rows as Columns[]).map((row) => asInteraction(store, row)),
		total: Number(totals[0]?.[0] ?? 0)
	};
}

/**
 * The messages of one conversation, in order of their time, the brand's own among them.
 * @throws CommunityError store_unavailable
 */
export async function selectConversation(
	store: Store,
	question: { conversationId: string; isNewestFirst: boolean; limit: number; offset: number }
): Promise<(StoredInteraction & { brandId: number; fromBrand: boolean })[]> {
	const order = question.isNewestFirst ? sql`created_at DESC, id DESC` : sql`created_at, id`;
	const rows = await store.rows(
		sql`SELECT ${COLUMNS}, brand_id, from_brand FROM interactions WHERE conversation_id = ${question.conversationId}
			ORDER BY ${order} LIMIT ${question.limit} OFFSET ${question.offset}`
	);
	return (rows as (Columns & { brand_id: number; from_brand: boolean })[]).map((row) => ({
		...asInteraction(store, row),
		brandId: row.brand_id,
		fromBrand: row.from_brand
	}));
}
