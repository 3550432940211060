import { describe, expect, it, vi } from 'vitest';
import type { Comment, Conversation, Interaction, Message } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { CommunityError } from '$lib/errors/community-error';
import { askThread, MOST_IN_CONVERSATION, type Thread } from './thread';
import { commentThreads, conversationEntries } from './thread-entries';
import type { View } from './view';

const NOW = Date.UTC(2026, 4, 4, 12);
const MINUTE = 60_000;
const BRAND = { id: 7, name: 'Northwind Tea', organization: null, slot: 1 };
const VIEW = { now: NOW, filters: { query: 'mint' } } as View;
const answer = <T>(value: T, more = {}) => Promise.resolve({ value, asOf: NOW, stale: false, ...more });
const refuse = (code: 'not_found' | 'upstream_timeout') => Promise.reject(new CommunityError(code));

function interaction(id: number, more: Partial<Interaction> = {}): Interaction {
	return {
		id,
		type: 'INSTAGRAM_CONVERSATION',
		text: `message ${id}`,
		sourceUpdatedAt: NOW + id * MINUTE,
		sourceCreatedAt: NOW + id * MINUTE,
		sentiment: 'negative',
		tags: [],
		author: 'ann',
		conversationId: 'c1',
		mediaId: null,
		commentId: null,
		permalink: null,
		isClosed: false,
		...more
	};
}

function message(id: number, more: Partial<Message> = {}): Message {
	return {
		id,
		text: `message ${id}`,
		createdAt: NOW + id * MINUTE,
		platform: 'instagram',
		author: 'ann',
		isFromBrand: false,
		subtype: null,
		sentiment: null,
		tags: [],
		isClosed: null,
		...more
	};
}

function comment(id: number, more: Partial<Comment> = {}): Comment {
	const base = interaction(id, { type: 'INSTAGRAM_COMMENT', conversationId: null, mediaId: 'm1' });
	return { ...base, commentId: String(id), parentCommentId: null, isFromBrand: false, ...more };
}

/** A host with one conversation, which answers pages of it with the newest message first. */
function hostOf(messages: Message[], facts: Partial<Conversation> = {}) {
	const newestFirst = [...messages].reverse();
	const conversation = vi.fn(({ offset = 0, limit = 100 }: { offset?: number; limit?: number }) =>
		answer({
			participants: [{ handle: 'ann', pictureUrl: null }],
			isGroup: false,
			isClosed: false,
			...facts,
			messages: {
				rows: newestFirst.slice(offset, offset + limit),
				total: null,
				hasNext: offset + limit < newestFirst.length
			}
		})
	);
	return { conversation, client: { conversation } as unknown as CommunityClient };
}

function commentHost(comments: Comment[], more: Record<string, unknown> = {}): CommunityClient {
	const list = { rows: comments, total: comments.length, hasNext: false, platform: 'instagram' };
	return {
		comments: ({ comment_id }: { comment_id?: string }) =>
			answer({ ...list, scope: comment_id === undefined ? 'post' : 'thread' }),
		posts: () => answer([]),
		...more
	} as unknown as CommunityClient;
}

const asComment = { type: 'INSTAGRAM_COMMENT', conversationId: null, mediaId: 'm1' };
const asked = async (client: CommunityClient, opened: Interaction): Promise<Thread> =>
	(await askThread(client, VIEW, { interaction: opened, brand: BRAND })).value;

function entriesOf(thread: Thread) {
	if (thread.kind !== 'conversation' && thread.kind !== 'comments') throw new Error(thread.kind);
	return thread.entries;
}

