/** What a cell can hold. An empty cell is null; a list is written as its items with commas between them. */
export type Cell = string | number | boolean | null | readonly string[];

/** Spreadsheets that expect UTF-8 recognise it by this. */
export const BYTE_ORDER_MARK = '\uFEFF';
const END_OF_LINE = '\r\n';

/**
 * Where a spreadsheet begins a formula: a sign, also in its full width, behind blanks, quotes and unseen characters too. A
 * tab, a line break and NUL are taken off by some programs, with what follows them left at the beginning.
 */
const OPENS_FORMULA = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

/**
 * The same in the middle of a cell: where the list separator of the country is a semicolon, a spreadsheet cuts a file
 * with commas at the semicolons, tabs and line breaks inside of its cells. Signs that no formula begins with, such as
 * those of a smiley, stay.
 */
const OPENS_FORMULA_LATER = /([;\t\r\n][\s"]*)(?=[=＝]|[+\-@＋－＠][\p{L}\p{N}(])/gu;

const GUARDED_LATER = /([;\t\r\n][\s"]*)'(?=[=＝]|[+\-@＋－＠][\p{L}\p{N}(])/gu;

/** A comma as well, where nothing is quoted. */
const OPENS_FORMULA_IN_LINE = /([,;\t][\s"]*)(?=[=+\-@＝＋－＠])/gu;

const NEEDS_QUOTES = /[",;#\t\r\n]|^\s|\s$/u;

/**
 * Other people's text as a spreadsheet can show it without computing it: an apostrophe stands before everything that
 * could open a formula. Any other text stays as it is.
 * @example inertText('=1+1') // "'=1+1"
 */
export function inertText(text: string): string {
	const inside = text.toWellFormed().replace(OPENS_FORMULA_LATER, "$1'");
	return OPENS_FORMULA.test(inside) ? `'${inside}` : inside;
}

/**
 * Takes off what `inertText` put on: the apostrophes that stand before what could open a formula.
 * @example plainText("'=1+1") // '=1+1'
 */
export function plainText(text: string): string {
	const isGuarded = text.startsWith("'") && OPENS_FORMULA.test(text.slice(1));
	return (isGuarded ? text.slice(1) : text).replace(GUARDED_LATER, '$1');
}

function writeCell(cell: Cell, textOf: (text: string) => string): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	if (typeof cell === 'boolean') return String(cell);
	const text = textOf(typeof cell === 'string' ? cell : cell.join(', '));
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One record of RFC 4180 with its end of line. Our own numbers keep their sign; texts are made inert, and quoted
 * where a reader could take a part of them for a separator or a comment.
 * @example csvLine(['Fennick', -3, null]) // 'Fennick,-3,\r\n'
 */
export function csvLine(cells: readonly Cell[]): string {
	return cells.map((cell) => writeCell(cell, inertText)).join(',') + END_OF_LINE;
}

/**
 * The same record for a program that takes every cell over as it is, and would keep the apostrophes of a guard that it
 * does not need: texts as they were written, but for halves of characters. No spreadsheet should open it.
 * @example csvLineAsWritten(['@mira', -3]) // '@mira,-3\r\n'
 */
export function csvLineAsWritten(cells: readonly Cell[]): string {
	return cells.map((cell) => writeCell(cell, (text) => text.toWellFormed())).join(',') + END_OF_LINE;
}

/**
 * One line of metadata, `# ` in front: readers take it for a comment, and spreadsheets for a text. It stays one line
 * whatever other people's words stand in it.
 * @example metadataLine('Mentions: price') // '# Mentions: price\r\n'
 */
export function metadataLine(text: string): string {
	const line = text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
	return `# ${line.replace(OPENS_FORMULA_IN_LINE, "$1'").trim()}${END_OF_LINE}`;
}
