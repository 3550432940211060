import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { embeddedCaller } from '../support/embedded-api';
import { openTwoHosts, type TwoHosts } from '../support/two-hosts';
import { threadCases } from './thread-cases';
import { THREAD_NOW, THREAD_ROWS } from './thread-fixture';

let store: Store;

/** Cases write, so that each has a store of its own. */
beforeEach(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: THREAD_ROWS });
});
afterEach(() => store.close());

const storeOf = () => Promise.resolve(store);

describe('threads, asked of the embedded host', () => {
	const ask = embeddedCaller(() => ({
		store: storeOf,
		socket: null,
		now: THREAD_NOW,
		report: (cause) => {
			throw cause;
		}
	}));
	it.each(threadCases)('$title', ({ run }) => run(ask));
});

describe('threads, asked of an upstream over a socket', () => {
	let hosts: TwoHosts;
	beforeEach(async () => {
		hosts = await openTwoHosts({ store: storeOf, now: THREAD_NOW });
	});
	afterEach(() => hosts.close());

	const shared = threadCases.filter(({ isForUpstream }) => isForUpstream);
	it.each(shared)('$title', ({ run }) => run(hosts.askUpstream));

	it('are nearly all of them', () => {
		expect(shared.length).toBeGreaterThan(threadCases.length * 0.9);
	});
});
