import { describe, expect, it, vi } from 'vitest';
import type { Interaction, Page } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { InteractionsQuery } from '$lib/community/interactions-query';
import { CommunityError } from '$lib/errors/community-error';
import { decodeFilters } from '$lib/filters/decode-filters';
import { askMessages, askRowsFrom, type MessageList } from './messages';
import { sortOf } from './messages-question';
import { openView } from './open-view';

const NOW = Date.UTC(2026, 4, 4, 12);
const MINUTE = 60_000;
const DEFAULTS = { timeZone: 'UTC' };
const BRANDS = [
	{ id: 7, slug: 'tea', name: 'Northwind Tea', organization: null },
	{ id: 9, slug: 'heron', name: 'Blue Heron', organization: null }
];
const answer = <T>(value: T) => Promise.resolve({ value, asOf: NOW, stale: false });

function interaction(id: number, more: Partial<Interaction> = {}): Interaction {
	return {
		id,
		type: 'INSTAGRAM_COMMENT',
		text: `message ${id}`,
		sourceUpdatedAt: NOW - id * MINUTE,
		sourceCreatedAt: NOW - id * MINUTE,
		sentiment: 'negative',
		tags: [],
		author: 'ann',
		conversationId: null,
		mediaId: null,
		commentId: null,
		permalink: null,
		isClosed: false,
		...more
	};
}

/** The first brand has the odd ids, the second the even ones: a smaller id is a newer message. */
const listOf = (brand: number, length: number) =>
	Array.from({ length }, (_, index) => interaction(index * 2 + (brand === 7 ? 1 : 2)));

function clientOf(lists: Record<number, Interaction[]>) {
	const interactions = vi.fn(({ brand_id, offset = 0, limit = 20 }: InteractionsQuery) => {
		const rows = lists[brand_id] ?? [];
		const page: Page<Interaction> = {
			rows: rows.slice(offset, offset + limit),
			total: rows.length,
			hasNext: offset + limit < rows.length
		};
		return answer(page);
	});
	const client = {
		self: () => answer({ brands: BRANDS }),
		tags: () => answer([]),
		interactions,
		sentimentDistribution: () =>
			answer({ platforms: [{ platform: 'instagram', negative: 3, neutral: 4, positive: 5 }] }),
		sentimentSeries: () => answer({ scale: 'DAY', bucketMinutes: null, buckets: [] }),
		volumeSeries: () =>
			answer({ scale: 'DAY', bucketMinutes: null, buckets: [{ start: NOW, types: [], total: 15 }] })
	} as unknown as CommunityClient;
	return { client, interactions };
}

async function viewOf(address: string, client: CommunityClient, host: 'embedded' | 'upstream' = 'embedded') {
	const params = new URL(`https://undertone.test/messages${address}`).searchParams;
	const { filters, ignored } = decodeFilters(params, { defaults: DEFAULTS });
	const link = { filters, ignored, defaults: DEFAULTS, now: NOW, host, isDemo: false };
	return (await openView(client, link, () => 'E1')).view;
}

async function list(
	address: string,
	{ client }: { client: CommunityClient },
	host?: 'embedded' | 'upstream'
): Promise<MessageList> {
	const panel = await askMessages(client, await viewOf(address, client, host), () => 'E1').list;
	if (!panel.ok) throw new Error(panel.error.sentence);
	return panel.value;
}

