import { z } from 'zod';
import { interactionsQuerySchema, LARGEST_PAGE } from './interactions-query';

export const MESSAGE_SORTS = ['-CREATED_AT', 'CREATED_AT'] as const;

/** The page of a conversation that is asked for when nobody says how much of it. */
export const USUAL_MESSAGES = LARGEST_PAGE;

const { brand_id, limit, offset } = interactionsQuerySchema.shape;

/**
 * What `interaction/{conversation_id}/messages` and `conversations/{conversation_id}` take. `brand_id` is an extension
 * of the embedded host, for two brands whose sources number their conversations alike.
 */
export const messagesQuerySchema = z.strictObject({
	limit,
	offset,
	sort: z.enum(MESSAGE_SORTS).optional(),
	must_include_text: z.boolean().optional(),
	brand_id: brand_id.optional()
});
export type MessagesQuery = z.infer<typeof messagesQuerySchema>;

/** The body of a reply to a direct message. */
export const messageBodySchema = z.strictObject({ text: z.string() });

/** The body that closes a conversation, or opens it again. */
export const conversationChangeSchema = z.strictObject({ is_closed: z.boolean() });
export type ConversationChange = z.infer<typeof conversationChangeSchema>;
