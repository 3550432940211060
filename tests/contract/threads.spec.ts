import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewInteraction } from '../../src/lib/server/store/new-interaction';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { embeddedCaller } from '../support/embedded-api';
import { openTwoHosts, type TwoHosts } from '../support/two-hosts';
import type { ContractCase } from './ask';
import { readingThreadCases, writingThreadCases } from './thread-cases';
import { LONG_ROW, THREAD_NOW, THREAD_ROWS } from './thread-fixture';

let store: Store;

async function openWith(interactions: readonly NewInteraction[]): Promise<void> {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions });
}

const storeOf = () => Promise.resolve(store);

function askBothHosts(cases: readonly ContractCase[]): void {
	describe('asked of the embedded host', () => {
		const ask = embeddedCaller(() => ({
			store: storeOf,
			socket: null,
			now: THREAD_NOW,
			report: (cause) => {
				throw cause;
			}
		}));
		it.each(cases)('$title', ({ run }) => run(ask));
	});

	describe('asked of an upstream over a socket', () => {
		let hosts: TwoHosts;
		beforeEach(async () => {
			hosts = await openTwoHosts({ store: storeOf, now: THREAD_NOW });
		});
		afterEach(() => hosts.close());
		it.each(cases.filter(({ isForUpstream }) => isForUpstream))('$title', ({ run }) =>
			run(hosts.askUpstream)
		);
	});
}

describe('threads that nobody changes', () => {
	beforeAll(() => openWith([...THREAD_ROWS, LONG_ROW]));
	afterAll(() => store.close());
	askBothHosts(readingThreadCases);
});

describe('threads that are answered and changed', () => {
	// Cases write, so that each has a store of its own.
	beforeEach(() => openWith(THREAD_ROWS));
	afterEach(() => store.close());
	askBothHosts(writingThreadCases);
});

it('asks an upstream over a socket nearly all of them', () => {
	const cases = [...readingThreadCases, ...writingThreadCases];
	expect(cases.filter(({ isForUpstream }) => isForUpstream).length).toBeGreaterThan(cases.length * 0.9);
});
