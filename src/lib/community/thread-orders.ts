import { CommunityError } from '$lib/errors/community-error';
import type { BrandTag, Comment, ConversationFacts, Interaction, Message } from './answers';
import { COMMENT_ENDPOINTS, commentBodySchema, type CommentBody } from './comments-query';
import {
	conversationChangeSchema,
	messageBodySchema,
	messagesQuerySchema,
	type ConversationChange
} from './conversation-query';
import { exchange, type CommunityFetch } from './exchange';
import { interactionChangeSchema, type InteractionChange } from './interaction-change';
import { readFacts, readMessage } from './normalise/conversation';
import { normaliseInteraction, readComment } from './normalise/interactions';
import { isMap, unwrap } from './normalise/shape';
import { readBrandTag } from './normalise/tags';
import { pathSegment } from './path-segment';
import { addressOf, check } from './question';
import { tagBodySchema, type TagBody } from './tags-query';
import type { Platform } from './vocabulary';

/** `brand_id` is for hosts that told it with the conversation; see `ConversationFacts`. */
type OfConversation = { conversation_id: string; brand_id?: number | undefined };

export type MessageReply = OfConversation & { text: string };
export type CommentReply = CommentBody & { platform: Platform };

/**
 * `key` names this attempt to reply, so that a host that knows `idempotency-key` takes it once however often it comes.
 * Only the embedded host promises that; nothing is known of others, so that a reply is never sent again by itself.
 */
export type ReplyOptions = { key?: string | undefined };

/**
 * What changes something at the host. Each is one call, never repeated by itself, and rejects with a CommunityError;
 * `fateOfWrite` tells what its failure means for what was to be written. A reply answers null where the host took it
 * and does not say what it looks like now.
 */
export type ThreadOrders = {
	replyToConversation: (reply: MessageReply, options?: ReplyOptions) => Promise<Message | null>;
	replyToComment: (reply: CommentReply, options?: ReplyOptions) => Promise<Comment | null>;
	/** Close a conversation with all its messages, or open it again. */
	changeConversation: (change: OfConversation & ConversationChange) => Promise<ConversationFacts>;
	/** Close one interaction or open it again, put tags on it and take tags off. */
	changeInteraction: (change: InteractionChange & { id: number | string }) => Promise<Interaction>;
	createTag: (tag: TagBody) => Promise<BrandTag>;
};

function headersOf({ key }: ReplyOptions): Record<string, string> {
	if (key === undefined) return {};
	if (/^[\x21-\x7e]{1,255}$/.test(key)) return { 'idempotency-key': key };
	const message = 'idempotency-key: 1 to 255 visible ASCII characters';
	throw new CommunityError('query_invalid', { message, details: { field: 'idempotency-key' } });
}

/** The value that a host gives back, or null where it gives nothing that can be read: it took the call all the same. */
function ifReadable<T>(read: (payload: unknown) => T): (payload: unknown) => T | null {
	return (payload) => {
		try {
			return isMap(unwrap(payload).value) ? read(payload) : null;
		} catch {
			return null;
		}
	};
}

/**
 * The orders about threads, for the one client.
 * @param now the clock, in milliseconds since 1970
 */
export function threadOrders(fetch: CommunityFetch, now: () => number, baseUrl: string): ThreadOrders {
	async function order<T>(
		method: 'POST' | 'PATCH',
		url: string,
		body: Record<string, unknown>,
		read: (payload: unknown) => T,
		headers: Record<string, string> = {}
	): Promise<T> {
		return (await exchange(fetch, now, { url, body, read, write: { method, headers } })).value;
	}

	function addressOfConversation(
		{ conversation_id: id, brand_id: brand }: OfConversation,
		rest = ''
	): string {
		const address = `${baseUrl}/conversations/${pathSegment('conversation_id', id)}${rest}`;
		if (brand === undefined) return address;
		return addressOf(address, check(messagesQuerySchema, { brand_id: brand }));
	}

	return {
		replyToConversation: async ({ text, ...conversation }, options = {}) => {
			const body = check(messageBodySchema, { text });
			const read = ifReadable((payload) => ({ ...readMessage(unwrap(payload), null), isFromBrand: true }));
			const address = addressOfConversation(conversation, '/messages');
			return order('POST', address, body, read, headersOf(options));
		},
		replyToComment: async ({ platform, ...reply }, options = {}) => {
			const body = check(commentBodySchema, reply);
			const read = ifReadable((payload) => ({
				...readComment(unwrap(payload), platform),
				isFromBrand: true
			}));
			return order('POST', `${baseUrl}/${COMMENT_ENDPOINTS[platform]}`, body, read, headersOf(options));
		},
		changeConversation: async ({ is_closed, ...conversation }) => {
			const body = check(conversationChangeSchema, { is_closed });
			const read = (payload: unknown) => readFacts(unwrap(payload), conversation.conversation_id);
			return order('PATCH', addressOfConversation(conversation), body, read);
		},
		changeInteraction: async ({ id, ...change }) => {
			const body = check(interactionChangeSchema, change);
			const address = `${baseUrl}/community_interactions/${pathSegment('id', id)}`;
			return order('PATCH', address, body, (payload) => normaliseInteraction(unwrap(payload)));
		},
		createTag: async (tag) => {
			const body = check(tagBodySchema, tag);
			return order('POST', `${baseUrl}/tags`, body, (payload) => readBrandTag(unwrap(payload)));
		}
	};
}
