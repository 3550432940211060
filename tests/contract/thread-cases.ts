import { expect } from 'vitest';
import {
	answerOf,
	askRows,
	contractCase,
	embeddedCase,
	postFor,
	refusalOf,
	wrongFields,
	type Caller,
	type ContractCase,
	type Json
} from './ask';
import {
	askComments,
	askConversation,
	askMessages,
	brandNamed,
	commentNamed,
	madeBy,
	replyPath,
	send
} from './thread-ask';
import { HOSTILE, MARSH, OTTER } from './thread-fixture';

const ENDPOINTS = [
	'facebook_comments',
	'instagram_comments',
	'tiktok_comments',
	'tweets',
	'youtube_comments'
];
const ROOTS: Record<string, string> = {
	facebook_comments: 'facebook root',
	instagram_comments: 'instagram root',
	tiktok_comments: 'tiktok root',
	tweets: 'repost',
	youtube_comments: 'youtube root'
};
const COMMENT_IDS: Record<string, string> = {
	facebook_comments: 'facebook_comment_id',
	instagram_comments: 'instagram_comment_id',
	tiktok_comments: 'tiktok_comment_id',
	tweets: 'twitter_comment_id',
	youtube_comments: 'youtube_comment_id'
};

const textsOf = (rows: readonly { text: string }[]) => rows.map(({ text }) => text);

/** How many interactions of the brand are closed and open, by the volume. */
async function closedAndOpen(ask: Caller): Promise<[number, number]> {
	const brand = await brandNamed(ask);
	const count = async (is_closed: boolean) => {
		const volume = await postFor(ask, '/volume_time_series', {
			brand_ids: [brand],
			scale: 'QUARTER',
			is_closed
		});
		return Object.values(volume as Record<string, { total: number }>).reduce(
			(sum, one) => sum + one.total,
			0
		);
	};
	return [await count(true), await count(false)];
}

async function rowNamed(
	ask: Caller,
	text: string
): Promise<Json & { id: number; tags: { id: number; name: string }[] }> {
	const { data } = await askRows(ask, `brand_id=${await brandNamed(ask)}&limit=100`);
	return data.find((row) => row.text === text) as Json & { id: number; tags: { id: number; name: string }[] };
}

async function changeOf(ask: Caller, id: number | string, body: unknown): Promise<Json> {
	return (await answerOf(await send(ask, 'PATCH', `/community_interactions/${id}`, body))).data as Json;
}

