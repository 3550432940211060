import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommunityClient } from '../../src/lib/community/client';
import { createInteractionPages } from '../../src/lib/community/interaction-pages';
import type { InteractionsQuery } from '../../src/lib/community/interactions-query';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { interaction } from '../../src/lib/server/store/fixture';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { openTwoHosts, type TwoHosts } from '../support/two-hosts';

const START = Date.UTC(2026, 4, 1);
const MINUTE = 60_000;
const COUNT = 430;

let store: Store;
let hosts: TwoHosts;
beforeEach(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: rows('old', COUNT, 0) });
	hosts = await openTwoHosts({ store: () => Promise.resolve(store), now: Date.UTC(2026, 6, 1) });
});
afterEach(async () => {
	await hosts.close();
	await store.close();
});

/** So many interactions, two minutes apart, some of them with a word to look for. */
function rows(name: string, count: number, offset: number) {
	return Array.from({ length: count }, (_, index) =>
		interaction(`${name}-${index}`, {
			createdAt: START + (2 * index + offset) * MINUTE,
			text: index % 3 === 0 ? `love ${name}-${index}` : `${name}-${index}`
		})
	);
}

/** Walk a list to its end while `arrive` happens between any two pages. */
async function walk(
	client: CommunityClient,
	query: Partial<InteractionsQuery>,
	arrive: (page: number, shown: readonly { id: number | string }[]) => Promise<unknown>
) {
	const pages = createInteractionPages(client.interactions, { brand_id: 1, limit: 40, ...query });
	const shown: { id: number | string; text: string }[] = [];
	for (let page = await pages.next(), number = 0; page !== null; page = await pages.next(), number += 1) {
		shown.push(...page.value);
		if (number < 6) await arrive(number, shown);
	}
	return shown;
}

describe.each(['embedded', 'upstream'] as const)(
	'a list of the %s host, walked while others write',
	(which) => {
		it.each<[string, Partial<InteractionsQuery>]>([
			['the newest first', {}],
			['the oldest first', { sort: 'SOURCE_UPDATED_AT' }],
			['by relevance', { sort: 'RELEVANCE', query: 'love' }]
		])('shows none twice and misses none that was there at the start, %s', async (_, query) => {
			const shown = await walk(hosts[which], query, (page) =>
				applyBatch(store, {
					interactions: [...rows(`late-${page}`, 25, 2 * COUNT), ...rows(`between-${page}`, 25, 7 * page + 1)]
				})
			);
			const ids = shown.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const texts = new Set(shown.map(({ text }) => text));
			const expected = rows('old', COUNT, 0).filter(
				({ text }) => query.query === undefined || text.includes('love')
			);
			expect(expected.filter(({ text }) => !texts.has(text))).toEqual([]);
		});

		it('misses none of the open ones while those that were shown are closed one after the other', async () => {
			const client = hosts[which];
			const closed = new Set<number | string>();
			const shown = await walk(client, { is_closed: false }, async (_, soFar) => {
				for (const { id } of soFar.filter((row) => !closed.has(row.id)).slice(0, 15)) {
					closed.add(id);
					await client.changeInteraction({ id, is_closed: true });
				}
			});
			expect(closed.size).toBeGreaterThan(60);
			const ids = shown.map(({ id }) => id);
			expect([new Set(ids).size, ids.length]).toEqual([COUNT, COUNT]);
		});
	}
);
