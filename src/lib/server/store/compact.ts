import { floorDivide, MILLISECONDS_PER_WEEK } from './contributions';
import type { Connection } from './duckdb';
import { Fragment, sql } from './sql';
import type { Store } from './store';

/** The tables of additive counts: the unit of time of each, and what else a row is about beside the brand. */
const COUNT_TABLES = {
	hour_counts: { unit: 'hour', rest: 'type_id, is_closed' },
	day_counts: { unit: 'day', rest: 'type_id, is_closed' },
	keyword_weeks: { unit: 'week', rest: 'term_id' },
	keyword_blocks: { unit: 'block', rest: 'term_id' }
} as const;

/** Fold the rows of equal meaning together, in the order of time, so that a window reads one stretch of the table. */
async function sumUp(connection: Connection, table: keyof typeof COUNT_TABLES): Promise<void> {
	const { unit, rest } = COUNT_TABLES[table];
	const statements = [
		`CREATE TABLE ${table}_compact AS
			SELECT brand_id, ${unit}, ${rest}, sum(negative)::INTEGER AS negative, sum(neutral)::INTEGER AS neutral,
				sum(positive)::INTEGER AS positive, sum(unrated)::INTEGER AS unrated
			FROM ${table} GROUP BY ALL
			HAVING sum(negative) <> 0 OR sum(neutral) <> 0 OR sum(positive) <> 0 OR sum(unrated) <> 0
			ORDER BY ${unit}, brand_id, ${rest}`,
		`DROP TABLE ${table}`,
		`ALTER TABLE ${table}_compact RENAME TO ${table}`
	];
	for (const statement of statements) await connection.run(new Fragment(statement, []));
}

async function sortPostings(connection: Connection): Promise<void> {
	await connection.run(
		sql`CREATE TABLE postings_compact AS
			SELECT * FROM postings ORDER BY ${floorDivide(sql`updated_at`, 4 * MILLISECONDS_PER_WEEK)}, term_id, updated_at`
	);
	await connection.run(sql`DROP TABLE postings`);
	await connection.run(sql`ALTER TABLE postings_compact RENAME TO postings`);
}

/**
 * Tidy the store after a large import: one row for each count instead of one for each batch that touched it, and
 * the postings by spans of four weeks, a word's own side by side in each. Answers stay the same; questions go on
 * meanwhile.
 */
export async function compact(store: Store): Promise<void> {
	await store.change(async (connection) => {
		for (const table of Object.keys(COUNT_TABLES))
			await sumUp(connection, table as keyof typeof COUNT_TABLES);
		await sortPostings(connection);
	});
	await store.maintain((connection) => connection.run(sql`CHECKPOINT`));
}