const reading: ContractCase[] = [
	contractCase(
		'the messages of a conversation have their documented keys, and a paging without a count',
		async (ask) => {
			const page = await askMessages(ask, 'open-dm');
			expect(textsOf(page.data.messages)).toEqual(['last', '', 'answered', 'first']);
			expect(Object.keys(page.data).sort()).toEqual(['follower_participant', 'messages']);
			expect(page.data.follower_participant).toEqual({ profile_picture_url: null, user_handle: 'mira' });
			expect(page.data.messages[0]).toEqual({
				created_at: '2026-06-30T08:30:00.000Z',
				id: expect.any(Number) as unknown,
				platform: 'instagram',
				text: 'last',
				username: 'mira'
			});
			expect(page.data.messages[2]?.username).toBe(MARSH);
			expect(page.paging).toEqual({ next: null, previous: null });
		}
	),
	contractCase(
		'messages are sorted by their time, come by pages, and may have to have a text',
		async (ask) => {
			const oldest = await askMessages(ask, 'open-dm', '?sort=CREATED_AT&limit=3');
			expect(textsOf(oldest.data.messages)).toEqual(['first', 'answered', '']);
			const { pathname, search } = new URL(oldest.paging.next!);
			expect(pathname).toMatch(/\/interaction\/open-dm\/messages$/);
			const second = await askMessages(ask, 'open-dm', search);
			expect([textsOf(second.data.messages), second.paging.next]).toEqual([['last'], null]);
			expect(new URL(second.paging.previous!).searchParams.get('offset')).toBe('0');
			const worded = await askMessages(ask, 'open-dm', '?must_include_text=true');
			expect(textsOf(worded.data.messages)).toEqual(['last', 'answered', 'first']);
			expect((await askMessages(ask, 'open-dm', '?must_include_text=false')).data.messages).toHaveLength(4);
		}
	),
	contractCase('a page of messages holds at most 100, and nothing but its own fields', async (ask) => {
		for (const path of ['/interaction/open-dm/messages', '/conversations/open-dm']) {
			const wrong = `${path}?limit=101&offset=-1&sort=RELEVANCE&must_include_text=maybe&brand_id=0`;
			const fields = await wrongFields(await ask(wrong), 'query');
			expect(Object.keys(fields).sort()).toEqual([
				'brand_id',
				'limit',
				'must_include_text',
				'offset',
				'sort'
			]);
			expect(fields.sort?.[0]).toContain('-CREATED_AT, CREATED_AT');
			const unknown = await wrongFields(await ask(`${path}?types=TIKTOK_COMMENT`), 'query');
			expect(unknown).toHaveProperty('types');
		}
	}),
	contractCase(
		'the newer address of a conversation tells its facts, and of each message what it is',
		async (ask) => {
			const { data, paging } = await askConversation(ask, 'open-dm', '?sort=CREATED_AT');
			expect(data).toMatchObject({
				id: 'open-dm',
				brand_id: await brandNamed(ask),
				type: 'INSTAGRAM_CONVERSATION',
				platform: 'instagram',
				is_closed: false,
				is_group: false,
				last_received_at: '2026-06-30T08:30:00.000Z',
				follower_participant: { user_handle: 'mira' },
				participants: [{ user_handle: 'mira' }]
			});
			const shown = data.messages.map(({ is_from_brand: own, subtype }) => [own, subtype]);
			expect(shown).toEqual([
				[false, 'story_reply'],
				[true, null],
				[false, 'story_mention'],
				[false, null]
			]);
			expect(data.messages[0]).toMatchObject({
				sentiment: { is_positive: true },
				tags: [{ name: 'praise' }],
				is_closed: false
			});
			expect(paging).toEqual({ count: 4, next: null, previous: null });
		}
	),
	contractCase('a conversation with several customers is a group, and names them', async (ask) => {
		const { data } = await askConversation(ask, 'group-dm');
		expect(data.is_group).toBe(true);
		expect((data.participants as Json[]).map((one) => one.user_handle)).toEqual(['jo', 'mira']);
	}),
	contractCase('an id of a conversation is any text, percent-encoded', async (ask) => {
		expect(textsOf((await askMessages(ask, 'a/b?c#d%2e e')).data.messages)).toEqual(['slash']);
		expect((await askMessages(ask, HOSTILE[0]!)).data.messages).toHaveLength(1);
	}),
	contractCase('two brands whose sources number alike are told apart by `brand_id`', async (ask) => {
		const [ours, theirs] = [await brandNamed(ask), await brandNamed(ask, OTTER)];
		expect(textsOf((await askMessages(ask, 'shared')).data.messages)).toEqual(['shared, theirs']);
		const named = await askConversation(ask, 'shared', `?brand_id=${ours}`);
		expect([named.data.brand_id, textsOf(named.data.messages)]).toEqual([ours, ['shared, ours']]);
		expect((await askConversation(ask, 'shared', `?brand_id=${theirs}`)).data.brand_id).toBe(theirs);
		await refusalOf(await ask('/conversations/shared?brand_id=987654'), 403);
	}),
	contractCase('a conversation that is not there is 404 and says where they are named', async (ask) => {
		for (const path of [
			'/interaction/nobody/messages',
			'/conversations/nobody',
			'/conversations/__proto__'
		]) {
			expect((await refusalOf(await ask(path), 404)).message).toContain('conversation_id');
		}
		await refusalOf(await send(ask, 'POST', replyPath('nobody'), { text: 'Hello' }), 404);
		await refusalOf(await send(ask, 'PATCH', '/conversations/nobody', { is_closed: true }), 404);
	}),
	contractCase(
		'the comments of every platform are listed by their post, each with the id that a reply names',
		async (ask) => {
			for (const endpoint of ENDPOINTS) {
				const page = await askComments(ask, endpoint, 'media_id=lamp-post');
				expect(page.scope).toBe('post');
				expect(textsOf(page.data)).toContain(ROOTS[endpoint]);
				expect(page.paging.count).toBe(page.data.length);
				for (const row of page.data) expect(row[COMMENT_IDS[endpoint]!]).toBe(String(row.id));
			}
		}
	),
	contractCase(
		'comments of a post are the newest first, with what they answer and whose they are',
		async (ask) => {
			const { data } = await askComments(ask, 'instagram_comments', 'media_id=lamp-post');
			const texts = ['instagram other', 'instagram brand', 'instagram reply', 'instagram root'];
			expect(textsOf(data)).toEqual(texts);
			const idOf = (text: string) => String(data.find((row) => row.text === text)!.id);
			expect(data.map((row) => row.parent_comment_id)).toEqual([
				null,
				idOf('instagram reply'),
				idOf('instagram root'),
				null
			]);
			expect(data.map((row) => row.is_from_brand)).toEqual([false, true, false, false]);
			expect(data[3]).toMatchObject({ sentiment: { is_negative: true }, tags: [{ name: 'urgent' }] });
			const second = await askComments(ask, 'instagram_comments', 'media_id=lamp-post&limit=2&offset=2');
			expect([textsOf(second.data), second.paging.count]).toEqual([texts.slice(2), 4]);
		}
	),
	contractCase(
		'`comment_id` asks for one thread, from its root on, whichever of its comments it names',
		async (ask) => {
			for (const text of ['instagram root', 'instagram reply', 'instagram brand']) {
				const { id } = await commentNamed(ask, 'instagram_comments', text);
				for (const query of [`comment_id=${id}`, `comment_id=${id}&media_id=lamp-post`]) {
					const page = await askComments(ask, 'instagram_comments', query);
					expect([page.scope, textsOf(page.data)]).toEqual([
						'thread',
						['instagram root', 'instagram reply', 'instagram brand']
					]);
				}
			}
			const { id } = await commentNamed(ask, 'instagram_comments', 'instagram root');
			const brand = await brandNamed(ask);
			for (const wrong of [
				`tiktok_comments?brand_id=${brand}&comment_id=${id}`,
				`tweets?brand_id=${brand}&comment_id=x`
			]) {
				await refusalOf(await ask(`/${wrong}`), 404);
			}
		}
	),
	contractCase('comments are those of one brand, and need a post or a thread', async (ask) => {
		const brand = await brandNamed(ask);
		expect(await wrongFields(await ask('/tweets?media_id=lamp-post'), 'query')).toHaveProperty('brand_id');
		expect(await wrongFields(await ask(`/tweets?brand_id=${brand}`), 'query')).toHaveProperty('media_id');
		await refusalOf(await ask('/tweets?brand_id=987654&media_id=lamp-post'), 403);
		const elsewhere = await askComments(ask, 'tweets', 'media_id=nowhere');
		expect(elsewhere).toEqual({ data: [], scope: 'post', paging: { count: 0, previous: null, next: null } });
	}),
	contractCase('`media` lists the posts of a brand, or those that are named', async (ask) => {
		const brand = await brandNamed(ask);
		const media = async (query: string) =>
			((await answerOf(await ask(`/media?brand_id=${brand}${query}`))) as { data: Json[] }).data;
		expect((await media('')).map(({ id }) => id)).toEqual(['ad-post', 'lamp-post']);
		expect(await media('&media_ids=lamp-post')).toMatchObject([
			{ id: 'lamp-post', interactions: 8, caption: null, permalink: null, published_at: null }
		]);
	}),
	contractCase('hostile words come back as they were said, as message, as author and as tag', async (ask) => {
		const { data } = await askConversation(ask, 'hostile', '?sort=CREATED_AT');
		expect(textsOf(data.messages)).toEqual(HOSTILE);
		const tags = data.messages.map((message) => (message.tags as { name: string }[])[0]?.name);
		expect(tags).toEqual(HOSTILE.map((text) => text.slice(0, 64)));
		const long = await askMessages(ask, HOSTILE[0]!);
		expect(long.data.messages[0]).toMatchObject({ username: HOSTILE[0]!, text: 'x'.repeat(1_048_576) });
	})
];

