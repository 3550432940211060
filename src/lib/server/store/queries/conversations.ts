import type { KnownFacts, KnownMessage } from '$lib/community/thread-wire';
import { platformOfTypeId } from '../dictionary';
import { allOf, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import { platformOfType } from '$lib/community/vocabulary';
import { asInteraction, INTERACTION_COLUMNS } from './stored-interaction';
import type { InteractionColumns, StoredInteraction } from './stored-interaction';

/** Which conversation: without a brand, of those whose sources gave it the same id, the one that was newest. */
export type WhichConversation = { conversationId: string; brandId: number | undefined };

export type ConversationPage = {
	conversationId: string;
	brandId: number;
	isNewestFirst: boolean;
	mustIncludeText: boolean;
	limit: number;
	offset: number;
};

/** More customers than this in one conversation are not named one by one. */
const MOST_PARTICIPANTS = 50;

type FactColumns = {
	brand_id: number;
	type_id: number;
	is_closed: boolean;
	last_received: number | null;
	customer: string | null;
	customers: string[] | null;
};

/**
 * The facts of a conversation, or null where the store has none of that id. It is closed when all messages of the
 * customer are, and a group when more than one customer wrote in it.
 * @throws CommunityError store_unavailable
 */
export async function selectConversationFacts(
	store: Store,
	{ conversationId, brandId }: WhichConversation
): Promise<KnownFacts | null> {
	const conditions = [sql`conversation_id = ${conversationId}`];
	if (brandId !== undefined) conditions.push(sql`brand_id = ${brandId}`);
	const [row] = (await store.rows(
		sql`SELECT brand_id, arg_max(type_id, created_at) AS type_id,
				coalesce(bool_and(is_closed) FILTER (NOT from_brand), bool_and(is_closed)) AS is_closed,
				(max(created_at) FILTER (NOT from_brand))::DOUBLE AS last_received,
				arg_max(author, created_at) FILTER (NOT from_brand AND author <> '') AS customer,
				list(DISTINCT author ORDER BY author) FILTER (NOT from_brand AND author <> '') AS customers
			FROM interactions WHERE ${allOf(conditions)}
			GROUP BY brand_id ORDER BY max(created_at) DESC, brand_id LIMIT 1`
	)) as FactColumns[];
	return row === undefined ? null : asFacts(store, conversationId, row);
}

function asFacts(store: Store, id: string, row: FactColumns): KnownFacts {
	const customers = row.customers ?? [];
	return {
		id,
		brandId: row.brand_id,
		type: store.dictionary.typeName(row.type_id),
		platform: platformOfTypeId(row.type_id),
		isClosed: row.is_closed,
		isGroup: customers.length > 1,
		lastReceivedAt: row.last_received,
		customer: row.customer === null ? null : { handle: row.customer, pictureUrl: null },
		participants: customers.slice(0, MOST_PARTICIPANTS).map((handle) => ({ handle, pictureUrl: null }))
	};
}

function conditionsOf({ conversationId, brandId, mustIncludeText }: ConversationPage): Fragment {
	const conditions = [sql`conversation_id = ${conversationId}`, sql`brand_id = ${brandId}`];
	if (mustIncludeText) conditions.push(sql`text <> ''`);
	return allOf(conditions);
}

/** A stored row as a message of its conversation. */
export function asMessage(row: StoredInteraction): KnownMessage {
	return {
		id: row.id,
		text: row.text,
		createdAt: row.sourceCreatedAt,
		platform: platformOfType(row.type),
		author: row.author,
		isFromBrand: row.fromBrand,
		subtype: row.subtype,
		sentiment: row.sentiment,
		tags: row.tags,
		isClosed: row.isClosed
	};
}

/**
 * One page of the messages of a conversation in the order of their time, the brand's own among them, and how many
 * there are in all.
 * @throws CommunityError store_unavailable
 */
export async function selectMessages(
	store: Store,
	page: ConversationPage
): Promise<{ messages: KnownMessage[]; total: number }> {
	const order = page.isNewestFirst ? sql`created_at DESC, id DESC` : sql`created_at, id`;
	const conditions = conditionsOf(page);
	const [totals, rows] = await Promise.all([
		store.columns(sql`SELECT count(*)::DOUBLE FROM interactions WHERE ${conditions}`),
		store.rows(
			sql`SELECT ${INTERACTION_COLUMNS} FROM interactions WHERE ${conditions}
				ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`
		)
	]);
	return {
		messages: (rows as InteractionColumns[]).map((row) => asMessage(asInteraction(store, row))),
		total: Number(totals[0]?.[0] ?? 0)
	};
}
