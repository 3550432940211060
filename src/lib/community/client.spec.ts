import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommunityError } from '$lib/errors/community-error';
import { createCommunityClient, type CommunityClient, type CommunityFetch } from './client';
import { DEEPEST } from './exchange';
import type { KeywordsQuery, SeriesQuery } from './statistics-query';

const NOW = Date.UTC(2026, 4, 4, 12);

type Sent = { url: string; method: string; headers: Record<string, string>; body: unknown };

/** A client whose host gives these answers in turn, the last one again and again. */
function clientOf(...answers: (Response | Error | (() => Response))[]) {
	const sent: Sent[] = [];
	const fetch: CommunityFetch = async (url, { method, headers, body }) => {
		sent.push({ url, method, headers, body: body === undefined ? undefined : JSON.parse(body) });
		const answer = answers[Math.min(sent.length, answers.length) - 1];
		if (answer instanceof Error) throw answer;
		return typeof answer === 'function' ? answer() : (answer ?? Response.json({})).clone();
	};
	const options = { baseUrl: 'https://api.test', selfUrl: 'https://auth.test/api/self', now: () => NOW };
	return { client: createCommunityClient({ ...options, fetch }), sent };
}

const refusal = (fields: Record<string, string[]>) =>
	Response.json({ code: 422, status: 'Unprocessable Entity', errors: { json: fields } }, { status: 422 });

describe('what the client asks', () => {
	it('posts each statistic to its own path as JSON, and gets self from its own address', async () => {
		const { client, sent } = clientOf(Response.json({ data: {} }));
		const query = { brand_ids: [1] };
		await client.sentimentDistribution(query);
		await client.sentimentSeries(query);
		await client.volumeSeries(query);
		await client.topKeywords({ ...query, limit: 500 });
		await client.self();
		expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
			['POST', 'https://api.test/sentiment_distribution_stats', { brand_ids: [1] }],
			['POST', 'https://api.test/sentiment_time_series', { brand_ids: [1], scale: 'DAY' }],
			['POST', 'https://api.test/volume_time_series', { brand_ids: [1], scale: 'DAY' }],
			['POST', 'https://api.test/top_keywords', { brand_ids: [1], limit: 500 }],
			['GET', 'https://auth.test/api/self', undefined]
		]);
		expect(sent[0]?.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json' });
		expect(sent[4]?.headers).toEqual({ accept: 'application/json' });
	});

	it('has one wording for one question, whatever the order of its parts', async () => {
		const { client, sent } = clientOf(Response.json({ data: {} }));
		await client.topKeywords({ brand_ids: [10, 9, 10], types: ['B_B', 'A_A'], query: 'b,a' });
		await client.topKeywords({ query: 'b,a', types: ['A_A', 'B_B'], tag_ids: undefined, brand_ids: [9, 10] });
		expect(JSON.stringify(sent[0]?.body)).toBe('{"brand_ids":[9,10],"query":"b,a","types":["A_A","B_B"]}');
		expect(sent[1]).toEqual(sent[0]);
	});

	it.each([
		[{ is_archived: true }, { is_closed: true }],
		[{ is_archived: true, is_closed: false }, { is_closed: false }],
		[{ is_closed: false }, { is_closed: false }]
	])('sends for %j only %j', async (given, expected) => {
		const { client, sent } = clientOf(Response.json({ data: {} }));
		await client.sentimentDistribution({ brand_ids: [1], ...given });
		expect(sent[0]?.body).toEqual({ brand_ids: [1], ...expected });
	});

	it('writes a list’s question into its address, with the + of an offset escaped', async () => {
		const { client, sent } = clientOf(Response.json({ data: [] }));
		await client.interactions({
			brand_id: 3,
			types: ['TIKTOK_COMMENT', 'FACEBOOK_COMMENT'],
			query: 'a b,c&d',
			source_updated_after: '2026-05-04T00:00:00+02:00',
			is_archived: false,
			limit: 50
		});
		expect(sent[0]?.url).toBe(
			'https://api.test/community_interactions?brand_id=3&is_closed=false&limit=50&offset=0&query=a+b%2Cc%26d' +
				'&source_updated_after=2026-05-04T00%3A00%3A00%2B02%3A00&types=FACEBOOK_COMMENT%2CTIKTOK_COMMENT'
		);
	});

	it('carries every filter of the statistics to the list', async () => {
		const { client, sent } = clientOf(Response.json({ data: [] }));
		await client.interactions({
			brand_id: 3,
			tag_ids: [12, 7],
			is_negative: true,
			is_neutral: false,
			is_positive: true,
			is_question: true,
			is_read: false,
			is_spam: false,
			media_ids: ['b', 77, '077'],
			assignee_ids: [4],
			sort: 'RELEVANCE',
			offset: 40
		});
		expect(Object.fromEntries(new URL(sent[0]!.url).searchParams)).toEqual({
			brand_id: '3',
			tag_ids: '7,12',
			is_negative: 'true',
			is_neutral: 'false',
			is_positive: 'true',
			is_question: 'true',
			is_read: 'false',
			is_spam: 'false',
			media_ids: '77,077,b',
			assignee_ids: '4',
			sort: 'RELEVANCE',
			limit: '20',
			offset: '40'
		});
	});

	it.each<[string, (client: CommunityClient) => Promise<unknown>, string]>([
		['no brand', (client) => client.sentimentDistribution({ brand_ids: [] }), 'brand_ids'],
		['no type', (client) => client.volumeSeries({ brand_ids: [1], types: [] }), 'types'],
		['a foreign field', (client) => client.topKeywords({ brand_ids: [1], scale: 'DAY' } as never), 'scale'],
		['no question', (client) => client.topKeywords(null as never), 'query'],
		[
			'the next page of a sample',
			(client) => client.interactions({ brand_id: 1, sort: 'SAMPLE', offset: 20 }),
			'offset'
		],
		[
			'a post id that an address would cut in two',
			(client) => client.interactions({ brand_id: 1, media_ids: ['a,b'] }),
			'media_ids'
		],
		['a tag of no brand', (client) => client.tags([0]), 'brand_ids']
	])('never sends a question with %s', async (_what, ask, field) => {
		const { client, sent } = clientOf(Response.json({}));
		await expect(ask(client)).rejects.toMatchObject({ code: 'query_invalid', details: { field } });
		expect(sent).toEqual([]);
	});
});

