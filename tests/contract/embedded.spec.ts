import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MadeAnswer, TAKES_MADE } from '../../src/lib/community/made-answer';
import type { ApiCall } from '../../src/lib/server/api/answer-call';
import { createRateLimit } from '../../src/lib/server/api/rate-limit';
import { Secret } from '../../src/lib/server/secret';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { CommunityError } from '../../src/lib/errors/community-error';
import { embeddedCaller, HANDLERS } from '../support/embedded-api';
import { answerOf, askRows, askSelf, brandIds, post, refusalOf, type Caller } from './ask';
import { contractCases } from './cases';
import { CONTRACT_ROWS } from './fixture';

const NOW = Date.UTC(2026, 6, 2, 8, 30, 0, 250);

let store: Store;

beforeAll(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: CONTRACT_ROWS });
});
afterAll(() => store.close());

function call(overrides: Partial<ApiCall> = {}): ApiCall {
	return {
		store: () => Promise.resolve(store),
		socket: null,
		now: NOW,
		report: (cause) => {
			throw cause;
		},
		...overrides
	};
}

describe('the contract, asked of the embedded host', () => {
	const ask = embeddedCaller(() => call());
	it.each(contractCases)('$title', ({ run }) => run(ask));
});

describe('the embedded host over a socket', () => {
	const token = new Secret('blue-heron-42');
	const bearer = { authorization: 'Bearer blue-heron-42' };

	function socketCaller(limit: number, clock: { now: number } = { now: NOW }): Caller {
		const socket = { token, rateLimit: createRateLimit(limit) };
		return embeddedCaller(() => call({ socket, now: clock.now }));
	}

	it('demands the bearer token of every call, and says nothing else without it', async () => {
		const ask = socketCaller(1000);
		const attempts: Record<string, string>[] = [{}, { authorization: 'Bearer wrong' }];
		for (const path of [...HANDLERS.keys(), '/nowhere']) {
			for (const headers of attempts) {
				const response = await ask(path, { headers });
				expect(response.headers.get('www-authenticate')).toBe('Bearer');
				const { errors } = await refusalOf(response, 401);
				expect(errors).toBeUndefined();
			}
		}
		expect((await ask('/self', { headers: bearer })).status).toBe(200);
	});

	it('is open when no token is configured', async () => {
		const ask = embeddedCaller(() => call({ socket: { token: null, rateLimit: createRateLimit() } }));
		expect((await ask('/self')).status).toBe(200);
	});

	it('tells the three rate-limit headers with every response, whatever its status', async () => {
		const ask = socketCaller(5);
		const responses = [
			await ask('/self', { headers: bearer }),
			await ask('/nowhere', { headers: bearer }),
			await ask('/self', { headers: bearer, method: 'POST' }),
			await ask('/top_keywords', { headers: bearer, method: 'POST', body: '{' }),
			await ask('/self')
		];
		expect(responses.map(({ status }) => status)).toEqual([200, 404, 405, 422, 401]);
		expect(responses.map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual(Array(5).fill('5'));
		const remaining = responses.map(({ headers }) => headers.get('x-ratelimit-remaining'));
		expect(remaining).toEqual(['4', '3', '2', '1', '1']);
		const reset = Math.ceil((NOW + 60_000) / 1000);
		expect(responses.map(({ headers }) => headers.get('x-ratelimit-reset'))).toEqual(
			Array(5).fill(String(reset))
		);
	});

	it('allows 1,000 calls a minute over all endpoints together, then answers 429 until the reset', async () => {
		const clock = { now: NOW };
		const rateLimit = createRateLimit();
		const ask = embeddedCaller(() => call({ socket: { token, rateLimit }, now: clock.now }));
		const paths = [...HANDLERS.keys()];
		for (let index = 0; index < 1000; index += 1) {
			const { status } = await ask(paths[index % paths.length]!, { headers: bearer, method: 'OPTIONS' });
			expect(status).toBe(405);
		}
		clock.now = NOW + 20_400;
		const refused = await ask('/self', { headers: bearer });
		expect(refused.headers.get('retry-after')).toBe('40');
		expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
		await refusalOf(refused, 429);
		clock.now = NOW + 60_000;
		expect((await ask('/self', { headers: bearer })).status).toBe(200);
	});

	it('writes every answer out, also for a caller that would take a value of this process', async () => {
		const { tea } = await brandIds(embeddedCaller(() => call()));
		const asking = { method: 'POST', headers: { [TAKES_MADE]: '1', 'content-type': 'application/json' } };
		for (const path of ['/sentiment_time_series', '/volume_time_series']) {
			const question = { ...asking, body: JSON.stringify({ brand_ids: [tea] }) };
			const within = await embeddedCaller(() => call())(path, question);
			expect(within).toBeInstanceOf(MadeAnswer);
			const headers = { ...question.headers, ...bearer };
			const outside = await socketCaller(5)(path, { ...question, headers });
			expect(outside).not.toBeInstanceOf(MadeAnswer);
			expect(await outside.json()).toEqual(
				await (
					await post(
						embeddedCaller(() => call()),
						path,
						{ brand_ids: [tea] }
					)
				).json()
			);
		}
	});

	it('does not let calls with a wrong token use up the budget', async () => {
		const ask = socketCaller(1);
		for (let index = 0; index < 5; index += 1) expect((await ask('/self')).status).toBe(401);
		expect((await ask('/self', { headers: bearer })).status).toBe(200);
	});
});

describe('the embedded host inside the process', () => {
	const ask = embeddedCaller(() => call());

	it('asks for no token and has no budget, so it tells no rate-limit headers', async () => {
		const response = await ask('/self');
		expect(response.status).toBe(200);
		expect([...response.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
	});

	it('writes its own origin into the addresses of a list', async () => {
		const { tea } = await brandIds(ask);
		const elsewhere = embeddedCaller(() => call(), 'http://localhost:4173');
		const page = await askRows(elsewhere, `brand_id=${tea}&limit=4&query=love,price,brew`);
		expect(page.paging).toEqual({
			count: 6,
			previous: null,
			next: `http://localhost:4173/api/community_interactions?brand_id=${tea}&limit=4&query=love%2Cprice%2Cbrew&offset=4`
		});
	});

	it('says when it counted by the clock of the call', async () => {
		const { tea } = await brandIds(ask);
		const response = await post(ask, '/top_keywords', { brand_ids: [tea] });
		expect(response.headers.get('x-undertone-as-of')).toBe('2026-07-02T08:30:00.250Z');
	});

	it('answers HEAD like GET, without the body', async () => {
		const response = await ask('/self', { method: 'HEAD' });
		expect(response.status).toBe(200);
		expect(await response.text()).toBe('');
	});

	it('does not look at the content type of a body', async () => {
		const { tea } = await brandIds(ask);
		const body = JSON.stringify({ brand_ids: [tea] });
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
			const init = { method: 'POST', headers: { 'content-type': type }, body };
			await answerOf(await ask('/sentiment_distribution_stats', init));
		}
	});

	it('refuses a compressed body with 415, and one that announces too much with 413 before reading it', async () => {
		const headers = { 'content-encoding': 'gzip' };
		await refusalOf(await ask('/top_keywords', { method: 'POST', headers, body: '{}' }), 415);
		const announced = { 'content-length': '600000' };
		const request = { method: 'POST', headers: announced, body: '{}' };
		await refusalOf(await ask('/top_keywords', request), 413);
	});

	it('answers 503 with a hint while the store is away, and tells nothing of the cause', async () => {
		const causes: unknown[] = [];
		const away = new CommunityError('store_unavailable', { message: 'disk /secret/path is full' });
		const broken = embeddedCaller(() =>
			call({ store: () => Promise.reject(away), report: (cause) => causes.push(cause) })
		);
		const { tea } = await brandIds(ask);
		const response = await post(broken, '/top_keywords', { brand_ids: [tea] });
		expect(response.headers.get('retry-after')).toBe('5');
		expect(JSON.stringify(await refusalOf(response, 503))).not.toContain('secret');
		expect(causes).toEqual([away]);
	});

	it('answers 500 with the envelope when something breaks, and tells nothing of the cause', async () => {
		const causes: unknown[] = [];
		const bug = new TypeError('cannot read /secret/path');
		const broken = embeddedCaller(() =>
			call({ store: () => Promise.reject(bug), report: (cause) => causes.push(cause) })
		);
		expect(JSON.stringify(await refusalOf(await broken('/self'), 500))).not.toContain('secret');
		expect(causes).toEqual([bug]);
	});

	it('answers an empty store with no brands', async () => {
		const empty = await openStore({ directory: ':memory:' });
		const self = await askSelf(embeddedCaller(() => call({ store: () => Promise.resolve(empty) })));
		expect(self).toEqual({ accessible_brands: [], brands: {}, organization: null, organization_id: null });
		await empty.close();
	});
});
