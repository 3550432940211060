import type { Answer, Comment, CommentPage, Interaction, MediaPost, Message } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import { groupOfType, platformOfType, type Platform } from '$lib/community/vocabulary';
import { isCommunityError } from '$lib/errors/community-error';
import { isolateText } from '$lib/format/isolate-text';
import { shownAuthor, shownTags } from './message-names';
import { markedWords, messageLines, type MarkedLine } from './messages-text';
import { commentReply, conversationReply, type ReplyTo } from './reply-to';
import { commentThreads, conversationEntries, entryOfInteraction, type ThreadEntry } from './thread-entries';
import type { BrandInView, View } from './view';

/** A message of the list, with the brand that it was written to. */
export type OpenedMessage = { interaction: Interaction; brand: BrandInView };

/** The post that comments belong to; null where the host does not say. */
export type ThreadPost = {
	id: string;
	/** The words of the post; none where it has none. */
	lines: MarkedLine[] | null;
	publishedAt: number | null;
	permalink: string | null;
	/** How many comments the host knows under it. */
	comments: number | null;
};

/** The message that the thread was opened from, for what can be done about it. */
type Opened = { id: string; isClosed: boolean | null; tags: { id: number; name: string }[] };

type Around = {
	brand: Pick<BrandInView, 'id' | 'name' | 'slot'>;
	platform: string;
	type: string;
	opened: Opened;
	/** Where a reply goes, and what its rules depend on; null where the host does not say how to answer. */
	replyTo: ReplyTo | null;
};

/**
 * What stands around one message. `tellsSentiment` is false where the host says of no message how it was rated: then
 * nothing may be called unrated.
 */
export type Thread =
	| { kind: 'none' }
	| { kind: 'missing' }
	/** The host has no thread of it: the message alone. */
	| (Around & { kind: 'alone'; entry: ThreadEntry })
	| (Around & {
			kind: 'conversation';
			entries: ThreadEntry[];
			participants: string[];
			isGroup: boolean | null;
			isClosed: boolean | null;
			/** Older messages than those that were read. */
			hasOlder: boolean;
			tellsSentiment: boolean;
	  })
	| (Around & {
			kind: 'comments';
			post: ThreadPost | null;
			entries: ThreadEntry[];
			/** Other comments under the post, or null where they could not be had. */
			others: ThreadEntry[] | null;
			hasMore: boolean;
			tellsSentiment: boolean;
	  });

/** How far back a conversation is read, in messages. */
export const MOST_IN_CONVERSATION = 500;

const CAPTION_ROOM = { graphemes: 600, lines: 8 };
const NO_SUCH_THREAD = ['not_found', 'query_invalid'];
const NO_SUCH_ADDRESS = [404, 405, 410, 501];

/** Whether a host says that it has no such thing, rather than that it failed. */
function isAbsent(error: unknown): boolean {
	if (!isCommunityError(error)) return false;
	return NO_SUCH_THREAD.includes(error.code) || NO_SUCH_ADDRESS.includes(error.status ?? 0);
}

async function unlessAbsent<T>(promise: Promise<T>): Promise<T | null> {
	try {
		return await promise;
	} catch (error) {
		if (isAbsent(error)) return null;
		throw error;
	}
}

type Aged = { asOf: number; stale: boolean };

function together<T>(value: T, ages: readonly Aged[]): Answer<T> {
	return { value, asOf: Math.min(...ages.map(({ asOf }) => asOf)), stale: ages.some(({ stale }) => stale) };
}

/** The whole of a conversation by pages, the newest first; what shifts into the next page is taken once. */
async function readConversation(client: CommunityClient, id: string, brandId: number) {
	const messages = new Map<string, Message>();
	const ask = (offset: number) =>
		client.conversation({ conversation_id: id, brand_id: brandId, limit: LARGEST_PAGE, offset });
	const first = await ask(0);
	const answers = [first];
	let page = first.value.messages;
	for (let offset = 0; ;) {
		for (const message of page.rows)
			if (!messages.has(String(message.id))) messages.set(String(message.id), message);
		offset += page.rows.length;
		if (!page.hasNext || page.rows.length === 0 || offset >= MOST_IN_CONVERSATION) break;
		const next = await ask(offset);
		answers.push(next);
		page = next.value.messages;
	}
	const read = { facts: first.value, messages: [...messages.values()].reverse(), hasOlder: page.hasNext };
	return together(read, answers);
}

