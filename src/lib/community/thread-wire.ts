import type { BrandTag, Comment, ConversationFacts, Message, Participant } from './answers';
import { toInstant, toInteractionWire, toSentimentFlags } from './wire';
import type {
	CommentListWire,
	CommentWire,
	ConversationFactsWire,
	MessageListWire,
	NewTagWire,
	PagingWire,
	ThreadMessageWire
} from './wire-schemas';

/** What the embedded host knows of every message of a conversation. */
export type KnownMessage = Message & {
	createdAt: number;
	platform: string;
	isFromBrand: boolean;
	isClosed: boolean;
};

/** What the embedded host knows of every conversation. */
export type KnownFacts = ConversationFacts & {
	brandId: number;
	type: string;
	platform: string;
	isClosed: boolean;
	isGroup: boolean;
};

function toParticipantWire(participant: Participant | null) {
	return { profile_picture_url: participant?.pictureUrl ?? null, user_handle: participant?.handle ?? null };
}

function toPlainMessageWire({ createdAt, id, platform, text, author }: KnownMessage) {
	return { created_at: new Date(createdAt).toISOString(), id, platform, text, username: author };
}

/** A message with what goes beyond its documented keys. */
export function toMessageWire(message: KnownMessage): ThreadMessageWire {
	return {
		...toPlainMessageWire(message),
		is_from_brand: message.isFromBrand,
		subtype: message.subtype,
		sentiment: toSentimentFlags(message.sentiment),
		tags: message.tags.map(({ id, name, color }) => ({ id, name, color })),
		is_closed: message.isClosed
	};
}

/** The answer of `interaction/{conversation_id}/messages`, with its documented keys and no others. */
export function toMessageListWire(
	facts: KnownFacts,
	messages: readonly KnownMessage[],
	{ previous, next }: PagingWire
): MessageListWire {
	const follower = toParticipantWire(facts.customer);
	return {
		data: { follower_participant: follower, messages: messages.map(toPlainMessageWire) },
		paging: { previous, next }
	};
}

/** The facts of a conversation, as its newer address tells them. */
export function toFactsWire(facts: KnownFacts): ConversationFactsWire {
	return {
		id: facts.id,
		brand_id: facts.brandId,
		type: facts.type,
		platform: facts.platform,
		is_closed: facts.isClosed,
		is_group: facts.isGroup,
		last_received_at: toInstant(facts.lastReceivedAt),
		follower_participant: toParticipantWire(facts.customer),
		participants: facts.participants.map(toParticipantWire)
	};
}

/** The answer of `conversations/{conversation_id}`. */
export function toConversationWire(facts: KnownFacts, messages: readonly KnownMessage[], paging: PagingWire) {
	return { data: { ...toFactsWire(facts), messages: messages.map(toMessageWire) }, paging };
}

/** One comment of a thread. */
export function toCommentWire(comment: Comment & { isFromBrand: boolean }): CommentWire {
	return {
		...toInteractionWire(comment),
		parent_comment_id: comment.parentCommentId,
		is_from_brand: comment.isFromBrand
	};
}

/** One page of a platform's comments. */
export function toCommentListWire(
	comments: readonly (Comment & { isFromBrand: boolean })[],
	scope: CommentListWire['scope'],
	paging: PagingWire
): CommentListWire {
	return { data: comments.map(toCommentWire), scope, paging };
}

/** The answer of `POST /tags`; `at` is when the tag was made, in milliseconds since 1970. */
export function toNewTagWire(tag: BrandTag & { brandId: number }, at: number): NewTagWire {
	const time = new Date(at).toISOString();
	const { brandId, name, color, id } = tag;
	return { data: { brand_id: brandId, name, color, created_at: time, id, updated_at: time } };
}
