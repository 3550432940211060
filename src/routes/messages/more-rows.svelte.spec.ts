import { describe, expect, it } from 'vitest';
import type { MessageRow } from '$lib/server/panels/messages';
import { MoreRows } from './more-rows.svelte';

/** A host whose list can change between two calls; newest first, so that new ones come in front. */
function hostOf(count: number) {
	const rows = Array.from({ length: count }, (_, index) => rowOf(count - index));
	let isDown = false;
	const fetch = (address: RequestInfo | URL) => {
		if (isDown) return Promise.resolve(new Response('', { status: 503 }));
		const from = Number(String(address).slice('/rows/'.length));
		return Promise.resolve(
			Response.json({ rows: rows.slice(from, from + 100), hasNext: from + 100 < rows.length })
		);
	};
	const page = () => ({ rows: rows.slice(0, 50), first: 1, hasNext: rows.length > 50 });
	const asked = { addressOf: (from: number) => `/rows/${from}`, fetch };
	return { rows, page, asked, fail: (down: boolean) => (isDown = down) };
}

const rowOf = (id: number) => ({ id: String(id), brand: { id: 1 } }) as MessageRow;
const idsOf = (rows: readonly MessageRow[]) => rows.map(({ id }) => Number(id));

async function readToEnd(more: MoreRows, between: () => void = () => undefined) {
	while (more.hasMore) {
		await more.readOn();
		between();
	}
}

describe('the rows behind a page', () => {
	it('are each shown once and none is missing while new ones come in front', async () => {
		const host = hostOf(1_000);
		const page = host.page();
		const more = new MoreRows(page, host.asked, null);
		let next = 2_000;
		await readToEnd(more, () => host.rows.unshift(rowOf(next++), rowOf(next++), rowOf(next++)));
		expect(idsOf([...page.rows, ...more.rows])).toEqual(Array.from({ length: 1_000 }, (_, n) => 1_000 - n));
	});

	it('miss none that stays while others are closed and leave the list', async () => {
		const host = hostOf(600);
		const page = host.page();
		const more = new MoreRows(page, host.asked, null);
		const gone = new Set<number>();
		await readToEnd(more, () => {
			for (const row of host.rows.splice(0, 30)) gone.add(Number(row.id));
		});
		const shown = idsOf([...page.rows, ...more.rows]);
		expect(new Set(shown).size).toBe(shown.length);
		expect(idsOf(host.rows).filter((id) => !shown.includes(id))).toEqual([]);
		expect(gone.size).toBeGreaterThan(60);
	});

	it('stay after a failure, and go on from there', async () => {
		const host = hostOf(400);
		const more = new MoreRows(host.page(), host.asked, null);
		await more.readOn();
		const before = more.rows.length;
		host.fail(true);
		await more.readOn();
		expect([more.state, more.rows.length]).toEqual(['failed', before]);
		host.fail(false);
		await readToEnd(more);
		expect(more.rows).toHaveLength(350);
	});

	it('stay where the reader is when the page is asked again, until they were asked again, too', async () => {
		const host = hostOf(400);
		const first = new MoreRows(host.page(), host.asked, null);
		await first.readOn();
		await first.readOn();
		const count = first.rows.length;
		host.rows.splice(120, 1);
		const second = new MoreRows(host.page(), host.asked, first);
		expect(second.rows).toHaveLength(count);
		expect(second.isOld).toBe(true);
		await second.readOn();
		expect(second.isOld).toBe(false);
		expect(idsOf(second.rows)).toEqual(idsOf(host.rows.slice(50, 50 + second.rows.length)));
		expect(second.rows.length).toBeGreaterThanOrEqual(count);
	});
});
