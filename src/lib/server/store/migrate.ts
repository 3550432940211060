import type { Connection } from './duckdb';
import { firstTables } from './migrations/0001-first-tables';
import { mendableRows } from './migrations/0002-mendable-rows';
import { threads } from './migrations/0003-threads';
import { Fragment, sql } from './sql';

/** The steps in order: the file's version is how many of them it has had. */
const MIGRATIONS: readonly (readonly string[])[] = [firstTables, mendableRows, threads];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** The file was written by a newer Undertone. It is left as it is. */
export class StoreNewerError extends Error {
	readonly code = 'store_newer';
	constructor(found: number) {
		super(
			`The store has version ${found}, and this Undertone knows versions up to ${SCHEMA_VERSION}. ` +
				'Use the newer Undertone, or another data folder; the file was not touched.'
		);
		this.name = 'StoreNewerError';
	}
}

async function readVersion(connection: Connection): Promise<number> {
	const [tables] = await connection.columns(
		sql`SELECT table_name FROM duckdb_tables() WHERE table_name = 'meta' AND NOT internal`
	);
	if (!tables || tables.length === 0) return 0;
	const [versions] = await connection.columns(sql`SELECT schema_version FROM meta`);
	return Number(versions?.[0] ?? 0);
}

/**
 * Bring the file forward to the version that this code knows, all steps in one transaction.
 * @throws StoreNewerError when the file is ahead of the code
 */
export async function migrate(connection: Connection): Promise<void> {
	const version = await readVersion(connection);
	if (version > SCHEMA_VERSION) throw new StoreNewerError(version);
	if (version === SCHEMA_VERSION) return;
	await connection.run(sql`BEGIN TRANSACTION`);
	try {
		if (version === 0) {
			await connection.run(sql`CREATE TABLE meta (schema_version INTEGER, data_version BIGINT)`);
			await connection.run(sql`INSERT INTO meta VALUES (0, 0)`);
		}
		for (const step of MIGRATIONS.slice(version)) {
			for (const statement of step) await connection.run(new Fragment(statement, []));
		}
		await connection.run(sql`UPDATE meta SET schema_version = ${SCHEMA_VERSION}`);
		await connection.run(sql`COMMIT`);
	} catch (error) {
		await connection.run(sql`ROLLBACK`);
		throw error;
	}
}
