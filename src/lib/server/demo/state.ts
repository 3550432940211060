import { isAnyOf, sql } from '$lib/server/store/sql';
import type { Store } from '$lib/server/store/store';
import { DEMO_BRANDS, INDUSTRIES } from './brands';
import { demoPlanSchema, type DemoPlan } from './plan';

/** What the store remembers of the demo: its plan, and the instant up to which its rows are there. */
export type DemoState = { plan: DemoPlan; cursor: number };

function parsePlan(text: string): DemoPlan {
	const result = demoPlanSchema.safeParse(JSON.parse(text));
	if (result.success) return result.data;
	const problem = result.error.issues[0];
	throw new Error(
		`The demo plan in the store cannot be used (${problem?.path.join('.')}: ${problem?.message}). ` +
			'Set UNDERTONE_DEMO=off to keep the data as it is, or UNDERTONE_DATA_DIR to an empty folder for a new demo.'
	);
}

/**
 * Read the demo's state, or null when the store was never seeded.
 * @throws Error when the plan was written by another version of the demo
 */
export async function readDemoState(store: Store): Promise<DemoState | null> {
	const tables = await store.rows(
		sql`SELECT table_name FROM duckdb_tables() WHERE table_name = 'demo_state' AND NOT internal`
	);
	if (tables.length === 0) return null;
	const rows = await store.rows(sql`SELECT plan, until::DOUBLE AS "until" FROM demo_state`);
	const row = rows[0] as { plan: string; until: number } | undefined;
	return row ? { plan: parsePlan(row.plan), cursor: row.until } : null;
}

/** Keep the plan before the first row is made, so that a seed that is interrupted goes on with the same dates. */
export function writeDemoPlan(store: Store, state: DemoState): Promise<void> {
	return store.change(async (connection) => {
		await connection.run(sql`CREATE TABLE IF NOT EXISTS demo_state (plan VARCHAR, until BIGINT)`);
		await connection.run(sql`DELETE FROM demo_state`);
		await connection.run(sql`INSERT INTO demo_state VALUES (${JSON.stringify(state.plan)}, ${state.cursor})`);
	});
}

/**
 * Remember that the rows up to this instant are in the store, and give the brands that came with them their industry
 * as organization.
 */
export function writeDemoCursor(store: Store, cursor: number): Promise<void> {
	return store.change(async (connection) => {
		await connection.run(sql`UPDATE demo_state SET until = ${cursor}`);
		for (const industry of INDUSTRIES) {
			const names = DEMO_BRANDS.filter((brand) => brand.industry === industry).map((brand) => brand.name);
			await connection.run(
				sql`UPDATE brands SET organization = ${industry} WHERE organization IS NULL AND ${isAnyOf(sql`name`, names)}`
			);
		}
	});
}
