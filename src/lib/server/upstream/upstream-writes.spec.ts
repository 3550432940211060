import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommunityClient, type CommunityClient } from '$lib/community/client';
import { fateOfWrite } from '$lib/community/fate-of-write';
import { isCommunityError } from '$lib/errors/community-error';
import { Secret } from '$lib/server/secret';
import {
	answerJson,
	hang,
	hangInBody,
	reset,
	startFakeUpstream,
	truncate,
	type FakeUpstream,
	type Reply
} from '../../../../tests/support/fake-upstream';
import { systemClock } from './clock';
import { createUpstream, type Upstream } from './upstream';

const NOW = Date.UTC(2026, 6, 2);

let host: FakeUpstream;
const opened: Upstream[] = [];
beforeEach(async () => {
	host = await startFakeUpstream();
});
afterEach(async () => {
	await host.close();
	await Promise.all(opened.splice(0).map((upstream) => upstream.close()));
});

/** A client with every leave to retry that there is, which writes must not take. */
function clientOf(callTimeout = 8_000, capacity = 900): CommunityClient {
	const settings = {
		url: host.origin,
		authUrl: `${host.origin}/self`,
		token: new Secret('t0ken'),
		allowHttp: true
	};
	const upstream = createUpstream({
		settings,
		clock: systemClock(() => NOW),
		random: () => 0,
		limits: { callTimeout, headersTimeout: callTimeout },
		retries: { start: 9, most: 9, perSuccess: 1 },
		budget: { capacity }
	});
	opened.push(upstream);
	return createCommunityClient({
		fetch: upstream.fetch,
		baseUrl: settings.url,
		selfUrl: settings.authUrl,
		now: () => NOW
	});
}

const reply = (client: CommunityClient) =>
	client.replyToConversation({ conversation_id: 'c', text: 'Hi' }, { key: 'k' });

async function fateOf(asked: Promise<unknown>): Promise<string> {
	const error: unknown = await asked.then(
		() => null,
		(thrown: unknown) => thrown
	);
	if (!isCommunityError(error)) throw new Error('The write did not fail.');
	return fateOfWrite(error);
}

const taken = answerJson({ data: { id: 1, text: 'Hi' } }, 201);
const rated = (positive: number) => answerJson({ data: { tiktok: { negative: 0, neutral: 0, positive } } });
const countOf = async (client: CommunityClient) => {
	const { value, stale } = await client.sentimentDistribution({ brand_ids: [1] });
	return [value.platforms[0]?.positive, stale];
};

describe('a write to the live host', () => {
	it.each<[string, Reply, string]>([
		['answers 500', answerJson({}, 500), 'unknown'],
		['answers 503', answerJson({}, 503), 'unknown'],
		['answers 422', answerJson({ errors: { json: { text: ['Too long.'] } } }, 422), 'refused'],
		['answers 429', answerJson({}, 429), 'not_sent'],
		['cuts the connection', reset, 'unknown'],
		['breaks off in the middle', truncate, 'unknown'],
		['never answers', hang, 'unknown'],
		['stops in the middle', hangInBody, 'unknown']
	])('is sent once to a host that %s', async (_, trouble, fate) => {
		host.script(trouble);
		expect(await fateOf(reply(clientOf(400)))).toBe(fate);
		expect(host.calls).toHaveLength(1);
		expect(host.calls[0]).toMatchObject({ method: 'POST', path: '/conversations/c/messages' });
		expect(host.calls[0]?.headers['idempotency-key']).toBe('k');
	});

	it('is not sent to a host that is not there, nor without a place in the budget', async () => {
		const poor = clientOf(400, 1);
		host.script(taken);
		await reply(poor);
		expect(await fateOf(reply(poor))).toBe('not_sent');
		expect(host.calls).toHaveLength(1);
		const client = clientOf();
		await host.close();
		expect(await fateOf(reply(client))).toBe('not_sent');
	});

	it('is sent as often as it is asked for, also at the same time and with the same words', async () => {
		host.script(taken);
		const client = clientOf();
		await Promise.all([reply(client), reply(client)]);
		await reply(client);
		expect(host.calls).toHaveLength(3);
	});

	it('makes what was read before be asked for anew, whatever came of it', async () => {
		const client = clientOf();
		host.script(rated(1), taken, rated(2), answerJson({}, 500), rated(3));
		expect(await countOf(client)).toEqual([1, false]);
		expect(await countOf(client)).toEqual([1, false]);
		await reply(client);
		expect(await countOf(client)).toEqual([2, false]);
		await reply(client).catch(() => undefined);
		expect(await countOf(client)).toEqual([3, false]);
	});

	it('leaves what was read before for when the host is in trouble, and says that it is old', async () => {
		const client = clientOf();
		host.script(rated(1), taken, answerJson({}, 500));
		await countOf(client);
		await reply(client);
		expect(await countOf(client)).toEqual([1, true]);
	});

	it('lets no answer be kept that was asked for before it', async () => {
		const client = clientOf();
		let answerLate = () => {};
		host.script((response, call) => void (answerLate = () => rated(1)(response, call)), taken, rated(2));
		const early = countOf(client);
		await host.received(1);
		await reply(client);
		answerLate();
		expect(await early).toEqual([1, false]);
		expect(await countOf(client)).toEqual([2, false]);
	});
});
