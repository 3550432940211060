import { hash } from 'node:crypto';
import { csvReader } from './csv-rows';
import { identify, Occurrences } from './identity';
import { keptMapping } from './kept-mapping';
import { resolveMapping, type Mapping, type MappingOptions } from './mapping';
import { ndjsonReader } from './ndjson-rows';
import { Tally } from './report';
import type { ImportBatch, ImportSink } from './sink';
import { isBroken, readRows, shorten, type Format, type ReadableRow, type SourceRow } from './source-row';
import { isSetAside, toInteraction } from './to-interaction';

/** Where an import stands: rows read, bytes of the file that lie behind them, and how many of the rows were set aside. */
export type Progress = { rows: number; bytes: number; setAside: number };

export type ImportSource = {
	chunks: AsyncIterable<Buffer>;
	/** The file's name, for the list of imports. */
	name: string;
	format: Format;
};

export type ImportFileOptions = {
	mapping: MappingOptions;
	/** Null for a dry run: everything is read and judged, nothing is written. */
	sink: ImportSink | null;
	onProgress: (progress: Progress) => void;
	/** Asked between batches; the import then ends as if the file did. */
	isStopped: () => boolean;
	/** Rows of a full batch, where the usual number does not suit. */
	batchRows?: number;
};

/** A batch is full at this many rows or characters: large enough for the store's fixed costs, small in memory. */
const BATCH_ROWS = 20_000;
const BATCH_CHARACTERS = 8_000_000;

/** One row of the store's transaction each, so fewer of them. */
const BATCH_SET_ASIDE = 2_000;

const emptyBatch = (): ImportBatch => ({ interactions: [], setAside: [], line: 0 });

function keptRow(row: ReadableRow, columns: readonly string[]): string {
	const pairs = columns.map((column, at) => [column, row.cells[at] ?? '']);
	return shorten(JSON.stringify(Object.fromEntries(pairs)).toWellFormed());
}

/** Fills batches with rows, and hands each full one on while the next is being filled. */
class BatchFiller {
	readonly tally = new Tally();
	#options: MappingOptions;
	#mapping: Mapping;
	#columns: readonly string[];
	#sink: ImportSink | null;
	#batchRows: number;
	#occurrences = new Occurrences();
	#setAsideBefore = new Occurrences();
	#batch = emptyBatch();
	#characters = 0;
	#applying: Promise<void> = Promise.resolve();

	constructor(mapping: Mapping, columns: readonly string[], options: ImportFileOptions) {
		this.#options = options.mapping;
		this.#mapping = mapping;
		this.#columns = columns;
		this.#sink = options.sink;
		this.#batchRows = options.batchRows ?? BATCH_ROWS;
	}

	/** Columns that a later part of the file brought are read as if they had stood at its start. */
	know(columns: readonly string[]): void {
		if (columns === this.#columns) return;
		this.#columns = columns;
		this.#mapping = resolveMapping(this.#options, columns);
	}

	add(row: SourceRow): void {
		if (isBroken(row)) this.#setAside(row.line, row.byte, row.problem, row.raw);
		else this.#judge(row);
		this.#batch.line = row.line;
	}

	#judge(row: ReadableRow): void {
		const outcome = toInteraction(row, this.#mapping);
		if (isSetAside(outcome)) {
			this.#setAside(row.line, null, outcome.reason, keptRow(row, this.#columns));
			return;
		}
		this.tally.addUsable(outcome.updatedAt);
		if (this.#sink === null) return;
		this.#batch.interactions.push(identify(outcome, this.#occurrences));
		this.#characters += outcome.text.length + (outcome.rawText?.length ?? 0) + 200;
	}

	#setAside(line: number, byte: number | null, reason: string, row: string): void {
		this.tally.addSetAside(reason, line);
		if (this.#sink === null) return;
		const occurrence = this.#setAsideBefore.before(hash('sha256', row, 'buffer'));
		this.#batch.setAside.push({ line, byte, reason, row, occurrence });
		this.#characters += row.length;
	}

	get isFull(): boolean {
		const { interactions, setAside } = this.#batch;
		return (
			interactions.length >= this.#batchRows ||
			setAside.length >= BATCH_SET_ASIDE ||
			this.#characters >= BATCH_CHARACTERS
		);
	}

	/** Hand the batch on. One batch is under way while the next is filled; a third waits for the first. */
	async flush(): Promise<void> {
		const batch = this.#batch;
		this.#batch = emptyBatch();
		this.#characters = 0;
		await this.#applying;
		if (this.#sink === null || batch.interactions.length + batch.setAside.length === 0) return;
		this.#applying = this.#sink.apply(batch).then((result) => this.tally.addBatch(result));
		// The failure is reported by whoever awaits next; until then it must not count as unhandled.
		this.#applying.catch(() => undefined);
	}

	async finish(): Promise<void> {
		await this.flush();
		await this.#applying;
	}
}

/**
 * Read a file of any size and bring its rows into the sink, batch by batch. The file's columns and the mapping are
 * checked before the first row is written.
 * @throws FileError, MappingError or TimeOptionError before anything was written, and whatever the sink throws;
 * what was applied until then stays, and importing the file again completes it
 */
export async function importFile(source: ImportSource, options: ImportFileOptions): Promise<Tally> {
	const reader = source.format === 'csv' ? csvReader() : ndjsonReader();
	let filler: BatchFiller | null = null;
	const start = async (): Promise<BatchFiller> => {
		const columns = reader.columns() ?? [];
		const mapping = resolveMapping(options.mapping, columns);
		const kept = keptMapping(options.mapping, { format: source.format, columns });
		await options.sink?.begin({ source: mapping.source, file: source.name, mapping: kept });
		return new BatchFiller(mapping, columns, options);
	};
	for await (const { rows, bytes } of readRows(source.chunks, reader)) {
		filler ??= await start();
		filler.know(reader.columns() ?? []);
		for (const row of rows) {
			filler.add(row);
			if (filler.isFull) await filler.flush();
		}
		options.onProgress({ rows: filler.tally.read, bytes, setAside: filler.tally.setAside });
		if (options.isStopped()) break;
	}
	filler ??= await start();
	await filler.finish();
	if (!options.isStopped()) await options.sink?.finish();
	return filler.tally;
}
