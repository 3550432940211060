import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommunityError } from '$lib/errors/community-error';
import { createCommunityClient, type CommunityClient, type CommunityFetch } from './client';

const NOW = Date.UTC(2026, 6, 2);

type Sent = { url: string; method: string; headers: Record<string, string>; body: unknown; isWrite: boolean };

/** A client whose host answers by the path of the call, and the last answer again and again. */
function clientOf(answer: (path: string, sent: Sent) => Response) {
	const sent: Sent[] = [];
	const fetch: CommunityFetch = async (url, { method, headers, body, isWrite = false }) => {
		const call = { url, method, headers, body: body === undefined ? undefined : JSON.parse(body), isWrite };
		sent.push(call);
		return answer(new URL(url).pathname, call);
	};
	const options = { baseUrl: 'https://api.test', selfUrl: 'https://auth.test/self', now: () => NOW };
	return { client: createCommunityClient({ ...options, fetch }), sent };
}

const json = (value: unknown, status = 200) => Response.json(value, { status });
const refusal = (field: string) => json({ errors: { query: { [field]: ['Unknown field.'] } } }, 422);
const documented = {
	data: {
		follower_participant: { profile_picture_url: 'https://pictures.example/1', user_handle: 'Mira' },
		messages: [
			{ created_at: '2026-07-01T10:00:00', id: 'm2', platform: 'instagram', text: 'Yes?', username: '@mira' },
			{
				created_at: '2026-07-01T11:00:00+02:00',
				id: 'm1',
				platform: 'Instagram',
				text: null,
				username: 'Acme'
			}
		]
	},
	paging: { next: 'https://elsewhere.example/?offset=100', previous: null }
};

describe('a conversation', () => {
	it('is asked for at its newer address, with an id that is any text', async () => {
		const { client, sent } = clientOf(() => json(documented));
		await client.conversation({ conversation_id: 'a/b ?#%2e', limit: 10, sort: 'CREATED_AT' });
		expect(sent.map(({ method, url }) => [method, url])).toEqual([
			['GET', 'https://api.test/conversations/a%2Fb%20%3F%23%252e?limit=10&offset=0&sort=CREATED_AT']
		]);
		for (const id of ['', '.', '..', '\ud800', 'x'.repeat(513)]) {
			await expect(client.conversation({ conversation_id: id })).rejects.toMatchObject({
				code: 'query_invalid',
				details: { field: 'conversation_id' }
			});
		}
		expect(sent).toHaveLength(1);
	});

	it('of the documented shape says whose each message is by its name', async () => {
		const { client } = clientOf(() => json(documented));
		const { value } = await client.conversation({ conversation_id: 'c' });
		expect(value).toEqual({
			id: 'c',
			brandId: null,
			type: null,
			platform: 'instagram',
			isClosed: null,
			isGroup: null,
			lastReceivedAt: Date.UTC(2026, 6, 1, 10),
			customer: { handle: 'Mira', pictureUrl: 'https://pictures.example/1' },
			participants: [{ handle: 'Mira', pictureUrl: 'https://pictures.example/1' }],
			messages: {
				rows: [
					expect.objectContaining({ id: 'm2', isFromBrand: false, createdAt: Date.UTC(2026, 6, 1, 10) }),
					expect.objectContaining({ id: 'm1', isFromBrand: true, text: '', sentiment: null, subtype: null })
				],
				total: null,
				hasNext: true
			}
		});
	});

	it.each([
		{ data: [{ id: 1, text: 'a' }] },
		[{ id: 1, text: 'a' }],
		{ messages: [{ id: 1, message: 'a', author: { username: 'b' } }] },
		{ data: { messages: [{ id: 1, text: 'a', created_at: null }], participants: ['b', { name: 'c' }] } }
	])('is read in other shapes too: %j', async (payload) => {
		const { client } = clientOf(() => json(payload));
		const { messages } = (await client.conversation({ conversation_id: 'c' })).value;
		expect(messages.rows).toMatchObject([{ id: 1, text: 'a', createdAt: null }]);
	});

	it.each<[string, () => Response]>([
		['has no such address', () => json({}, 404)],
		['has another method there', () => json({}, 405)],
		['answers what cannot be read', () => json({ data: { thread: [] } })],
		['answers a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })]
	])('is asked for at its older address where a host %s', async (_, newer) => {
		const { client, sent } = clientOf((path) =>
			path.startsWith('/conversations') ? newer() : json(documented)
		);
		const { value } = await client.conversation({ conversation_id: 'c', brand_id: 3 });
		expect(value.messages.rows).toHaveLength(2);
		expect(sent.at(-1)?.url).toBe(
			'https://api.test/interaction/c/messages?limit=100&offset=0&sort=-CREATED_AT'
		);
	});

	it('asks a host that cannot be read there no more than once', async () => {
		const { client, sent } = clientOf((path) =>
			json(path.startsWith('/conversations') ? { data: 7 } : documented)
		);
		await client.conversation({ conversation_id: 'c' });
		await client.conversation({ conversation_id: 'd' });
		expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
			'/conversations/c',
			'/interaction/c/messages',
			'/interaction/d/messages'
		]);
	});

	it('that no host has is not found, and a host in trouble is asked once', async () => {
		const nowhere = clientOf(() => json({}, 404));
		await expect(nowhere.client.conversation({ conversation_id: 'c' })).rejects.toMatchObject({
			code: 'not_found'
		});
		const broken = clientOf(() => json({}, 500));
		const asked = broken.client.conversation({ conversation_id: 'c' });
		await expect(asked).rejects.toMatchObject({ code: 'upstream_failed' });
		expect(broken.sent).toHaveLength(1);
	});

	it('is asked for without its brand where a host does not know that field', async () => {
		const { client, sent } = clientOf((_, { url }) =>
			url.includes('brand_id') ? refusal('brand_id') : json(documented)
		);
		await client.conversation({ conversation_id: 'c', brand_id: 3 });
		await client.conversation({ conversation_id: 'c', brand_id: 3 });
		expect(sent.map(({ url }) => url.includes('brand_id'))).toEqual([true, false, false]);
	});

	it('shows no picture that does not come over https', async () => {
		const follower = { profile_picture_url: 'javascript:alert(1)', user_handle: 'm' };
		const { client } = clientOf(() => json({ data: { follower_participant: follower, messages: [] } }));
		expect((await client.conversation({ conversation_id: 'c' })).value.customer?.pictureUrl).toBeNull();
	});
});