describe('a host that refuses bucket_minutes', () => {
	const query: SeriesQuery = { brand_ids: [1], scale: 'HOUR', bucket_minutes: 15 };
	const hours = () => Response.json({ data: { '2026-05-04T01:00:00Z': { TIKTOK_COMMENT: 2 } } });

	it('is asked again without, gets whole hours, and is not asked for minutes again for a while', async () => {
		const { client, sent } = clientOf(refusal({ bucket_minutes: ['No such field.'] }), hours);
		const first = await client.volumeSeries(query);
		expect(first.value).toMatchObject({ scale: 'HOUR', bucketMinutes: null, buckets: [{ total: 2 }] });
		await client.volumeSeries(query);
		expect(sent.map(({ body }) => 'bucket_minutes' in (body as object))).toEqual([true, false, false]);
	});

	it('is asked for minutes again when its refusal named another field', async () => {
		const { client, sent } = clientOf(refusal({ scale: ['Too many buckets.'] }), hours);
		await client.volumeSeries(query);
		await client.volumeSeries(query);
		expect(sent.map(({ body }) => 'bucket_minutes' in (body as object))).toEqual([true, false, true]);
	});

	it('keeps its refusal when it refuses the rest as well', async () => {
		const { client } = clientOf(refusal({ brand_ids: ['Not yours.'] }));
		await expect(client.sentimentSeries(query)).rejects.toMatchObject({
			code: 'query_invalid',
			details: { field: 'brand_ids', errors: { brand_ids: ['Not yours.'] } }
		});
	});

	it('is not asked twice when it fails otherwise', async () => {
		const { client, sent } = clientOf(new Response(null, { status: 503 }));
		await expect(client.sentimentSeries(query)).rejects.toMatchObject({ code: 'upstream_failed' });
		expect(sent).toHaveLength(1);
	});

	it('answers in minutes when it does know them', async () => {
		const { client } = clientOf(Response.json({ data: { '2026-05-04T01:15:00Z': { TIKTOK_COMMENT: 2 } } }));
		expect((await client.volumeSeries(query)).value.bucketMinutes).toBe(15);
	});
});

