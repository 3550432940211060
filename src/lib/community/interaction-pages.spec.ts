import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from './answers';
import { createInteractionPages } from './interaction-pages';
import type { InteractionsQuery } from './interactions-query';

const rowOf = (id: number): Interaction => ({
	id,
	type: 'INSTAGRAM_COMMENT',
	text: '',
	sourceUpdatedAt: null,
	sourceCreatedAt: null,
	sentiment: null,
	tags: [],
	author: null,
	conversationId: null,
	mediaId: null,
	commentId: null,
	permalink: null,
	isClosed: null
});

/** A host whose list changes before each page, as its `change` says. */
function hostOf(ids: number[], change: (ids: number[], call: number) => void) {
	const asked: InteractionsQuery[] = [];
	const ask = (query: InteractionsQuery) => {
		if (asked.length > 0) change(ids, asked.length);
		asked.push(query);
		const { offset = 0, limit = 20 } = query;
		const rows = ids.slice(offset, offset + limit).map(rowOf);
		const value = { rows, total: ids.length, hasNext: rows.length > 0 && offset + limit < ids.length };
		return Promise.resolve({ value, asOf: 0, stale: false });
	};
	return { ask, asked };
}

async function walk(ask: ReturnType<typeof hostOf>['ask'], query: Partial<InteractionsQuery> = {}) {
	const pages = createInteractionPages(ask, { brand_id: 1, ...query });
	const ids: number[] = [];
	for (let page = await pages.next(); page !== null; page = await pages.next()) {
		ids.push(...page.value.map(({ id }) => id as number));
	}
	return ids;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a walk through a list of interactions', () => {
	it('gives a list that stands still in its order, with few rows asked for twice', async () => {
		const { ask, asked } = hostOf(upTo(1_000), () => undefined);
		expect(await walk(ask)).toEqual(upTo(1_000));
		expect(asked.length).toBeLessThanOrEqual(12);
		expect(await walk(hostOf([], () => undefined).ask)).toEqual([]);
	});

	it('gives a sample as its one page', async () => {
		const { ask, asked } = hostOf(upTo(500), () => undefined);
		expect(await walk(ask, { sort: 'SAMPLE', types: ['COMMUNITY_INTERACTION'] })).toHaveLength(100);
		expect(asked).toHaveLength(1);
	});

	it('goes back when so many rows in front have gone that no known one is left on the page', async () => {
		let hasShrunk = false;
		const { ask } = hostOf(upTo(300), (ids) => {
			if (!hasShrunk) ids.splice(0, 60);
			hasShrunk = true;
		});
		expect(await walk(ask)).toEqual(upTo(300));
	});

	it('ends with an error at a host that does not turn the page, rather than never', async () => {
		const value = { rows: upTo(50).map(rowOf), total: null, hasNext: true };
		const pages = createInteractionPages(() => Promise.resolve({ value, asOf: 0, stale: false }), {
			brand_id: 1
		});
		expect((await pages.next())?.value).toHaveLength(50);
		await expect(pages.next()).rejects.toMatchObject({ code: 'upstream_malformed' });
	});

	it('gives no row twice and misses none that is there all the time, whatever comes and goes', async () => {
		const step = fc.record({
			at: fc.double({ min: 0, max: 1, noNaN: true }),
			count: fc.integer({ min: -40, max: 40 })
		});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 400 }),
				fc.integer({ min: 2, max: 60 }),
				fc.array(step, { maxLength: 30 }),
				async (length, limit, steps) => {
					const ids = upTo(length);
					let next = 10_000;
					const { ask } = hostOf(ids, (list, call) => {
						const { at, count } = steps[call] ?? { at: 0, count: 0 };
						const place = Math.floor(at * list.length);
						if (count < 0) list.splice(place, -count);
						else list.splice(place, 0, ...Array.from({ length: count }, () => next++));
					});
					const given = await walk(ask, { limit });
					expect(new Set(given).size).toBe(given.length);
					const lasting = ids.filter((id) => id <= length);
					expect(lasting.filter((id) => !given.includes(id))).toEqual([]);
				}
			),
			{ numRuns: 400 }
		);
	});
});
