import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyBatch } from './apply-batch';
import { compact } from './compact';
import { editInteractions } from './edit-interactions';
import { interaction, tenInteractions } from './fixture';
import { makeTag } from './make-tag';
import { selectInteractions } from './queries/community-interactions';
import { selectMessages } from './queries/conversations';
import { selectSentimentDistribution } from './queries/sentiment-distribution-stats';
import { selectTags } from './queries/tags';
import { selectTopKeywords } from './queries/top-keywords';
import { selectVolumeSeries } from './queries/volume-time-series';
import { findReply, writeReply } from './replies';
import { openStore, type Store } from './store';

const opened: Store[] = [];
const folders: string[] = [];
afterEach(async () => {
	for (const store of opened.splice(0)) await store.close();
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function storeIn(directory: string, questionBudgetMs?: number): Promise<Store> {
	const store = await openStore({ directory, questionBudgetMs });
	opened.push(store);
	return store;
}

async function storeOnDisk(): Promise<{ folder: string; store: Store }> {
	const folder = await mkdtemp(join(tmpdir(), 'undertone-edits-'));
	folders.push(folder);
	return { folder, store: await storeIn(folder) };
}

const page = { brand_ids: [1], sort: 'SOURCE_UPDATED_AT' as const, limit: 100, offset: 0 };

async function rowsOf(store: Store) {
	const { rows } = await selectInteractions(store, page);
	return rows.map(({ id, key, isClosed, tags }) => ({
		id,
		key,
		isClosed,
		tags: tags.map(({ name }) => name)
	}));
}

async function idOf(store: Store, key: string): Promise<number> {
	return (await rowsOf(store)).find((row) => row.key === key)?.id ?? 0;
}

/** Everything that is counted of the first brand, closed and open apart. */
async function countsOf(store: Store) {
	const brand_ids = [1];
	const tags = await selectTags(store, [1]);
	return {
		closed: await selectVolumeSeries(store, { brand_ids, is_closed: true }),
		hourly: await selectVolumeSeries(store, {
			brand_ids,
			is_closed: false,
			scale: 'HOUR',
			source_updated_after: '2026-05-04',
			source_updated_before: '2026-05-05'
		}),
		labels: await selectSentimentDistribution(store, { brand_ids, is_closed: true }),
		words: await selectTopKeywords(store, { brand_ids, is_closed: true }),
		tagged: await Promise.all(
			tags.map(({ id }) => selectVolumeSeries(store, { brand_ids, tag_ids: [id], is_closed: false }))
		)
	};
}

const reply = {
	name: 'r1',
	brandId: 1,
	type: 'INSTAGRAM_CONVERSATION',
	text: 'It ships today',
	at: Date.UTC(2026, 6, 1),
	conversationId: 'dm',
	mediaId: null,
	parentKey: null
};

const dm = (key: string) =>
	interaction(key, { type: 'INSTAGRAM_CONVERSATION', conversationId: 'dm', author: 'mira' });

async function textsOf(store: Store): Promise<string[]> {
	const { messages } = await selectMessages(store, {
		conversationId: 'dm',
		brandId: 1,
		isNewestFirst: false,
		mustIncludeText: false,
		limit: 100,
		offset: 0
	});
	return messages.map(({ text }) => text);
}

describe('what people change', () => {
	it('is counted as if it had been imported so, whatever was changed and in whatever order', async () => {
		const keys = tenInteractions()
			.filter(({ brand }) => brand === 'Aster & Vale')
			.map(({ key }) => key);
		const step = fc.record({
			key: fc.constantFrom(...keys),
			isClosed: fc.option(fc.boolean(), { nil: undefined }),
			add: fc.option(fc.constantFrom('launch', 'sizing'), { nil: undefined }),
			isRemoval: fc.boolean()
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
				const [edited, imported] = [await storeIn(':memory:'), await storeIn(':memory:')];
				await applyBatch(edited, { interactions: tenInteractions() });
				const expected = new Map(tenInteractions().map((row) => [row.key, row]));
				for (const { key, isClosed, add, isRemoval } of steps) {
					const tags = (await selectTags(edited, [1])).filter(({ name }) => name === add).map(({ id }) => id);
					const change = { isClosed, ...(add && { [isRemoval ? 'removeTagIds' : 'addTagIds']: tags }) };
					await editInteractions(edited, { id: await idOf(edited, key) }, change);
					const row = expected.get(key)!;
					const others = row.tags.filter((tag) => tag !== add);
					expected.set(key, {
						...row,
						isClosed: isClosed ?? row.isClosed,
						tags: add === undefined || isRemoval ? others : [...others, add]
					});
				}
				// The tags get the same ids where the first row brings them first.
				await applyBatch(imported, { interactions: tenInteractions() });
				await applyBatch(imported, { interactions: [...expected.values()] });
				expect(await countsOf(edited)).toEqual(await countsOf(imported));
				await compact(edited);
				expect(await countsOf(edited)).toEqual(await countsOf(imported));
			}),
			{ numRuns: 12 }
		);
	});

	it('stays when an import brings the row again, which is then no update', async () => {
		const store = await storeIn(':memory:');
		await applyBatch(store, { interactions: tenInteractions() });
		const [launch] = await selectTags(store, [1]);
		const change = { isClosed: true, removeTagIds: [launch!.id] };
		await editInteractions(store, { id: await idOf(store, '1') }, change);
		const after = await rowsOf(store);
		const result = await applyBatch(store, { interactions: tenInteractions() });
		expect(result).toEqual({ new: 0, updated: 0, duplicate: 10 });
		expect(await rowsOf(store)).toEqual(after);
		const [first, ...others] = tenInteractions();
		await applyBatch(store, { interactions: [{ ...first!, text: 'edited at the source' }, ...others] });
		expect(await rowsOf(store)).toEqual(after);
		await editInteractions(
			store,
			{ id: await idOf(store, '1') },
			{ isClosed: false, addTagIds: [launch!.id] }
		);
		await applyBatch(store, { interactions: [{ ...first!, isClosed: true }, ...others] });
		const one = (await rowsOf(store)).find(({ key }) => key === '1');
		expect([one?.isClosed, one?.tags]).toEqual([false, ['launch', 'sizing']]);
	});

	it('survives a restart, with the tags and replies that were made', async () => {
		const { folder, store } = await storeOnDisk();
		await applyBatch(store, { interactions: [...tenInteractions(), dm('m')] });
		const tag = await makeTag(store, { brandId: 1, name: 'vip', color: '#00FF00', createdAt: 5 });
		await editInteractions(store, { id: await idOf(store, '1') }, { isClosed: true, addTagIds: [tag.id] });
		const written = await writeReply(store, reply);
		const [rows, tags] = [await rowsOf(store), await selectTags(store, [1])];
		await store.close();
		const again = await storeIn(folder);
		expect(await rowsOf(again)).toEqual(rows);
		expect(await selectTags(again, [1])).toEqual(tags);
		expect(tags).toContainEqual({ id: tag.id, brandId: 1, name: 'vip', color: '#00FF00' });
		expect((await findReply(again, reply))?.id).toBe(written.id);
		expect((await writeReply(again, { ...reply, at: reply.at + 1 })).id).toBe(written.id);
		expect(await textsOf(again)).toEqual(['I love this dress', 'It ships today']);
		await applyBatch(again, { interactions: tenInteractions() });
		expect(await rowsOf(again)).toEqual(rows);
	});

	it('is forgotten whole when its transaction fails', async () => {
		const store = await storeIn(':memory:');
		await applyBatch(store, { interactions: tenInteractions() });
		const [before, id] = [await rowsOf(store), await idOf(store, '1')];
		const change = { isClosed: true, addTagIds: [987_654] };
		await expect(editInteractions(store, { id }, change)).rejects.toMatchObject({ code: 'query_invalid' });
		await expect(editInteractions(store, { id: 99 }, change)).rejects.toMatchObject({ code: 'not_found' });
		await applyBatch(store, { interactions: tenInteractions() });
		expect(await rowsOf(store)).toEqual(before);
	});
});

describe('a write that waits', () => {
	it('for too long is given up before it begins, and never written afterwards', async () => {
		const store = await storeIn(':memory:', 50);
		await applyBatch(store, { interactions: [dm('m')] });
		let finish = () => {};
		const busy = store.change(() => new Promise<void>((resolve) => (finish = resolve)));
		const late = writeReply(store, reply);
		await expect(late).rejects.toMatchObject({ code: 'store_unavailable' });
		finish();
		await busy;
		await store.change(() => Promise.resolve());
		expect(await textsOf(store)).toEqual(['I love this dress']);
		expect((await writeReply(store, reply)).text).toBe('It ships today');
	});

	it('no longer than allowed is written, also when it then takes its time', async () => {
		const store = await storeIn(':memory:', 50);
		const slow = store.changeInTime(() => new Promise((resolve) => setTimeout(() => resolve('done'), 150)));
		expect(await slow).toBe('done');
	});
});
