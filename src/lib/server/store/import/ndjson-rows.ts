import { FIELDS } from './mapping';
import {
	FileError,
	firstBadByte,
	LARGEST_CELL,
	LARGEST_RECORD,
	shorten,
	skipByteOrderMark,
	type RowReader,
	type SourceRow
} from './source-row';

const RETURN = 13;
const NEWLINE = 10;

type JsonObject = Record<string, unknown>;

/** Numbers from 16 digits on lose digits as JavaScript numbers, and two ids would become one: keep them as text. */
const LONG_NUMBER = /[\d.]{16}/;

function parseLine(text: string): unknown {
	if (!LONG_NUMBER.test(text)) return JSON.parse(text);
	// Node passes what stands in the file as a third argument, which the standard library's types do not know yet.
	const keepDigits = (_key: string, value: unknown, context?: { source?: string }) =>
		typeof value === 'number' ? (context?.source ?? value) : value;
	return JSON.parse(text, keepDigits);
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a cell: text as it is with half surrogate pairs replaced, nothing for null, JSON for the rest. */
function cellOf(value: unknown): string {
	if (typeof value === 'string') return value.toWellFormed();
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value).toWellFormed() : String(value);
}

/** One line as an object, or what is wrong with it and where. */
function readLine(bytes: Buffer): { object: JsonObject } | { fault: string; at: number | null } {
	const bad = firstBadByte(bytes);
	if (bad !== null) return { fault: 'the text is not UTF-8', at: bad };
	try {
		const value = parseLine(bytes.toString('utf8'));
		return isObject(value) ? { object: value } : { fault: 'the line is not a JSON object', at: null };
	} catch {
		return { fault: 'the line is not valid JSON', at: null };
	}
}

function cellFault(cells: string[]): string | null {
	if (cells.some((cell) => cell.includes('\0'))) return 'the text holds a NUL byte';
	const isLong = (cell: string) => cell.length * 3 > LARGEST_CELL && Buffer.byteLength(cell) > LARGEST_CELL;
	return cells.some(isLong) ? 'a cell is longer than 1 MB' : null;
}

/** Names of fields that objects have and no column bears yet. */
function lateFields(columns: readonly string[], objects: readonly JsonObject[]): string[] {
	const missing = FIELDS.filter((field) => !columns.includes(field));
	return missing.filter((field) => objects.some((object) => Object.hasOwn(object, field)));
}

/**
 * A reader of one JSON object per line. The columns are the keys of all objects in the first block that holds any
 * (256 KB of a file), so that a key which the first object lacks is known too. A key that comes later is a column as
 * well where it bears the name of a field; any other is of no use, and a file may have as many of them as it has rows.
 */
export function ndjsonReader(): RowReader {
	let columns: string[] | null = null;
	let line = 1;
	let offset = 0;
	let skipping = false;

	type Found = { line: number; object: JsonObject } | SourceRow;

	function broken(bytes: Buffer, problem: string, byte: number | null): SourceRow {
		return { line, byte, problem, raw: shorten(bytes.toString('utf8')) };
	}

	function take(bytes: Buffer, at: number): Found {
		if (bytes.length > LARGEST_RECORD) return broken(bytes, 'the row is longer than 4 MB', null);
		const read = readLine(bytes);
		if ('object' in read) return { line, object: read.object };
		return broken(bytes, read.fault, read.at === null ? null : offset + at + read.at);
	}

	/** All complete lines of a block, and how far they reach. */
	function lines(block: Buffer, atEnd: boolean, from: number): { found: Found[]; done: number } {
		const found: Found[] = [];
		let at = from;
		while (at < block.length) {
			const newline = block.indexOf(NEWLINE, at);
			const isOpen = newline === -1 && !atEnd;
			if (isOpen && block.length - at <= LARGEST_RECORD) break;
			const end = newline === -1 ? block.length : newline;
			const text = block.subarray(at, block[end - 1] === RETURN && end > at ? end - 1 : end);
			if (skipping) skipping = newline === -1;
			else if (!isBlank(text)) found.push(take(text, at));
			if (isOpen) skipping = true;
			if (newline !== -1) line++;
			at = newline === -1 ? end : newline + 1;
		}
		return { found, done: at };
	}

	function toRow(found: Found): SourceRow {
		if (!('object' in found)) return found;
		const { object } = found;
		const cells = (columns ?? []).map((column) =>
			Object.hasOwn(object, column) ? cellOf(object[column]) : ''
		);
		const problem = cellFault(cells);
		if (problem === null) return { line: found.line, cells };
		return { line: found.line, byte: null, problem, raw: shorten(JSON.stringify(object).toWellFormed()) };
	}

	return {
		columns: () => columns,
		read(block, atEnd, rows) {
			if (offset === 0 && block.length < 3 && !atEnd) return 0;
			const { found, done } = lines(block, atEnd, offset === 0 ? skipByteOrderMark(block) : 0);
			const objects = found.flatMap((one) => ('object' in one ? [one.object] : []));
			if (columns !== null) {
				const late = lateFields(columns, objects);
				if (late.length > 0) columns = [...columns, ...late];
			} else if (objects.length > 0) columns = [...new Set(objects.flatMap(Object.keys))];
			if (atEnd && columns === null) throw new FileError('The file holds no line that is a JSON object.');
			rows.push(...found.map(toRow));
			offset += done;
			return done;
		}
	};
}

function isBlank(bytes: Buffer): boolean {
	return bytes.length === 0 || bytes.toString('latin1').trim() === '';
}
