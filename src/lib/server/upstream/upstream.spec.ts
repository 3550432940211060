import { MockAgent } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommunityClient } from '$lib/community/client';
import { Secret } from '$lib/server/secret';
import { createFakeClock, type FakeClock } from '../../../../tests/support/fake-clock';
import { createUpstream, type UpstreamOptions } from './upstream';

const NOW = Date.UTC(2026, 4, 4, 12);
const API = 'https://api.test';
const AUTH = 'https://auth.test';
const SOFT = 60_000;

let agent: MockAgent;
let clock: FakeClock;

beforeEach(() => {
	agent = new MockAgent();
	agent.disableNetConnect();
	clock = createFakeClock(NOW);
});

afterEach(async () => {
	agent.assertNoPendingInterceptors();
	await agent.close();
});

function createSetup(options: Partial<UpstreamOptions> = {}) {
	const settings = {
		url: API,
		authUrl: `${AUTH}/api/self`,
		token: new Secret('t0ken'),
		allowHttp: false
	};
	// A pause before a retry takes no time here: what the fake clock is told to do later, it does at once.
	const impatient = {
		...clock,
		after: (ms: number, run: () => void) => (ms === 0 ? (run(), () => undefined) : clock.after(ms, run))
	};
	const upstream = createUpstream({
		settings,
		clock: impatient,
		random: () => 0,
		dispatcher: agent,
		...options
	});
	const client = createCommunityClient({
		fetch: upstream.fetch,
		baseUrl: API,
		selfUrl: settings.authUrl,
		now: clock.wall
	});
	return { upstream, client };
}

const path = '/sentiment_distribution_stats';
const statistics = () => agent.get(API).intercept({ path, method: 'POST' });
const answerOf = (positive: number) => ({ data: { tiktok: { negative: 0, neutral: 0, positive } } });
const query = { brand_ids: [1] };
const positiveOf = (answer: { value: { platforms: { positive: number }[] } }) =>
	answer.value.platforms[0]?.positive;

/** Let everything that needs no clock come to its end. */
const settle = async () => {
	for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a call to the live host', () => {
	it('carries the token, JSON both ways, and nothing else of ours', async () => {
		let sent: unknown;
		statistics().reply(200, (request) => {
			sent = { headers: request.headers, body: request.body };
			return answerOf(1);
		});
		const { client } = createSetup();
		expect(positiveOf(await client.sentimentDistribution(query))).toBe(1);
		expect(sent).toEqual({
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				authorization: 'Bearer t0ken',
				'accept-encoding': 'gzip, br, deflate'
			},
			body: '{"brand_ids":[1]}'
		});
	});

	it('asks self on its own host, with the same token', async () => {
		agent
			.get(AUTH)
			.intercept({ path: '/api/self', method: 'GET', headers: { authorization: 'Bearer t0ken' } })
			.reply(200, { brands: { acme: { id: 1 } } });
		expect((await createSetup().client.self()).value.brands[0]?.slug).toBe('acme');
	});

	it('never leaves for another origin or path', async () => {
		const { upstream } = createSetup();
		for (const address of [
			'https://elsewhere.test/top_keywords',
			`${API}/openapi.json`,
			'http://api.test/top_keywords'
		]) {
			await expect(upstream.fetch(address, { method: 'GET', headers: {} })).rejects.toMatchObject({
				code: 'ORIGIN_REFUSED'
			});
		}
	});

	it('tells when the host counted: by its own word, else by its clock, else by ours', async () => {
		const at = async (headers: Record<string, string>, brand: number) => {
			statistics().reply(200, answerOf(1), { headers });
			return (await createSetup().client.sentimentDistribution({ brand_ids: [brand] })).asOf;
		};
		const earlier = new Date(NOW - 7_000);
		expect(
			await at({ 'x-undertone-as-of': earlier.toISOString(), date: new Date(NOW).toUTCString() }, 1)
		).toBe(NOW - 7_000);
		expect(await at({ date: earlier.toUTCString() }, 2)).toBe(NOW - 7_000);
		expect(await at({ date: new Date(0).toUTCString() }, 3)).toBe(NOW);
		expect(await at({}, 4)).toBe(NOW);
	});
});

