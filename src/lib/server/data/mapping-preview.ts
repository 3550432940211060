import type { Sentiment } from '$lib/community/vocabulary';
import { csvReader } from '../store/import/csv-rows';
import {
	FIELDS,
	MappingError,
	resolveMapping,
	type Field,
	type Mapping,
	type MappingOptions
} from '../store/import/mapping';
import { ndjsonReader } from '../store/import/ndjson-rows';
import { Tally, type SetAsideCount } from '../store/import/report';
import {
	FileError,
	isBroken,
	type Format,
	type ReadableRow,
	type RowReader,
	type SourceRow
} from '../store/import/source-row';
import { TimeOptionError } from '../store/import/time-pattern';
import { isSetAside, toInteraction } from '../store/import/to-interaction';

/** How the import reads a file: the keys of JSON lines are those of the first block. */
export const BLOCK = 262_144;

/** How much of a file a preview looks at. */
export const SAMPLE_BYTES = 4_194_304;
const SAMPLE_ROWS = 5_000;
const SHOWN_ROWS = 20;
const SHOWN_LABELS = 100;
const SHOWN_TIMES = 5;
const SHOWN_CHARACTERS = 300;

export type Sample = { columns: readonly string[]; rows: SourceRow[]; isWhole: boolean };

/** One row as it would enter the store, or as it stands in the file where it cannot. */
export type PreviewRow = {
	line: number;
	brand: string;
	type: string;
	text: string;
	sentiment: Sentiment | null;
	/** The label as it stands in the file. */
	label: string;
	/** The time as it stands in the file, and what was read from it, in milliseconds since 1970. */
	time: string;
	at: number | null;
	/** Why the row would be set aside, and the field that is at fault where it is one. */
	problem: string | null;
	field: Field | null;
};

/** A sentiment label of the file: `meaning` is null where it has none yet. */
export type LabelCount = { label: string; count: number; meaning: Sentiment | 'unrated' | null };

export type TimeReading = { text: string; at: number | null; problem: string | null };

export type Preview = {
	columns: readonly string[];
	rows: PreviewRow[];
	labels: LabelCount[];
	times: TimeReading[];
	/** The brands of the rows that would enter. */
	brands: string[];
	/** What the sample comes to under this mapping; `isWhole` says that the sample is the file. */
	sample: { rows: number; usable: number; isWhole: boolean; setAside: SetAsideCount[] };
	/** A mapping that cannot work for this file at all. */
	problem: { message: string; fields: readonly string[] } | null;
};

function readBlocks(reader: RowReader, bytes: Buffer, isWhole: boolean): SourceRow[] {
	const rows: SourceRow[] = [];
	let rest: Buffer = Buffer.alloc(0);
	for (let at = 0; at < bytes.length && rows.length <= SAMPLE_ROWS; at += BLOCK) {
		const block = Buffer.concat([rest, bytes.subarray(at, at + BLOCK)]);
		rest = block.subarray(reader.read(block, false, rows));
	}
	if (isWhole && rows.length <= SAMPLE_ROWS) reader.read(rest, true, rows);
	return rows;
}

/**
 * The first rows of a file. `isWhole` says that the bytes are all of it; else the last row is left out, since it may
 * go on.
 * @throws FileError for a file that cannot be imported at all
 */
export function readSample(bytes: Buffer, { format, isWhole }: { format: Format; isWhole: boolean }): Sample {
	const reader = format === 'csv' ? csvReader() : ndjsonReader();
	const found = readBlocks(reader, bytes, isWhole);
	const columns = reader.columns();
	if (columns === null) {
		throw new FileError(
			'No complete line has been found so far. Check that lines end with a line feed, and that the format is right.'
		);
	}
	const isAll = isWhole && found.length <= SAMPLE_ROWS;
	return { columns, rows: found.slice(0, SAMPLE_ROWS), isWhole: isAll };
}

