import { z } from 'zod';
import { sentimentSchema } from '$lib/community/vocabulary';
import { FIELDS, KEY_SEPARATOR, type Field } from '../store/import/mapping';

const CONTROL = /[\u0000-\u001f]/;
const byField = z.partialRecord(z.enum(FIELDS), z.string().max(2_000));

/** A mapping as the page sends it: what `--map`, `--set`, `--label` and the others say on the command line. */
export const mappingFormSchema = z.strictObject({
	source: z
		.string()
		.trim()
		.min(1, 'Give the source a name, such as the name of the export.')
		.max(200, 'The name of the source has at most 200 characters.')
		.refine(
			(name) => !CONTROL.test(name) && !name.includes(KEY_SEPARATOR),
			'The name of the source holds a control character or U+241F. Leave it out.'
		),
	maps: byField,
	sets: byField,
	labels: z.array(z.strictObject({ from: z.string().max(500), to: sentimentSchema.nullable() })).max(1_000),
	timeFormat: z.string().min(1).max(100).nullable(),
	timeZone: z.string().min(1).max(100).nullable()
});
export type MappingForm = z.infer<typeof mappingFormSchema>;

/** Column names that say which field they are, where none bears the field's own name. */
const OTHER_NAMES: Record<Field, readonly string[]> = {
	id: ['comment id', 'message id', 'review id', 'post id', 'tweet id', 'interaction id', 'uuid'],
	brand: ['brand name', 'shop', 'company', 'account', 'page', 'client', 'airline'],
	type: ['interaction type', 'message type'],
	platform: ['channel', 'network', 'social network', 'site'],
	text: ['comment', 'message', 'body', 'content', 'review', 'comment text', 'review text', 'caption'],
	sentiment: ['sentiment label', 'label', 'mood', 'stars', 'rating', 'score'],
	created_at: [
		'created',
		'posted',
		'posted at',
		'published',
		'published at',
		'date',
		'time',
		'timestamp',
		'day'
	],
	updated_at: ['updated', 'modified', 'last update', 'source updated at'],
	is_closed: ['closed', 'archived', 'resolved', 'status'],
	tags: ['tag', 'labels', 'topics', 'categories'],
	author: ['user', 'username', 'user name', 'customer', 'name', 'handle', 'author name'],
	conversation_id: ['conversation', 'thread', 'thread id'],
	media_id: ['media', 'post', 'video id'],
	parent_comment_id: ['parent id', 'parent comment', 'in reply to', 'reply to', 'reply to id'],
	permalink: ['link', 'url', 'address']
};

const fold = (name: string) =>
	name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/**
 * Which column the form proposes for each field, by name alone: the field's own name in any case, or another usual
 * one. Nobody's rows are read by it before a person has looked at it.
 */
export function suggestMaps(columns: readonly string[]): Partial<Record<Field, string>> {
	const taken = new Set<string>();
	const maps: Partial<Record<Field, string>> = {};
	const take = (field: Field, names: readonly string[]) => {
		if (maps[field] !== undefined) return;
		const found = names
			.map((name) => columns.find((column) => column !== '' && fold(column) === name && !taken.has(column)))
			.find((column) => column !== undefined);
		if (found === undefined) return;
		maps[field] = found;
		taken.add(found);
	};
	for (const field of FIELDS) take(field, [fold(field)]);
	for (const field of FIELDS) take(field, OTHER_NAMES[field]);
	return maps;
}

/** The form before anybody touched it: every column of the file is either proposed for a field or left out. */
export function firstForm(source: string, columns: readonly string[]): MappingForm {
	const suggested = suggestMaps(columns);
	const maps = Object.fromEntries(FIELDS.map((field) => [field, suggested[field] ?? '']));
	return { source, maps, sets: {}, labels: [], timeFormat: null, timeZone: null };
}
