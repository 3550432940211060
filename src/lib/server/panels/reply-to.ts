import type { Comment, ConversationFacts, Interaction, Message } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import { platformOfType } from '$lib/community/vocabulary';
import { isCommunityError } from '$lib/errors/community-error';
import type { ReplyAddress } from '$lib/replies/reply-address';
import type { ReplyTarget } from '$lib/replies/reply-rules';

/**
 * Where the reply to a message goes, and what the platform's rules need to know. `time` is that of the message in
 * the list, in milliseconds since 1970.
 */
export type ReplyTo = {
	address: ReplyAddress;
	target: ReplyTarget;
	interactionId: string;
	time: number | null;
};

type Answered = { interaction: Interaction; brandId: number };

const around = ({ interaction }: Answered) => ({
	interactionId: String(interaction.id),
	time: interaction.sourceUpdatedAt ?? interaction.sourceCreatedAt
});

/** When the customer last wrote: what the host says, else the newest of the messages that are theirs for sure. */
function lastReceivedAt(facts: ConversationFacts, messages: readonly Message[]): number | null {
	if (facts.lastReceivedAt !== null) return facts.lastReceivedAt;
	const times = messages.flatMap(({ isFromBrand, createdAt }) =>
		isFromBrand === false && createdAt !== null ? [createdAt] : []
	);
	return times.length === 0 ? null : Math.max(...times);
}

function messageTarget(
	facts: ConversationFacts,
	messages: readonly Message[],
	type: string | null
): ReplyTarget {
	return {
		kind: 'message',
		type: facts.type ?? type,
		isGroup: facts.isGroup,
		lastReceivedAt: lastReceivedAt(facts, messages)
	};
}

/** How a conversation is answered; `messages` are those that were read of it. */
export function conversationReply(
	answered: Answered,
	facts: ConversationFacts,
	messages: readonly Message[]
): ReplyTo | null {
	const { conversationId, type } = answered.interaction;
	if (conversationId === null) return null;
	const address = { kind: 'message' as const, brandId: answered.brandId, conversationId };
	return { address, target: messageTarget(facts, messages, type), ...around(answered) };
}

function commentTarget(comments: readonly Comment[], commentId: string, type: string): ReplyTarget {
	const found = comments.find((comment) => comment.commentId === commentId);
	return { kind: 'comment', type: found?.type ?? type, parentCommentId: found?.parentCommentId ?? null };
}

/** How a comment is answered; null where the host does not say which one it is on its platform. */
export function commentReply(answered: Answered, comments: readonly Comment[]): ReplyTo | null {
	const { commentId, mediaId, type } = answered.interaction;
	const platform = platformOfType(type);
	if (commentId === null || platform === 'other') return null;
	const address = { kind: 'comment' as const, brandId: answered.brandId, platform, commentId, mediaId };
	return { address, target: commentTarget(comments, commentId, type), ...around(answered) };
}

const NO_SUCH_LIST = [404, 405, 410, 422, 501];

async function readComments(client: CommunityClient, address: ReplyAddress & { kind: 'comment' }) {
	const { platform, brandId, commentId, mediaId } = address;
	const post = mediaId === null ? {} : { media_id: mediaId };
	const asked = { platform, brand_id: brandId, comment_id: commentId, limit: LARGEST_PAGE, ...post };
	try {
		return (await client.comments(asked)).value.rows;
	} catch (error) {
		// A host without such a list says the rest itself when the reply comes.
		if (isCommunityError(error) && NO_SUCH_LIST.includes(error.status ?? 0)) return [];
		throw error;
	}
}

/**
 * What the rules need to know of an address, asked of the host once more before anything is sent: what a form says
 * may be old, or made up.
 * @throws CommunityError not_found for a conversation that is not there, and where the host cannot be asked
 */
export async function askReplyTarget(client: CommunityClient, address: ReplyAddress): Promise<ReplyTarget> {
	if (address.kind === 'comment') {
		const comments = await readComments(client, address);
		return commentTarget(comments, address.commentId, `${address.platform.toUpperCase()}_COMMENT`);
	}
	const { conversationId, brandId } = address;
	const { value } = await client.conversation({
		conversation_id: conversationId,
		brand_id: brandId,
		limit: LARGEST_PAGE
	});
	return messageTarget(value, value.messages.rows, null);
}
