import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyBatch } from '../apply-batch';
import { interaction } from '../fixture';
import type { NewInteraction } from '../new-interaction';
import { openStore } from '../store';
import type { Store } from '../store';
import { selectComment, selectComments } from './comments';
import { selectConversationFacts, selectMessages } from './conversations';
import { selectInteractions } from './community-interactions';

let store: Store;
beforeEach(async () => {
	store = await openStore({ directory: ':memory:' });
});
afterEach(() => store.close());

const put = (...interactions: NewInteraction[]) => applyBatch(store, { interactions });

/** A direct message of the conversation `dm`, so many seconds after 1970. */
const said = (key: string, second: number, parts: Partial<NewInteraction> = {}) =>
	interaction(key, {
		type: 'INSTAGRAM_CONVERSATION',
		conversationId: 'dm',
		author: 'mira',
		createdAt: second * 1_000,
		...parts
	});

const wholeOf = (brandId: number, isNewestFirst = true) => ({
	conversationId: 'dm',
	brandId,
	isNewestFirst,
	mustIncludeText: false,
	limit: 10,
	offset: 0
});

describe('a conversation', () => {
	it('is in the order of time in either direction, with the brand’s own part and what kind each message is', async () => {
		await put(
			said('a', 0, { subtype: 'story_mention' }),
			said('b', 1, { fromBrand: true, author: 'Aster & Vale' }),
			said('c', 2)
		);
		const { messages, total } = await selectMessages(store, wholeOf(1));
		expect(messages.map((one) => [one.createdAt, one.isFromBrand, one.subtype, one.platform])).toEqual([
			[2_000, false, null, 'instagram'],
			[1_000, true, null, 'instagram'],
			[0, false, 'story_mention', 'instagram']
		]);
		expect(total).toBe(3);
		const oldest = await selectMessages(store, { ...wholeOf(1, false), limit: 1, offset: 1 });
		expect([oldest.messages[0]?.createdAt, oldest.total]).toEqual([1_000, 3]);
	});

	it('can leave out messages without a text', async () => {
		await put(said('a', 0, { text: '' }), said('b', 1));
		const { messages, total } = await selectMessages(store, { ...wholeOf(1), mustIncludeText: true });
		expect([messages.length, total]).toEqual([1, 1]);
	});

	it('knows when the customer last wrote, and is closed when all of their messages are', async () => {
		await put(
			said('a', 0, { isClosed: true }),
			said('b', 5, { isClosed: true }),
			said('c', 9, { fromBrand: true, author: 'Aster & Vale' })
		);
		const which = { conversationId: 'dm', brandId: undefined };
		expect(await selectConversationFacts(store, which)).toEqual({
			id: 'dm',
			brandId: 1,
			type: 'INSTAGRAM_CONVERSATION',
			platform: 'instagram',
			isClosed: true,
			isGroup: false,
			lastReceivedAt: 5_000,
			customer: { handle: 'mira', pictureUrl: null },
			participants: [{ handle: 'mira', pictureUrl: null }]
		});
		await put(said('d', 11));
		expect(await selectConversationFacts(store, which)).toMatchObject({
			isClosed: false,
			lastReceivedAt: 11_000
		});
	});

	it('is a group when more than one customer writes in it', async () => {
		await put(said('a', 0), said('b', 1, { author: 'jo' }));
		expect(await selectConversationFacts(store, { conversationId: 'dm', brandId: 1 })).toMatchObject({
			isGroup: true,
			customer: { handle: 'jo' },
			participants: [{ handle: 'jo' }, { handle: 'mira' }]
		});
	});

	it('of two brands with the same id is never mixed: the newest one answers, or the brand that is asked for', async () => {
		await put(said('a', 0), said('b', 1, { brand: 'Birch Cycles' }));
		const facts = (brandId?: number) => selectConversationFacts(store, { conversationId: 'dm', brandId });
		expect([(await facts())?.brandId, (await facts(1))?.brandId, await facts(3)]).toEqual([2, 1, null]);
		expect((await selectMessages(store, wholeOf(1))).total).toBe(1);
	});

	it('that is not there is nothing, whatever its id', async () => {
		await put(said('a', 0));
		for (const conversationId of ['', "' OR 1=1 --", '__proto__', '\u202e', 'dm%']) {
			expect(await selectConversationFacts(store, { conversationId, brandId: undefined })).toBeNull();
		}
	});
});

