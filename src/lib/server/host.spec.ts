import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerJson, startFakeUpstream, type FakeUpstream } from '../../../tests/support/fake-upstream';
import type { Asking } from './host';

const NOW = Date.UTC(2026, 4, 4, 12);
const good = { data: { tiktok: { negative: 0, neutral: 0, positive: 7 } } };
const query = { brand_ids: [1] };

/** The host module with its settings read anew. */
const importHost = () => import('./host');

function eventOf(fetch: Asking['fetch'], now = NOW): Asking {
	return { fetch, locals: { now } };
}

const noFetch: Asking['fetch'] = () => Promise.reject(new Error('not to be called'));

beforeEach(() => {
	vi.resetModules();
	for (const name of ['COMMUNITY_API_URL', 'COMMUNITY_API_TOKEN', 'COMMUNITY_AUTH_URL']) vi.stubEnv(name, '');
});

afterEach(() => {
	vi.unstubAllEnvs();
});

describe('the embedded host', () => {
	it('is asked through the request’s own fetch, below /api, and needs no token', async () => {
		const asked: { input: unknown; init: RequestInit | undefined }[] = [];
		const { communityClient, hostKind, upstreamBudget } = await importHost();
		const event = eventOf(async (input, init) => {
			asked.push({ input, init });
			return Response.json(good);
		});
		const answer = await communityClient(event).sentimentDistribution(query);
		await communityClient(event).self();
		expect(answer).toMatchObject({ value: { platforms: [{ positive: 7 }] }, asOf: NOW, stale: false });
		expect(asked.map(({ input }) => input)).toEqual(['/api/sentiment_distribution_stats', '/api/self']);
		expect(Object.keys(asked[0]?.init ?? {})).not.toContain('isReadable');
		expect(JSON.stringify(asked)).not.toMatch(/authorization/i);
		expect(hostKind()).toBe('embedded');
		expect(upstreamBudget()).toBeNull();
	});
});

describe('the upstream host', () => {
	let host: FakeUpstream;

	beforeEach(async () => {
		host = await startFakeUpstream();
		vi.stubEnv('COMMUNITY_API_URL', host.origin);
		vi.stubEnv('COMMUNITY_API_TOKEN', 't0ken');
		vi.stubEnv('UNDERTONE_ALLOW_HTTP_UPSTREAM', 'on');
	});

	afterEach(() => host.close());

	it('is met before the first page: its brands are asked for once, and a failure is nobody’s exception', async () => {
		const brands = { accessible_brands: [1], brands: { one: { id: 1, name: 'One', organization_id: 1 } } };
		host.script(answerJson(brands));
		const { communityClient, closeHost, meetHost } = await importHost();
		meetHost(NOW);
		const { value } = await communityClient(eventOf(noFetch)).self();
		expect(value.brands.map(({ name }) => name)).toEqual(['One']);
		expect(host.calls).toHaveLength(1);
		await closeHost();
		host.script(answerJson({ code: 'down' }, 503));
		meetHost(NOW);
		await host.received(2);
		await closeHost();
	});

	it('is asked over the network with the token, once for two requests with one question', async () => {
		host.script(answerJson(good));
		const { communityClient, closeHost, hostKind, upstreamBudget } = await importHost();
		const first = await communityClient(eventOf(noFetch)).sentimentDistribution(query);
		const second = await communityClient(eventOf(noFetch, NOW + 1_000)).sentimentDistribution(query);
		expect([first, second].map(({ value }) => value.platforms[0]?.positive)).toEqual([7, 7]);
		expect(host.calls.map(({ path, headers }) => [path, headers.authorization])).toEqual([
			['/sentiment_distribution_stats', 'Bearer t0ken']
		]);
		expect(hostKind()).toBe('upstream');
		expect(upstreamBudget()).toMatchObject({ limit: 900, remaining: 899 });
		await closeHost();
		expect(upstreamBudget()).toBeNull();
	});

	it('keeps the token out of every error', async () => {
		host.script(answerJson({ message: 'no' }, 401));
		const { communityClient, closeHost } = await importHost();
		const error: unknown = await communityClient(eventOf(noFetch))
			.self()
			.catch((thrown: unknown) => thrown);
		const { inspect } = await import('node:util');
		expect(error).toMatchObject({ code: 'upstream_refused', status: 401 });
		expect(inspect(error, { depth: 9 })).not.toContain('t0ken');
		await closeHost();
	});
});
