import { decodeHTMLStrict } from 'entities';
import { platformOfType, type Sentiment } from '$lib/community/vocabulary';
import type { NewInteraction } from '../new-interaction';
import type { Reading } from './instant';
import { commentTypeOf, isTypeName, KEY_SEPARATOR, platformNamed, type Field, type Mapping } from './mapping';
import type { ReadableRow } from './source-row';

/** An interaction that still lacks its key; `id` is the file's own, or null where it has none. */
export type Draft = Omit<NewInteraction, 'key'> & { id: string | null };

/** A row that stays outside, with a reason that is the same for all rows with this fault. */
export type SetAside = { reason: string };

export function isSetAside(outcome: Draft | SetAside): outcome is SetAside {
	return 'reason' in outcome;
}

/** Thrown by the readers of single fields and caught by `toInteraction`, never further. */
class Refusal extends Error {}

const TEXT_BYTES = 65_536;
const LIMITS = {
	id: 512,
	brand: 200,
	author: 300,
	conversation_id: 512,
	media_id: 200,
	parent_comment_id: 512,
	permalink: 2_000
} as const;
const TAG_LENGTH = 64;
const TAG_COUNT = 50;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

const TRUE_WORDS = ['true', 't', 'yes', 'y', '1', 'closed'];
const FALSE_WORDS = ['false', 'f', 'no', 'n', '0', 'open', ''];

function refuse(field: string, problem: string): never {
	throw new Refusal(`${field} ${problem}`);
}

/** A value as a reason may show it: short, on one line, in quotes. */
function shown(value: string): string {
	const short = value.length > 40 ? `${value.slice(0, 40).toWellFormed()}…` : value;
	return JSON.stringify(short.replace(CONTROL, ' '));
}

function cell(row: ReadableRow, mapping: Mapping, field: Field): string {
	const at = mapping.columns[field];
	return at === -1 ? mapping.constants[field] : (row.cells[at] ?? '');
}

function word(row: ReadableRow, mapping: Mapping, field: keyof typeof LIMITS): string {
	const value = cell(row, mapping, field).trim();
	if (value.length > LIMITS[field]) refuse(field, `is longer than ${LIMITS[field]} characters`);
	return value.replace(CONTROL, '');
}

const orNull = (value: string) => (value === '' ? null : value);

function readId(row: ReadableRow, mapping: Mapping, field: 'id' | 'parent_comment_id' = 'id'): string | null {
	const id = word(row, mapping, field);
	if (id.includes(KEY_SEPARATOR))
		refuse(field, 'holds the character U+241F, which separates the parts of a key');
	return orNull(id);
}

/** The key of the comment that this one answers: its source's own id, whether that row came before, comes or never does. */
function readParent(row: ReadableRow, mapping: Mapping): string | null {
	const parent = readId(row, mapping, 'parent_comment_id');
	if (parent === null) return null;
	if (parent === readId(row, mapping)) refuse('parent_comment_id', 'names the row itself');
	return `${mapping.source}${KEY_SEPARATOR}${parent}`;
}

function readType(row: ReadableRow, mapping: Mapping): string {
	const type = cell(row, mapping, 'type').trim().toUpperCase();
	const name = cell(row, mapping, 'platform').trim();
	const platform = name === '' ? null : platformNamed(name);
	if (type === '') {
		if (name === '') refuse('type', 'is empty, and so is platform');
		if (platform === null)
			refuse('platform', `${shown(name)} is not known; give --set type=COMMUNITY_INTERACTION`);
		return commentTypeOf(platform);
	}
	if (!isTypeName(type)) refuse('type', `${shown(type)} is not a type name such as INSTAGRAM_COMMENT`);
	const own = platformOfType(type);
	if (platform !== null && own !== 'other' && own !== platform) {
		refuse('type', `${type} does not belong to the platform ${platform}`);
	}
	return type;
}

function readTime(row: ReadableRow, mapping: Mapping, field: 'created_at' | 'updated_at'): number | null {
	const text = cell(row, mapping, field).trim();
	if (text === '') return null;
	const reading: Reading = mapping.readTime(text);
	return 'at' in reading ? reading.at : refuse(field, reading.problem);
}

