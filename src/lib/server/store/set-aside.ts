import { CommunityError } from '$lib/errors/community-error';
import type { Connection } from './duckdb';
import type { BatchResult, SetAsideRow } from './new-interaction';
import { allOf, isAnyOf, sql, type Fragment } from './sql';
import type { Store } from './store';

/** Which row set aside: a row begins on a line of its own. */
export type SetAsideKey = { importId: number; line: number };

/** Which rows set aside; null is any. */
export type SetAsideFilter = { importId: number | null; reason: string | null };

/** A row set aside with the file that it came from. */
export type SetAsideEntry = SetAsideRow & { importId: number; file: string; source: string };

/** The rows of one import that were set aside for one reason. */
export type SetAsideGroup = {
	importId: number;
	file: string;
	reason: string;
	count: number;
	firstLine: number;
};

/**
 * What a batch does to the rows of one import that were set aside: the `mended` lines entered the store and leave the
 * list, the `rewritten` ones were tried and have another fault now.
 */
export type TakenUp = {
	importId: number;
	mended: readonly number[];
	rewritten: readonly Pick<SetAsideRow, 'line' | 'reason' | 'row'>[];
};

function matching({ importId, reason }: SetAsideFilter): Fragment {
	const conditions: Fragment[] = [sql`import_id IS NOT NULL`];
	if (importId !== null) conditions.push(sql`import_id = ${importId}`);
	if (reason !== null) conditions.push(sql`reason = ${reason}`);
	return allOf(conditions);
}

const ENTRIES = sql`SELECT import_id AS "importId", file, source, s.line::DOUBLE AS line, byte::DOUBLE AS byte, reason,
	row, occurrence FROM set_aside s JOIN imports i ON i.id = s.import_id`;

/** How many rows are set aside. */
export async function countSetAside(store: Store, filter: SetAsideFilter): Promise<number> {
	const [counts] = await store.columns(sql`SELECT count(*)::DOUBLE FROM set_aside WHERE ${matching(filter)}`);
	return Number(counts?.[0] ?? 0);
}

/** A page of the rows set aside, the newest import first, its rows in the order of the file. */
export async function selectSetAsidePage(
	store: Store,
	filter: SetAsideFilter,
	{ limit, offset }: { limit: number; offset: number }
): Promise<SetAsideEntry[]> {
	const rows = await store.rows(
		sql`${ENTRIES} WHERE ${matching(filter)} ORDER BY import_id DESC, s.line LIMIT ${limit} OFFSET ${offset}`
	);
	return rows as SetAsideEntry[];
}

/** The rows of one group behind a line of the file: how a long group is walked while it shrinks. */
export async function selectSetAsideAfter(
	store: Store,
	group: { importId: number; reason: string },
	{ line, limit }: { line: number; limit: number }
): Promise<SetAsideEntry[]> {
	const rows = await store.rows(
		sql`${ENTRIES} WHERE ${matching(group)} AND s.line > ${line} ORDER BY s.line LIMIT ${limit}`
	);
	return rows as SetAsideEntry[];
}

/** One row set aside. @throws CommunityError not_found when it was mended or deleted */
export async function selectSetAsideRow(store: Store, key: SetAsideKey): Promise<SetAsideEntry> {
	const [row] = await store.rows(
		sql`${ENTRIES} WHERE s.import_id = ${key.importId} AND s.line = ${key.line} LIMIT 1`
	);
	if (!row) throw new CommunityError('not_found', { message: 'The row is no longer set aside.' });
	return row as SetAsideEntry;
}

/** Why rows are set aside, by import, the most frequent first. */
export async function selectSetAsideGroups(
	store: Store,
	filter: SetAsideFilter,
	limit: number
): Promise<SetAsideGroup[]> {
	const rows = await store.rows(
		sql`SELECT import_id AS "importId", file, reason, count(*)::DOUBLE AS count,
				min(s.line)::DOUBLE AS "firstLine"
			FROM set_aside s JOIN imports i ON i.id = s.import_id WHERE ${matching(filter)}
			GROUP BY import_id, file, reason ORDER BY count DESC, import_id DESC, "firstLine" LIMIT ${limit}`
	);
	return rows as SetAsideGroup[];
}

/** Delete one row set aside for good. Answers how many there were: none where it is gone already. */
export function deleteSetAsideRow(store: Store, key: SetAsideKey): Promise<number> {
	return store.change((connection) =>
		connection.run(sql`DELETE FROM set_aside WHERE import_id = ${key.importId} AND line = ${key.line}`)
	);
}

/** Delete all rows set aside that match. Answers how many there were. */
export function deleteSetAside(store: Store, filter: SetAsideFilter): Promise<number> {
	return store.change((connection) => connection.run(sql`DELETE FROM set_aside WHERE ${matching(filter)}`));
}

/**
 * Inside the transaction of a batch: take its mended rows from the list and count them with their import. A row that
 * somebody else mended meanwhile undoes the batch, so that no row ever enters twice.
 */
export async function takeUp(connection: Connection, taken: TakenUp, result: BatchResult): Promise<void> {
	const { importId, mended, rewritten } = taken;
	const removed = await connection.run(
		sql`DELETE FROM set_aside WHERE import_id = ${importId} AND ${isAnyOf(sql`line`, mended)}`
	);
	if (removed !== mended.length) {
		throw new CommunityError('not_found', {
			message: 'A row is no longer set aside: it was mended meanwhile.'
		});
	}
	for (const { line, reason, row } of rewritten) {
		await connection.run(
			sql`UPDATE set_aside SET reason = ${reason}, row = ${row} WHERE import_id = ${importId} AND line = ${line}`
		);
	}
	await connection.run(
		sql`UPDATE imports SET new_rows = new_rows + ${result.new}, updated_rows = updated_rows + ${result.updated},
			duplicate_rows = duplicate_rows + ${result.duplicate}, set_aside_rows = set_aside_rows - ${mended.length}
			WHERE id = ${importId}`
	);
}
