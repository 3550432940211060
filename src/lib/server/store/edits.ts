import type { Connection } from './duckdb';
import type { Dictionary } from './dictionary';
import type { NewInteraction } from './new-interaction';
import { sql } from './sql';

/** What people changed of one interaction: null and empty lists where they did not. Tags by their ids. */
export type Edit = { isClosed: boolean | null; added: readonly number[]; removed: readonly number[] };

/** Stands for "nobody closed or opened it". */
const UNTOUCHED = 2;

/**
 * What people changed here, by the key of the interaction. It lies over whatever an import brings: a source that says
 * again what it said before does not open what somebody closed. All of it is in memory, as it is asked for with every
 * row of a batch.
 */
export class Edits {
	#edits = new Map<string, Edit>();
	#before = new Map<string, Edit | undefined>();

	async load(connection: Connection): Promise<void> {
		const rows = await connection.rows(sql`SELECT key, is_closed, added, removed FROM edits`);
		for (const { key, is_closed: closed, added, removed } of rows) {
			const isClosed = closed === UNTOUCHED ? null : closed === 1;
			this.#edits.set(key as string, { isClosed, added: added as number[], removed: removed as number[] });
		}
	}

	/** Note a change, which reaches the file with the transaction that it belongs to. */
	note(
		key: string,
		change: { isClosed: boolean | null; add: readonly number[]; remove: readonly number[] }
	): void {
		const old = this.#edits.get(key);
		if (!this.#before.has(key)) this.#before.set(key, old);
		const without = (ids: readonly number[] = [], gone: readonly number[]) =>
			ids.filter((id) => !gone.includes(id));
		this.#edits.set(key, {
			isClosed: change.isClosed ?? old?.isClosed ?? null,
			added: [...without(old?.added, [...change.add, ...change.remove]), ...change.add],
			removed: [...without(old?.removed, [...change.add, ...change.remove]), ...change.remove]
		});
	}

	/** Rows as they are once what people changed lies over them. */
	over(rows: readonly NewInteraction[], dictionary: Dictionary): readonly NewInteraction[] {
		if (this.#edits.size === 0) return rows;
		const nameOf = (id: number) => dictionary.tag(id)?.name ?? '';
		return rows.map((row) => {
			const edit = this.#edits.get(row.key);
			if (edit === undefined) return row;
			const removed = edit.removed.map(nameOf);
			const tags = new Set([...row.tags.filter((tag) => !removed.includes(tag)), ...edit.added.map(nameOf)]);
			return { ...row, isClosed: edit.isClosed ?? row.isClosed, tags: [...tags] };
		});
	}

	/** Write what is new, inside the change's transaction. */
	async flush(connection: Connection): Promise<void> {
		for (const key of this.#before.keys()) {
			const { isClosed, added, removed } = this.#edits.get(key) ?? { isClosed: null, added: [], removed: [] };
			const closed = isClosed === null ? UNTOUCHED : Number(isClosed);
			await connection.run(sql`DELETE FROM edits WHERE key = ${key}`);
			await connection.run(sql`INSERT INTO edits VALUES (${key}, ${closed}, ${added}, ${removed})`);
		}
	}

	/** The change is in the file. */
	keepNew(): void {
		this.#before.clear();
	}

	/** The change failed: forget what only it had. */
	dropNew(): void {
		for (const [key, old] of this.#before) {
			if (old === undefined) this.#edits.delete(key);
			else this.#edits.set(key, old);
		}
		this.#before.clear();
	}
}