/** Without an update time, the creation is the last change that is known of; the other way round as well. */
function readTimes(row: ReadableRow, mapping: Mapping): { createdAt: number; updatedAt: number } {
	const created = readTime(row, mapping, 'created_at');
	const updated = readTime(row, mapping, 'updated_at');
	const either = created ?? updated;
	if (either === null) return refuse('created_at', 'is empty');
	return { createdAt: either, updatedAt: updated ?? either };
}

function readSentiment(row: ReadableRow, mapping: Mapping): Sentiment | null {
	const label = cell(row, mapping, 'sentiment').trim();
	if (label === '') return null;
	const sentiment = mapping.labels.get(label.toLowerCase());
	return sentiment === undefined
		? refuse('sentiment', `${shown(label)} has no meaning; give --label`)
		: sentiment;
}

function readClosed(row: ReadableRow, mapping: Mapping): boolean {
	const value = cell(row, mapping, 'is_closed').trim().toLowerCase();
	if (TRUE_WORDS.includes(value)) return true;
	return FALSE_WORDS.includes(value) ? false : refuse('is_closed', `${shown(value)} is not true or false`);
}

function tagNames(value: string): string[] {
	if (!value.startsWith('[')) return value.split('|');
	try {
		const list: unknown = JSON.parse(value);
		if (Array.isArray(list) && list.every((tag) => typeof tag === 'string')) return list;
	} catch {
		// Refused below, together with JSON that is something else.
	}
	return refuse('tags', 'is not a JSON list of names');
}

function readTags(row: ReadableRow, mapping: Mapping): string[] {
	const value = cell(row, mapping, 'tags').trim();
	if (value === '') return [];
	const names = tagNames(value).map((name) => name.toWellFormed().replace(CONTROL, '').trim());
	const tags = [...new Set(names.filter((name) => name !== ''))];
	if (tags.some((tag) => tag.length > TAG_LENGTH)) {
		refuse('tags', `has a name of more than ${TAG_LENGTH} characters; separate names with |`);
	}
	if (tags.length > TAG_COUNT) refuse('tags', `has more than ${TAG_COUNT} names`);
	return tags;
}

function readPermalink(row: ReadableRow, mapping: Mapping): string | null {
	const link = word(row, mapping, 'permalink');
	if (link === '') return null;
	const isWeb = /^https?:\/\//i.test(link) && URL.canParse(link);
	return isWeb
		? link
		: refuse('permalink', 'is not a web address; leave the column out with --map permalink=');
}

/** What people read, and what came, where that is something else: HTML entities, control characters. */
function readText(row: ReadableRow, mapping: Mapping): { text: string; rawText: string | null } {
	const raw = cell(row, mapping, 'text');
	if (raw.length * 3 > TEXT_BYTES && Buffer.byteLength(raw) > TEXT_BYTES)
		refuse('text', 'is longer than 64 KB');
	const decoded = raw.includes('&') ? decodeHTMLStrict(raw) : raw;
	const text = decoded.replace(CONTROL, '').toWellFormed();
	return { text, rawText: text === raw ? null : raw };
}

function read(row: ReadableRow, mapping: Mapping): Draft {
	const brand = word(row, mapping, 'brand');
	if (brand === '') refuse('brand', 'is empty');
	return {
		id: readId(row, mapping),
		source: mapping.source,
		brand,
		type: readType(row, mapping),
		...readText(row, mapping),
		sentiment: readSentiment(row, mapping),
		...readTimes(row, mapping),
		isClosed: readClosed(row, mapping),
		isQuestion: false,
		isRead: false,
		isSpam: false,
		tags: readTags(row, mapping),
		author: orNull(word(row, mapping, 'author')),
		conversationId: orNull(word(row, mapping, 'conversation_id')),
		mediaId: orNull(word(row, mapping, 'media_id')),
		parentKey: readParent(row, mapping),
		fromBrand: false,
		permalink: readPermalink(row, mapping)
	};
}

/**
 * One row as an interaction without its key, or the reason why it cannot be one. Nothing is guessed: what does not
 * fit the mapping is set aside, with the field's name and, where there is one, the flag that would help.
 * @example toInteraction({ line: 2, cells: ['Acme', 'tiktok', 'Nice', '2024-05-01T10:00:00Z'] }, mapping)
 */
export function toInteraction(row: ReadableRow, mapping: Mapping): Draft | SetAside {
	try {
		return read(row, mapping);
	} catch (cause) {
		if (cause instanceof Refusal) return { reason: cause.message };
		throw cause;
	}
}