const cut = (text: string) =>
	text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS).toWellFormed()}…` : text;

function cellOf(row: ReadableRow, mapping: Mapping | null, field: Field): string {
	const at = mapping?.columns[field] ?? -1;
	return at === -1 ? (mapping?.constants[field] ?? '') : (row.cells[at] ?? '');
}

/** The field that a reason is about: its first word, if that is one. */
export function fieldOfReason(reason: string): Field | null {
	const [word] = reason.split(' ', 1);
	return FIELDS.find((field) => field === word) ?? null;
}

function showBroken(row: SourceRow & { problem: string; raw: string }): PreviewRow {
	const empty = { brand: '', type: '', sentiment: null, label: '', time: '', at: null, field: null };
	return { line: row.line, ...empty, text: cut(row.raw), problem: row.problem };
}

function showRow(row: SourceRow, mapping: Mapping | null): PreviewRow {
	if (isBroken(row)) return showBroken(row);
	const shown = (field: Field) => cut(cellOf(row, mapping, field));
	const asRead = {
		line: row.line,
		brand: shown('brand'),
		type: shown('type') || shown('platform'),
		text: mapping === null ? cut(row.cells.join(' · ')) : shown('text'),
		sentiment: null,
		label: shown('sentiment'),
		time: shown('created_at') || shown('updated_at'),
		at: null,
		problem: null,
		field: null
	};
	const outcome = mapping === null ? null : toInteraction(row, mapping);
	if (outcome === null) return asRead;
	if (isSetAside(outcome)) {
		return { ...asRead, problem: outcome.reason, field: fieldOfReason(outcome.reason) };
	}
	const { brand, type, sentiment, createdAt: at } = outcome;
	return { ...asRead, brand, type, text: cut(outcome.text), sentiment, at };
}

function countLabels(sample: Sample, mapping: Mapping): LabelCount[] {
	if (mapping.columns.sentiment === -1) return [];
	const counts = new Map<string, LabelCount>();
	for (const row of sample.rows) {
		const label = isBroken(row) ? '' : cellOf(row, mapping, 'sentiment').trim();
		if (label === '') continue;
		const key = label.toLowerCase();
		const meaning = mapping.labels.get(key);
		const entry = counts.get(key) ?? {
			label: cut(label),
			count: 0,
			meaning: meaning === undefined ? null : (meaning ?? 'unrated')
		};
		entry.count++;
		counts.set(key, entry);
	}
	return [...counts.values()].sort((one, other) => other.count - one.count).slice(0, SHOWN_LABELS);
}

/** The first different times, and each kind of problem once. */
function readTimes(sample: Sample, mapping: Mapping): TimeReading[] {
	const readings = new Map<string, TimeReading>();
	for (const row of sample.rows) {
		if (readings.size >= SHOWN_TIMES) break;
		const text = isBroken(row)
			? ''
			: cellOf(row, mapping, 'created_at').trim() || cellOf(row, mapping, 'updated_at').trim();
		if (text === '') continue;
		const reading = mapping.readTime(text);
		const [at, problem] = 'at' in reading ? [reading.at, null] : [null, reading.problem];
		const kind = problem ?? text;
		if (!readings.has(kind)) readings.set(kind, { text: cut(text), at, problem });
	}
	return [...readings.values()];
}

function tallyOf(sample: Sample, mapping: Mapping): Pick<Preview, 'brands' | 'sample'> {
	const tally = new Tally();
	const brands = new Set<string>();
	for (const row of sample.rows) {
		const outcome = isBroken(row) ? { reason: row.problem } : toInteraction(row, mapping);
		if ('reason' in outcome) tally.addSetAside(outcome.reason, row.line);
		else {
			tally.addUsable(outcome.updatedAt);
			brands.add(outcome.brand);
		}
	}
	const { read, usable, set_aside: setAside } = tally.dryRunReport();
	const few = setAside.slice(0, SHOWN_ROWS).map((one) => ({ ...one, lines: one.lines.slice(0, 10) }));
	return { brands: [...brands], sample: { rows: read, usable, isWhole: sample.isWhole, setAside: few } };
}

function resolve(sample: Sample, options: MappingOptions): Mapping | NonNullable<Preview['problem']> {
	try {
		return resolveMapping(options, sample.columns);
	} catch (cause) {
		if (cause instanceof MappingError) return { message: cause.message, fields: cause.fields };
		if (cause instanceof TimeOptionError) return { message: cause.message, fields: [cause.option] };
		throw cause;
	}
}

/** What a mapping makes of a file's first rows, in the same words and by the same rules as the import itself. */
export function previewMapping(sample: Sample, options: MappingOptions): Preview {
	const mapping = resolve(sample, options);
	const { columns } = sample;
	const shown = sample.rows.slice(0, SHOWN_ROWS);
	if ('message' in mapping) {
		return {
			columns,
			rows: shown.map((row) => showRow(row, null)),
			labels: [],
			times: [],
			brands: [],
			sample: { rows: sample.rows.length, usable: 0, isWhole: sample.isWhole, setAside: [] },
			problem: mapping
		};
	}
	return {
		columns,
		rows: shown.map((row) => showRow(row, mapping)),
		labels: countLabels(sample, mapping),
		times: readTimes(sample, mapping),
		...tallyOf(sample, mapping),
		problem: null
	};
}
