import { applyBatch } from '../store/apply-batch';
import { selectMapping } from '../store/imports';
import { identify } from '../store/import/identity';
import type { KeptMapping } from '../store/import/kept-mapping';
import { FIELDS, KEY_SEPARATOR, resolveMapping, type Field, type Mapping } from '../store/import/mapping';
import { isSetAside, toInteraction } from '../store/import/to-interaction';
import type { BatchResult, NewInteraction } from '../store/new-interaction';
import { selectSetAsideRow, type SetAsideEntry, type SetAsideKey } from '../store/set-aside';
import type { Store } from '../store/store';
import { fieldOfReason } from './mapping-preview';

/** What a row says about each field, as text; empty where it says nothing. */
export type FieldValues = Record<Field, string>;

/**
 * The fields of a row as a form shows them. `how` is `read` where the row's cells are known, `proposed` where they
 * were cut at the commas of a line that could not be read, and `none` where nothing could be made of it.
 */
export type MendableRow = { values: FieldValues; how: 'read' | 'proposed' | 'none' };

/** Under this name a row keeps the value that a person gave a field, whatever its columns are called. */
const givenName = (field: Field) => `${KEY_SEPARATOR}${field}`;

type Cells = ReadonlyMap<string, string>;

const valuesOf = (value: (field: Field) => string) =>
	Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as FieldValues;

function parseObject(row: string): Map<string, string> | null {
	try {
		const parsed: unknown = JSON.parse(row);
		if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
		const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
		return new Map(Object.entries(parsed).map(([name, value]) => [name, text(value)]));
	} catch {
		return null;
	}
}

/** All that stands in a row that was read, in the order of its columns; null for one that could not be. */
export function parsedCells(row: string): string[] | null {
	const cells = parseObject(row);
	return cells === null ? null : [...cells.values()];
}

/** The cells of a row that was read, by their columns, or null for one that could not be. */
function cellsOf(row: string, kept: KeptMapping | null): Cells | null {
	const cells = parseObject(row);
	if (cells === null) return null;
	return kept === null || kept.columns.every((column) => cells.has(column)) ? cells : null;
}

/** A proposal for a person to look at: the line cut at its commas, without the quotes around cells. */
function proposedCells(row: string, kept: KeptMapping | null): Cells | null {
	if (kept?.format !== 'csv') return null;
	const pieces = row.split(',').map((piece) => piece.replace(/^"|"$/g, '').replaceAll('""', '"'));
	if (pieces.length < 2 || pieces.length > kept.columns.length) return null;
	return new Map(kept.columns.map((column, at) => [column, pieces[at] ?? '']));
}

function columnOf(field: Field, kept: KeptMapping | null): string | null {
	const mapped = kept?.maps[field];
	if (mapped !== undefined) return mapped === '' ? null : mapped;
	return kept?.sets[field] === undefined ? field : null;
}

/** What a row set aside says about each field, by the mapping under which it was read. */
export function mendableRow(row: string, kept: KeptMapping | null): MendableRow {
	const read = cellsOf(row, kept);
	const cells = read ?? proposedCells(row, kept);
	const values = valuesOf((field) => {
		const given = cells?.get(givenName(field));
		if (given !== undefined) return given;
		const column = columnOf(field, kept);
		return (column === null ? undefined : cells?.get(column)) ?? kept?.sets[field] ?? '';
	});
	return { values, how: read ? 'read' : cells ? 'proposed' : 'none' };
}

/** A row with the values that a person gave some of its fields, as the list keeps it. */
export function withGiven(row: string, given: Partial<FieldValues>): string {
	const cells = parseObject(row);
	if (cells === null) return row;
	for (const field of FIELDS) {
		const value = given[field];
		if (value !== undefined) cells.set(givenName(field), value);
	}
	return JSON.stringify(Object.fromEntries(cells));
}

/**
 * How rows are judged that are given field by field: the labels, the time format and the zone are those of the file.
 * @throws TimeOptionError for a time format or a zone that cannot be used
 */
export function mendingMapping(source: string, kept: KeptMapping | null): Mapping {
	const { labels = [], timeFormat = null, timeZone = null } = kept ?? {};
	return resolveMapping({ source, maps: {}, sets: {}, labels, timeFormat, timeZone }, FIELDS);
}

/**
 * Judge a row by its fields, by the rules of the import. A row without an id gets the number among its equals that it
 * had in its file, so that mending it, and importing the mended file, find the same interaction.
 */
export function judgeRow(
	values: FieldValues,
	row: { line: number; occurrence: number },
	mapping: Mapping
): { interaction: NewInteraction } | { reason: string } {
	const outcome = toInteraction({ line: row.line, cells: FIELDS.map((field) => values[field]) }, mapping);
	if (isSetAside(outcome)) return outcome;
	return { interaction: identify(outcome, { before: () => row.occurrence }) };
}

const withoutBreaks = (text: string) => text.replace(/[\r\n]+/g, '');

/** A form changes line ends, and loses them where a field has one line: what is otherwise the same stays as it was. */
function keepUntouched(submitted: FieldValues, shown: FieldValues): FieldValues {
	return valuesOf((field) =>
		withoutBreaks(submitted[field]) === withoutBreaks(shown[field]) ? shown[field] : submitted[field]
	);
}

/** A row set aside with all that its form needs. @throws CommunityError not_found */
export async function findMendable(
	store: Store,
	key: SetAsideKey
): Promise<{ entry: SetAsideEntry; kept: KeptMapping | null; row: MendableRow }> {
	const entry = await selectSetAsideRow(store, key);
	const kept = await selectMapping(store, key.importId);
	return { entry, kept, row: mendableRow(entry.row, kept) };
}

export type MendOutcome =
	{ mended: true; result: BatchResult } | { mended: false; reason: string; field: Field | null };

/**
 * Try a row again with the fields that a person has mended: it enters the store and leaves the list in one step, or
 * stays as it is with a reason.
 * @throws CommunityError not_found when it is no longer set aside, so that trying twice adds one
 */
export async function mendRow(store: Store, key: SetAsideKey, submitted: FieldValues): Promise<MendOutcome> {
	const { entry, kept, row } = await findMendable(store, key);
	const values = keepUntouched(submitted, row.values);
	const judged = judgeRow(values, entry, mendingMapping(entry.source, kept));
	if ('reason' in judged)
		return { mended: false, reason: judged.reason, field: fieldOfReason(judged.reason) };
	const takenUp = { importId: key.importId, mended: [key.line], rewritten: [] };
	const result = await applyBatch(store, { interactions: [judged.interaction], takenUp });
	return { mended: true, result };
}
