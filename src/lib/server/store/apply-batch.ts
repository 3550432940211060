import { CommunityError } from '$lib/errors/community-error';
import { addContributions } from './contributions';
import type { Connection } from './duckdb';
import type { BatchResult, NewInteraction, SetAsideRow } from './new-interaction';
import { sql } from './sql';
import { prepareRows, stagedRow, stageRows } from './staging';
import type { Store } from './store';

export type Batch = {
	interactions: readonly NewInteraction[];
	setAside?: readonly SetAsideRow[];
	/** The import that the batch belongs to, and the last line of the file that it covers. */
	import?: { id: number; line: number };
};

/**
 * What a run of equal keys inside one batch comes to: the last one wins, and each before it counts as the update or
 * the duplicate that it would have been in a batch of its own.
 */
function lastOfEachKey(interactions: readonly NewInteraction[]): {
	rows: NewInteraction[];
	updated: number;
	duplicate: number;
} {
	const last = new Map<string, NewInteraction>();
	let updated = 0;
	let duplicate = 0;
	for (const interaction of interactions) {
		const before = last.get(interaction.key);
		if (before) {
			if (contentOf(before) === contentOf(interaction)) duplicate += 1;
			else updated += 1;
		}
		last.set(interaction.key, interaction);
	}
	return { rows: [...last.values()], updated, duplicate };
}

function contentOf(interaction: NewInteraction): string {
	const { source: _source, tags, ...rest } = interaction;
	return JSON.stringify({ ...rest, tags: [...new Set(tags)].sort() });
}

/** Pair the staged rows with what the store has under the same key; the content decides whether it is an update. */
async function matchRows(
	connection: Connection
): Promise<{ new: number; updated: number; duplicate: number }> {
	await connection.run(
		sql`INSERT INTO temp.matched
			WITH hashed AS (
				SELECT row, md5_number(key) AS key_hash, md5_number(concat_ws(chr(31), brand_id, type_id, sentiment,
					created_at, updated_at, is_closed, is_question, is_read, is_spam, from_brand, tag_ids, author,
					conversation_id, media_id, parent_key, permalink, text, raw_text)) AS content_hash
				FROM temp.staged
			), present AS (
				SELECT hashed.row, i.id, i.content_hash FROM interactions i JOIN hashed USING (key_hash)
			), fresh AS (SELECT coalesce(max(id), 0) AS last FROM interactions)
			SELECT h.row, coalesce(p.id, fresh.last + 1 + h.row), h.key_hash, h.content_hash,
				p.id IS NULL, p.id IS NULL OR p.content_hash <> h.content_hash
			FROM hashed h CROSS JOIN fresh LEFT JOIN present p ON p.row = h.row`
	);
	const [fresh, changed, all] = await connection.columns(
		sql`SELECT count(*) FILTER (is_new)::INTEGER, count(*) FILTER (is_changed AND NOT is_new)::INTEGER,
			count(*)::INTEGER FROM temp.matched`
	);
	const isNew = Number(fresh?.[0] ?? 0);
	const updated = Number(changed?.[0] ?? 0);
	return { new: isNew, updated, duplicate: Number(all?.[0] ?? 0) - isNew - updated };
}

/** Take the old content of updated interactions out of every table. */
async function retireOld(connection: Connection): Promise<void> {
	await connection.run(
		sql`INSERT INTO temp.retired SELECT id FROM temp.matched WHERE is_changed AND NOT is_new`
	);
	await addContributions(
		connection,
		sql`(SELECT * FROM interactions SEMI JOIN temp.retired USING (id))`,
		sql`(SELECT * FROM postings SEMI JOIN temp.retired ON retired.id = interaction_id)`,
		-1
	);
	await connection.run(sql`DELETE FROM postings WHERE interaction_id IN (SELECT id FROM temp.retired)`);
	await connection.run(sql`DELETE FROM interactions WHERE id IN (SELECT id FROM temp.retired)`);
}

async function insertChanged(connection: Connection): Promise<void> {
	await connection.run(
		sql`INSERT INTO interactions
			SELECT m.id, m.key_hash, m.content_hash, ${stagedRow}
			FROM temp.staged s JOIN temp.matched m USING (row) WHERE m.is_changed ORDER BY m.id`
	);
	const rows = sql`(
		SELECT m.id, s.row, s.brand_id, s.type_id, nullif(s.sentiment, 9) AS sentiment, s.is_closed, s.from_brand,
			s.updated_at
		FROM temp.staged s JOIN temp.matched m USING (row) WHERE m.is_changed)`;
	const postings = sql`(
		SELECT t.term_id, r.id AS interaction_id, r.brand_id, r.type_id, r.sentiment, r.is_closed, t.listed,
			r.updated_at
		FROM temp.staged_terms t JOIN ${rows} r USING (row))`;
	await connection.run(sql`INSERT INTO postings SELECT * FROM ${postings} ORDER BY term_id`);
	await addContributions(connection, rows, postings, 1);
}

async function recordImport(connection: Connection, batch: Batch, result: BatchResult): Promise<void> {
	const setAside = batch.setAside ?? [];
	for (const row of setAside) {
		await connection.run(
			sql`INSERT INTO set_aside VALUES (${batch.import?.id ?? null}, ${row.line}, ${row.byte}, ${row.reason}, ${row.row})`
		);
	}
	if (!batch.import) return;
	await connection.run(
		sql`UPDATE imports SET line = ${batch.import.line}, new_rows = new_rows + ${result.new},
			updated_rows = updated_rows + ${result.updated}, duplicate_rows = duplicate_rows + ${result.duplicate},
			set_aside_rows = set_aside_rows + ${setAside.length} WHERE id = ${batch.import.id}`
	);
}

/**
 * Put a batch into the store, all of it or none of it: interactions by their key (new, updated, or a duplicate with
 * the same content), every count and index, the rows set aside and the import's position. The promise settles when
 * the batch is on the disk. The words of the next batch may be split while this one is written.
 * @throws CommunityError store_unavailable when nothing of the batch was kept
 */
export async function applyBatch(store: Store, batch: Batch): Promise<BatchResult> {
	const { rows, updated, duplicate } = lastOfEachKey(batch.interactions);
	const prepared = await prepareRows(rows);
	try {
		return await store.change(async (connection) => {
			await stageRows(connection, store.dictionary, prepared);
			const matched = await matchRows(connection);
			if (matched.updated > 0) await retireOld(connection);
			if (matched.new + matched.updated > 0) await insertChanged(connection);
			const result: BatchResult = {
				new: matched.new,
				updated: matched.updated + updated,
				duplicate: matched.duplicate + duplicate
			};
			await recordImport(connection, batch, result);
			return result;
		});
	} catch (cause) {
		throw new CommunityError('store_unavailable', { message: 'The batch could not be written.', cause });
	}
}
