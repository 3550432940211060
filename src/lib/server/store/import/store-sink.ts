import { applyBatch } from '../apply-batch';
import { compact } from '../compact';
import { finishImport, startImport } from '../imports';
import { sql } from '../sql';
import type { Store } from '../store';
import type { ImportSink } from './sink';

/**
 * The rows that an earlier run of the same file set aside give way to what this run set aside: importing a mended
 * file clears them, and importing the same file again leaves each of them once.
 */
function replaceSetAside(store: Store, about: { source: string; file: string }, id: number): Promise<void> {
	return store.change(async (connection) => {
		await connection.run(
			sql`DELETE FROM set_aside WHERE import_id IN
				(SELECT id FROM imports WHERE source = ${about.source} AND file = ${about.file} AND id < ${id})`
		);
	});
}

/** From so many new rows on, tidying the counts costs less than the next questions would lose without it. */
const WORTH_TIDYING = 50_000;

/** A sink that tells under which id its import is listed: 0 before it began. */
export type StoreSink = ImportSink & { importId: () => number };

/** An import into a store that this process has open. `now` gives milliseconds since 1970. */
export function storeSink(store: Store, now: () => number): StoreSink {
	let id = 0;
	let started = { source: '', file: '' };
	let written = 0;
	return {
		importId: () => id,
		async begin(about) {
			started = about;
			id = await startImport(store, { ...about, now: now() });
		},
		async apply({ interactions, setAside, line }) {
			const result = await applyBatch(store, { interactions, setAside, import: { id, line } });
			written += result.new + result.updated;
			return result;
		},
		async finish() {
			await replaceSetAside(store, started, id);
			await finishImport(store, id, now());
			if (written >= WORTH_TIDYING) await compact(store);
		}
	};
}