describe('the cache in front of the live host', () => {
	it('makes one call of 500 that ask at once, and none for those who ask within a minute', async () => {
		statistics().reply(200, answerOf(1));
		const { client } = createSetup();
		const many = Array.from({ length: 500 }, () => client.sentimentDistribution({ ...query }));
		expect(new Set((await Promise.all(many)).map(positiveOf))).toEqual(new Set([1]));
		clock.advance(SOFT - 1);
		expect(await client.sentimentDistribution(query)).toMatchObject({ asOf: NOW, stale: false });
	});

	it('answers an older question at once with the old value, and asks for a newer one behind it', async () => {
		statistics().reply(200, answerOf(1));
		const { client } = createSetup();
		await client.sentimentDistribution(query);
		clock.advance(SOFT);
		statistics().reply(200, answerOf(2));
		const old = await client.sentimentDistribution(query);
		expect([positiveOf(old), old.asOf, old.stale]).toEqual([1, NOW, false]);
		await settle();
		const fresh = await client.sentimentDistribution(query);
		expect([positiveOf(fresh), fresh.asOf, fresh.stale]).toEqual([2, NOW + SOFT, false]);
	});

	it.each<[string, (positive: number) => unknown]>([
		['fails', () => statistics().reply(503, '')],
		['cannot be reached', () => statistics().replyWithError(new Error('gone'))],
		['sends a page for signing in', () => statistics().reply(200, '<html>')],
		['sends another shape', () => statistics().reply(200, { data: 'no' })],
		['is over its budget', () => statistics().reply(429, '', { headers: { 'retry-after': '1' } })]
	])(
		'keeps the old value and calls it stale while the host %s, and recovers in five seconds',
		async (_what, fail) => {
			statistics().reply(200, answerOf(1));
			const { client } = createSetup({ retries: { start: 0 } });
			await client.sentimentDistribution(query);
			clock.advance(SOFT);
			fail(0);
			await client.sentimentDistribution(query);
			await settle();
			const stale = await client.sentimentDistribution(query);
			expect([positiveOf(stale), stale.asOf, stale.stale]).toEqual([1, NOW, true]);
			clock.advance(5_000);
			statistics().reply(200, answerOf(2));
			await client.sentimentDistribution(query);
			await settle();
			const fresh = await client.sentimentDistribution(query);
			expect([positiveOf(fresh), fresh.stale]).toEqual([2, false]);
		}
	);

	it.each([401, 403, 404])('forgets the old value when the host answers %i', async (status) => {
		statistics().reply(200, answerOf(1));
		const { client } = createSetup();
		await client.sentimentDistribution(query);
		clock.advance(SOFT);
		statistics().reply(status, '{}');
		await client.sentimentDistribution(query);
		await settle();
		await expect(client.sentimentDistribution(query)).rejects.toMatchObject({ status });
	});

	it('gives up an answer after a day', async () => {
		statistics().reply(200, answerOf(1));
		const { client } = createSetup({ retries: { start: 0 } });
		await client.sentimentDistribution(query);
		clock.advance(86_400_000);
		statistics().reply(500, '');
		await expect(client.sentimentDistribution(query)).rejects.toMatchObject({ code: 'upstream_failed' });
	});

	it('remembers a failure for five seconds, so that a storm of reloads is one call', async () => {
		statistics().reply(500, '');
		const { client } = createSetup({ retries: { start: 0 } });
		for (let reload = 0; reload < 20; reload += 1) {
			await expect(client.sentimentDistribution(query)).rejects.toMatchObject({ code: 'upstream_failed' });
		}
		clock.advance(5_000);
		statistics().reply(200, answerOf(3));
		expect(positiveOf(await client.sentimentDistribution(query))).toBe(3);
	});

	it('is not disturbed by a wall clock that jumps', async () => {
		statistics().reply(200, answerOf(1));
		const { client } = createSetup();
		await client.sentimentDistribution(query);
		clock.jumpWall(10 * 86_400_000);
		await client.sentimentDistribution(query);
		clock.jumpWall(-20 * 86_400_000);
		expect((await client.sentimentDistribution(query)).asOf).toBeLessThanOrEqual(clock.wall());
	});

	it('knows a question by its meaning, and keeps questions apart that differ', async () => {
		statistics().reply(200, answerOf(1));
		statistics().reply(200, answerOf(2));
		const { upstream } = createSetup();
		const ask = async (body: string) =>
			(await upstream.fetch(`${API}${path}`, { method: 'POST', headers: {}, body })).text();
		const first = await ask('{"brand_ids":[1],"query":"a"}');
		expect(await ask('{"query": "a", "brand_ids": [1]}')).toBe(first);
		expect(await ask('{"query": "b", "brand_ids": [1]}')).not.toBe(first);
	});

	it('lets one caller leave without taking the answer from the others', async () => {
		let reply = (): void => undefined;
		const gate = new Promise<void>((resolve) => (reply = resolve));
		statistics().reply(200, async () => {
			await gate;
			return JSON.stringify(answerOf(1));
		});
		const { upstream, client } = createSetup();
		const leaving = new AbortController();
		const init = { method: 'POST' as const, headers: {}, body: '{"brand_ids":[1]}' };
		const left = upstream.fetch(`${API}${path}`, { ...init, signal: leaving.signal });
		const stayed = client.sentimentDistribution(query);
		leaving.abort();
		await expect(left).rejects.toMatchObject({ name: 'AbortError' });
		reply();
		expect(positiveOf(await stayed)).toBe(1);
	});
});

