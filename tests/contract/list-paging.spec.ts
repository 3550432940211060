import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkPages } from '../../src/lib/community/walk-pages';
import { decodeFilters } from '../../src/lib/filters/decode-filters';
import { askMessages, askRowsFrom, type MessageRow } from '../../src/lib/server/panels/messages';
import { openView } from '../../src/lib/server/panels/open-view';
import { applyBatch } from '../../src/lib/server/store/apply-batch';
import { interaction } from '../../src/lib/server/store/fixture';
import { openStore, type Store } from '../../src/lib/server/store/store';
import { openTwoHosts, type TwoHosts } from '../support/two-hosts';

const START = Date.UTC(2026, 4, 1);
const NOW = Date.UTC(2026, 4, 20);
const MINUTE = 60_000;
/** With all that comes meanwhile several brands stay within the thousand that they are listed to. */
const COUNT = 720;
const BRANDS = ['Alder', 'Birch', 'Cedar'];
const DEFAULTS = { timeZone: 'UTC' };
const keyOf = (row: MessageRow) => `${row.brand.id} ${row.id}`;

let store: Store;
let hosts: TwoHosts;
beforeEach(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: rows('old', COUNT, 0) });
	hosts = await openTwoHosts({ store: () => Promise.resolve(store), now: NOW });
});
afterEach(async () => {
	await hosts.close();
	await store.close();
});

/** So many interactions of three brands in turns, ten minutes apart. */
function rows(name: string, count: number, offset: number) {
	return Array.from({ length: count }, (_, index) =>
		interaction(`${name}-${index}`, {
			brand: BRANDS[index % BRANDS.length]!,
			createdAt: START + (10 * index + offset) * MINUTE,
			text: `${name}-${index}`
		})
	);
}

/** Read a list as the page does: its first page, and then on in place, while `arrive` happens between the pages. */
async function readOn(query: string, arrive: (page: number) => Promise<unknown>): Promise<MessageRow[]> {
	const client = hosts.embedded;
	const decoded = decodeFilters(new URLSearchParams(`from=2026-05-01&to=2026-05-20&${query}`), {
		defaults: DEFAULTS
	});
	const link = { ...decoded, defaults: DEFAULTS, now: NOW, host: 'embedded' as const, isDemo: false };
	const { view } = await openView(client, link, () => 'E1');
	const panel = await askMessages(client, view, () => 'E1').list;
	if (!panel.ok) throw new Error(panel.error.sentence);
	const { rows: shown, first } = panel.value;
	const walk = walkPages((offset) => askRowsFrom(client, view, offset), {
		limit: 100,
		keyOf,
		known: shown,
		offset: first - 1 + shown.length
	});
	const all = [...shown];
	await arrive(0);
	for (let page = await walk.next(), number = 1; page !== null; page = await walk.next(), number += 1) {
		all.push(...page.value);
		if (number < 6) await arrive(number);
	}
	return all;
}

const textOf = ({ lines }: MessageRow) => lines.flat().join('');

describe('the list of messages, read on while others write', () => {
	it.each(['', 'sort=oldest', 'brand=1', 'brand=1&sort=oldest'])(
		'shows none twice and misses none that was there at the start (%s)',
		async (query) => {
			const shown = await readOn(query, (page) =>
				applyBatch(store, {
					interactions: [
						...rows(`late-${page}`, 20, 10 * COUNT),
						...rows(`between-${page}`, 12, 70 * page + 3)
					]
				})
			);
			expect(new Set(shown.map(keyOf)).size).toBe(shown.length);
			const texts = new Set(shown.map(textOf));
			const expected = rows('old', COUNT, 0).filter(
				({ brand }) => !query.includes('brand=1') || brand === shown[0]!.brand.name
			);
			expect(expected.length).toBeGreaterThan(200);
			expect(expected.filter(({ text }) => !texts.has(text))).toEqual([]);
		}
	);

	it('misses none of the open ones while those that were shown are closed', async () => {
		const closed = new Set<string>();
		const shown = await readOn('brand=1&closed=false', async () => {
			const { value } = await hosts.embedded.interactions({
				brand_id: 1,
				is_closed: false,
				sort: '-SOURCE_UPDATED_AT',
				limit: 12,
				offset: 0
			});
			for (const { id } of value.rows) {
				closed.add(String(id));
				await hosts.embedded.changeInteraction({ id, is_closed: true });
			}
		});
		const seen = shown.map(({ id }) => id);
		expect(closed.size).toBeGreaterThan(20);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(Math.ceil(COUNT / BRANDS.length));
	});
});