const idsOf = ({ rows }: MessageList) => rows.map(({ id }) => Number(id));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('the list of messages', () => {
	it('merges the brands by time, fifty a page, and counts them together', async () => {
		const host = clientOf({ 7: listOf(7, 60), 9: listOf(9, 60) });
		const first = await list('', host);
		expect(idsOf(first)).toEqual(range(1, 50));
		expect(first).toMatchObject({ total: 120, page: 1, pages: 3, hasNext: true, first: 1 });
		const last = await list('?page=3', host);
		expect(idsOf(last)).toEqual(range(101, 120));
		expect(last).toMatchObject({ hasNext: false, first: 101 });
	});

	it('asks one call for each brand on its first page', async () => {
		const host = clientOf({ 7: listOf(7, 500), 9: listOf(9, 500) });
		await list('', host);
		expect(host.interactions.mock.calls.map(([query]) => [query.brand_id, query.limit])).toEqual([
			[7, 50],
			[9, 50]
		]);
	});

	it('asks for any page of one brand in one call', async () => {
		const host = clientOf({ 7: listOf(7, 5_000) });
		const deep = await list('?brand=7&page=90', host);
		expect(idsOf(deep)[0]).toBe(89 * 100 + 1);
		expect(deep).toMatchObject({ pages: 100, cutOff: false });
		expect(host.interactions.mock.calls.map(([query]) => query.offset)).toEqual([89 * 50]);
	});

	it('ends several brands after a thousand messages, and says so', async () => {
		const host = clientOf({ 7: listOf(7, 900), 9: listOf(9, 900) });
		const last = await list('?page=20', host);
		expect(idsOf(last)).toEqual(range(951, 1_000));
		expect(last).toMatchObject({ total: 1_800, pages: 20, hasNext: false, cutOff: true, tooDeep: false });
		expect(await list('?page=21', host)).toMatchObject({ rows: [], tooDeep: true, hasNext: false });
	});

	it('has no row on a page that does not exist, and tells how many there are', async () => {
		const host = clientOf({ 7: listOf(7, 60), 9: listOf(9, 60) });
		expect(await list('?page=90', host)).toMatchObject({ rows: [], page: 90, pages: 3, tooDeep: false });
		expect(await list('?brand=7&page=9', host)).toMatchObject({
			rows: [],
			page: 9,
			pages: 2,
			hasNext: false
		});
	});

	it('turns to the page of the message that its link names, and tells which page was asked for', async () => {
		const host = clientOf({ 7: listOf(7, 400), 9: [] });
		const turned = await list('?brand=7&page=2&message=301', host);
		expect(turned).toMatchObject({ page: 4, first: 151, opened: 'here', turnedFrom: 2 });
		expect(turned.rows.filter(({ isOpen }) => isOpen).map(({ id }) => id)).toEqual(['301']);
		expect(await list('?brand=7&page=4&message=301', host)).toMatchObject({ page: 4, turnedFrom: null });
		expect(await list('?brand=7&page=2&message=302', host)).toMatchObject({
			page: 2,
			opened: 'missing',
			turnedFrom: null
		});
	});

	it('goes on behind its page in the same order, to its end or as far as several brands are listed', async () => {
		const host = clientOf({ 7: listOf(7, 900), 9: listOf(9, 900) });
		const rowsFrom = async (address: string, from: number) => {
			const { value } = await askRowsFrom(host.client, await viewOf(address, host.client), from);
			return { ids: value.rows.map(({ id }) => Number(id)), hasNext: value.hasNext };
		};
		expect(await rowsFrom('', 40)).toEqual({ ids: range(41, 140), hasNext: true });
		expect(await rowsFrom('', 940)).toEqual({ ids: range(941, 1_000), hasNext: false });
		expect(await rowsFrom('', 2_000)).toEqual({ ids: [], hasNext: false });
		const single = await rowsFrom('?brand=9', 850);
		expect(single.ids).toEqual(range(851, 900).map((place) => 2 * place));
		expect(single.hasNext).toBe(false);
	});

	it('asks nothing when platforms and types exclude each other', async () => {
		const host = clientOf({ 7: listOf(7, 5), 9: [] });
		expect(await list('?platform=tiktok&type=ads', host)).toMatchObject({ rows: [], total: 0 });
		expect(host.interactions).not.toHaveBeenCalled();
	});

	it('is asked over the very window of the statistics, with every filter', async () => {
		const host = clientOf({ 7: [] });
		await list(
			'?brand=7&from=2026-05-02&to=2026-05-03&tz=Europe/Berlin&type=ads&sentiment=negative&q=price&tag=4&closed=true&sort=oldest',
			host
		);
		expect(host.interactions.mock.calls[0]![0]).toEqual({
			brand_id: 7,
			source_updated_after: '2026-05-01T22:00:00.000Z',
			source_updated_before: '2026-05-03T22:00:00.000Z',
			types: ['FACEBOOK_ADS_COMMENT', 'INSTAGRAM_ADS_COMMENT'],
			query: 'price',
			tag_ids: [4],
			is_negative: true,
			is_closed: true,
			sort: 'SOURCE_UPDATED_AT',
			offset: 0,
			limit: 50
		});
	});

	it('sends the live host no filter that it does not document, and says which are missing', async () => {
		const host = clientOf({ 7: [] });
		const value = await list('?brand=7&sentiment=negative&tag=4&q=price', host, 'upstream');
		expect(value.notFiltered).toEqual(['sentiment', 'tag']);
		const [query] = host.interactions.mock.calls[0]!;
		expect(query).not.toHaveProperty('tag_ids');
		expect(query).not.toHaveProperty('is_negative');
		expect(query.query).toBe('price');
	});

	it('finds the message of a link on whichever page it is', async () => {
		const host = clientOf({ 7: listOf(7, 200), 9: listOf(9, 200) });
		const merged = await list('?message=222', host);
		expect(merged).toMatchObject({ opened: 'here', page: 5 });
		expect(merged.rows.filter(({ isOpen }) => isOpen).map(({ id }) => id)).toEqual(['222']);
		expect(await list('?brand=7&message=221', host)).toMatchObject({ opened: 'here', page: 3 });
	});

	it('shows the page that was asked for when the message of a link is nowhere', async () => {
		const host = clientOf({ 7: listOf(7, 120), 9: [] });
		const value = await list('?page=2&message=none-such', host);
		expect(value).toMatchObject({ opened: 'missing', page: 2 });
		expect(value.rows).toHaveLength(50);
	});

	it('goes without a brand that fails, and names it', async () => {
		const host = clientOf({ 7: listOf(7, 3) });
		host.interactions.mockImplementation(({ brand_id }) =>
			brand_id === 9
				? Promise.reject(new CommunityError('upstream_failed'))
				: answer({ rows: listOf(7, 3), total: 3, hasNext: false })
		);
		expect(await list('', host)).toMatchObject({ total: 3, missing: ['Blue Heron'] });
	});

	it('keeps names, tags and texts of other people harmless', async () => {
		const hostile = interaction(1, {
			text: '<img src=x onerror=alert(1)>',
			author: 'a\u202eb\u0000',
			tags: [{ id: 2, name: '<b>\u200btag</b>', color: null }]
		});
		const [row] = (await list('?brand=7', clientOf({ 7: [hostile] }))).rows;
		expect(row).toMatchObject({
			author: 'ab',
			tags: [{ id: 2, name: '<b>tag</b>' }],
			lines: [['<img src=x onerror=alert(1)>']]
		});
	});

	it('makes no link of an id that a link cannot hold', async () => {
		const rows = [interaction(1, { id: 'two words' }), interaction(3, { id: 'fb:12' })];
		expect((await list('?brand=7', clientOf({ 7: rows }))).rows.map(({ link }) => link)).toEqual([
			null,
			'fb:12'
		]);
	});
});