describe('a host that refuses the limit of keywords', () => {
	const query: KeywordsQuery = { brand_ids: [1], limit: 500 };
	const words = () =>
		Response.json({ data: [{ keyword: 'taste', positive: 1, neutral: 0, negative: 0, total: 2 }] });

	it('is asked again without, gives what it gives, and is not asked for a limit again for a while', async () => {
		const { client, sent } = clientOf(refusal({ limit: ['Unknown field.'] }), words);
		expect((await client.topKeywords(query)).value.keywords).toMatchObject([{ keyword: 'taste', total: 2 }]);
		await client.topKeywords(query);
		expect(sent.map(({ body }) => 'limit' in (body as object))).toEqual([true, false, false]);
	});

	it('is asked for minutes all the same', async () => {
		const { client, sent } = clientOf(refusal({ limit: ['Unknown field.'] }), words, () =>
			Response.json({ data: {} })
		);
		await client.topKeywords(query);
		await client.volumeSeries({ brand_ids: [1], scale: 'HOUR', bucket_minutes: 15 });
		expect(sent[2]?.body).toMatchObject({ bucket_minutes: 15 });
	});

	it('keeps its refusal when it refuses the rest as well', async () => {
		const { client } = clientOf(refusal({ brand_ids: ['Not yours.'] }));
		await expect(client.topKeywords(query)).rejects.toMatchObject({
			code: 'query_invalid',
			details: { field: 'brand_ids' }
		});
	});
});

describe('the tags of brands', () => {
	const row = (id: number) => ({ id, brand_id: 1, name: `tag ${id}`, color: null });
	const page = (first: number, length: number, next: string | null) =>
		Response.json({
			data: Array.from({ length }, (_, index) => row(first + index)),
			paging: { count: 101, previous: null, next }
		});
	const namesOf = (answer: { value: { name: string }[] }) => answer.value.map(({ name }) => name);

	it('are asked for in one wording, page by page, and never where the host points to', async () => {
		const { client, sent } = clientOf(
			page(1, 100, 'https://elsewhere.test/tags?offset=5'),
			page(100, 2, null)
		);
		const { value } = await client.tags([10, 9, 10]);
		expect(value.map(({ id }) => id)).toEqual(Array.from({ length: 101 }, (_, index) => index + 1));
		expect(value[0]).toEqual({ id: 1, brandId: 1, name: 'tag 1', color: null });
		const address = 'https://api.test/tags?brand_ids=9%2C10&limit=100';
		expect(sent.map(({ method, url }) => [method, url])).toEqual([
			['GET', `${address}&offset=0`],
			['GET', `${address}&offset=100`]
		]);
	});

	it('are cut off on a host that never comes to an end', async () => {
		const { client, sent } = clientOf(() => page(1, 100, 'https://api.test/tags?offset=100'));
		expect((await client.tags([1])).value).toHaveLength(100);
		expect(sent).toHaveLength(20);
	});

	it('are as old as their oldest page, and stale when one of them is', async () => {
		const aged = (asOf: string, stale: string, next: string | null) =>
			Response.json(
				{ data: [row(1)], paging: { next } },
				{ headers: { 'x-undertone-as-of': asOf, 'x-undertone-stale': stale } }
			);
		const { client } = clientOf(
			aged('2026-05-04T11:00:00Z', '0', 'more'),
			aged('2026-05-04T10:00:00Z', '1', null)
		);
		expect(await client.tags([1])).toMatchObject({ asOf: NOW - 7_200_000, stale: true });
	});

	it('are not asked for without a brand', async () => {
		const { client, sent } = clientOf(Response.json({ data: [row(1)] }));
		expect(await client.tags([])).toEqual({ value: [], asOf: NOW, stale: false });
		expect(sent).toEqual([]);
	});

	it.each([400, 404, 405, 410, 422, 501])(
		'are none on a host that answers %i, which is not asked again for a while',
		async (status) => {
			const { client, sent } = clientOf(new Response(null, { status }), Response.json({ data: [row(1)] }));
			expect(await client.tags([1])).toEqual({ value: [], asOf: NOW, stale: false });
			expect(namesOf(await client.tags([2]))).toEqual([]);
			expect(sent).toHaveLength(1);
		}
	);

	it('are asked for again when ten minutes have passed', async () => {
		let time = NOW;
		const answers = [new Response(null, { status: 405 }), Response.json({ data: [row(1)] })];
		const fetch: CommunityFetch = () => Promise.resolve(answers.shift() ?? Response.error());
		const client = createCommunityClient({ fetch, baseUrl: '', selfUrl: '', now: () => time });
		await client.tags([1]);
		time += 599_999;
		expect(namesOf(await client.tags([1]))).toEqual([]);
		time += 1;
		expect(namesOf(await client.tags([1]))).toEqual(['tag 1']);
	});

	it.each([
		[403, 'upstream_refused'],
		[429, 'upstream_rate_limited'],
		[503, 'upstream_failed']
	])('fail on a host that answers %i, and are asked for again', async (status, code) => {
		const { client, sent } = clientOf(new Response(null, { status }), Response.json({ data: [row(1)] }));
		await expect(client.tags([1])).rejects.toMatchObject({ code, status });
		expect(namesOf(await client.tags([1]))).toEqual(['tag 1']);
		expect(sent).toHaveLength(2);
	});
});