describe('the comments of a post', () => {
	const tree = [
		interaction('root', { mediaId: 'p', createdAt: 1 }),
		interaction('answer', { mediaId: 'p', parentKey: 'root', createdAt: 2 }),
		interaction('deep', { mediaId: 'p', parentKey: 'answer', createdAt: 4, fromBrand: true }),
		interaction('sibling', { mediaId: 'p', createdAt: 3 }),
		interaction('elsewhere', { mediaId: 'q', createdAt: 5 }),
		interaction('orphan', { mediaId: 'p', parentKey: 'gone', createdAt: 6 }),
		interaction('message', { type: 'INSTAGRAM_CONVERSATION', mediaId: 'p', createdAt: 7 }),
		interaction('network', { type: 'TIKTOK_COMMENT', mediaId: 'p', createdAt: 8 }),
		interaction('ad', { type: 'INSTAGRAM_ADS_COMMENT', mediaId: 'p', createdAt: 9 })
	];
	const ask = (commentId: number | null, mediaId: string | null = 'p') =>
		selectComments(store, { brandId: 1, platform: 'instagram', mediaId, commentId, limit: 10, offset: 0 });
	const keysOf = ({ comments }: { comments: { key: string }[] }) => comments.map(({ key }) => key);

	async function idOf(key: string): Promise<number> {
		const { comments } = await ask(null);
		return comments.find((comment) => comment.key === key)?.id ?? 0;
	}

	it('are those of one platform, the newest first, ads among them and messages not', async () => {
		await put(...tree);
		const all = await ask(null);
		expect(keysOf(all)).toEqual(['ad', 'orphan', 'deep', 'sibling', 'answer', 'root']);
		expect(all.total).toBe(6);
	});

	it('each name the comment that they answer, if it is there', async () => {
		await put(...tree);
		const { comments } = await ask(null);
		const parents = comments.map(({ key, parentCommentId }) => [key, parentCommentId]);
		expect(Object.fromEntries(parents)).toEqual({
			ad: null,
			orphan: null,
			deep: String(await idOf('answer')),
			sibling: null,
			answer: String(await idOf('root')),
			root: null
		});
	});

	it.each(['root', 'answer', 'deep'])('are one thread from wherever in it one asks: %s', async (key) => {
		await put(...tree);
		expect(keysOf(await ask(await idOf(key)))).toEqual(['root', 'answer', 'deep']);
		expect(keysOf(await ask(await idOf(key), null))).toEqual(['root', 'answer', 'deep']);
	});

	it('end even where two comments claim to answer each other', async () => {
		await put(
			interaction('hen', { mediaId: 'p', parentKey: 'egg', createdAt: 1 }),
			interaction('egg', { mediaId: 'p', parentKey: 'hen', createdAt: 2 })
		);
		expect(keysOf(await ask(await idOf('egg')))).toEqual(['hen', 'egg']);
	});

	it('can be found one by one, on their own platform and for their own brand alone', async () => {
		await put(...tree);
		const id = await idOf('answer');
		const find = (brandId: number, platform: 'instagram' | 'tiktok') =>
			selectComment(store, { brandId, platform, id });
		expect((await find(1, 'instagram'))?.key).toBe('answer');
		expect(await find(1, 'tiktok')).toBeNull();
		expect(await find(2, 'instagram')).toBeNull();
	});

	it('that the brand wrote stay out of the list of interactions', async () => {
		await put(...tree);
		const page = { brand_ids: [1], sort: 'SOURCE_UPDATED_AT' as const, limit: 100, offset: 0 };
		const { rows } = await selectInteractions(store, page);
		expect(rows.some(({ key }) => key === 'deep')).toBe(false);
	});
});
