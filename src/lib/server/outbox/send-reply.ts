import { fateOfWrite } from '$lib/community/fate-of-write';
import { hostWords } from '$lib/community/host-words';
import type { ThreadOrders } from '$lib/community/thread-orders';
import { toCommunityError } from '$lib/errors/describe-error';
import type { ReplyAddress } from '$lib/replies/reply-address';
import type { Outbox, ReplyOutcome } from './outbox';
import type { OutboxRow } from './outbox-row';

/** What of the client is needed to reply and to close. */
export type ReplyHost = Pick<
	ThreadOrders,
	'replyToConversation' | 'replyToComment' | 'changeConversation' | 'changeInteraction'
>;

type Given = { id: number | string } | null;

function order(host: ReplyHost, { id, address, text }: OutboxRow): Promise<Given> {
	const options = { key: id };
	if (address.kind === 'message') {
		const { conversationId, brandId } = address;
		return host.replyToConversation({ conversation_id: conversationId, brand_id: brandId, text }, options);
	}
	const { platform, brandId, commentId, mediaId } = address;
	const post = mediaId === null ? {} : { media_id: mediaId };
	return host.replyToComment(
		{ platform, brand_id: brandId, parent_comment_id: commentId, text, ...post },
		options
	);
}

async function outcomeOf(asked: Promise<Given>): Promise<ReplyOutcome> {
	const nothing = { fate: null, code: null, words: [], answerId: null };
	try {
		const given = await asked;
		return { ...nothing, state: 'sent', answerId: given && String(given.id).slice(0, 200) };
	} catch (thrown) {
		const error = toCommunityError(thrown);
		const fate = fateOfWrite(error);
		const state = fate === 'unknown' ? 'unknown' : 'failed';
		return { ...nothing, state, fate, code: error.code, words: hostWords(error) };
	}
}

/**
 * Close what a reply answered: the whole conversation, or the one comment.
 * @throws CommunityError when the host does not
 */
async function changeClosed(
	host: ReplyHost,
	address: ReplyAddress,
	interactionId: string,
	isClosed: boolean
): Promise<void> {
	if (address.kind === 'comment') {
		await host.changeInteraction({ id: interactionId, is_closed: isClosed });
		return;
	}
	const { conversationId, brandId } = address;
	await host.changeConversation({
		conversation_id: conversationId,
		brand_id: brandId,
		is_closed: isClosed
	});
}

/** Close the thread of a reply that is there, and note whether the host did. */
export async function closeAfter(
	outbox: Outbox,
	host: ReplyHost,
	row: OutboxRow,
	now: number
): Promise<OutboxRow> {
	const closing = await changeClosed(host, row.address, row.answered.interactionId, true).then(
		() => 'done' as const,
		() => 'failed' as const
	);
	return (await outbox.noteClosing(row.id, closing, now)) ?? row;
}

/**
 * Send a queued row: note that it is on its way, make one call, note what came of it, and close the thread where that
 * was wanted. Null where the row is not queued any more, since somebody else has it. The call is made once: nothing
 * here ever makes it again.
 * @param now milliseconds since 1970
 * @throws CommunityError store_unavailable where a note cannot be written; before the first one nothing is sent
 */
export async function sendReply(
	outbox: Outbox,
	host: ReplyHost,
	id: string,
	now: number
): Promise<OutboxRow | null> {
	const row = await outbox.take(id, now);
	if (row === null) return null;
	const settled = await outbox.settle(id, await outcomeOf(order(host, row)), now);
	if (settled?.state !== 'sent' || settled.closing !== 'wanted') return settled;
	return closeAfter(outbox, host, settled, now);
}