describe('the age of an answer', () => {
	it.each<[string, Record<string, string>, number, boolean]>([
		['is now without a word of the host', {}, NOW, false],
		['is what the host says', { 'x-undertone-as-of': '2026-05-04T11:00:00.000Z' }, NOW - 3_600_000, false],
		['is never later than now', { 'x-undertone-as-of': '2027-01-01T00:00:00Z' }, NOW, false],
		['is now when the host says nonsense', { 'x-undertone-as-of': 'today' }, NOW, false],
		['is stale when the host says so', { 'x-undertone-stale': '1' }, NOW, true],
		['is not stale for any other word', { 'x-undertone-stale': '0' }, NOW, false]
	])('%s', async (_what, headers, asOf, stale) => {
		const { client } = clientOf(Response.json({ data: {} }, { headers }));
		expect(await client.sentimentDistribution({ brand_ids: [1] })).toEqual({
			value: { platforms: [] },
			asOf,
			stale
		});
	});
});

describe('what can go wrong', () => {
	const ask = (answer: Response | Error) => clientOf(answer).client.sentimentDistribution({ brand_ids: [1] });
	const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

	it.each([
		['an HTML page with 200', new Response('<!doctype html><title>Sign in</title>')],
		['half an answer', new Response('{"data": {"facebook"')],
		['another shape', Response.json({ data: 'no' })],
		['an answer nested a million levels deep', new Response(deep(1_000_000))],
		['an answer nested one level too deep', new Response(`{"data": {"facebook": ${deep(DEEPEST - 1)}}}`)]
	])('calls %s upstream_malformed, and keeps its start for the log', async (_what, answer) => {
		const start = (await answer.clone().text()).slice(0, 2000);
		await expect(ask(answer)).rejects.toMatchObject({ code: 'upstream_malformed', details: { body: start } });
	});

	it.each([new Response(''), new Response(' \n'), new Response(null, { status: 204 }), Response.json(null)])(
		'reads an empty 2xx as an answer without data',
		async (answer) => {
			expect((await ask(answer)).value).toEqual({ platforms: [] });
		}
	);

	it('names what a fetch throws, and what a body does while it is read', async () => {
		const refused = new TypeError('fetch failed', {
			cause: Object.assign(new Error(), { code: 'ECONNREFUSED' })
		});
		await expect(ask(refused)).rejects.toMatchObject({ code: 'upstream_unreachable', cause: refused });
		const broken = new ReadableStream({
			pull: (controller) => controller.error(new DOMException('', 'TimeoutError'))
		});
		const { client } = clientOf(() => new Response(broken));
		await expect(client.self()).rejects.toMatchObject({ code: 'upstream_timeout' });
	});

	it('says how long to wait when the budget is used up', async () => {
		await expect(
			ask(new Response('', { status: 429, headers: { 'retry-after': '17' } }))
		).rejects.toMatchObject({
			code: 'upstream_rate_limited',
			details: { retryAfter: 17 }
		});
	});

	it('tells a fetch with a cache which bodies it can read', async () => {
		const verdicts: unknown[] = [];
		const fetch: CommunityFetch = async (_url, { isReadable }) => {
			for (const body of ['{"data": {}}', '', '<html>', '{"data": 5}']) verdicts.push(isReadable?.(body));
			return Response.json({});
		};
		await createCommunityClient({ fetch, baseUrl: '', selfUrl: '', now: () => NOW }).sentimentDistribution({
			brand_ids: [1]
		});
		expect(verdicts).toEqual([true, true, false, false]);
	});
});

