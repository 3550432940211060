import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommunityClient, type CommunityClient } from '$lib/community/client';
import type { ErrorCode } from '$lib/errors/community-error';
import { Secret } from '$lib/server/secret';
import {
	answerBytes,
	answerJson,
	drip,
	hang,
	hangInBody,
	reset,
	speakNonsense,
	startFakeUpstream,
	truncate,
	type FakeUpstream,
	type Reply
} from '../../../../tests/support/fake-upstream';
import { systemClock, type Clock } from './clock';
import { LIMITS, type Limits } from './dispatch';
import { createUpstream, type Upstream } from './upstream';

const NOW = Date.UTC(2026, 4, 4, 12);
const KIBIBYTE = 1_024;

let host: FakeUpstream;
let opened: Upstream[];
/** Ends the time of all calls in flight: the tests say when, so that a slow machine changes nothing. */
let endTime: () => void;

beforeEach(async () => {
	host = await startFakeUpstream();
	opened = [];
});

afterEach(async () => {
	await host.close();
	await Promise.all(opened.map((upstream) => upstream.close()));
});

const limits: Partial<Limits> = { rawBytes: 64 * KIBIBYTE, inflatedBytes: 256 * KIBIBYTE };
const noRetry = { start: 0, perSuccess: 0 };

/** The clock of this process, but for the time that a whole call has. */
function testClock(): Clock {
	const real = systemClock(() => NOW);
	const running = new Set<() => void>();
	endTime = () => running.forEach((run) => run());
	const after = (milliseconds: number, run: () => void) => {
		if (milliseconds !== LIMITS.callTimeout) return real.after(milliseconds, run);
		running.add(run);
		return () => running.delete(run);
	};
	return { ...real, after };
}

function clientOf(changes: Partial<Limits> = {}, origin = host.origin, allowHttp = true): CommunityClient {
	const settings = { url: origin, authUrl: `${origin}/self`, token: new Secret('t0ken'), allowHttp };
	const clock = testClock();
	const cache = { soft: 0, negative: 0 };
	const options = {
		settings,
		clock,
		random: () => 0,
		retries: noRetry,
		cache,
		limits: { ...limits, ...changes }
	};
	const upstream = createUpstream(options);
	opened.push(upstream);
	return createCommunityClient({
		fetch: upstream.fetch,
		baseUrl: origin,
		selfUrl: `${origin}/self`,
		now: () => NOW
	});
}

const query = { brand_ids: [1] };
const good = { data: { tiktok: { negative: 0, neutral: 0, positive: 7 } } };
const positiveOf = (answer: { value: { platforms: { positive: number }[] } }) =>
	answer.value.platforms[0]?.positive;
const json = { 'content-type': 'application/json' };
const encoded = (encoding: string) => ({ ...json, 'content-encoding': encoding });

