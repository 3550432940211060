import { isUtf8 } from 'node:buffer';

export const FORMATS = ['csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * One record of a file on its way to becoming an interaction. `line` is the line of the original file on which
 * the record begins, counted in line feeds from 1, so that an editor and `sed -n` find it.
 */
export type SourceRow = ReadableRow | BrokenRow;

/** The cells stand in the order of the file's columns; a field that a JSON object lacks is an empty cell. */
export type ReadableRow = { line: number; cells: string[] };

/** A record that could not be read; `raw` is what stands there, shortened, with bad bytes as U+FFFD. */
export type BrokenRow = { line: number; byte: number | null; problem: string; raw: string };

export function isBroken(row: SourceRow): row is BrokenRow {
	return 'problem' in row;
}

/**
 * Turns blocks of bytes into rows. `read` takes what is left of the last block plus new bytes, appends the rows
 * that are complete, and returns how many bytes it is done with; the rest comes again at the front of the next
 * block. `columns` is null until enough was read to know the columns.
 */
export type RowReader = {
	columns(): readonly string[] | null;
	read(block: Buffer, atEnd: boolean, rows: SourceRow[]): number;
};

/** A file that cannot be imported at all; the message names the fault and the fix. */
export class FileError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'FileError';
	}
}

/** Bytes above which a cell, and a record as a whole, are set aside. They bound the memory that reading takes. */
export const LARGEST_CELL = 1_048_576;
export const LARGEST_RECORD = 4 * LARGEST_CELL;

const KEPT_CHARACTERS = 16_384;

/** A row as it is kept beside its reason, shortened to 16,384 characters without splitting one. */
export function shorten(text: string): string {
	return text.length <= KEPT_CHARACTERS ? text : `${text.slice(0, KEPT_CHARACTERS).toWellFormed()}…`;
}

const UTF16_MARKS = ['fffe', 'feff'];

/**
 * How many bytes of byte order mark stand at the front of a file.
 * @throws FileError for UTF-16
 */
export function skipByteOrderMark(block: Buffer): number {
	if (UTF16_MARKS.includes(block.toString('hex', 0, 2))) {
		throw new FileError('The file is UTF-16. Save it as UTF-8 and import it again.');
	}
	return block.toString('hex', 0, 3) === 'efbbbf' ? 3 : 0;
}

/**
 * Where the first sequence begins that is not UTF-8, or null when there is none. Decoding puts U+FFFD there, so the
 * text and its bytes differ first inside that sequence, at most three bytes behind its beginning.
 * @example firstBadByte(Buffer.from([0x61, 0xff])) // 1
 */
export function firstBadByte(bytes: Buffer): number | null {
	if (isUtf8(bytes)) return null;
	const again = Buffer.from(bytes.toString('utf8'), 'utf8');
	let at = 0;
	while (at < bytes.length && again[at] === bytes[at]) at++;
	while (!isUtf8(bytes.subarray(0, at))) at--;
	return at;
}

/**
 * All rows of a stream of bytes, a block at a time, in memory that does not depend on the stream's length.
 * `bytes` is how much of the file lies behind the rows.
 */
export async function* readRows(
	chunks: AsyncIterable<Buffer>,
	reader: RowReader
): AsyncGenerator<{ rows: SourceRow[]; bytes: number }> {
	let rest: Buffer = Buffer.alloc(0);
	let bytes = 0;
	for await (const chunk of chunks) {
		const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		const rows: SourceRow[] = [];
		const done = reader.read(block, false, rows);
		bytes += done;
		rest = block.subarray(done);
		if (rows.length > 0) yield { rows, bytes };
	}
	const rows: SourceRow[] = [];
	bytes += reader.read(rest, true, rows);
	yield { rows, bytes };
}