describe('comments and posts', () => {
	it('are asked for by post or by thread, and read without the extensions of the embedded host', async () => {
		const rows = [{ id: 9, text: 'nice', parent_comment_id: '8', tweet_id: 't9' }];
		const { client, sent } = clientOf((_, { url }) =>
			url.includes('comment_id=') ? refusal('comment_id') : json({ data: rows })
		);
		const query = { platform: 'twitter', brand_id: 1, media_id: 'p', comment_id: '9' } as const;
		const { value } = await client.comments(query);
		expect([value.scope, value.platform]).toEqual(['post', 'twitter']);
		expect(value.rows).toMatchObject([
			{ id: 9, type: 'TWITTER_RETWEET', commentId: 't9', parentCommentId: '8', isFromBrand: null }
		]);
		expect(sent.at(-1)?.url).toBe('https://api.test/tweets?brand_id=1&limit=20&media_id=p&offset=0');
		const without = client.comments({ platform: 'twitter', brand_id: 1, comment_id: '9' });
		await expect(without).rejects.toMatchObject({ code: 'query_invalid', details: { field: 'media_id' } });
	});

	it('never take the comment that a row answers for its own id or type', async () => {
		const { client } = clientOf(() => json({ data: [{ id: 9, parent_comment_id: '8' }] }));
		const { rows } = (await client.interactions({ brand_id: 1 })).value;
		expect(rows[0]).toMatchObject({ type: 'UNKNOWN', commentId: null });
		const comments = await client.comments({ platform: 'youtube', brand_id: 1, media_id: 'p' });
		expect(comments.value.rows[0]).toMatchObject({ type: 'YOUTUBE_COMMENT', commentId: '9' });
	});

	it('do without posts where a host has no list of them, and ask no second time', async () => {
		const { client, sent } = clientOf(() => json({}, 404));
		expect((await client.posts({ brand_id: 1 })).value).toEqual([]);
		expect((await client.posts({ brand_id: 1 })).value).toEqual([]);
		expect(sent).toHaveLength(1);
	});
});

