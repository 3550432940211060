import { CommunityError } from '$lib/errors/community-error';
import { parseKeptMapping, type KeptMapping } from './import/kept-mapping';
import type { SetAsideRow } from './new-interaction';
import { sql } from './sql';
import type { Store } from './store';

/** An import as it stands; times are milliseconds since 1970, `line` is the last line of the file that is done. */
export type ImportRecord = {
	id: number;
	source: string;
	file: string;
	startedAt: number;
	finishedAt: number | null;
	line: number;
	new: number;
	updated: number;
	duplicate: number;
	setAside: number;
	/** Of those, the rows that still wait to be mended. */
	waiting: number;
};

/** Begin an import and answer its id. `now` is in milliseconds since 1970. */
export function startImport(
	store: Store,
	about: { source: string; file: string; now: number; mapping: KeptMapping | null }
): Promise<number> {
	return store.change(async (connection) => {
		const [ids] = await connection.columns(sql`SELECT (coalesce(max(id), 0) + 1)::INTEGER FROM imports`);
		const id = Number(ids?.[0] ?? 1);
		const mapping = about.mapping === null ? null : JSON.stringify(about.mapping);
		await connection.run(
			sql`INSERT INTO imports
				VALUES (${id}, ${about.source}, ${about.file}, ${about.now}, NULL, 0, 0, 0, 0, 0, ${mapping})`
		);
		return id;
	});
}

/** Mark an import as done. @throws CommunityError not_found */
export function finishImport(store: Store, id: number, now: number): Promise<void> {
	return store.change(async (connection) => {
		const changed = await connection.run(sql`UPDATE imports SET finished_at = ${now} WHERE id = ${id}`);
		if (changed === 0) throw new CommunityError('not_found', { message: `There is no import ${id}.` });
	});
}

/** All imports, the newest first. */
export async function selectImports(store: Store): Promise<ImportRecord[]> {
	const rows = await store.rows(
		sql`SELECT id, source, file, started_at::DOUBLE AS "startedAt", finished_at::DOUBLE AS "finishedAt",
				line::DOUBLE AS line, new_rows::DOUBLE AS new, updated_rows::DOUBLE AS updated,
				duplicate_rows::DOUBLE AS duplicate, set_aside_rows::DOUBLE AS "setAside",
				coalesce(waiting, 0)::DOUBLE AS waiting
			FROM imports LEFT JOIN (SELECT import_id, count(*) AS waiting FROM set_aside GROUP BY import_id)
				ON import_id = id
			ORDER BY id DESC`
	);
	return rows as ImportRecord[];
}

/** How an import's file was read; null where that was not kept. @throws CommunityError not_found */
export async function selectMapping(store: Store, id: number): Promise<KeptMapping | null> {
	const [row] = await store.rows(sql`SELECT mapping FROM imports WHERE id = ${id}`);
	if (!row) throw new CommunityError('not_found', { message: `There is no import ${id}.` });
	return parseKeptMapping(row.mapping as string | null);
}

/** Remember another way to read an import's rows. */
export function updateMapping(store: Store, id: number, mapping: KeptMapping): Promise<void> {
	return store.change(async (connection) => {
		await connection.run(sql`UPDATE imports SET mapping = ${JSON.stringify(mapping)} WHERE id = ${id}`);
	});
}

/** The rows that were set aside, of one import or of all, in the order of the files. */
export async function selectSetAside(
	store: Store,
	importId?: number
): Promise<(SetAsideRow & { importId: number | null })[]> {
	const rows = await store.rows(
		sql`SELECT import_id AS "importId", line::DOUBLE AS line, byte::DOUBLE AS byte, reason, row, occurrence
			FROM set_aside
			WHERE ${importId === undefined ? sql`true` : sql`import_id = ${importId}`} ORDER BY import_id, line, byte`
	);
	return rows as (SetAsideRow & { importId: number | null })[];
}
