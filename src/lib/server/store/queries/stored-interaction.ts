import type { Interaction } from '$lib/community/answers';
import { platformOfType } from '$lib/community/vocabulary';
import { sql } from '../sql';
import type { Store } from '../store';

/** A row as the store has it; what the embedded API shows beyond `Interaction` rides along. */
export type StoredInteraction = Interaction & {
	id: number;
	key: string;
	brandId: number;
	parentKey: string | null;
	sourceUpdatedAt: number;
	sourceCreatedAt: number;
	fromBrand: boolean;
	subtype: string | null;
	isClosed: boolean;
	isQuestion: boolean;
	isRead: boolean;
	isSpam: boolean;
};

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

/** What `asInteraction` reads, of `interactions` or of anything with its columns. */
export const INTERACTION_COLUMNS = sql`id::DOUBLE AS id, key, brand_id, type_id, text,
	updated_at::DOUBLE AS updated_at, created_at::DOUBLE AS created_at, sentiment, tag_ids,
	nullif(author, '') AS author, nullif(conversation_id, '') AS conversation_id,
	nullif(media_id, '') AS media_id, nullif(parent_key, '') AS parent_key, nullif(permalink, '') AS permalink,
	nullif(subtype, '') AS subtype, from_brand, is_closed, is_question, is_read, is_spam`;

/** A row of `INTERACTION_COLUMNS`. */
export type InteractionColumns = {
	id: number;
	key: string;
	brand_id: number;
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
	subtype: string | null;
	from_brand: boolean;
	is_closed: boolean;
	is_question: boolean;
	is_read: boolean;
	is_spam: boolean;
};

/** What a reply to a comment names: the id that this host gave it. Direct messages and types of no platform have none. */
function commentIdOf(type: string, id: number): string | null {
	return platformOfType(type) === 'other' || type.endsWith('_CONVERSATION') ? null : String(id);
}

/** A row with the names that its ids stand for. */
export function asInteraction(store: Store, row: InteractionColumns): StoredInteraction {
	const tags = row.tag_ids.map((id) => store.dictionary.tag(id)).filter((tag) => tag !== undefined);
	const type = store.dictionary.typeName(row.type_id);
	return {
		id: row.id,
		key: row.key,
		brandId: row.brand_id,
		type,
		text: row.text,
		sourceUpdatedAt: row.updated_at,
		sourceCreatedAt: row.created_at,
		sentiment: SENTIMENTS[row.sentiment + 1] ?? null,
		tags: tags.map(({ id, name, color }) => ({ id, name, color })),
		author: row.author,
		conversationId: row.conversation_id,
		mediaId: row.media_id,
		commentId: commentIdOf(type, row.id),
		parentKey: row.parent_key,
		permalink: row.permalink,
		subtype: row.subtype,
		fromBrand: row.from_brand,
		isClosed: row.is_closed,
		isQuestion: row.is_question,
		isRead: row.is_read,
		isSpam: row.is_spam
	};
}
