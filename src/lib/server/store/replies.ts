import { CommunityError } from '$lib/errors/community-error';
import { writeRows } from './apply-batch';
import type { Connection } from './duckdb';
import type { NewInteraction } from './new-interaction';
import { prepareBatch } from './prepare-batch';
import { asInteraction, INTERACTION_COLUMNS } from './queries/stored-interaction';
import type { InteractionColumns, StoredInteraction } from './queries/stored-interaction';
import { sql } from './sql';
import type { Fragment } from './sql';
import type { Store } from './store';
import { invalid } from './window';

/**
 * A reply on its way into the store. `name` tells this reply from every other one: the same name again is the same
 * reply. `at` is when it is written, in milliseconds since 1970.
 */
export type NewReply = {
	name: string;
	brandId: number;
	type: string;
	text: string;
	at: number;
	conversationId: string | null;
	mediaId: string | null;
	/** The key of the comment that is answered; the newest message of the conversation where it is null. */
	parentKey: string | null;
};

/** No import can have such a key: each begins with the name of its source. */
const KEY_PREFIX = '\u241freply\u241f';
const SOURCE = 'reply';

const ofKey = (key: string): Fragment =>
	sql`SELECT ${INTERACTION_COLUMNS} FROM interactions WHERE key_hash = md5_number_lower(${key}) AND key = ${key}`;

/** A name that came before belongs to the reply that it came with, and to no other. */
function sameReply(found: StoredInteraction, reply: Omit<NewReply, 'at' | 'type'>): StoredInteraction {
	const isSame =
		found.text === reply.text &&
		found.brandId === reply.brandId &&
		found.conversationId === reply.conversationId &&
		(reply.parentKey === null || found.parentKey === reply.parentKey);
	if (isSame) return found;
	throw invalid('idempotency-key', 'This key came with another reply. Give each reply a key of its own.');
}

/**
 * The reply that came before under this name, or null.
 * @throws CommunityError query_invalid when the name came with another reply, store_unavailable
 */
export async function findReply(
	store: Store,
	reply: Omit<NewReply, 'at' | 'type'>
): Promise<StoredInteraction | null> {
	const [row] = (await store.rows(ofKey(KEY_PREFIX + reply.name))) as InteractionColumns[];
	return row === undefined ? null : sameReply(asInteraction(store, row), reply);
}

/** The newest message of a conversation, which a reply follows. */
async function newestMessage(
	connection: Connection,
	{ conversationId, brandId }: NewReply
): Promise<{ key: string; at: number } | null> {
	if (conversationId === null) return null;
	const [row] = await connection.rows(
		sql`SELECT key, created_at::DOUBLE AS "at" FROM interactions
			WHERE conversation_id = ${conversationId} AND brand_id = ${brandId}
			ORDER BY created_at DESC, id DESC LIMIT 1`
	);
	return row === undefined ? null : (row as { key: string; at: number });
}

function asRow(reply: NewReply, brand: string, after: { key: string; at: number } | null): NewInteraction {
	const at = Math.max(reply.at, after?.at ?? reply.at);
	return {
		key: KEY_PREFIX + reply.name,
		source: SOURCE,
		brand,
		type: reply.type,
		text: reply.text,
		rawText: null,
		sentiment: null,
		createdAt: at,
		updatedAt: at,
		isClosed: true,
		isQuestion: false,
		isRead: true,
		isSpam: false,
		tags: [],
		author: brand,
		conversationId: reply.conversationId,
		mediaId: reply.mediaId,
		parentKey: reply.parentKey ?? after?.key ?? null,
		fromBrand: true,
		permalink: null
	};
}

/**
 * Put what the brand answers into its thread, once however often it comes under its name. It is in no statistic, like
 * everything that a brand writes.
 * @throws CommunityError query_invalid when the name came with another reply, not_found for an unknown brand,
 * store_unavailable when nothing was written
 */
export function writeReply(store: Store, reply: NewReply): Promise<StoredInteraction> {
	const brand = store.dictionary.brandName(reply.brandId);
	if (brand === undefined) return Promise.reject(new CommunityError('not_found'));
	return store.changeInTime(async (connection) => {
		const key = KEY_PREFIX + reply.name;
		const find = async () => {
			const [row] = (await connection.rows(ofKey(key))) as InteractionColumns[];
			return row === undefined ? null : asInteraction(store, row);
		};
		const present = await find();
		if (present !== null) return sameReply(present, reply);
		const row = asRow(reply, brand, await newestMessage(connection, reply));
		await writeRows(store, connection, await prepareBatch([row], store.terms));
		const written = await find();
		if (written === null) throw new Error('A reply that was written is not there.');
		return written;
	});
}