describe('a host with a fault', () => {
	const bomb = gzipSync(Buffer.alloc(4_096 * KIBIBYTE, 32), { level: 9 });
	const half = gzipSync(JSON.stringify(good)).subarray(0, 20);
	const elsewhere = { location: 'https://elsewhere.test/login' };

	it.each<[string, Reply, ErrorCode]>([
		['answers 500', answerJson({}, 500), 'upstream_failed'],
		['answers 504', answerJson({}, 504), 'upstream_timeout'],
		['answers 401', answerJson({}, 401), 'upstream_refused'],
		['answers 429', answerJson({}, 429), 'upstream_rate_limited'],
		['sends less than it promised', truncate, 'upstream_unreachable'],
		['sends half of its JSON', answerBytes('{"data": {"tik', json), 'upstream_malformed'],
		[
			'sends a page for signing in',
			answerBytes('<!doctype html>', { 'content-type': 'text/html' }),
			'upstream_malformed'
		],
		['sends another shape', answerJson({ data: [1] }), 'upstream_malformed'],
		['sends a gzip bomb', answerBytes(bomb, encoded('gzip')), 'upstream_malformed'],
		['sends more than the limit', answerBytes(Buffer.alloc(80 * KIBIBYTE, 32), json), 'upstream_malformed'],
		['sends half of its gzip', answerBytes(half, encoded('gzip')), 'upstream_malformed'],
		['calls plain text gzip', answerBytes(JSON.stringify(good), encoded('gzip')), 'upstream_malformed'],
		['uses an encoding that nobody offered', answerBytes('x', encoded('zstd')), 'upstream_malformed'],
		['redirects elsewhere', answerBytes('', elsewhere, 302), 'upstream_refused'],
		['redirects for good', answerBytes('', elsewhere, 308), 'upstream_refused'],
		['cuts the connection', reset, 'upstream_unreachable'],
		['does not speak HTTP', speakNonsense, 'upstream_malformed']
	])('that %s costs one question, and answers the next', async (_what, reply, code) => {
		host.script(reply, answerJson(good));
		const client = clientOf();
		await expect(client.sentimentDistribution(query)).rejects.toMatchObject({ code });
		expect(host.calls).toHaveLength(1);
		if (code === 'upstream_rate_limited') return;
		expect(positiveOf(await client.sentimentDistribution({ brand_ids: [2] }))).toBe(7);
		expect(host.calls).toHaveLength(2);
	});

	it.each<[string, Reply]>([
		['never answers', hang],
		['stops in the middle of its body', hangInBody],
		['drips its body for ever', drip]
	])('that %s is given up when the time of the call ends, and answers the next', async (_what, reply) => {
		host.script(reply, answerJson(good));
		const client = clientOf();
		const asked = expect(client.sentimentDistribution(query)).rejects.toMatchObject({
			code: 'upstream_timeout',
			cause: { code: 'CALL_TIMEOUT' }
		});
		await host.received(1);
		await sleep(50);
		endTime();
		await asked;
		expect(positiveOf(await client.sentimentDistribution({ brand_ids: [2] }))).toBe(7);
	});

	it('that sends no headers is given up before the time of the call ends', async () => {
		host.script(hang);
		await expect(clientOf({ headersTimeout: 50 }).sentimentDistribution(query)).rejects.toMatchObject({
			code: 'upstream_timeout',
			cause: { code: 'UND_ERR_HEADERS_TIMEOUT' }
		});
	});

	it('is not followed to where it redirects, nor does the token go there', async () => {
		const other = await startFakeUpstream();
		host.script(answerBytes('', { location: `${other.origin}/sentiment_distribution_stats` }, 307));
		await expect(clientOf().sentimentDistribution(query)).rejects.toMatchObject({
			code: 'upstream_refused',
			status: 307
		});
		expect(other.calls).toEqual([]);
		await other.close();
	});

	it('that is not there is unreachable', async () => {
		const gone = await startFakeUpstream();
		await gone.close();
		await expect(clientOf({}, gone.origin).sentimentDistribution(query)).rejects.toMatchObject({
			code: 'upstream_unreachable'
		});
	});

	it('on a private address is never called, by number or by name, without the development setting', async () => {
		for (const origin of [
			host.origin,
			host.origin.replace('http:', 'https:'),
			host.origin.replace(/^http:..127.0.0.1/, 'https://localhost')
		]) {
			const client = clientOf({}, origin, false);
			await expect(client.sentimentDistribution(query)).rejects.toMatchObject({
				code: 'upstream_unreachable',
				cause: { code: expect.stringMatching(/^(?:ORIGIN|ADDRESS)_REFUSED$/) as unknown }
			});
		}
		expect(host.calls).toEqual([]);
	});
});

describe('a host that encodes its answers', () => {
	const text = JSON.stringify(good);
	it.each<[string, Uint8Array]>([
		['gzip', gzipSync(text)],
		['br', brotliCompressSync(text)],
		['deflate', deflateSync(text)],
		['deflate', deflateRawSync(text)],
		['identity', Buffer.from(text)],
		['GZIP', gzipSync(text)]
	])('is understood in %s', async (encoding, body) => {
		host.script(answerBytes(body, encoded(encoding)));
		expect(positiveOf(await clientOf().sentimentDistribution(query))).toBe(7);
	});
});

describe('many callers of one host', () => {
	it('share one call, which a caller who leaves does not stop', async () => {
		let release = (): void => undefined;
		host.script((response, call) => {
			release = () => answerJson(good)(response, call);
		});
		const client = clientOf();
		const asked = Array.from({ length: 100 }, () => client.sentimentDistribution(query));
		await host.received(1);
		release();
		expect(new Set((await Promise.all(asked)).map(positiveOf))).toEqual(new Set([7]));
		expect(host.calls).toHaveLength(1);
	});

	it('use no more connections than the pool has', async () => {
		const waiting: (() => void)[] = [];
		host.script((response, call) => waiting.push(() => answerJson(good)(response, call)));
		const client = clientOf({ connections: 3 });
		const asked = Array.from({ length: 7 }, (_, index) =>
			client.sentimentDistribution({ brand_ids: [index + 1] })
		);
		await host.received(3);
		await new Promise((resolve) => setImmediate(resolve));
		expect(host.calls).toHaveLength(3);
		for (let count = 4; count <= 7; count += 1) {
			waiting.shift()?.();
			await host.received(count);
		}
		for (const answer of waiting.splice(0)) answer();
		expect((await Promise.all(asked)).map(positiveOf)).toEqual(Array(7).fill(7));
	});

	it('get their answers although every call of another question hangs', async () => {
		host.script((response, call) =>
			call.body.includes('[1]') ? undefined : answerJson(good)(response, call)
		);
		const client = clientOf();
		const hanging = expect(client.sentimentDistribution(query)).rejects.toMatchObject({
			code: 'upstream_timeout'
		});
		expect(positiveOf(await client.sentimentDistribution({ brand_ids: [2] }))).toBe(7);
		endTime();
		await hanging;
	});
});