describe('orders', () => {
	const message = { id: 5, text: 'Hi', created_at: '2026-07-02T00:00:00Z' };

	it('are one call each, marked as what changes something', async () => {
		const { client, sent } = clientOf((path) =>
			json(
				{ data: path === '/tags' ? { id: 1, name: 'vip', brand_id: 1 } : { ...message, brand_id: 1 } },
				201
			)
		);
		await client.replyToConversation({ conversation_id: 'c/1', brand_id: 3, text: 'Hi' }, { key: 'k-1' });
		await client.replyToComment({ platform: 'tiktok', brand_id: 1, parent_comment_id: '8', text: 'Hi' });
		await client.changeConversation({ conversation_id: 'c', is_closed: true });
		await client.changeInteraction({ id: 7, is_closed: false, add_tag_ids: [1] });
		await client.createTag({ brand_id: 1, name: 'vip', color: '#00FF00' });
		expect(sent.map(({ method, url, body, isWrite }) => [method, url.slice(16), body, isWrite])).toEqual([
			['POST', '/conversations/c%2F1/messages?brand_id=3', { text: 'Hi' }, true],
			['POST', '/tiktok_comments', { brand_id: 1, parent_comment_id: '8', text: 'Hi' }, true],
			['PATCH', '/conversations/c', { is_closed: true }, true],
			['PATCH', '/community_interactions/7', { is_closed: false, add_tag_ids: [1] }, true],
			['POST', '/tags', { brand_id: 1, name: 'vip', color: '#00FF00' }, true]
		]);
		expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([
			'k-1',
			...Array(4).fill(undefined)
		]);
	});

	it.each<[number, unknown, unknown]>([
		[201, { data: message }, { id: 5, text: 'Hi', isFromBrand: true }],
		[200, message, { id: 5 }],
		[201, { data: [] }, null],
		[202, {}, null],
		[200, null, null],
		[201, { data: { status: 'queued' } }, null]
	])('a reply that is answered with %i and %j is taken', async (status, payload, expected) => {
		const { client } = clientOf(() => json(payload, status));
		const answer = await client.replyToConversation({ conversation_id: 'c', text: 'Hi' });
		if (expected === null) expect(answer).toBeNull();
		else expect(answer).toMatchObject(expected as object);
	});

	it('a reply that is answered with a page for signing in is not taken for sent', async () => {
		const { client } = clientOf(() => new Response('<html>Sign in</html>'));
		const reply = client.replyToConversation({ conversation_id: 'c', text: 'Hi' });
		await expect(reply).rejects.toMatchObject({ code: 'upstream_malformed' });
	});

	it('that their own schema refuses never leave, nor do keys that no header can carry', async () => {
		const { client, sent } = clientOf(() => json({}));
		const orders: Promise<unknown>[] = [
			client.replyToConversation({ conversation_id: '..', text: 'Hi' }),
			client.replyToConversation({ conversation_id: 'c', text: 'Hi' }, { key: 'a\r\nb: c' }),
			client.replyToComment({ platform: 'tiktok', brand_id: 0, parent_comment_id: '8', text: 'Hi' }),
			client.changeInteraction({ id: '..', is_closed: true }),
			client.createTag({ brand_id: 1, name: 'x'.repeat(65), color: '#00FF00' }),
			client.createTag({ brand_id: 1, name: 'x', color: 'red' })
		];
		for (const order of orders)
			await expect(order).rejects.toMatchObject({ code: 'query_invalid', status: null });
		expect(sent).toEqual([]);
	});
});

describe('any answer at all', () => {
	const asking: [string, (client: CommunityClient) => Promise<unknown>][] = [
		['conversation', (client) => client.conversation({ conversation_id: 'c' })],
		['comments', (client) => client.comments({ platform: 'tiktok', brand_id: 1, media_id: 'p' })],
		['posts', (client) => client.posts({ brand_id: 1 })],
		['replyToConversation', (client) => client.replyToConversation({ conversation_id: 'c', text: 'Hi' })],
		['changeConversation', (client) => client.changeConversation({ conversation_id: 'c', is_closed: true })],
		['changeInteraction', (client) => client.changeInteraction({ id: 1, is_closed: true })],
		['createTag', (client) => client.createTag({ brand_id: 1, name: 'x', color: '#000000' })]
	];
	const key = fc.constantFrom(
		'data',
		'messages',
		'id',
		'text',
		'paging',
		'participants',
		'tags',
		'__proto__',
		'next'
	);
	const leaf = fc.oneof(
		fc.jsonValue({ maxDepth: 1 }),
		fc.constantFrom('\ud800', '\u202e', 1e300, -1, '2026-02-30')
	);
	const { tree } = fc.letrec((tie) => ({
		tree: fc.oneof(
			{ maxDepth: 4 },
			leaf,
			fc.array(tie('tree'), { maxLength: 3 }),
			fc.dictionary(key, tie('tree'))
		)
	}));

	it.each(asking)('gives %s a value or a CommunityError, and nothing else', async (_, ask) => {
		await fc.assert(
			fc.asyncProperty(tree, fc.constantFrom(200, 201, 204, 302, 404, 422, 500), async (payload, status) => {
				const hasBody = status !== 204;
				const { client } = clientOf(() => new Response(hasBody ? JSON.stringify(payload) : null, { status }));
				await ask(client).catch((error: unknown) => expect(isCommunityError(error)).toBe(true));
			}),
			{ numRuns: 150 }
		);
	});
});
