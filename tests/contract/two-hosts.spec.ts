import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommunityError } from '../../src/lib/errors/community-error';
import { createRateLimit } from '../../src/lib/server/api/rate-limit';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { openTwoHosts, type HostOptions, type TwoHosts } from '../support/two-hosts';
import { contractCases } from './cases';
import { awayCases, clientCases, learnIds, nowhereCases, type ClientCase, type Ids } from './client-cases';
import { CONTRACT_ROWS } from './fixture';

const NOW = Date.UTC(2026, 6, 2, 8, 30, 0, 250);

let store: Store;
let hosts: TwoHosts;
let ids: Ids;

const open = (options: Partial<HostOptions> = {}) =>
	openTwoHosts({ store: () => Promise.resolve(store), now: NOW, ...options });

async function expectBoth({ ask, check }: ClientCase, { embedded, upstream }: TwoHosts): Promise<void> {
	const [own, distant] = await Promise.all([ask(embedded, ids), ask(upstream, ids)]);
	check(own, ids);
	check(distant, ids);
	expect(distant).toEqual(own);
}

beforeAll(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: CONTRACT_ROWS });
	hosts = await open();
	ids = await learnIds(hosts.embedded);
});
afterAll(async () => {
	await hosts.close();
	await store.close();
});

describe('the client gets the same answer from the embedded host and from an upstream', () => {
	it.each(clientCases)('$title', (one) => expectBoth(one, hosts));

	it('learns the same ids from both', async () => {
		expect(await learnIds(hosts.upstream)).toEqual(ids);
	});
});

describe('the client gets the same failure from both', () => {
	it.each(nowhereCases)('$title', async (one) => {
		const nowhere = await open({ base: '/elsewhere' });
		await expectBoth(one, nowhere).finally(nowhere.close);
	});

	it.each(awayCases)('$title', async (one) => {
		const causes: unknown[] = [];
		const away = await open({
			store: () => Promise.reject(new CommunityError('store_unavailable')),
			report: (cause) => causes.push(cause)
		});
		await expectBoth(one, away).finally(away.close);
		expect(causes).toHaveLength(2);
	});
});

describe('only an upstream', () => {
	it('refuses a wrong token', async () => {
		const wrong = await open({ token: 'wrong' });
		const asked = wrong.upstream.self();
		await expect(asked).rejects.toMatchObject({ code: 'upstream_refused', status: 401 });
		await wrong.close();
	});

	it('has a budget: it stops before the host has to, and says for how long', async () => {
		const rateLimit = createRateLimit(10);
		const poor = await open({ rateLimit });
		const outcomes: unknown[] = [];
		for (let limit = 1; limit <= 12; limit += 1) {
			const asked = poor.upstream.topKeywords({ brand_ids: [ids.tea], limit });
			outcomes.push(
				await asked.then(
					({ value }) => value.keywords.length,
					(error: unknown) => error
				)
			);
		}
		expect(outcomes.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		const last = outcomes.at(-1) as CommunityError;
		expect(last).toMatchObject({ code: 'upstream_rate_limited', status: 429 });
		expect(last.details.retryAfter).toBeGreaterThan(0);
		expect(rateLimit.look(NOW).remaining).toBeGreaterThan(0);
		await poor.close();
	});

	it('keeps its answers when the host has ended', async () => {
		const ending = await open();
		const before = await ending.upstream.volumeSeries({ brand_ids: [ids.tea] });
		await ending.close();
		expect(await ending.upstream.volumeSeries({ brand_ids: [ids.tea] })).toEqual(before);
	});
});

describe('the contract, asked of an upstream over a socket', () => {
	const shared = contractCases.filter(({ isForUpstream }) => isForUpstream);
	it.each(shared)('$title', ({ run }) => run(hosts.askUpstream));

	it('is nearly all of the contract', () => {
		expect(shared.length).toBeGreaterThan(contractCases.length * 0.85);
	});
});
