import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { endpointOf, HANDLERS } from '../support/embedded-api';
import { contractCases } from './cases';
import { refusalOf, type Caller } from './ask';
import { CONTRACT_ROWS } from './fixture';

const held = vi.hoisted(() => ({ store: null as Promise<unknown> | null }));
vi.mock('$lib/server/embedded', () => ({ embeddedStore: () => held.store }));

type Route = { GET?: RequestHandler; POST?: RequestHandler; fallback?: RequestHandler };
const routes = import.meta.glob<Route>('../../src/routes/api/**/+server.ts', { eager: true });
const routeAt = (path: string) =>
	routes[`../../src/routes/api${path.replaceAll('{', '[').replaceAll('}', ']')}/+server.ts`];

let store: Store;
beforeAll(async () => {
	held.store = openStore({ directory: ':memory:' });
	store = (await held.store) as Store;
	await applyBatch(store, { interactions: CONTRACT_ROWS });
});
afterAll(() => store.close());

/** The routes as SvelteKit calls them: the method's own export, or the fallback. */
function routeCaller(isSubRequest: boolean): Caller {
	return async (path, init) => {
		const request = new Request(`https://undertone.test/api${path}`, init);
		const route = routeAt(endpointOf(request.url) ?? '/[...unknown]');
		const handler = route?.[request.method as 'GET' | 'POST'] ?? route?.fallback;
		const event = { request, isSubRequest, locals: { now: Date.UTC(2026, 6, 2) } };
		return handler!(event as unknown as RequestEvent);
	};
}

describe('the routes below /api', () => {
	it('are one for each handler, and one for every other address', () => {
		for (const path of [...HANDLERS.keys(), '/[...unknown]'])
			expect(routeAt(path)?.fallback).toBeTypeOf('function');
	});

	it('each lead to their own handler', async () => {
		const named = ['self', 'media', 'tags', 'pooled', 'keyword', 'POST only', 'GET only'];
		const picked = contractCases.filter(({ title }) => named.some((word) => title.includes(word)));
		expect(picked.length).toBeGreaterThan(named.length);
		for (const { run } of picked) await run(routeCaller(true));
	});

	it('answer unknown addresses and methods with the envelope', async () => {
		const ask = routeCaller(true);
		await refusalOf(await ask('/nowhere/at/all'), 404);
		for (const path of HANDLERS.keys()) await refusalOf(await ask(path, { method: 'DELETE' }), 405);
	});

	it('keep a budget for calls over a socket, and none for calls of the app itself', async () => {
		const inside = await routeCaller(true)('/self');
		const outside = await routeCaller(false)('/self');
		const next = await routeCaller(false)('/media');
		expect(inside.headers.get('x-ratelimit-remaining')).toBeNull();
		expect(outside.headers.get('x-ratelimit-remaining')).toBe('999');
		expect(next.headers.get('x-ratelimit-remaining')).toBe('998');
	});
});
