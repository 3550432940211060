import { isAscii, isUtf8 } from 'node:buffer';
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

/**
 * RFC 4180 by bytes. The ready-made parser (csv-parse 7) was tried first and is kept as the oracle of the tests: it
 * counts a lone carriage return as a line, and after one unbalanced quote it drops every row behind it as a single
 * fault, where this reader sets that row aside and goes on with the next line.
 *
 * Commas, quotes and line feeds are single bytes in UTF-8, so a block is searched as Latin-1, where a character is
 * a byte, and only cells with bytes above 127 are decoded.
 */
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

/** A block while it is being read. Its last three answers spare every row the same questions about its bytes. */
type Block = {
	bytes: Buffer;
	text: string;
	atEnd: boolean;
	isAscii: boolean;
	isUtf8: boolean;
	hasNul: boolean;
};

/** What follows the last line feed may break off inside a character, and is asked again in the next block. */
function blockOf(bytes: Buffer, atEnd: boolean): Block {
	const text = bytes.toString('latin1');
	const whole = atEnd ? bytes : bytes.subarray(0, text.lastIndexOf('\n') + 1);
	return { bytes, text, atEnd, isAscii: isAscii(whole), isUtf8: isUtf8(whole), hasNul: text.includes('\0') };
}

/** A record that could be split, the need for more bytes, or what is wrong with it. */
type Split = { end: number; cells: string[] } | 'incomplete' | { problem: string };

const HIGH = /[\x80-\xff]/;

function decode(block: Block, from: number, to: number, quoted: boolean): string {
	const cell = block.text.slice(from, to);
	const text = !block.isAscii && HIGH.test(cell) ? block.bytes.toString('utf8', from, to) : cell;
	return quoted && text.includes('"') ? text.replaceAll('""', '"') : text;
}

/** Where the line ends, without its line feed or the carriage return before it. */
function lineEnd(text: string, from: number, newline: number): number {
	return newline > from && text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
}

/** A line without quotes: everything between two commas is a cell, a lone carriage return included. */
function splitPlain(block: Block, from: number, newline: number): Split {
	const end = lineEnd(block.text, from, newline);
	const line = decode(block, from, end, false);
	return { end: newline + 1, cells: line.split(',') };
}

/** The index of the quote that closes the cell whose text begins at `from`, or -1. */
function closingQuote(text: string, from: number): number {
	let at = text.indexOf('"', from);
	while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
	return at;
}

/**
 * A record with quotes, cell by cell. Cases in order: a quoted cell, which must end before a comma, a line end or
 * the end of the file; a plain cell, which must hold no quote.
 */
function splitQuoted(block: Block, from: number): Split {
	const { text, atEnd } = block;
	const cells: string[] = [];
	let at = from;
	for (;;) {
		let after: number;
		if (text.charCodeAt(at) === QUOTE) {
			const close = closingQuote(text, at + 1);
			if (close === -1) return atEnd ? { problem: 'a quote is never closed' } : 'incomplete';
			// The byte behind the quote decides whether it closes, and a carriage return needs the one behind it.
			if (!atEnd && close + 2 >= text.length) return 'incomplete';
			cells.push(decode(block, at + 1, close, true));
			after = close + 1;
		} else {
			after = plainCellEnd(text, at);
			if (after === -1) return { problem: 'a quote stands inside a cell that is not quoted' };
			cells.push(decode(block, at, after, false));
		}
		const next = text.charCodeAt(after);
		if (next === COMMA) at = after + 1;
		else if (after >= text.length) return atEnd ? { end: after, cells } : 'incomplete';
		else if (next === NEWLINE) return { end: after + 1, cells };
		else if (next === RETURN && text.charCodeAt(after + 1) === NEWLINE) return { end: after + 2, cells };
		else return { problem: 'text stands behind a closing quote' };
	}
}

/** Where a cell without quotes ends: at a comma, a line end or the end of the text; -1 when a quote comes first. */
function plainCellEnd(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === COMMA || code === NEWLINE) return at;
		if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) return at;
		if (code === QUOTE) return -1;
	}
	return text.length;
}

