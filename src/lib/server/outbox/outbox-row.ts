import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { PLATFORMS } from '$lib/community/vocabulary';
import { WRITE_FATES } from '$lib/community/fate-of-write';

/**
 * Where a reply stands: `queued` is kept and not on its way, `sending` is on its way, and the other three are what
 * came of it. `unknown` means that only somebody who looks at the thread can tell.
 */
const REPLY_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown'] as const;

const id = z.string().regex(/^[0-9a-z]{6,10}-[0-9a-z]{16}$/);
const foreignId = z.string().min(1).max(200);
const time = z.int().min(0);
const brandId = z.int().min(1);

/** Where a reply goes; see `ReplyAddress`. */
export const addressSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('message'), brandId, conversationId: foreignId }),
	z.object({
		kind: z.literal('comment'),
		brandId,
		platform: z.enum(PLATFORMS),
		commentId: foreignId,
		mediaId: foreignId.nullable()
	})
]);

/** The message that was answered: how the list finds it again, and the time that its day goes by. */
export const answeredSchema = z.object({ interactionId: foreignId, time: time.nullable() });

/**
 * One reply, from the moment somebody sent it. Times are milliseconds since 1970. Fields of a newer Undertone stay.
 *
 * `fate` is what its call came to where it failed, `code` and `words` the error and the host's own sentences;
 * `answerId` is the id that the host gave to the reply. `settledBy` tells whether the host or a person said how it
 * ended. `closing` is whether the thread is to be closed once the reply is there, and what came of that.
 */
export const outboxRowSchema = z.looseObject({
	id,
	address: addressSchema,
	answered: answeredSchema,
	text: z.string().min(1).max(50_000),
	/** Who sent it; nobody signs in yet. */
	by: z.string().max(200).nullable(),
	createdAt: time,
	changedAt: time,
	state: z.enum(REPLY_STATES),
	fate: z.enum(WRITE_FATES).nullable(),
	code: z.string().max(60).nullable(),
	words: z.array(z.string().max(400)).max(5),
	answerId: z.string().max(200).nullable(),
	settledBy: z.enum(['host', 'person']).nullable(),
	closing: z.enum(['no', 'wanted', 'done', 'failed']),
	/** The row that this one is another attempt of. */
	again: id.nullable()
});

export type OutboxRow = z.output<typeof outboxRowSchema>;

/** How long a row is kept at least, and a form can be sent: so that no form outlives the row that it made. */
export const KEPT_FOR = 30 * 86_400_000;

const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

/**
 * The id of one form, which is that of the reply it sends: however often the form comes, it is one reply. It begins
 * with the time at which it was made; the rest are 80 random bits.
 */
export function newReplyId(now: number): string {
	const random = [...randomBytes(16)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
	return `${now.toString(36)}-${random}`;
}

/** When a form was made, in milliseconds since 1970, or null for what is no id of a form. */
export function formTime(replyId: string): number | null {
	return id.safeParse(replyId).success ? parseInt(replyId, 36) : null;
}
