import { z } from 'zod';
import { sentimentSchema } from '$lib/community/vocabulary';
import { keptMappingSchema } from './kept-mapping';

/** Where a running server takes an import, on loopback only. */
export const IMPORT_PATH = '/internal/import';

/** Bytes of one message: the server refuses bodies above 512 KiB. */
export const LARGEST_MESSAGE = 400_000;

/** Parts that one batch may come in, which bounds what a server holds in memory for it. */
export const MOST_PARTS = 200;

const time = z.int().min(0).max(4_102_444_800_000);
const text = z.string();

const interactionSchema = z.strictObject({
	key: text.min(1),
	source: text.min(1),
	brand: text.min(1),
	type: text.min(1),
	text,
	rawText: text.nullable(),
	sentiment: sentimentSchema.nullable(),
	createdAt: time,
	updatedAt: time,
	isClosed: z.boolean(),
	isQuestion: z.boolean(),
	isRead: z.boolean(),
	isSpam: z.boolean(),
	tags: z.array(text),
	author: text.nullable(),
	conversationId: text.nullable(),
	mediaId: text.nullable(),
	parentKey: text.nullable(),
	fromBrand: z.boolean(),
	permalink: text.nullable()
});

const setAsideSchema = z.strictObject({
	line: z.int().min(1),
	byte: z.int().min(0).nullable(),
	reason: text.min(1),
	row: text,
	occurrence: z.int().min(0)
});

const session = z.string().min(1).max(64);

/**
 * What the import command says to a server; `hello` only asks whether it is there. A batch travels in parts, since a message is small and a batch is not;
 * `apply` follows the last one and is answered when the whole batch is on the disk. Asking again for the batch that
 * was applied last gives its result again.
 */
export const messageSchema = z.discriminatedUnion('order', [
	z.strictObject({ order: z.literal('hello') }),
	z.strictObject({
		order: z.literal('begin'),
		source: text.min(1).max(200),
		file: text.max(1_000),
		mapping: keptMappingSchema.nullable()
	}),
	z.strictObject({
		order: z.literal('part'),
		session,
		batch: z.int().min(0),
		part: z
			.int()
			.min(0)
			.max(MOST_PARTS - 1),
		interactions: z.array(interactionSchema),
		setAside: z.array(setAsideSchema)
	}),
	z.strictObject({
		order: z.literal('apply'),
		session,
		batch: z.int().min(0),
		parts: z.int().min(0).max(MOST_PARTS),
		line: z.int().min(0)
	}),
	z.strictObject({ order: z.literal('finish'), session })
]);
export type ImportMessage = z.infer<typeof messageSchema>;

export const beganSchema = z.object({ session });
export const resultSchema = z.object({ new: z.int(), updated: z.int(), duplicate: z.int() });
