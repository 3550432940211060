import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { SENTIMENTS, sentimentSchema, type Sentiment } from '$lib/community/vocabulary';
import { FIELDS, KEY_SEPARATOR, type Field, type MappingOptions } from './mapping';
import { FORMATS, type Format } from './source-row';

export const USAGE = `npm run import -- FILE [options]

  --map FIELD=COLUMN     take a field from this column; FIELD= leaves the field out
  --set FIELD=VALUE      give a field the same value in every row
  --label FROM=TO        what a label means: negative, neutral, positive or unrated
  --time-format PATTERN  how timestamps are written, as a date-fns pattern such as "dd/MM/yyyy HH:mm"
  --time-zone ZONE       the zone of timestamps that name none, such as Europe/Berlin
  --source NAME          what the rows come from; the file's name unless given
  --format csv|ndjson    the file's format, where its name does not end in .csv, .ndjson or .jsonl
  --dry-run              read and report, write nothing
  --report FILE          also write the report as JSON

Fields: ${FIELDS.join(' ')}
`;

/** A command line that cannot be used; the message names the flag and the fix. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UsageError';
	}
}

export type ImportCommand = {
	file: string;
	format: Format;
	mapping: MappingOptions;
	dryRun: boolean;
	report: string | null;
};

const FORMAT_BY_ENDING: Record<string, Format> = {
	'.csv': 'csv',
	'.ndjson': 'ndjson',
	'.jsonl': 'ndjson'
};

const ARGUMENTS = {
	map: { type: 'string', multiple: true },
	set: { type: 'string', multiple: true },
	label: { type: 'string', multiple: true },
	'time-format': { type: 'string' },
	'time-zone': { type: 'string' },
	source: { type: 'string' },
	format: { type: 'string' },
	'dry-run': { type: 'boolean' },
	report: { type: 'string' }
} as const;

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: ARGUMENTS, allowPositionals: true });
	} catch (cause) {
		throw new UsageError(cause instanceof Error ? cause.message : String(cause));
	}
}

/** `name=value` at the first equals sign, or at the last: a label may hold one, a sentiment cannot. */
function splitPair(flag: string, given: string, at: number): [string, string] {
	if (at < 1) throw new UsageError(`--${flag} ${given} lacks its equals sign; write --${flag} NAME=VALUE.`);
	return [given.slice(0, at), given.slice(at + 1)];
}

function fieldPairs(flag: 'map' | 'set', given: readonly string[]): Partial<Record<Field, string>> {
	const pairs: Partial<Record<Field, string>> = {};
	for (const pair of given) {
		const [name, value] = splitPair(flag, pair, pair.indexOf('='));
		const field = FIELDS.find((known) => known === name);
		if (!field)
			throw new UsageError(`--${flag} ${pair} names no field; the fields are ${FIELDS.join(', ')}.`);
		if (pairs[field] !== undefined) throw new UsageError(`--${flag} ${field}= is given twice.`);
		pairs[field] = value;
	}
	return pairs;
}

function readLabel(given: string): { from: string; to: Sentiment | null } {
	const [from, to] = splitPair('label', given, given.lastIndexOf('='));
	const meaning = to.trim().toLowerCase();
	if (meaning === 'unrated') return { from, to: null };
	const sentiment = sentimentSchema.safeParse(meaning);
	if (!sentiment.success) {
		throw new UsageError(`--label ${given} must end in ${SENTIMENTS.join(', ')}, unrated.`);
	}
	return { from, to: sentiment.data };
}

function readFormat(given: string | undefined, file: string): Format {
	const format = given ?? FORMAT_BY_ENDING[extname(file).toLowerCase()];
	const known = FORMATS.find((name) => name === format);
	if (known) return known;
	const found =
		given === undefined ? `The format of ${basename(file)} is not known` : `--format ${given} is not known`;
	throw new UsageError(`${found}; give --format ${FORMATS.join(' or --format ')}.`);
}

function readSource(given: string | undefined, file: string): string {
	const source = (given ?? basename(file)).trim();
	const isUsable = source !== '' && source.length <= 200 && !/[\u0000-\u001f]/.test(source);
	if (isUsable && !source.includes(KEY_SEPARATOR)) return source;
	throw new UsageError(
		'--source takes a name of up to 200 characters without control characters and U+241F.'
	);
}

/**
 * Read the command line of an import.
 * @throws UsageError naming the flag that cannot be used
 */
export function readCommandLine(args: readonly string[]): ImportCommand {
	const { values, positionals } = parse(args);
	const [file, ...more] = positionals;
	if (file === undefined) throw new UsageError('Name the file to import.');
	if (more.length > 0) {
		throw new UsageError(
			`One file at a time: ${JSON.stringify(more[0])} is one too many. Quote values with spaces.`
		);
	}
	return {
		file,
		format: readFormat(values.format, file),
		mapping: {
			source: readSource(values.source, file),
			maps: fieldPairs('map', values.map ?? []),
			sets: fieldPairs('set', values.set ?? []),
			labels: (values.label ?? []).map(readLabel),
			timeFormat: values['time-format'] ?? null,
			timeZone: values['time-zone'] ?? null
		},
		dryRun: values['dry-run'] ?? false,
		report: values.report ?? null
	};
}