describe('retries', () => {
	it.each<[string, () => unknown]>([
		['a 503', () => statistics().reply(503, '')],
		['a 500', () => statistics().reply(500, '')],
		['a reset', () => statistics().replyWithError(Object.assign(new Error(), { code: 'ECONNRESET' }))],
		[
			'a refused connection',
			() => statistics().replyWithError(Object.assign(new Error(), { code: 'ECONNREFUSED' }))
		]
	])('asks once more after %s', async (_what, fail) => {
		fail();
		statistics().reply(200, answerOf(1));
		expect(positiveOf(await createSetup().client.sentimentDistribution(query))).toBe(1);
	});

	it('asks no third time', async () => {
		statistics().reply(503, '').times(2);
		await expect(createSetup().client.sentimentDistribution(query)).rejects.toMatchObject({ status: 503 });
	});

	it.each([
		[400, {}],
		[401, {}],
		[422, {}],
		[429, {}],
		[501, {}],
		[503, { 'retry-after': '30' }]
	])('does not ask again after %i with %j', async (status, headers) => {
		statistics().reply(status, '', { headers });
		await expect(createSetup().client.sentimentDistribution(query)).rejects.toMatchObject({ status });
	});

	it('does not ask again after an answer that took too long', async () => {
		statistics().replyWithError(Object.assign(new Error(), { code: 'UND_ERR_HEADERS_TIMEOUT' }));
		await expect(createSetup().client.sentimentDistribution(query)).rejects.toMatchObject({
			code: 'upstream_timeout'
		});
	});

	it('pauses before it asks again for a time drawn from the whole of a quarter second', async () => {
		statistics().reply(503, '');
		const pauses: number[] = [];
		const after = (ms: number, run: () => void) => {
			pauses.push(ms);
			return clock.after(ms, run);
		};
		const { client } = createSetup({ random: () => 0.5, clock: { ...clock, after } });
		const asked = client.sentimentDistribution(query);
		await settle();
		statistics().reply(200, answerOf(1));
		clock.advance(125);
		expect(positiveOf(await asked)).toBe(1);
		expect(pauses).toContain(125);
		expect(clock.pending()).toBe(0);
	});

	it('adds at most a tenth to the calls on a host that keeps failing', async () => {
		let calls = 0;
		statistics()
			.reply(503, () => {
				calls += 1;
				return '';
			})
			.persist();
		const { client } = createSetup({ random: () => 0.5 });
		const questions = 200;
		for (let brand = 1; brand <= questions; brand += 1) {
			const asked = client.sentimentDistribution({ brand_ids: [brand] }).catch(() => undefined);
			await settle();
			clock.advance(250);
			await asked;
		}
		expect(calls).toBeGreaterThan(0);
		expect(calls / questions).toBeLessThanOrEqual(1.1);
	});
});

describe('the budget', () => {
	it('goes down with every call, and with what the headers say', async () => {
		const reset = String(NOW / 1000 + 30);
		const headers = {
			'x-ratelimit-limit': '1000',
			'x-ratelimit-remaining': '300',
			'x-ratelimit-reset': reset
		};
		const { client, upstream } = createSetup();
		expect(upstream.budget()).toEqual({ remaining: 900, limit: 900, resetsAt: null });
		statistics().reply(200, answerOf(1));
		await client.sentimentDistribution(query);
		expect(upstream.budget()).toEqual({ remaining: 899, limit: 900, resetsAt: NOW + 60_000 });
		statistics().reply(200, answerOf(1), { headers });
		await client.sentimentDistribution({ brand_ids: [2] });
		expect(upstream.budget()).toEqual({ remaining: 200, limit: 900, resetsAt: NOW + 60_000 });
	});

	it('is counted for retries too, and makes none when it is used up', async () => {
		statistics().reply(503, '');
		const { client, upstream } = createSetup({ budget: { capacity: 1 } });
		await expect(client.sentimentDistribution(query)).rejects.toMatchObject({ status: 503 });
		expect(upstream.budget().remaining).toBe(0);
	});

	it('answers rate limited with the time to wait when it is used up, without a call', async () => {
		statistics().reply(200, answerOf(1));
		const { client } = createSetup({ budget: { capacity: 1 } });
		await client.sentimentDistribution(query);
		clock.advance(15_000);
		await expect(client.sentimentDistribution({ brand_ids: [2] })).rejects.toMatchObject({
			code: 'upstream_rate_limited',
			details: { retryAfter: 45 }
		});
	});

	it.each<[string, Record<string, string>, number]>([
		['good', { 'retry-after': '12' }, 12],
		['absurd', { 'retry-after': '31536000' }, 60],
		['missing', {}, 5]
	])('leaves the host alone after a 429 with a %s hint, then asks again', async (_what, headers, seconds) => {
		statistics().reply(429, '{}', { headers });
		const { client, upstream } = createSetup();
		const limited = { code: 'upstream_rate_limited', details: { retryAfter: seconds } };
		await expect(client.sentimentDistribution(query)).rejects.toMatchObject(limited);
		await expect(client.sentimentDistribution({ brand_ids: [2] })).rejects.toMatchObject(limited);
		expect(upstream.budget()).toMatchObject({ remaining: 0, resetsAt: NOW + Math.max(seconds, 60) * 1000 });
		clock.advance(seconds * 1000);
		statistics().reply(200, answerOf(1));
		expect(positiveOf(await client.sentimentDistribution(query))).toBe(1);
	});
});
