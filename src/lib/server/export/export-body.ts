import { exportWords } from '$lib/wording/export-words';
import { BYTE_ORDER_MARK, csvLine, csvLineAsWritten, metadataLine, type Cell } from './csv';
import type { ExportContent } from './export-content';
import { metaSentences, type ExportMeta } from './metadata';

/** About how many characters are sent at once. */
const CHUNK = 64 * 1024;

/** Gather many small texts into few larger ones, so that a row is not a write of its own. */
async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<string> {
	let waiting = '';
	for await (const text of texts) {
		waiting += text;
		if (waiting.length < CHUNK) continue;
		yield waiting;
		waiting = '';
	}
	if (waiting !== '') yield waiting;
}

/** A file that cannot say that it broke off is broken off as a transfer, so that nobody imports half of it. */
function throwIfBroken({ failure }: ExportContent): void {
	const reason = failure?.() ?? null;
	if (reason !== null) throw new Error(exportWords.notes.fileBrokenOff(reason));
}

async function* csvTexts(meta: ExportMeta, content: ExportContent): AsyncGenerator<string> {
	const about = content.isBare ? [] : metaSentences(meta);
	yield BYTE_ORDER_MARK + about.map(metadataLine).join('');
	const lineOf = content.isBare ? csvLineAsWritten : csvLine;
	yield lineOf(content.columns);
	for await (const row of content.rows) yield lineOf(row);
	if (content.isBare) throwIfBroken(content);
	const failure = content.failure?.() ?? null;
	if (failure !== null) yield metadataLine(exportWords.lines.note(failure));
}

const objectOf = (columns: readonly string[], row: Cell[]) =>
	Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));

async function* jsonTexts(meta: ExportMeta, content: ExportContent): AsyncGenerator<string> {
	yield `{"meta":${JSON.stringify(meta)},"rows":[`;
	let separator = '\n';
	for await (const row of content.rows) {
		yield separator + JSON.stringify(objectOf(content.columns, row));
		separator = ',\n';
	}
	const failure = content.failure?.() ?? null;
	yield `\n]${failure === null ? '' : `,"failure":${JSON.stringify(failure)}`}}\n`;
}

/** Nothing but rows, one on each line. */
async function* ndjsonTexts(content: ExportContent): AsyncGenerator<string> {
	for await (const row of content.rows) yield `${JSON.stringify(objectOf(content.columns, row))}\n`;
	throwIfBroken(content);
}

/**
 * An export as text, piece by piece: metadata, one header line and a line for each row, or the same as one JSON
 * object `{ meta, rows }`; NDJSON and files for other programs have their rows alone. Rows that broke off are followed
 * by the reason, or break off the text where nothing but rows may stand in it.
 */
export function exportBody(
	format: 'csv' | 'json' | 'ndjson',
	meta: ExportMeta,
	content: ExportContent
): AsyncGenerator<string> {
	if (format === 'ndjson') return inChunks(ndjsonTexts(content));
	return inChunks(format === 'csv' ? csvTexts(meta, content) : jsonTexts(meta, content));
}
