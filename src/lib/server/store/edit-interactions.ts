import { CommunityError } from '$lib/errors/community-error';
import { addContributions } from './contributions';
import type { Connection } from './duckdb';
import { allOf, isAnyOf, sql } from './sql';
import type { Fragment } from './sql';
import type { Store } from './store';
import { invalid } from './window';

/** One interaction by its id, or all messages of a conversation. */
export type WhichInteractions = { id: number } | { conversationId: string; brandId: number };

/** What is to be changed; what is not named stays. */
export type InteractionEdit = {
	isClosed?: boolean | undefined;
	addTagIds?: readonly number[] | undefined;
	removeTagIds?: readonly number[] | undefined;
};

/** An import takes no more tags for one row either. */
const MOST_TAGS = 50;

type EditedRow = { id: number; key: string; brand_id: number; is_closed: boolean; tag_ids: number[] };

function conditionOf(which: WhichInteractions): Fragment {
	if ('id' in which) return sql`id = ${which.id}`;
	return allOf([sql`conversation_id = ${which.conversationId}`, sql`brand_id = ${which.brandId}`]);
}

/** The tags of a row after the change, in the order in which every row has them. */
function tagsAfter(
	{ tag_ids: tags }: EditedRow,
	{ addTagIds = [], removeTagIds = [] }: InteractionEdit
): number[] {
	const kept = tags.filter((id) => !removeTagIds.includes(id));
	return [...new Set([...kept, ...addTagIds])].sort((left, right) => left - right);
}

function requireTags(store: Store, rows: readonly EditedRow[], edit: InteractionEdit): void {
	for (const [field, ids = []] of [
		['add_tag_ids', edit.addTagIds],
		['remove_tag_ids', edit.removeTagIds]
	] as const) {
		const foreign = ids.find((id) => rows.some((row) => store.dictionary.tag(id)?.brandId !== row.brand_id));
		if (foreign !== undefined) {
			throw invalid(field, `The brand has no tag ${foreign}. GET /api/tags lists those that it has.`);
		}
	}
	if (rows.some((row) => tagsAfter(row, edit).length > MOST_TAGS)) {
		throw invalid('add_tag_ids', `An interaction carries at most ${MOST_TAGS} tags. Take some off first.`);
	}
}

/** Close or open rows: every count has a row for closed and one for open interactions, and so has every posting. */
async function closeRows(connection: Connection, ids: readonly number[], isClosed: boolean): Promise<void> {
	const rows = sql`(SELECT * FROM interactions WHERE ${isAnyOf(sql`id`, ids)})`;
	// The counts of keywords know nothing of closed and open.
	const none = sql`(SELECT * FROM postings WHERE false)`;
	await addContributions(connection, rows, none, -1);
	await connection.run(sql`UPDATE interactions SET is_closed = ${isClosed} WHERE ${isAnyOf(sql`id`, ids)}`);
	await connection.run(
		sql`UPDATE postings SET is_closed = ${isClosed} WHERE ${isAnyOf(sql`interaction_id`, ids)}`
	);
	await addContributions(connection, rows, none, 1);
}

async function tagRow(connection: Connection, row: EditedRow, after: readonly number[]): Promise<void> {
	const gone = row.tag_ids.filter((id) => !after.includes(id)).map((id) => -id);
	const come = after.filter((id) => !row.tag_ids.includes(id));
	await connection.run(sql`UPDATE interactions SET tag_ids = ${after} WHERE id = ${row.id}`);
	await connection.run(
		sql`DELETE FROM postings WHERE interaction_id = ${row.id} AND ${isAnyOf(sql`term_id`, gone)}`
	);
	for (const id of come) {
		await connection.run(
			sql`INSERT INTO postings
				SELECT ${-id}, id, brand_id, type_id, sentiment, updated_at, is_closed, false
				FROM interactions WHERE id = ${row.id} AND NOT from_brand`
		);
	}
}

async function applyEdit(
	store: Store,
	connection: Connection,
	rows: readonly EditedRow[],
	edit: InteractionEdit
): Promise<void> {
	const { isClosed, addTagIds: add = [], removeTagIds: remove = [] } = edit;
	if (isClosed !== undefined) {
		const ids = rows.filter((row) => row.is_closed !== isClosed).map(({ id }) => id);
		if (ids.length > 0) await closeRows(connection, ids, isClosed);
	}
	for (const row of rows) {
		const after = tagsAfter(row, edit);
		if (after.join() !== row.tag_ids.join()) await tagRow(connection, row, after);
		store.edits.note(row.key, { isClosed: isClosed ?? null, add, remove });
	}
}

/**
 * Close interactions or open them again, put tags on them and take tags off: all of it in one change, or nothing. Every
 * count and index follows, and a later import of the same rows leaves the change as it is.
 * @throws CommunityError not_found, query_invalid for a tag of another brand, store_unavailable
 */
export function editInteractions(
	store: Store,
	which: WhichInteractions,
	edit: InteractionEdit
): Promise<void> {
	return store.changeInTime(async (connection) => {
		const rows = (await connection.rows(
			sql`SELECT id::DOUBLE AS id, key, brand_id, is_closed, tag_ids FROM interactions
				WHERE ${conditionOf(which)}`
		)) as EditedRow[];
		if (rows.length === 0)
			throw new CommunityError('not_found', { message: 'There is no such interaction.' });
		requireTags(store, rows, edit);
		await applyEdit(store, connection, rows, edit);
	});
}