describe('the thread of a direct message', () => {
	it('is the whole conversation in order, over as many pages as it has', async () => {
		const host = hostOf(Array.from({ length: 250 }, (_, id) => message(id + 1)));
		const thread = await asked(host.client, interaction(3));
		expect(entriesOf(thread).map(({ id }) => Number(id))).toEqual(
			Array.from({ length: 250 }, (_, n) => n + 1)
		);
		expect(entriesOf(thread).filter(({ isOpened }) => isOpened)).toMatchObject([{ id: '3' }]);
		expect(thread).toMatchObject({ participants: ['ann'], hasOlder: false });
		expect(host.conversation).toHaveBeenCalledTimes(3);
	});

	it('takes a message once that shifts into the next page', async () => {
		const pages = [
			{ rows: [message(4), message(3)], total: null, hasNext: true },
			{ rows: [message(3), message(2)], total: null, hasNext: false }
		];
		const conversation = () => answer({ participants: [], messages: pages.shift()! });
		const thread = await asked({ conversation } as unknown as CommunityClient, interaction(2));
		expect(entriesOf(thread).map(({ id }) => id)).toEqual(['2', '3', '4']);
	});

	it('ends after some hundred messages, says so, and still shows the one that was opened', async () => {
		const host = hostOf(Array.from({ length: MOST_IN_CONVERSATION + 50 }, (_, id) => message(id + 1)));
		const thread = await asked(host.client, interaction(3));
		expect(thread).toMatchObject({ hasOlder: true });
		expect(entriesOf(thread)).toHaveLength(MOST_IN_CONVERSATION + 1);
		expect(entriesOf(thread)[0]).toMatchObject({ id: '3', isOpened: true });
	});

	it('tells the brand, the customer and the unknown apart', () => {
		const messages = [message(1), message(2, { isFromBrand: true }), message(3, { isFromBrand: null })];
		const entries = conversationEntries(messages, interaction(1), []);
		expect(entries.map(({ from }) => from)).toEqual(['customer', 'brand', 'unknown']);
	});

	it('knows a message whose number differs by its text and time, and takes its sentiment from the list', () => {
		const entries = conversationEntries(
			[message(90, { createdAt: NOW + 1_000, text: 'hi' })],
			interaction(4, {
				text: 'hi',
				sourceCreatedAt: NOW
			}),
			[]
		);
		expect(entries).toMatchObject([{ id: '90', isOpened: true, sentiment: 'negative' }]);
	});

	it('says that nobody tells sentiments where no message has one', async () => {
		expect(await asked(hostOf([message(1)]).client, interaction(1))).toMatchObject({ tellsSentiment: false });
		const rated = hostOf([message(1, { sentiment: 'neutral' })]);
		expect(await asked(rated.client, interaction(1))).toMatchObject({ tellsSentiment: true });
	});

	it('marks the words of the filter', async () => {
		const thread = await asked(hostOf([message(1, { text: 'more mint please' })]).client, interaction(1));
		expect(entriesOf(thread)[0]!.lines).toEqual([['more ', 'mint', ' please']]);
	});

	it('is as old and as stale as the oldest of its answers', async () => {
		const page = { rows: [message(1)], total: null, hasNext: false };
		const conversation = () => answer({ participants: [], messages: page }, { asOf: 5, stale: true });
		const client = { conversation } as unknown as CommunityClient;
		const panel = await askThread(client, VIEW, { interaction: interaction(1), brand: BRAND });
		expect(panel).toMatchObject({ asOf: 5, stale: true });
	});
});

describe('the thread of a comment', () => {
	const reply = comment(3, { parentCommentId: '1' });
	const answered = comment(4, { parentCommentId: '3', isFromBrand: true });

	it('has its root first, then the replies by time, and the other threads apart', () => {
		const threads = commentThreads([answered, reply, comment(2), comment(1)], reply, []);
		expect(threads.thread.map(({ id }) => id)).toEqual(['1', '3', '4']);
		expect(threads.thread.map(({ isReply }) => isReply)).toEqual([false, true, true]);
		expect(threads.others.map(({ id }) => id)).toEqual(['2']);
	});

	it('ends where comments answer each other in a circle', () => {
		const circle = [comment(1, { parentCommentId: '2' }), comment(2, { parentCommentId: '1' })];
		const ids = Object.values(commentThreads(circle, circle[0]!, []))
			.flat()
			.map(({ id }) => id);
		expect(ids.toSorted()).toEqual(['1', '2']);
	});

	it('shows the comment also where the host does not list it', () => {
		const { thread, others } = commentThreads([comment(2)], comment(9), []);
		expect(thread).toMatchObject([{ id: '9', isOpened: true }]);
		expect(others).toHaveLength(1);
	});

	it('has the post that it belongs to', async () => {
		const post = { id: 'm1', platform: null, caption: null, permalink: null, publishedAt: null, comments: 4 };
		const client = commentHost([comment(1)], { posts: () => answer([post]) });
		const thread = await asked(client, interaction(1, { ...asComment, commentId: '1' }));
		expect(thread).toMatchObject({ kind: 'comments', post: { id: 'm1', lines: null, comments: 4 } });
	});

	it('stands without its post and the other comments where those fail', async () => {
		const comments = ({ comment_id }: { comment_id?: string }) =>
			comment_id === undefined
				? refuse('upstream_timeout')
				: answer({ rows: [comment(1)], total: 1, hasNext: false, scope: 'thread' });
		const client = commentHost([], { comments, posts: () => refuse('upstream_timeout') });
		const thread = await asked(client, interaction(1, { ...asComment, commentId: '1' }));
		expect(thread).toMatchObject({ kind: 'comments', others: null, post: null, entries: [{ id: '1' }] });
	});
});

describe('a message without a thread', () => {
	it('stands alone where the host has no conversation of it', async () => {
		const client = { conversation: () => refuse('not_found') } as unknown as CommunityClient;
		expect(await asked(client, interaction(1))).toMatchObject({ kind: 'alone', entry: { id: '1' } });
	});

	it('asks nothing where the message names neither a conversation nor a post', async () => {
		const unnamed = interaction(1, { ...asComment, mediaId: null });
		expect(await asked({} as CommunityClient, unnamed)).toMatchObject({ kind: 'alone' });
	});

	it('fails where the host has one and could not give it', async () => {
		const client = { conversation: () => refuse('upstream_timeout') } as unknown as CommunityClient;
		await expect(asked(client, interaction(1))).rejects.toMatchObject({ code: 'upstream_timeout' });
	});

	it('is missing where the link names a message that is not there', async () => {
		expect((await askThread({} as CommunityClient, VIEW, null)).value).toEqual({ kind: 'missing' });
	});
});
