import { CommunityError, isCommunityError } from '$lib/errors/community-error';
import { addContributions } from './contributions';
import type { Connection } from './duckdb';
import type { BatchResult, NewInteraction, SetAsideRow } from './new-interaction';
import { prepareBatch } from './prepare-batch';
import type { PreparedBatch } from './prepare-batch';
import { takeUp, type TakenUp } from './set-aside';
import { Fragment, sql } from './sql';
import { clearStaging, numberRows, stagePostings, stageRows } from './staging';
import type { Store } from './store';

export type Batch = {
	interactions: readonly NewInteraction[];
	setAside?: readonly SetAsideRow[];
	/** The import that the batch belongs to, and the last line of the file that it covers. */
	import?: { id: number; line: number };
	/** The rows set aside that this batch takes up again. */
	takenUp?: TakenUp;
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

/** The columns whose difference makes an update. The source is not among them: the same row may come another way. */
const CONTENT = [
	...['brand_id', 'type_id', 'sentiment', 'created_at', 'updated_at', 'is_closed', 'is_question', 'is_read'],
	...['is_spam', 'from_brand', 'tag_ids', 'author', 'conversation_id', 'media_id', 'parent_key', 'permalink'],
	...['text', 'raw_text', 'subtype']
];
const differs = new Fragment(CONTENT.map((column) => `i.${column} <> s.${column}`).join(' OR '), []);

/**
 * What becomes of each row of a batch: its id where it is written, null where the store has the same already.
 * `updated` are the ids whose old content must go first.
 */
type Placement = { ids: (number | null)[]; updated: number; duplicate: number };

/** Find what the store has under the keys of the staged rows, first by hash, and compare the contents. */
async function placeRows(connection: Connection, firstId: number, count: number): Promise<Placement> {
	await connection.run(
		sql`INSERT INTO temp.present
			WITH same_hash AS (
				SELECT h.id AS staged_id, i.id FROM interactions i
				JOIN (SELECT id, md5_number_lower(key) AS key_hash FROM temp.staged) h USING (key_hash)
			)
			SELECT s.id, i.id, ${differs}
			FROM same_hash JOIN interactions i USING (id) JOIN temp.staged s ON s.id = same_hash.staged_id
			WHERE i.key = s.key`
	);
	const [staged, present, changed] = await connection.columns(
		sql`SELECT staged_id::DOUBLE, id::DOUBLE, is_changed FROM temp.present`
	);
	const placement: Placement = {
		ids: Array.from({ length: count }, (_, index) => firstId + index),
		updated: 0,
		duplicate: 0
	};
	(staged as number[]).forEach((provisional, index) => {
		const isChanged = changed?.[index] === true;
		placement.ids[provisional - firstId] = isChanged ? (present?.[index] as number) : null;
		placement[isChanged ? 'updated' : 'duplicate'] += 1;
	});
	return placement;
}

/** Take the old content of updated interactions out of every table, and unchanged rows out of the batch. */
async function retireOld(connection: Connection): Promise<void> {
	const old = sql`(SELECT id FROM temp.present WHERE is_changed)`;
	await addContributions(
		connection,
		sql`(SELECT * FROM interactions WHERE id IN ${old})`,
		sql`(SELECT * FROM postings WHERE interaction_id IN ${old})`,
		-1
	);
	await connection.run(sql`DELETE FROM postings WHERE interaction_id IN ${old}`);
	await connection.run(sql`DELETE FROM interactions WHERE id IN ${old}`);
	await connection.run(
		sql`DELETE FROM temp.staged WHERE id IN (SELECT staged_id FROM temp.present WHERE NOT is_changed)`
	);
	await connection.run(
		sql`UPDATE temp.staged SET id = present.id FROM temp.present WHERE present.staged_id = staged.id`
	);
}

async function insertStaged(connection: Connection): Promise<void> {
	await connection.run(sql`INSERT INTO interactions SELECT md5_number_lower(key), * FROM temp.staged`);
	await connection.run(sql`INSERT INTO postings SELECT * FROM temp.staged_postings`);
	await addContributions(connection, sql`temp.staged`, sql`temp.staged_postings`, 1);
}

/**
 * Write the prepared rows, inside a transaction. What people changed here of a row stays as they left it, whatever the
 * row says.
 */
export async function writeRows(
	store: Store,
	connection: Connection,
	prepared: PreparedBatch
): Promise<BatchResult> {
	const batch = { ...prepared, interactions: store.edits.over(prepared.interactions, store.dictionary) };
	const count = batch.interactions.length;
	const numbers = numberRows(store.dictionary, batch.interactions);
	const firstId = await nextId(connection);
	await clearStaging(connection);
	await stageRows(connection, batch, numbers, firstId);
	const placement = await placeRows(connection, firstId, count);
	if (placement.updated + placement.duplicate > 0) await retireOld(connection);
	await store.terms.resolve(connection, batch.terms);
	await stagePostings(connection, batch, numbers, placement.ids);
	if (placement.duplicate < count) await insertStaged(connection);
	return {
		new: count - placement.updated - placement.duplicate,
		updated: placement.updated,
		duplicate: placement.duplicate
	};
}

async function nextId(connection: Connection): Promise<number> {
	const [lasts] = await connection.columns(sql`SELECT coalesce(max(id), 0)::DOUBLE FROM interactions`);
	return Number(lasts?.[0] ?? 0) + 1;
}

async function recordImport(connection: Connection, batch: Batch, result: BatchResult): Promise<void> {
	const setAside = batch.setAside ?? [];
	for (const row of setAside) {
		await connection.run(
			sql`INSERT INTO set_aside VALUES (${batch.import?.id ?? null}, ${row.line}, ${row.byte}, ${row.reason}, ${row.row},
				${row.occurrence})`
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
 * @throws CommunityError store_unavailable when nothing of the batch was kept, not_found when a row that it takes up
 * is no longer set aside
 */
export async function applyBatch(store: Store, batch: Batch): Promise<BatchResult> {
	const { rows, updated, duplicate } = lastOfEachKey(batch.interactions);
	const prepared = await prepareBatch(rows, store.terms);
	try {
		return await store.change(async (connection) => {
			const written = await writeRows(store, connection, prepared);
			const result: BatchResult = {
				new: written.new,
				updated: written.updated + updated,
				duplicate: written.duplicate + duplicate
			};
			await recordImport(connection, batch, result);
			if (batch.takenUp) await takeUp(connection, batch.takenUp, result);
			return result;
		});
	} catch (cause) {
		if (isCommunityError(cause) && cause.code === 'not_found') throw cause;
		throw new CommunityError('store_unavailable', { message: 'The batch could not be written.', cause });
	}
}
