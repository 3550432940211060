import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Answer, Page } from '$lib/community/answers';
import { MergedMessages, type MessageSource } from './messages-merge';

type Row = { id: number; time: number | null };

const NOW = Date.UTC(2026, 4, 4);
const answer = (value: Page<Row>, asOf = NOW): Answer<Page<Row>> => ({ value, asOf, stale: false });

/** A host's list of one brand: rows in its order, pages by offset. */
function sourceOf(rows: readonly Row[]) {
	const fetch = vi.fn((offset: number, limit: number) =>
		Promise.resolve(
			answer({
				rows: rows.slice(offset, offset + limit),
				total: rows.length,
				hasNext: offset + limit < rows.length
			})
		)
	);
	return { fetch } satisfies MessageSource<Row>;
}

const merge = (sources: readonly MessageSource<Row>[], chunk: number, oldestFirst = false) =>
	new MergedMessages(sources, {
		rankOf: ({ time }) => (time === null ? null : oldestFirst ? -time : time),
		chunk
	});

const idsOf = (rows: readonly { row: Row }[]) => rows.map(({ row }) => row.id);

/** Lists of brands with ids of their own, each sorted by time; many rows share a time. */
const brandLists = (oldestFirst: boolean) =>
	fc
		.array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), { minLength: 1, maxLength: 6 })
		.map((brands) =>
			brands.map((times, brand) =>
				times
					.toSorted((a, b) => (oldestFirst ? a - b : b - a))
					.map((time, index): Row => ({ id: brand * 1000 + index, time }))
			)
		);

describe('several lists of messages as one', () => {
	it.each([false, true])(
		'have every message once and in order of time, whatever the pages (oldest first: %s)',
		async (oldestFirst) => {
			await fc.assert(
				fc.asyncProperty(
					brandLists(oldestFirst),
					fc.integer({ min: 1, max: 9 }),
					fc.integer({ min: 1, max: 12 }),
					async (lists, chunk, pageSize) => {
						const merged = merge(lists.map(sourceOf), chunk, oldestFirst);
						const pages: Row[][] = [];
						const all = lists.flat();
						for (let from = 0; from <= all.length; from += pageSize) {
							const rows = await merged.read(from, from + pageSize);
							pages.push(rows.map(({ row }) => row));
						}
						const seen = pages.flat();
						expect(seen.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
						const times = seen.map(({ time }) => time ?? 0);
						expect(times).toEqual(times.toSorted((a, b) => (oldestFirst ? a - b : b - a)));
						expect(merged.total).toBe(all.length);
						expect(merged.hasMore).toBe(false);
					}
				)
			);
		}
	);

	it('read any page alone as they read it after the pages before', async () => {
		await fc.assert(
			fc.asyncProperty(
				brandLists(false),
				fc.integer({ min: 1, max: 9 }),
				fc.nat(80),
				async (lists, chunk, from) => {
					const whole = await merge(lists.map(sourceOf), 500).read(0, 1_000);
					const alone = await merge(lists.map(sourceOf), chunk).read(from, from + 10);
					expect(idsOf(alone)).toEqual(idsOf(whole.slice(from, from + 10)));
				}
			)
		);
	});

	it('cost one call for each list, and one for each whole chunk that is read', async () => {
		await fc.assert(
			fc.asyncProperty(
				brandLists(false),
				fc.integer({ min: 1, max: 9 }),
				fc.nat(100),
				async (lists, chunk, to) => {
					const sources = lists.map(sourceOf);
					await merge(sources, chunk).read(0, to);
					const calls = sources.reduce((sum, { fetch }) => sum + fetch.mock.calls.length, 0);
					expect(calls).toBeLessThanOrEqual(lists.length + Math.floor(to / chunk));
				}
			)
		);
	});

	it('take a message once that newer ones pushed into the next chunk, and miss none', async () => {
		await fc.assert(
			fc.asyncProperty(
				brandLists(false),
				fc.array(fc.nat(5), { minLength: 1, maxLength: 40 }),
				async (lists, arrivals) => {
					let calls = 0;
					const live = lists.map((rows) => [...rows]);
					const sources = live.map((rows, brand): MessageSource<Row> => ({
						fetch: (offset, limit) => {
							const page = {
								rows: rows.slice(offset, offset + limit),
								total: rows.length,
								hasNext: offset + limit < rows.length
							};
							const count = arrivals[calls % arrivals.length]!;
							calls += 1;
							// Newer messages arrive while the list is read: every offset below them shifts.
							if (calls < 60) {
								for (let n = 0; n < count; n += 1)
									rows.unshift({ id: 1e6 + brand * 1e4 + calls * 10 + n, time: 99 });
							}
							return Promise.resolve(answer(page));
						}
					}));
					const rows = await merge(sources, 3).read(0, 2_000);
					const ids = idsOf(rows);
					expect(new Set(ids).size).toBe(ids.length);
					const known = new Set(lists.flat().map(({ id }) => id));
					expect(ids.filter((id) => known.has(id)).sort()).toEqual([...known].sort());
				}
			)
		);
	});

	it('keep the order of a list that leaves times out', async () => {
		const sources = [
			sourceOf([
				{ id: 1, time: 9 },
				{ id: 2, time: null },
				{ id: 3, time: 4 }
			]),
			sourceOf([{ id: 11, time: 6 }])
		];
		expect(idsOf(await merge(sources, 2).read(0, 9))).toEqual([1, 2, 11, 3]);
	});

	it('go without a list that fails at once, and name it', async () => {
		const broken: MessageSource<Row> = { fetch: () => Promise.reject(new Error('refused')) };
		const merged = merge([sourceOf([{ id: 1, time: 1 }]), broken], 5);
		expect(idsOf(await merged.read(0, 5))).toEqual([1]);
		expect(merged.missing).toEqual([1]);
		expect(merged.total).toBe(1);
	});

	it('fail with the first error when no list answers', async () => {
		const broken = (message: string): MessageSource<Row> => ({
			fetch: () => Promise.reject(new Error(message))
		});
		await expect(merge([broken('one'), broken('two')], 5).read(0, 5)).rejects.toThrow('one');
	});

	it('fail rather than pass over the rest of a list that breaks off', async () => {
		const rows = Array.from({ length: 6 }, (_, index) => ({ id: index, time: 9 - index }));
		const whole = sourceOf(rows);
		const breaking: MessageSource<Row> = {
			fetch: (offset, limit) =>
				offset === 0 ? whole.fetch(offset, limit) : Promise.reject(new Error('broke off'))
		};
		await expect(merge([breaking, sourceOf([{ id: 50, time: 0 }])], 2).read(0, 9)).rejects.toThrow(
			'broke off'
		);
	});

	it('do not know their length when a list does not tell its own', async () => {
		const silent: MessageSource<Row> = {
			fetch: () => Promise.resolve(answer({ rows: [{ id: 1, time: 1 }], total: null, hasNext: false }))
		};
		const merged = merge([silent, sourceOf([{ id: 2, time: 2 }])], 5);
		await merged.read(0, 5);
		expect(merged.total).toBeNull();
	});

	it('are as old as the oldest answer', async () => {
		const old: MessageSource<Row> = {
			fetch: () =>
				Promise.resolve({ ...answer({ rows: [], total: 0, hasNext: false }, NOW - 9), stale: true })
		};
		const merged = merge([old, sourceOf([])], 5);
		await merged.read(0, 5);
		expect(merged.age).toEqual({ asOf: NOW - 9, stale: true });
	});
});