describe('any answer at all', () => {
	const names = [
		'data',
		'total',
		'facebook',
		'sentiment',
		'negative',
		'neutral',
		'positive',
		'keyword',
		'__proto__'
	];
	const more = [
		'2026-05-04',
		'2026-05-04T01:00:00Z',
		'brands',
		'accessible_brands',
		'id',
		'paging',
		'count',
		'tags'
	];
	const key = fc.oneof(fc.constantFrom(...names, ...more), fc.string());
	const leaf = fc.oneof(
		fc.constantFrom<unknown>(null, true, '', '3', 0, 1, -1, 1.5, 1e300),
		fc.string({ unit: 'binary' })
	);
	const { garbage } = fc.letrec<{ garbage: unknown }>((tie) => ({
		garbage: fc.oneof(
			{ maxDepth: 5, withCrossShrink: true },
			leaf,
			fc.array(tie('garbage'), { maxLength: 4 }),
			fc.array(fc.tuple(key, tie('garbage')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries))
		)
	}));
	const body = fc.oneof(
		garbage.map((value) => JSON.stringify(value)),
		garbage.map((value) => JSON.stringify({ data: value })),
		fc.json(),
		fc.string({ unit: 'binary' })
	);
	const status = fc.oneof({ weight: 4, arbitrary: fc.constant(200) }, fc.integer({ min: 200, max: 599 }));

	const questions: [string, (client: CommunityClient) => Promise<unknown>][] = [
		['self', (client) => client.self()],
		['sentimentDistribution', (client) => client.sentimentDistribution({ brand_ids: [1] })],
		['sentimentSeries', (client) => client.sentimentSeries({ brand_ids: [1], scale: 'WEEK' })],
		['volumeSeries', (client) => client.volumeSeries({ brand_ids: [1], scale: 'HOUR', bucket_minutes: 30 })],
		['topKeywords', (client) => client.topKeywords({ brand_ids: [1] })],
		['interactions', (client) => client.interactions({ brand_id: 1 })],
		['tags', (client) => client.tags([1])]
	];

	it.each(questions)('gives %s a value or a CommunityError, and nothing else', async (_name, ask) => {
		await fc.assert(
			fc.asyncProperty(body, status, async (text, code) => {
				const isBodiless = [204, 205, 304].includes(code);
				const { client } = clientOf(new Response(isBodiless ? null : text, { status: code }));
				const result = await ask(client).then(
					(answer) => ({ answer }),
					(error: unknown) => ({ error })
				);
				if ('error' in result) expect(isCommunityError(result.error)).toBe(true);
				else expect(JSON.stringify(result.answer)).toContain('"asOf"');
			}),
			{ numRuns: 1_000 }
		);
	});
});