async function askConversation(
	client: CommunityClient,
	view: View,
	{ interaction, brand }: OpenedMessage,
	around: Around
): Promise<Answer<Thread> | null> {
	const id = interaction.conversationId;
	if (id === null) return null;
	const answer = await unlessAbsent(readConversation(client, id, brand.id));
	if (answer === null) return null;
	const { facts, messages, hasOlder } = answer.value;
	const handles = facts.participants.flatMap(({ handle }) => shownAuthor(handle) ?? []);
	const value: Thread = {
		...around,
		replyTo: conversationReply({ interaction, brandId: brand.id }, facts, messages),
		kind: 'conversation',
		entries: conversationEntries(messages, interaction, markedWords(view.filters.query)),
		participants: [...new Set(handles)],
		isGroup: facts.isGroup,
		isClosed: facts.isClosed,
		hasOlder,
		tellsSentiment: messages.some(({ sentiment }) => sentiment !== null)
	};
	return { ...answer, value };
}

function shownPost(post: MediaPost | undefined): ThreadPost | null {
	if (post === undefined) return null;
	return {
		id: isolateText(post.id, 40),
		lines: post.caption === null ? null : messageLines(post.caption, [], CAPTION_ROOM),
		publishedAt: post.publishedAt,
		permalink: post.permalink,
		comments: post.comments
	};
}

/** The post and the other comments are beside the point: without them the thread still stands. */
async function unlessFailed<T>(promise: Promise<T> | null): Promise<T | null> {
	return promise === null ? null : promise.catch(() => null);
}

type CommentParts = {
	thread: Answer<CommentPage> | null;
	all: Answer<CommentPage> | null;
	posts: Answer<MediaPost[]> | null;
};

async function askComments(
	client: CommunityClient,
	platform: Platform,
	{ interaction, brand }: OpenedMessage
): Promise<CommentParts> {
	const { mediaId, commentId } = interaction;
	const asked = { platform, brand_id: brand.id, limit: LARGEST_PAGE };
	const post = mediaId === null ? {} : { media_id: mediaId };
	const named = commentId === null ? post : { ...post, comment_id: commentId };
	const [thread, all, posts] = await Promise.all([
		unlessAbsent(client.comments({ ...asked, ...named })),
		unlessFailed(mediaId === null ? null : client.comments({ ...asked, ...post })),
		unlessFailed(mediaId === null ? null : client.posts({ brand_id: brand.id, media_ids: [mediaId] }))
	]);
	return { thread, all, posts };
}

async function askCommentThread(
	client: CommunityClient,
	view: View,
	opened: OpenedMessage,
	around: Around
): Promise<Answer<Thread> | null> {
	const { mediaId, commentId } = opened.interaction;
	const platform = platformOfType(opened.interaction.type);
	if (platform === 'other' || (mediaId === null && commentId === null)) return null;
	const { thread, all, posts } = await askComments(client, platform, opened);
	if (thread === null && all === null) return null;
	const comments: Comment[] = [...(thread?.value.rows ?? []), ...(all?.value.rows ?? [])];
	const threads = commentThreads(comments, opened.interaction, markedWords(view.filters.query));
	const value: Thread = {
		...around,
		replyTo: commentReply({ interaction: opened.interaction, brandId: opened.brand.id }, comments),
		kind: 'comments',
		post: shownPost(posts?.value.find(({ id }) => id === mediaId)),
		entries: threads.thread,
		others: all === null && thread?.value.scope !== 'post' ? null : threads.others,
		hasMore: all?.value.hasNext ?? thread?.value.hasNext ?? false,
		tellsSentiment: comments.some(({ sentiment }) => sentiment !== null)
	};
	return together(
		value,
		[thread, all, posts].filter((part) => part !== null)
	);
}

/**
 * What stands around a message: its conversation, or the comments under its post with its own thread first. Where the
 * host has neither, the message alone.
 * @throws CommunityError when the host has a thread and could not give it
 */
export async function askThread(
	client: CommunityClient,
	view: View,
	opened: OpenedMessage | null
): Promise<Answer<Thread>> {
	if (opened === null) return noThread(view, 'missing');
	const { interaction, brand } = opened;
	const { id, name, slot } = brand;
	const { type } = interaction;
	const around: Around = {
		brand: { id, name, slot },
		platform: platformOfType(type),
		type,
		opened: {
			id: String(interaction.id),
			isClosed: interaction.isClosed,
			tags: shownTags(interaction.tags)
		},
		replyTo: null
	};
	const isPrivate = interaction.conversationId !== null || groupOfType(type) === 'dms';
	const ask = isPrivate ? askConversation : askCommentThread;
	const thread = await ask(client, view, opened, around);
	if (thread !== null) return thread;
	const entry = entryOfInteraction(interaction, markedWords(view.filters.query));
	return { value: { ...around, kind: 'alone', entry }, asOf: view.now, stale: false };
}

/** A link that opens no message, or one that is not there. */
export function noThread(view: View, kind: 'none' | 'missing'): Answer<Thread> {
	return { value: { kind }, asOf: view.now, stale: false };
}
