import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyBatch } from './apply-batch';
import { tenInteractions } from './fixture';
import { openStore } from './store';
import type { Store } from './store';

describe('the store', () => {
	let store: Store;
	beforeAll(async () => {
		store = await openStore({ directory: ':memory:' });
		await applyBatch(store, { interactions: tenInteractions() });
	});
	afterAll(() => store.close());
	it('counts a batch that comes again as duplicates', async () => {
		expect(await applyBatch(store, { interactions: tenInteractions() })).toEqual({
			new: 0,
			updated: 0,
			duplicate: 10
		});
	});
});
