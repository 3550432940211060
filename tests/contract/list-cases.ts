import { expect } from 'vitest';
import {
	answerOf,
	askRows,
	askSelf,
	brandIds,
	contractCase,
	embeddedCase,
	keysOf,
	postFor,
	refusalOf,
	tagId,
	wrongFields,
	type Caller,
	type RowPage
} from './ask';

const NEWEST_FIRST = [
	'third-quarter',
	'first-of-june',
	'unknown-type',
	'next-sunday',
	'no-platform',
	'written-in-april',
	'three-times-price',
	'unlabelled-dm',
	'monday-first-instant',
	'sunday-last-instant'
];

async function teaRows(ask: Caller, query = ''): Promise<RowPage> {
	const { tea } = await brandIds(ask);
	return askRows(ask, `brand_id=${tea}${query}`);
}

async function refusedTea(ask: Caller, query: string): Promise<Record<string, string[]>> {
	const { tea } = await brandIds(ask);
	return wrongFields(await ask(`/community_interactions?brand_id=${tea}${query}`), 'query');
}

export const listCases = [
	contractCase('`self` lists the brands by slug, without a `data` wrapper', async (ask) => {
		const self = await askSelf(ask);
		const { tea, heron } = await brandIds(ask);
		expect(Object.keys(self).sort()).toEqual([
			'accessible_brands',
			'brands',
			'organization',
			'organization_id'
		]);
		expect([...self.accessible_brands].sort()).toEqual([tea, heron].sort());
		expect(self.brands['northwind-tea']).toMatchObject({ id: tea, name: 'Northwind Tea' });
		expect(self.brands['blue-heron']).toMatchObject({ id: heron, name: 'Blue Heron' });
	}),
	contractCase('`community_interactions` has one row per message, the newest update first', async (ask) => {
		const page = await teaRows(ask);
		expect(keysOf(page)).toEqual(NEWEST_FIRST);
		expect(page.paging).toEqual({ count: 10, previous: null, next: null });
	}),
	contractCase('a row says what it is, when, how it sounds, and where it belongs', async (ask) => {
		const { tea } = await brandIds(ask);
		const { data } = await teaRows(ask, '&query=blend');
		expect(data).toHaveLength(1);
		expect(data[0]).toMatchObject({
			type: 'FACEBOOK_COMMENT',
			text: 'I love the new blend 😍',
			source_updated_at: '2026-05-04T00:00:00.000Z',
			source_created_at: '2026-05-04T00:00:00.000Z',
			sentiment: { is_negative: false, is_neutral: false, is_positive: true, user_overridden: false },
			conversation_id: null,
			media_id: 'spring-post',
			username: 'mira',
			is_closed: false
		});
		expect(data[0]!.facebook_comment_id).toEqual(expect.any(String));
		const praise = await tagId(ask, tea, 'praise');
		expect(data[0]!.tags).toContainEqual(expect.objectContaining({ id: praise, name: 'praise' }));
		expect(data[0]!.tags).toHaveLength(2);
	}),
	contractCase(
		'a direct message carries its conversation and no comment id, and may have no label',
		async (ask) => {
			const { data } = await teaRows(ask, '&types=INSTAGRAM_CONVERSATION');
			expect(data).toHaveLength(1);
			expect(data[0]).toMatchObject({ conversation_id: 'dm-1', sentiment: null });
			expect(data[0]).not.toHaveProperty('instagram_comment_id');
		}
	),
	contractCase('rows are sorted by their update time in either direction', async (ask) => {
		expect(keysOf(await teaRows(ask, '&sort=SOURCE_UPDATED_AT'))).toEqual([...NEWEST_FIRST].reverse());
		expect(keysOf(await teaRows(ask, '&sort=-SOURCE_UPDATED_AT'))).toEqual(NEWEST_FIRST);
	}),
	contractCase('RELEVANCE lists the same rows in an order of its own', async (ask) => {
		const page = await teaRows(ask, '&sort=RELEVANCE&query=price,love');
		expect(keysOf(page).sort()).toEqual(
			['monday-first-instant', 'sunday-last-instant', 'three-times-price', 'written-in-april'].sort()
		);
	}),
	contractCase('SAMPLE is for COMMUNITY_INTERACTION alone, and is never paged', async (ask) => {
		const page = await teaRows(ask, '&sort=SAMPLE&types=COMMUNITY_INTERACTION&limit=1');
		expect(keysOf(page)).toEqual(['no-platform']);
		expect(page.paging.next).toBeNull();
		for (const types of ['', '&types=FACEBOOK_COMMENT', '&types=COMMUNITY_INTERACTION,FACEBOOK_COMMENT']) {
			expect(await refusedTea(ask, `&sort=SAMPLE${types}`)).toHaveProperty('sort');
		}
		expect(await refusedTea(ask, '&sort=SAMPLE&types=COMMUNITY_INTERACTION&offset=1')).toHaveProperty(
			'offset'
		);
	}),
	contractCase('a comma in `types` and in `query` means or', async (ask) => {
		const types = await teaRows(ask, '&types=TIKTOK_COMMENT,YOUTUBE_COMMENT');
		expect(keysOf(types)).toEqual(['third-quarter', 'written-in-april']);
		const words = await teaRows(ask, '&query=brew,late%20delivery');
		expect(keysOf(words)).toEqual(['third-quarter', 'first-of-june', 'sunday-last-instant']);
	}),
	contractCase('the window of a list follows the rules of the statistics', async (ask) => {
		const dated = await teaRows(ask, '&source_updated_after=2026-05-04&source_updated_before=2026-05-04');
		expect(dated.paging.count).toBe(3);
		const timed = await teaRows(
			ask,
			'&source_updated_after=2026-05-04T00:00:00Z&source_updated_before=2026-05-04T13:00:00Z'
		);
		expect(keysOf(timed)).toEqual(['monday-first-instant']);
		const offset = await teaRows(
			ask,
			'&source_updated_after=2026-05-04T18:30:00%2B05:30&source_updated_before=2026-05-04T18:45:00%2B05:30'
		);
		expect(keysOf(offset)).toEqual(['unlabelled-dm']);
	}),
	contractCase('a + that was not percent-encoded is refused with 422 saying how to write it', async (ask) => {
		const fields = await refusedTea(ask, '&source_updated_after=2026-05-04T18:30:00+05:30');
		expect(fields.source_updated_after?.[0]).toContain('%2B');
	}),
	contractCase('`is_closed` and `is_archived` work on the list', async (ask) => {
		expect(keysOf(await teaRows(ask, '&is_closed=true'))).toEqual(['no-platform']);
		expect((await teaRows(ask, '&is_archived=false')).paging.count).toBe(9);
		expect(await refusedTea(ask, '&is_closed=true&is_archived=false')).toHaveProperty('is_archived');
	}),
	contractCase(
		'`message_nested_date_filter` is accepted and changes nothing, since each row is a message',
		async (ask) => {
			expect(keysOf(await teaRows(ask, '&message_nested_date_filter=true'))).toEqual(NEWEST_FIRST);
			expect(await refusedTea(ask, '&message_nested_date_filter=maybe')).toHaveProperty(
				'message_nested_date_filter'
			);
		}
	),
	contractCase('the filters of the statistics work on the list too, as an extension', async (ask) => {
		const { tea } = await brandIds(ask);
		const [urgent, praise] = [await tagId(ask, tea, 'urgent'), await tagId(ask, tea, 'praise')];
		expect(keysOf(await teaRows(ask, `&tag_ids=${urgent},${praise}`))).toEqual(['monday-first-instant']);
		expect(keysOf(await teaRows(ask, '&is_negative=true'))).toEqual(['no-platform', 'sunday-last-instant']);
		expect(keysOf(await teaRows(ask, '&is_negative=true&is_neutral=true&is_spam=false'))).toEqual([
			'next-sunday',
			'three-times-price',
			'sunday-last-instant'
		]);
		expect((await teaRows(ask, '&is_positive=false')).paging.count).toBe(10);
		expect(keysOf(await teaRows(ask, '&media_ids=12,spring-post'))).toEqual([
			'monday-first-instant',
			'sunday-last-instant'
		]);
		expect(keysOf(await teaRows(ask, '&is_question=true'))).toEqual(['unlabelled-dm']);
		expect(keysOf(await teaRows(ask, '&is_read=true'))).toEqual(['three-times-price']);
		expect(keysOf(await teaRows(ask, '&is_spam=true'))).toEqual(['no-platform']);
		expect((await teaRows(ask, '&assignee_ids=7')).paging.count).toBe(0);
	}),
	contractCase('RELEVANCE and words go together with every other filter', async (ask) => {
		const { tea } = await brandIds(ask);
		const urgent = await tagId(ask, tea, 'urgent');
		const query = '&query=late,love,price,fail&sort=RELEVANCE';
		expect(keysOf(await teaRows(ask, `${query}&tag_ids=${urgent}`))).toEqual([
			'sunday-last-instant',
			'monday-first-instant'
		]);
		expect(keysOf(await teaRows(ask, `${query}&is_negative=true&is_closed=true`))).toEqual(['no-platform']);
	}),
	contractCase('filters of a wrong kind are refused on the list with 422 naming them', async (ask) => {
		const wrong = '&tag_ids=urgent&is_positive=yes&media_ids=&assignee_ids=0&types=x&is_spam=1';
		expect(Object.keys(await refusedTea(ask, wrong)).sort()).toEqual(
			['assignee_ids', 'is_positive', 'is_spam', 'tag_ids', 'types'].sort()
		);
		expect(await refusedTea(ask, '&media_ids=,')).toHaveProperty('media_ids');
		expect(await refusedTea(ask, '&scale=DAY')).toHaveProperty('scale');
	}),
	contractCase('the list behind a number has as many rows as the number says', async (ask) => {
		const { tea } = await brandIds(ask);
		const urgent = await tagId(ask, tea, 'urgent');
		const behind = async (filters: Record<string, unknown>) => {
			const volume = (await postFor(ask, '/volume_time_series', {
				brand_ids: [tea],
				scale: 'QUARTER',
				...filters
			})) as Record<string, { total: number }>;
			const total = Object.values(volume).reduce((sum, bucket) => sum + bucket.total, 0);
			const written = Object.entries(filters).map(([name, value]) => `&${name}=${String(value)}`);
			expect((await teaRows(ask, written.join(''))).paging.count).toBe(total);
			return total;
		};
		expect(
			await behind({ is_positive: true, query: 'love', types: ['FACEBOOK_COMMENT', 'TIKTOK_COMMENT'] })
		).toBe(2);
		expect(await behind({ tag_ids: [urgent], media_ids: ['spring-post'] })).toBe(2);
		expect(await behind({ tag_ids: [urgent], is_negative: true, query: 'price,love' })).toBe(1);
		expect(await behind({ is_question: true, is_closed: false })).toBe(1);
	}),
	contractCase('a list of nothing has no rows, a count of 0 and no other page', async (ask) => {
		const nothing = { data: [], paging: { count: 0, previous: null, next: null } };
		for (const query of ['&query=nobodysaidthis', '&query=!!', '&types=NEVER_SEEN', '&tag_ids=987654']) {
			expect(await teaRows(ask, query)).toEqual(nothing);
			expect(await teaRows(ask, `${query}&limit=1&sort=RELEVANCE`)).toEqual(nothing);
		}
		expect(await teaRows(ask, '&source_updated_after=2020-01-01&source_updated_before=2020-01-31')).toEqual(
			nothing
		);
	}),
	contractCase('beyond the end of a list there are no rows, and the way back is still told', async (ask) => {
		for (const [query, count] of [
			['', 10],
			['&query=nobodysaidthis', 0]
		] as const) {
			const page = await teaRows(ask, `${query}&limit=4&offset=40`);
			expect(page).toMatchObject({ data: [], paging: { count, next: null } });
			expect(new URL(page.paging.previous!).searchParams.get('offset')).toBe('36');
		}
		const exact = await teaRows(ask, '&limit=5&offset=5');
		expect([exact.data.length, exact.paging.next]).toEqual([5, null]);
	}),
	contractCase(
		'pages follow each other by absolute addresses of the same origin, and lose or repeat nothing',
		async (ask) => {
			const seen: string[] = [];
			let page = await teaRows(ask, '&limit=4&is_spam=false');
			const counts = [page.paging.count];
			seen.push(...keysOf(page));
			while (page.paging.next !== null) {
				const { pathname, search } = new URL(page.paging.next);
				expect(pathname).toMatch(/\/community_interactions$/);
				page = await askRows(ask, search.slice(1));
				counts.push(page.paging.count);
				seen.push(...keysOf(page));
			}
			expect(seen).toEqual(NEWEST_FIRST.filter((key) => key !== 'no-platform'));
			expect(counts).toEqual([9, 9, 9]);
		}
	),
	contractCase('the previous page of a list leads back', async (ask) => {
		const second = await teaRows(ask, '&limit=4&offset=3');
		expect(new URL(second.paging.previous!).searchParams.get('offset')).toBe('0');
		expect(new URL(second.paging.next!).searchParams.get('offset')).toBe('7');
	}),
	contractCase('a `limit` above 100 or below 1 and a negative `offset` are refused with 422', async (ask) => {
		for (const limit of ['101', '0', '-1', '2.5', 'many', '']) {
			expect(await refusedTea(ask, `&limit=${limit}`)).toHaveProperty('limit');
		}
		for (const offset of ['-1', 'x']) {
			expect(await refusedTea(ask, `&offset=${offset}`)).toHaveProperty('offset');
		}
		expect((await teaRows(ask, '&limit=100&offset=0')).data).toHaveLength(10);
	}),
	contractCase('`brand_id` is required, and is one', async (ask) => {
		for (const query of [
			'',
			'brand_id=',
			'brand_id=x',
			'brand_id=0',
			'brand_id=1,2',
			'brand_id=1&brand_id=2'
		]) {
			expect(await wrongFields(await ask(`/community_interactions?${query}`), 'query')).toHaveProperty(
				'brand_id'
			);
		}
	}),
	contractCase('unknown fields of an address are refused with 422 naming them', async (ask) => {
		const fields = await refusedTea(ask, '&sentiment=positive&__proto__=1&brand_ids=1');
		expect(Object.keys(fields).sort()).toEqual(['__proto__', 'brand_ids', 'sentiment']);
	}),
	contractCase('a list of a brand that the token cannot see is 403', async (ask) => {
		await refusalOf(await ask('/community_interactions?brand_id=987654'), 403);
	}),
	embeddedCase('`media` lists the posts that comments belong to', async (ask) => {
		const { tea, heron } = await brandIds(ask);
		const answer = await answerOf(await ask(`/media?brand_id=${tea}`));
		expect(answer).toMatchObject({
			data: [{ id: 'spring-post' }],
			paging: { count: 1, previous: null, next: null }
		});
		const other = await answerOf(await ask(`/media?brand_id=${heron}`));
		expect(other).toEqual({ data: [], paging: { count: 0, previous: null, next: null } });
		await refusalOf(await ask('/media?brand_id=987654'), 403);
	}),
	embeddedCase('the lists take GET only: any other method is 405 and says so', async (ask) => {
		for (const path of ['/self', '/community_interactions', '/media']) {
			for (const method of ['POST', 'PUT', 'DELETE']) {
				const response = await ask(path, { method });
				expect(response.headers.get('allow')).toBe('GET, HEAD');
				await refusalOf(response, 405);
			}
		}
	}),
	embeddedCase('an address that is not there is 404 with the envelope', async (ask) => {
		await refusalOf(await ask('/sentiment'), 404);
		await refusalOf(await ask('/self/brands', { method: 'POST' }), 404);
	}),
	embeddedCase('every answer says when it was counted and may not be stored', async (ask) => {
		const { tea } = await brandIds(ask);
		for (const path of ['/self', `/community_interactions?brand_id=${tea}`, `/tags?brand_ids=${tea}`]) {
			const response = await ask(path);
			expect(response.headers.get('x-undertone-as-of')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
			expect(response.headers.get('cache-control')).toBe('private, no-store');
		}
	})
];
