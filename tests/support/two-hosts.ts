import { createCommunityClient, type CommunityClient } from '../../src/lib/community/client';
import { TAKES_MADE } from '../../src/lib/community/made-answer';
import type { ApiCall } from '../../src/lib/server/api/answer-call';
import { createRateLimit, type RateLimit } from '../../src/lib/server/api/rate-limit';
import { Secret } from '../../src/lib/server/secret';
import { readSettings } from '../../src/lib/server/settings';
import type { Store } from '../../src/lib/server/store/store';
import { systemClock } from '../../src/lib/server/upstream/clock';
import { createUpstream, type Upstream } from '../../src/lib/server/upstream/upstream';
import type { Caller } from '../contract/ask';
import { answerRequest } from './embedded-api';
import { serveOnLoopback } from './loopback-server';

const TOKEN = 'blue-heron-42';
const PLENTY = 1_000_000;

export type HostOptions = {
	store: () => Promise<Store>;
	now: number;
	/** Below the origin; `/api` is where the endpoints are. */
	base?: string;
	token?: string;
	rateLimit?: RateLimit;
	report?: (cause: unknown) => void;
};

/** One client for each way in which a page reaches a host, and a caller for the second one's bare answers. */
export type TwoHosts = {
	embedded: CommunityClient;
	upstream: CommunityClient;
	askUpstream: Caller;
	close: () => Promise<void>;
};

function rethrow(cause: unknown): never {
	throw cause;
}

/** What asks the live host, over undici and a socket, with the settings that a second Undertone has. */
function createLive(address: string, { token = TOKEN, now }: HostOptions) {
	const { upstream: settings } = readSettings({
		COMMUNITY_API_URL: address,
		COMMUNITY_API_TOKEN: token,
		UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
	});
	if (settings === null) throw new Error('The settings name no upstream.');
	const clock = systemClock(() => now);
	const upstream = createUpstream({ settings, clock, random: Math.random, budget: { capacity: PLENTY } });
	const { url: baseUrl, authUrl: selfUrl } = settings;
	return {
		upstream,
		client: createCommunityClient({ fetch: upstream.fetch, baseUrl, selfUrl, now: clock.wall })
	};
}

/** These are sent by POST and change nothing. */
const STATISTICS =
	/^\/(?:sentiment_distribution_stats|sentiment_time_series|top_keywords|volume_time_series)/;

function callerOf(upstream: Upstream, base: string): Caller {
	return (path, { method = 'GET', headers, body } = {}) => {
		if (method !== 'GET' && method !== 'POST' && method !== 'PATCH') {
			throw new Error(`An upstream is never sent ${method}.`);
		}
		const plain = Object.fromEntries(new Headers(headers));
		const isWrite = method === 'PATCH' || (method === 'POST' && !STATISTICS.test(path));
		return upstream.fetch(`${base}${path}`, {
			method,
			headers: plain,
			body: body as string | undefined,
			isWrite
		});
	};
}

/**
 * The same handlers over the same store, reached in both ways: in process, as the default of a page is, and as the
 * upstream of another Undertone.
 */
export async function openTwoHosts(options: HostOptions): Promise<TwoHosts> {
	const { store, now, base = '/api', report = rethrow, rateLimit = createRateLimit(PLENTY) } = options;
	const call: ApiCall = { store, now, report, socket: null };
	const socket = { token: new Secret(TOKEN), rateLimit };
	const server = await serveOnLoopback((request) => answerRequest(request, { ...call, socket }));
	const { upstream, client } = createLive(`${server.origin}${base}`, options);
	const embedded = createCommunityClient({
		fetch: (input, { headers, ...init }) => {
			const inProcess = { ...init, headers: { ...headers, [TAKES_MADE]: '1' } };
			return answerRequest(new Request(`https://undertone.test${input}`, inProcess), call);
		},
		baseUrl: base,
		selfUrl: `${base}/self`,
		now: () => now
	});
	return {
		embedded,
		upstream: client,
		askUpstream: callerOf(upstream, `${server.origin}${base}`),
		close: async () => {
			await upstream.close();
			await server.close();
		}
	};
}