const replying: ContractCase[] = [
	contractCase(
		'a reply to a direct message is 201 with the message, and becomes the newest of the thread',
		async (ask) => {
			const before = await closedAndOpen(ask);
			const made = await madeBy(
				await send(ask, 'POST', replyPath('open-dm'), { text: ' It ships\r\ntoday 🎉 ' })
			);
			expect(made).toMatchObject({
				text: 'It ships\ntoday 🎉',
				username: MARSH,
				platform: 'instagram',
				created_at: '2026-07-02T08:30:00.000Z',
				is_from_brand: true
			});
			const { data } = await askMessages(ask, 'open-dm');
			expect(data.messages[0]).toMatchObject({ id: made.id, text: 'It ships\ntoday 🎉' });
			expect(data.follower_participant).toMatchObject({ user_handle: 'mira' });
			expect(data.messages).toHaveLength(5);
			expect(await closedAndOpen(ask)).toEqual(before);
		}
	),
	contractCase('a reply with the same key is taken once, whatever has changed since', async (ask) => {
		const headers = { 'idempotency-key': 'outbox-17' };
		const reply = (text: string) => send(ask, 'POST', replyPath('open-dm'), { text }, headers);
		const made = await madeBy(await reply('Once'));
		const [again, atOnce] = await Promise.all([reply('Once'), reply('Once')]);
		expect([(await madeBy(again)).id, (await madeBy(atOnce)).id]).toEqual([made.id, made.id]);
		expect((await askMessages(ask, 'open-dm')).data.messages).toHaveLength(5);
		expect(await wrongFields(await reply('Something else'), 'json')).toHaveProperty('idempotency-key');
		const elsewhere = await send(ask, 'POST', replyPath('old-x'), { text: 'Once' }, headers);
		expect(await wrongFields(elsewhere, 'json')).toHaveProperty('idempotency-key');
	}),
	contractCase('ten replies with one key at the same time are one message', async (ask) => {
		const headers = { 'idempotency-key': 'double-click' };
		const replies = Array.from({ length: 10 }, () =>
			send(ask, 'POST', replyPath('old-x'), { text: 'Only once' }, headers)
		);
		const ids = await Promise.all(replies.map(async (reply) => (await madeBy(await reply)).id));
		expect(new Set(ids).size).toBe(1);
		expect((await askMessages(ask, 'old-x')).data.messages).toHaveLength(2);
	}),
	contractCase('replies without a key are as many as were sent', async (ask) => {
		for (let count = 0; count < 2; count += 1) {
			await madeBy(await send(ask, 'POST', replyPath('old-x'), { text: 'The same words' }));
		}
		expect((await askMessages(ask, 'old-x')).data.messages).toHaveLength(3);
	}),
	contractCase('Instagram and Facebook take no reply 7 days after the last message, X does', async (ask) => {
		for (const id of ['expired-dm', 'expired-facebook']) {
			const refused = await wrongFields(await send(ask, 'POST', replyPath(id), { text: 'Sorry' }), 'json');
			expect(Object.keys(refused)).toEqual(['conversation_id']);
			expect(refused.conversation_id?.[0]).toMatch(/7 days.*app of the platform/);
			expect((await askMessages(ask, id)).data.messages).toHaveLength(1);
		}
		await madeBy(await send(ask, 'POST', replyPath('old-x'), { text: 'Sorry' }));
	}),
	contractCase('a group conversation takes no reply, and says what to do instead', async (ask) => {
		const refused = await wrongFields(await send(ask, 'POST', replyPath('group-dm'), { text: 'Hi' }), 'json');
		expect(refused.conversation_id?.[0]).toMatch(/several people.*app of the platform/);
		expect((await askMessages(ask, 'group-dm')).data.messages).toHaveLength(2);
	}),
	contractCase('a text that cannot be sent is refused with every reason and its fix', async (ask) => {
		const refusedFor = async (id: string, body: unknown) =>
			wrongFields(await send(ask, 'POST', replyPath(id), body), 'json');
		for (const text of ['', ' \n ', '\u200b\u2060', '\u202e']) {
			expect((await refusedFor('open-dm', { text })).text?.[0]).toContain('Write a text');
		}
		expect((await refusedFor('open-dm', { text: 'é'.repeat(501) })).text?.[0]).toContain('1002 bytes');
		expect((await refusedFor('open-dm', '{"text":"\\ud83d half"}')).text?.[0]).toContain('half a character');
		expect((await refusedFor('open-dm', { text: 'a\u0000b' })).text?.[0]).toContain('control character');
		expect(Object.keys(await refusedFor('expired-dm', { text: '' })).sort()).toEqual([
			'conversation_id',
			'text'
		]);
		for (const body of [{}, { text: 7 }, { text: null }, { message: 'Hi' }, { text: 'Hi', __proto__x: 1 }]) {
			await refusedFor('open-dm', body);
		}
		expect((await askMessages(ask, 'open-dm')).data.messages).toHaveLength(4);
	}),
	contractCase('a text of a megabyte is refused before it is read', async (ask) => {
		const text = 'x'.repeat(1_048_576);
		await refusalOf(await send(ask, 'POST', replyPath('open-dm'), { text }), 413);
		expect((await askMessages(ask, 'open-dm')).data.messages).toHaveLength(4);
	}),
	contractCase('hostile words of the brand itself come back as they were said', async (ask) => {
		for (const text of HOSTILE) {
			expect((await madeBy(await send(ask, 'POST', replyPath('old-x'), { text }))).text).toBe(text);
		}
		const { data } = await askMessages(ask, 'old-x', '?sort=CREATED_AT');
		expect(textsOf(data.messages).slice(1)).toEqual(HOSTILE);
	}),
	contractCase(
		'a comment of every platform is answered under its post, and its thread shows the answer',
		async (ask) => {
			const brand_id = await brandNamed(ask);
			for (const endpoint of ENDPOINTS) {
				const root = await commentNamed(ask, endpoint, ROOTS[endpoint]!);
				const parent_comment_id = root[COMMENT_IDS[endpoint]!];
				const body = { brand_id, media_id: 'lamp-post', parent_comment_id, text: 'Thank you @mira' };
				const made = await madeBy(await send(ask, 'POST', `/${endpoint}`, body));
				expect(made).toMatchObject({
					text: 'Thank you @mira',
					type: root.type,
					username: MARSH,
					media_id: 'lamp-post',
					parent_comment_id: String(root.id),
					is_from_brand: true
				});
				const thread = await askComments(ask, endpoint, `comment_id=${root.id}`);
				expect(textsOf(thread.data).at(-1)).toBe('Thank you @mira');
			}
		}
	),
	contractCase('a reply to a comment with the same key is taken once', async (ask) => {
		const [brand_id, root] = [await brandNamed(ask), await commentNamed(ask, 'tweets', 'repost')];
		const headers = { 'idempotency-key': 'k' };
		const reply = (text: string) =>
			send(ask, 'POST', '/tweets', { brand_id, parent_comment_id: root.id, text }, headers);
		const made = await madeBy(await reply('Thanks'));
		expect((await madeBy(await reply('Thanks'))).id).toBe(made.id);
		expect(await wrongFields(await reply('Thanks!'), 'json')).toHaveProperty('idempotency-key');
	}),
	contractCase('YouTube takes replies to root comments only, and no emoji', async (ask) => {
		const brand_id = await brandNamed(ask);
		const answer = async (text: string, reply: string) => {
			const { id } = await commentNamed(ask, 'youtube_comments', text);
			return send(ask, 'POST', '/youtube_comments', { brand_id, parent_comment_id: id, text: reply });
		};
		const nested = await wrongFields(await answer('youtube reply', 'Thanks'), 'json');
		expect(nested.parent_comment_id?.[0]).toContain('top of the thread');
		const emoji = await wrongFields(await answer('youtube root', 'Thanks 😍 100©'), 'json');
		expect(emoji.text).toEqual(['YouTube does not show emoji in replies. Take out 😍.']);
		await madeBy(await answer('youtube root', 'Thanks, 100 © #1'));
	}),
	contractCase(
		'a reply to a comment that is not there, of another platform, brand or post is refused',
		async (ask) => {
			const [brand_id, other] = [await brandNamed(ask), await brandNamed(ask, OTTER)];
			const { id } = await commentNamed(ask, 'tiktok_comments', 'tiktok root');
			const text = 'Thanks';
			const answer = (endpoint: string, body: Json) => send(ask, 'POST', `/${endpoint}`, { text, ...body });
			await refusalOf(await answer('tiktok_comments', { brand_id, parent_comment_id: 987_654 }), 404);
			await refusalOf(await answer('tiktok_comments', { brand_id, parent_comment_id: '__proto__' }), 404);
			await refusalOf(await answer('tweets', { brand_id, parent_comment_id: id }), 404);
			await refusalOf(await answer('tiktok_comments', { brand_id: other, parent_comment_id: id }), 404);
			await refusalOf(await answer('tiktok_comments', { brand_id: 987_654, parent_comment_id: id }), 403);
			const wrong = { brand_id, parent_comment_id: id, media_id: 'ad-post' };
			expect(await wrongFields(await answer('tiktok_comments', wrong), 'json')).toHaveProperty('media_id');
			const bare = await wrongFields(await answer('tiktok_comments', {}), 'json');
			expect(Object.keys(bare).sort()).toEqual(['brand_id', 'parent_comment_id']);
		}
	)
];