describe('the order of messages', () => {
	const refusal = async (address: string) => sortOf(await viewOf(address, clientOf({}).client));

	it('is by relevance for words of one brand alone', async () => {
		expect(await refusal('?brand=7&q=tea&sort=relevance')).toEqual({ sort: 'relevance', refused: null });
		expect(await refusal('?q=tea&sort=relevance')).toEqual({ sort: 'newest', refused: 'relevance' });
		expect(await refusal('?brand=7&sort=relevance')).toEqual({ sort: 'newest', refused: 'relevance' });
	});

	it('is the newest first for an order of another list', async () => {
		expect(await refusal('?sort=-mentions')).toEqual({ sort: 'newest', refused: 'unknown' });
	});
});

describe('the summary of messages', () => {
	it('counts every sentiment, the filter by sentiment aside, and the unrated', async () => {
		const { client } = clientOf({});
		const view = await viewOf('?sentiment=negative', client);
		const panel = await askMessages(client, view, () => 'E1').summary;
		expect(panel).toMatchObject({
			ok: true,
			value: { rated: 12, volume: 15, counts: { negative: 3, neutral: 4, positive: 5 } }
		});
	});

	it('has the interval that the overview gives the same messages: wider where the days differ', async () => {
		const { client } = clientOf({});
		const view = await viewOf('', client);
		const buckets = view.buckets.map(({ start }, day) => {
			const [negative, positive] = day % 2 === 0 ? [90, 0] : [0, 90];
			return { start, platforms: [{ platform: 'instagram', negative, neutral: 0, positive }] };
		});
		const uneven = {
			...client,
			sentimentSeries: () => answer({ scale: 'DAY', bucketMinutes: null, buckets })
		} as unknown as CommunityClient;
		const widthOf = async (host: CommunityClient) => {
			const panel = await askMessages(host, view, () => 'E1').summary;
			if (!panel.ok || panel.value.score === null) throw new Error('no score');
			return panel.value.score.high - panel.value.score.low;
		};
		expect(await widthOf(uneven)).toBeGreaterThan(1.5 * (await widthOf(client)));
	});

	it('stands without the volume when that fails', async () => {
		const { client } = clientOf({});
		const failing = { ...client, volumeSeries: () => Promise.reject(new CommunityError('upstream_timeout')) };
		const panel = await askMessages(failing, await viewOf('', client), () => 'E1').summary;
		expect(panel).toMatchObject({ ok: true, value: { rated: 12, volume: null } });
	});
});
