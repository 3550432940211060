import {
	INTERACTION_TYPES,
	PLATFORMS,
	SENTIMENTS,
	type Platform,
	type Sentiment
} from '$lib/community/vocabulary';
import { timeReader, type TimeReader } from './time-pattern';

/** What a file can say about an interaction, in the order in which the documentation lists it. */
export const FIELDS = [
	'id',
	'brand',
	'type',
	'platform',
	'text',
	'sentiment',
	'created_at',
	'updated_at',
	'is_closed',
	'tags',
	'author',
	'conversation_id',
	'media_id',
	'parent_comment_id',
	'permalink'
] as const;
export type Field = (typeof FIELDS)[number];

/** What the user said on the command line. An empty column in `maps` means: leave this field out. */
export type MappingOptions = {
	source: string;
	maps: Partial<Record<Field, string>>;
	sets: Partial<Record<Field, string>>;
	/** What sentiment labels mean; null is a label for what was not rated. */
	labels: readonly { from: string; to: Sentiment | null }[];
	timeFormat: string | null;
	timeZone: string | null;
};

/** How the rows of one file become interactions. `columns` holds a position, or -1 for a field without a column. */
export type Mapping = {
	source: string;
	columns: Record<Field, number>;
	constants: Record<Field, string>;
	labels: ReadonlyMap<string, Sentiment | null>;
	readTime: TimeReader;
};

/** A mapping that cannot work for this file; the message names the flag, and what there is to choose from. */
export class MappingError extends Error {
	/** The fields that are at fault: where several are named, any one of them would do. */
	readonly fields: readonly string[];

	constructor(message: string, fields: readonly string[]) {
		super(message);
		this.name = 'MappingError';
		this.fields = fields;
	}
}

/** Between the parts of a key: a character that no source and no id may hold. */
export const KEY_SEPARATOR = '␟';

const COMMENT_TYPES: Record<Platform | 'other', string> = {
	facebook: 'FACEBOOK_COMMENT',
	instagram: 'INSTAGRAM_COMMENT',
	tiktok: 'TIKTOK_COMMENT',
	twitter: 'TWITTER_RETWEET',
	youtube: 'YOUTUBE_COMMENT',
	other: 'COMMUNITY_INTERACTION'
};

/** The platform that a name means, in any case; X is Twitter, under the name that the Community API uses. */
export function platformNamed(name: string): Platform | 'other' | null {
	const lower = name.toLowerCase();
	if (lower === 'x') return 'twitter';
	return lower === 'other' ? 'other' : (PLATFORMS.find((platform) => platform === lower) ?? null);
}

/**
 * The type that stands for a platform when a row names none: its organic comment.
 * @example commentTypeOf('instagram') // 'INSTAGRAM_COMMENT'
 */
export function commentTypeOf(platform: Platform | 'other'): string {
	return COMMENT_TYPES[platform];
}

export const isTypeName = (name: string): boolean => /^[A-Z][A-Z0-9_]{1,63}$/.test(name);

const quoted = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ');

function findColumn(field: Field, options: MappingOptions, columns: readonly string[]): number {
	const wanted = options.maps[field];
	if (wanted === undefined) return options.sets[field] === undefined ? columns.indexOf(field) : -1;
	if (wanted === '') return -1;
	if (options.sets[field] !== undefined) {
		throw new MappingError(`${field} is given by --map and by --set. Leave one of them out.`, [field]);
	}
	const at = columns.indexOf(wanted);
	if (at !== -1) return at;
	throw new MappingError(
		`--map ${field}=${wanted} names a column that the file does not have. Its columns are ${quoted(columns)}.`,
		[field]
	);
}

/** One constant that no row could use would set every row aside, so it stops the import before the first. */
function checkConstants(sets: MappingOptions['sets'], labels: Mapping['labels']): void {
	const { type, platform, sentiment } = sets;
	if (type !== undefined && !isTypeName(type)) {
		const known = INTERACTION_TYPES.join(', ');
		throw new MappingError(`--set type=${type} is not a type name. Use one such as ${known}.`, ['type']);
	}
	if (platform !== undefined && platformNamed(platform) === null) {
		const known = [...PLATFORMS, 'other'].join(', ');
		throw new MappingError(
			`--set platform=${platform} is not a platform. Use ${known}, or --set type=COMMUNITY_INTERACTION.`,
			['platform']
		);
	}
	if (sentiment !== undefined && sentiment !== '' && !labels.has(sentiment.trim().toLowerCase())) {
		throw new MappingError(`--set sentiment=${sentiment} is not ${SENTIMENTS.join(', ')}.`, ['sentiment']);
	}
}

/** The groups of fields of which a file has to give one, with what to do about it. */
const REQUIRED: readonly { fields: readonly Field[]; fix: string }[] = [
	{ fields: ['brand'], fix: '--map brand=COLUMN or --set brand=NAME' },
	{ fields: ['text'], fix: '--map text=COLUMN, or --set text= for a file without text' },
	{ fields: ['created_at', 'updated_at'], fix: '--map created_at=COLUMN' },
	{
		fields: ['type', 'platform'],
		fix: '--map type=COLUMN, --map platform=COLUMN, --set type=… or --set platform=…'
	}
];

function checkRequired(mapping: Mapping, options: MappingOptions, columns: readonly string[]): void {
	for (const { fields, fix } of REQUIRED) {
		if (fields.some((field) => mapping.columns[field] !== -1 || options.sets[field] !== undefined)) continue;
		const separator =
			columns.length === 1 && /[;\t|]/.test(columns[0] ?? '') ? ' Cells are separated by commas.' : '';
		throw new MappingError(
			`Nothing gives ${fields.join(' or ')}. Add ${fix}. The file's columns are ${quoted(columns)}.${separator}`,
			fields
		);
	}
}

function labelMap(labels: MappingOptions['labels']): Map<string, Sentiment | null> {
	const known = new Map<string, Sentiment | null>(SENTIMENTS.map((word) => [word, word]));
	for (const { from, to } of labels) known.set(from.trim().toLowerCase(), to);
	return known;
}

const record = <T>(value: (field: Field) => T) =>
	Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Record<Field, T>;

/**
 * Fit what the user said to the columns of a file. A column that bears a field's name is that field without being
 * asked for; `--map` chooses another, `--map field=` none, and `--set` the same value for every row.
 * @throws MappingError or TimeOptionError naming the flag, the columns there are, and the fix
 */
export function resolveMapping(options: MappingOptions, columns: readonly string[]): Mapping {
	const labels = labelMap(options.labels);
	checkConstants(options.sets, labels);
	const mapping: Mapping = {
		source: options.source,
		columns: record((field) => findColumn(field, options, columns)),
		constants: record((field) => options.sets[field] ?? ''),
		labels,
		readTime: timeReader(options.timeFormat, options.timeZone)
	};
	checkRequired(mapping, options, columns);
	return mapping;
}