const changing: ContractCase[] = [
	contractCase('an interaction is closed and opened again, and every count follows', async (ask) => {
		const [closed, open] = await closedAndOpen(ask);
		const { id } = await rowNamed(ask, 'instagram root');
		expect(await changeOf(ask, id, { is_closed: true })).toMatchObject({ id, is_closed: true });
		expect(await closedAndOpen(ask)).toEqual([closed + 1, open - 1]);
		await changeOf(ask, id, { is_closed: true });
		expect(await closedAndOpen(ask)).toEqual([closed + 1, open - 1]);
		const brand = await brandNamed(ask);
		const listed = await askRows(ask, `brand_id=${brand}&is_closed=true&query=root`);
		expect(textsOf(listed.data)).toEqual(['instagram root']);
		expect(await changeOf(ask, id, { is_closed: false })).toMatchObject({ is_closed: false });
		expect(await closedAndOpen(ask)).toEqual([closed, open]);
	}),
	contractCase('a conversation is closed with all its messages, and opened again', async (ask) => {
		const [closed, open] = await closedAndOpen(ask);
		const change = async (is_closed: boolean) =>
			(await answerOf(await send(ask, 'PATCH', '/conversations/open-dm', { is_closed }))).data;
		expect(await change(true)).toMatchObject({ id: 'open-dm', is_closed: true });
		expect((await askConversation(ask, 'open-dm')).data.is_closed).toBe(true);
		expect(await closedAndOpen(ask)).toEqual([closed + 3, open - 3]);
		expect(await change(false)).toMatchObject({ is_closed: false });
		expect(await closedAndOpen(ask)).toEqual([closed, open]);
	}),
	contractCase('a tag is made with a name and a colour, and listed with them', async (ask) => {
		const brand_id = await brandNamed(ask);
		const made = await madeBy(
			await send(ask, 'POST', '/tags', { brand_id, name: ' Delivery ', color: '#1A2B3C' })
		);
		expect(made).toEqual({
			brand_id,
			name: 'Delivery',
			color: '#1A2B3C',
			created_at: '2026-07-02T08:30:00.000Z',
			id: expect.any(Number) as unknown,
			updated_at: '2026-07-02T08:30:00.000Z'
		});
		const { data } = (await answerOf(await ask(`/tags?brand_ids=${brand_id}&limit=100`))) as { data: Json[] };
		expect(data).toContainEqual({ id: made.id, brand_id, name: 'Delivery', color: '#1A2B3C' });
	}),
	contractCase('a tag that the brand has already is refused, and its id told', async (ask) => {
		const brand_id = await brandNamed(ask);
		const body = { brand_id, name: 'URGENT', color: '#000000' };
		const refused = await wrongFields(await send(ask, 'POST', '/tags', body), 'json');
		expect(refused.name?.[0]).toMatch(/with the id \d+/);
		const other = await brandNamed(ask, OTTER);
		await madeBy(await send(ask, 'POST', '/tags', { ...body, brand_id: other }));
	}),
	contractCase(
		'a tag is refused without a name, with a long one, a wrong colour, or for a foreign brand',
		async (ask) => {
			const brand_id = await brandNamed(ask);
			const good = { brand_id, name: 'ok', color: '#00FF00' };
			const refusedFor = async (body: unknown) => wrongFields(await send(ask, 'POST', '/tags', body), 'json');
			for (const name of ['', '  ', '\u200b', 'x'.repeat(65), 'a\u0007b', 7]) {
				expect(await refusedFor({ ...good, name })).toHaveProperty('name');
			}
			const broken = `{"brand_id": ${brand_id}, "color": "#00FF00", "name": "\\udc00"}`;
			expect(await refusedFor(broken)).toHaveProperty('name');
			for (const color of ['#00ff00', 'red', '#00FF000', '']) {
				expect(await refusedFor({ ...good, color })).toHaveProperty('color');
			}
			expect(Object.keys(await refusedFor({})).sort()).toEqual(['brand_id', 'color', 'name']);
			await refusalOf(await send(ask, 'POST', '/tags', { ...good, brand_id: 987_654 }), 403);
			await madeBy(await send(ask, 'POST', '/tags', { ...good, name: 'y'.repeat(64) }));
		}
	),
	contractCase(
		'a tag is put on an interaction and taken off again, and the filter by tags follows',
		async (ask) => {
			const brand_id = await brandNamed(ask);
			const { id: tag } = await madeBy(
				await send(ask, 'POST', '/tags', { brand_id, name: '__proto__ <b>', color: '#ABCDEF' })
			);
			const { id, tags } = await rowNamed(ask, 'instagram root');
			const [urgent] = tags;
			const tagged = async () => {
				const volume = await postFor(ask, '/volume_time_series', { brand_ids: [brand_id], tag_ids: [tag] });
				const { data } = await askRows(ask, `brand_id=${brand_id}&tag_ids=${String(tag)}`);
				const totals = Object.values(volume as Record<string, { total: number }>);
				return [totals.reduce((sum, { total }) => sum + total, 0), textsOf(data)];
			};
			const on = await changeOf(ask, id, { add_tag_ids: [tag] });
			expect((on.tags as Json[]).map(({ name }) => name).sort()).toEqual(['__proto__ <b>', 'urgent']);
			expect(await tagged()).toEqual([1, ['instagram root']]);
			await changeOf(ask, id, { add_tag_ids: [tag] });
			expect(await tagged()).toEqual([1, ['instagram root']]);
			const swapped = await changeOf(ask, id, {
				remove_tag_ids: [tag],
				add_tag_ids: [urgent!.id],
				is_closed: true
			});
			expect(swapped).toMatchObject({ is_closed: true, tags: [{ name: 'urgent' }] });
			expect(await tagged()).toEqual([0, []]);
		}
	),
	contractCase('a change that cannot be meant is refused, and changes nothing', async (ask) => {
		const [brand_id, other] = [await brandNamed(ask), await brandNamed(ask, OTTER)];
		const { id: foreign } = await madeBy(
			await send(ask, 'POST', '/tags', { brand_id: other, name: 'theirs', color: '#000000' })
		);
		const { id } = await rowNamed(ask, 'instagram root');
		const refusedFor = async (body: unknown) =>
			wrongFields(await send(ask, 'PATCH', `/community_interactions/${id}`, body), 'json');
		expect(await refusedFor({})).toHaveProperty('body');
		expect(await refusedFor({ is_closed: 'yes' })).toHaveProperty('is_closed');
		expect(await refusedFor({ add_tag_ids: [] })).toHaveProperty('add_tag_ids');
		expect(await refusedFor({ is_closed: true, add_tag_ids: [foreign] })).toHaveProperty('add_tag_ids');
		expect(await refusedFor({ is_closed: true, remove_tag_ids: [987_654] })).toHaveProperty('remove_tag_ids');
		expect(await refusedFor({ add_tag_ids: [1], remove_tag_ids: [1] })).toHaveProperty('remove_tag_ids');
		expect(await refusedFor({ is_closed: true, brand_id })).toHaveProperty('brand_id');
		expect(await rowNamed(ask, 'instagram root')).toMatchObject({
			is_closed: false,
			tags: [{ name: 'urgent' }]
		});
		for (const unknown of ['987654', 'x', '__proto__', '-1']) {
			await refusalOf(
				await send(ask, 'PATCH', `/community_interactions/${unknown}`, { is_closed: true }),
				404
			);
		}
	}),
	embeddedCase('every address says which methods it takes', async (ask) => {
		const allowed: [string, string][] = [
			['/interaction/open-dm/messages', 'GET, HEAD'],
			['/conversations/open-dm', 'GET, HEAD, PATCH'],
			['/conversations/open-dm/messages', 'POST'],
			['/community_interactions/1', 'PATCH'],
			['/tags', 'GET, HEAD, POST'],
			['/tweets', 'GET, HEAD, POST']
		];
		for (const [path, allow] of allowed) {
			const response = await ask(path, { method: 'DELETE' });
			expect(response.headers.get('allow')).toBe(allow);
			await refusalOf(response, 405);
		}
	})
];

/** Cases that leave everything as it was. */
export const readingThreadCases: readonly ContractCase[] = reading;

/** Cases that write. */
export const writingThreadCases: readonly ContractCase[] = [...replying, ...changing];