function countNewlines(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

function readHeader(cells: string[]): string[] {
	const columns = cells.map((cell) => cell.trim());
	const twice = columns.filter((column, at) => column !== '' && columns.indexOf(column) !== at);
	if (twice.length > 0) {
		throw new FileError(
			`The header names ${[...new Set(twice)].map((name) => JSON.stringify(name)).join(', ')} more than once. Give every column its own name.`
		);
	}
	if (columns.every((column) => column === '')) throw new FileError('The first line names no columns.');
	return columns;
}

/**
 * A reader of CSV with a header line. A record that cannot be read is given back as broken, with its line, and the
 * reading goes on at the next line.
 */
export function csvReader(): RowReader {
	let columns: string[] | null = null;
	let line = 1;
	let offset = 0;
	let skipping = false;

	function broken(block: Block, from: number, to: number, problem: string, byte: number | null): SourceRow {
		return { line, byte, problem, raw: shorten(block.bytes.toString('utf8', from, to)) };
	}

	/** What is wrong with a record that was split, with the byte where that is known. */
	function fault(block: Block, from: number, split: { end: number; cells: string[] }) {
		if (!block.isUtf8) {
			const bad = firstBadByte(block.bytes.subarray(from, split.end));
			if (bad !== null) return { problem: 'the text is not UTF-8', byte: offset + from + bad };
		}
		const nul = block.hasNul ? block.text.slice(from, split.end).indexOf('\0') : -1;
		if (nul !== -1) return { problem: 'the text holds a NUL byte', byte: offset + from + nul };
		const long = split.end - from > LARGEST_CELL && split.cells.some(isTooLong);
		if (long) return { problem: 'a cell is longer than 1 MB', byte: null };
		if (columns !== null && split.cells.length !== columns.length) {
			const problem = `the row has ${split.cells.length} cells, the header has ${columns.length}`;
			return { problem, byte: null };
		}
		return null;
	}

	function take(block: Block, from: number, split: { end: number; cells: string[] }, rows: SourceRow[]) {
		const found = fault(block, from, split);
		if (columns === null) {
			if (found !== null) throw new FileError(`The header cannot be read: ${found.problem}.`);
			columns = readHeader(split.cells);
		} else if (found === null) rows.push({ line, cells: split.cells });
		else {
			rows.push(broken(block, from, lineEnd(block.text, from, split.end - 1), found.problem, found.byte));
		}
		line += countNewlines(block.text, from, split.end);
	}

	/** Set one line aside and go on behind it; a record is only given up as far as its first line. */
	function giveUp(block: Block, from: number, problem: string, rows: SourceRow[]): number {
		if (columns === null) throw new FileError(`The header cannot be read: ${problem}.`);
		const newline = block.text.indexOf('\n', from);
		const end = newline === -1 ? block.text.length : newline;
		rows.push(broken(block, from, lineEnd(block.text, from, end), problem, null));
		if (newline === -1) {
			skipping = !block.atEnd;
			return block.text.length;
		}
		line++;
		return newline + 1;
	}

	/** The position behind the next record, or -1 when the block ends before it does. */
	function next(block: Block, from: number, quote: number, rows: SourceRow[]): number {
		const { text, atEnd } = block;
		const newline = text.indexOf('\n', from);
		const end = newline === -1 ? text.length : newline;
		if (newline === -1 && !atEnd && text.length - from <= LARGEST_RECORD) return -1;
		if (lineEnd(text, from, end) === from) {
			if (newline !== -1) line++;
			return newline === -1 ? text.length : newline + 1;
		}
		if (end - from > LARGEST_RECORD) return giveUp(block, from, 'the row is longer than 4 MB', rows);
		const split = quote < end ? splitQuoted(block, from) : splitPlain(block, from, end);
		if (split === 'incomplete') {
			return text.length - from > LARGEST_RECORD ? giveUp(block, from, 'a quote is never closed', rows) : -1;
		}
		if ('problem' in split) return giveUp(block, from, split.problem, rows);
		const stop = Math.min(split.end, text.length);
		take(block, from, { end: stop, cells: split.cells }, rows);
		return stop;
	}

	function skipLine(text: string): number {
		const newline = text.indexOf('\n');
		if (newline === -1) return text.length;
		skipping = false;
		line++;
		return newline + 1;
	}

	return {
		columns: () => columns,
		read(bytes, atEnd, rows) {
			if (offset === 0 && bytes.length < 3 && !atEnd) return 0;
			const block = blockOf(bytes, atEnd);
			const { text } = block;
			let at = offset === 0 && columns === null ? skipByteOrderMark(bytes) : 0;
			if (skipping) at = skipLine(text);
			let quote = -1;
			while (at < text.length) {
				if (quote < at) quote = text.indexOf('"', at);
				if (quote === -1) quote = Infinity;
				const stop = next(block, at, quote, rows);
				if (stop === -1) break;
				at = stop;
			}
			if (atEnd && columns === null) throw new FileError('The file is empty: it has no header line.');
			offset += at;
			return at;
		}
	};
}

function isTooLong(cell: string): boolean {
	return cell.length > LARGEST_CELL || Buffer.byteLength(cell) > LARGEST_CELL;
}
