import { BYTE_ORDER_MARK, csvLine } from '../export/csv';
import { selectMapping } from '../store/imports';
import {
	countSetAside,
	selectSetAsidePage,
	type SetAsideEntry,
	type SetAsideFilter
} from '../store/set-aside';
import { sql } from '../store/sql';
import type { Store } from '../store/store';

const AT_ONCE = 2_000;

/** What stands before the columns of the files; none of them is a field, so that a mended copy can be imported. */
const OWN = ['file', 'line', 'reason', 'unread_row'] as const;

/** The columns of all files that have rows in the list, each once. */
async function columnsOf(store: Store, importId: number | null): Promise<string[]> {
	const rows = await store.rows(
		sql`SELECT DISTINCT import_id AS id FROM set_aside WHERE import_id IS NOT NULL ORDER BY id DESC`
	);
	const ids = rows.map(({ id }) => id as number).filter((id) => importId === null || id === importId);
	const mappings = await Promise.all(ids.map((id) => selectMapping(store, id)));
	return [...new Set(mappings.flatMap((kept) => kept?.columns ?? []))].filter((column) => column !== '');
}

function cellsOf(row: string, columns: readonly string[]): (string | null)[] | null {
	try {
		const parsed: unknown = JSON.parse(row);
		if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
		const cells = new Map(Object.entries(parsed));
		return columns.map((column) => {
			const cell: unknown = cells.get(column) ?? null;
			return typeof cell === 'string' || cell === null ? cell : JSON.stringify(cell);
		});
	} catch {
		return null;
	}
}

function lineOf(entry: SetAsideEntry, columns: readonly string[]): string {
	const cells = cellsOf(entry.row, columns);
	const unread = cells === null ? entry.row : null;
	return csvLine([entry.file, entry.line, entry.reason, unread, ...(cells ?? columns.map(() => null))]);
}

/**
 * The rows set aside as CSV, in parts: where each came from, why it is here, and its cells under the columns of its
 * file. A row that could not be read stands as it is under `unread_row`.
 */
export async function* setAsideCsv(store: Store, filter: SetAsideFilter): AsyncGenerator<string> {
	const columns = await columnsOf(store, filter.importId);
	yield BYTE_ORDER_MARK + csvLine([...OWN, ...columns]);
	const total = await countSetAside(store, filter);
	for (let offset = 0; offset < total; offset += AT_ONCE) {
		const entries = await selectSetAsidePage(store, filter, { limit: AT_ONCE, offset });
		if (entries.length > 0) yield entries.map((entry) => lineOf(entry, columns)).join('');
	}
}
