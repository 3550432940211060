import type { RequestEvent } from '@sveltejs/kit';
import { createCommunityClient, type CommunityClient } from '$lib/community/client';
import type { CommunityFetch } from '$lib/community/exchange';
import { TAKES_MADE } from '$lib/community/made-answer';
import { settings, type UpstreamSettings } from './settings';
import { systemClock } from './upstream/clock';
import type { BudgetState } from './upstream/request-budget';
import { createUpstream, type Upstream } from './upstream/upstream';

/** What of a request is needed to ask on its behalf; every load, endpoint and action has it. */
export type Asking = Pick<RequestEvent, 'fetch'> & { locals: Pick<App.Locals, 'now'> };

const EMBEDDED_API = '/api';

type Live = { client: CommunityClient; upstream: Upstream; setWall: (now: number) => void };

let live: Live | null = null;

/** Only routes and hooks read the clock: the newest request told the time, and what has passed since is counted on. */
function createLive(upstreamSettings: UpstreamSettings, now: number): Live {
	let wall = now - performance.now();
	const clock = systemClock(() => wall + performance.now());
	const upstream = createUpstream({ settings: upstreamSettings, clock, random: Math.random });
	const client = createCommunityClient({
		fetch: upstream.fetch,
		baseUrl: upstreamSettings.url,
		selfUrl: upstreamSettings.authUrl,
		now: clock.wall
	});
	return { client, upstream, setWall: (told) => (wall = told - performance.now()) };
}

/**
 * SvelteKit answers its own addresses in process, without a socket. Only `isReadable` means nothing to it, and the
 * answers may be values.
 */
function embeddedFetch(event: Asking): CommunityFetch {
	return (input, { method, headers, body, signal }) =>
		event.fetch(input, { method, headers: { ...headers, [TAKES_MADE]: '1' }, body, signal });
}

/**
 * Which host answers: `embedded`, this process over its own store, or `upstream`, the Community API over the network.
 */
export function hostKind(): 'embedded' | 'upstream' {
	return settings().upstream === null ? 'embedded' : 'upstream';
}

/**
 * The client of the Community API for one request. Pages ask it and never learn who answers. The live host has one
 * client for the whole process, so that all requests share its cache and its budget; its token stays in here.
 * @example const client = communityClient(event);
 */
export function communityClient(event: Asking): CommunityClient {
	const upstreamSettings = settings().upstream;
	const { now } = event.locals;
	if (upstreamSettings === null) {
		return createCommunityClient({
			fetch: embeddedFetch(event),
			baseUrl: EMBEDDED_API,
			selfUrl: `${EMBEDDED_API}/self`,
			now: () => now
		});
	}
	return liveClient(upstreamSettings, now);
}

function liveClient(upstreamSettings: UpstreamSettings, now: number): CommunityClient {
	live ??= createLive(upstreamSettings, now);
	live.setWall(now);
	return live.client;
}

/**
 * Ask the live host for its brands before anybody waits for them: every page begins with them, and the first one would
 * otherwise stand for a whole call. Whether it answers is of no matter here; the first page will say.
 * @param now milliseconds since 1970
 */
export function meetHost(now: number): void {
	const upstreamSettings = settings().upstream;
	if (upstreamSettings === null) return;
	liveClient(upstreamSettings, now)
		.self()
		.catch(() => undefined);
}

/** What is left of the live host's budget, or null where none is spent: on the embedded host, or before any call. */
export function upstreamBudget(): BudgetState | null {
	return live?.upstream.budget() ?? null;
}

/** End the connections to the live host, if there are any. */
export async function closeHost(): Promise<void> {
	const closing = live;
	live = null;
	await closing?.upstream.close();
}
