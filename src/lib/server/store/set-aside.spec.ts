import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyBatch } from './apply-batch';
import { interaction } from './fixture';
import { selectImports, startImport } from './imports';
import {
	countSetAside,
	deleteSetAside,
	deleteSetAsideRow,
	selectSetAsideAfter,
	selectSetAsideGroups,
	selectSetAsidePage,
	selectSetAsideRow
} from './set-aside';
import { sql } from './sql';
import { openStore, type Store } from './store';

const ANY = { importId: null, reason: null };
let store: Store;

const aside = (line: number, reason: string) => ({
	line,
	byte: null,
	reason,
	row: `{"n":"${line}"}`,
	occurrence: 0
});

async function bring(file: string, reasons: string[]): Promise<number> {
	const importId = await startImport(store, { source: file, file, now: 1, mapping: null });
	const setAside = reasons.map((reason, index) => aside(index + 2, reason));
	await applyBatch(store, { interactions: [], setAside, import: { id: importId, line: 99 } });
	return importId;
}

async function texts(): Promise<unknown[]> {
	return (await store.rows(sql`SELECT text FROM interactions ORDER BY key`)).map((row) => row.text);
}

beforeEach(async () => {
	store = await openStore({ directory: ':memory:' });
});

afterEach(() => store.close());

describe('the rows set aside', () => {
	it('are listed with their file, the newest import first, and by reason', async () => {
		const first = await bring('may.csv', ['no brand', 'no day', 'no day']);
		const second = await bring('june.csv', ['no day']);
		const page = await selectSetAsidePage(store, ANY, { limit: 3, offset: 0 });
		expect(page.map(({ importId, file, line }) => [importId, file, line])).toEqual([
			[second, 'june.csv', 2],
			[first, 'may.csv', 2],
			[first, 'may.csv', 3]
		]);
		const rest = await selectSetAsidePage(store, ANY, { limit: 3, offset: 3 });
		expect(rest.map(({ line }) => line)).toEqual([4]);
		expect(await countSetAside(store, { importId: null, reason: 'no day' })).toBe(3);
		expect(await selectSetAsideGroups(store, ANY, 10)).toEqual([
			{ importId: first, file: 'may.csv', reason: 'no day', count: 2, firstLine: 3 },
			{ importId: second, file: 'june.csv', reason: 'no day', count: 1, firstLine: 2 },
			{ importId: first, file: 'may.csv', reason: 'no brand', count: 1, firstLine: 2 }
		]);
	});

	it('of one group can be walked behind a line', async () => {
		const importId = await bring('may.csv', ['a', 'b', 'a', 'a']);
		const group = { importId, reason: 'a' };
		const found = await selectSetAsideAfter(store, group, { line: 2, limit: 1 });
		expect(found.map(({ line }) => line)).toEqual([4]);
		expect(await selectSetAsideAfter(store, group, { line: 5, limit: 9 })).toEqual([]);
	});

	it('are deleted one by one or together, and deleting again deletes nothing', async () => {
		const importId = await bring('may.csv', ['a', 'b', 'a', 'a']);
		expect(await deleteSetAsideRow(store, { importId, line: 2 })).toBe(1);
		expect(await deleteSetAsideRow(store, { importId, line: 2 })).toBe(0);
		expect(await deleteSetAside(store, { importId, reason: 'a' })).toBe(2);
		expect(await countSetAside(store, ANY)).toBe(1);
		await expect(selectSetAsideRow(store, { importId, line: 2 })).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});

describe('a batch that takes up rows set aside', () => {
	it('takes the mended ones from the list and counts them with their import', async () => {
		const importId = await bring('may.csv', ['a', 'b', 'c']);
		const takenUp = { importId, mended: [2, 4], rewritten: [{ line: 3, reason: 'd', row: '{"n":"x"}' }] };
		const interactions = [interaction('1', { text: 'one' }), interaction('2', { text: 'two' })];
		expect(await applyBatch(store, { interactions, takenUp })).toEqual({ new: 2, updated: 0, duplicate: 0 });
		expect(await texts()).toEqual(['one', 'two']);
		expect(await selectSetAsidePage(store, ANY, { limit: 9, offset: 0 })).toMatchObject([
			{ line: 3, reason: 'd', row: '{"n":"x"}' }
		]);
		expect(await selectImports(store)).toMatchObject([{ id: importId, new: 2, setAside: 1, waiting: 1 }]);
	});

	it('writes nothing at all when one of them was mended meanwhile', async () => {
		const importId = await bring('may.csv', ['a', 'b']);
		const takeUp = (text: string, mended: number[]) =>
			applyBatch(store, {
				interactions: [interaction(text, { text })],
				takenUp: { importId, mended, rewritten: [] }
			});
		const both = await Promise.allSettled([takeUp('one', [2]), takeUp('other', [2, 3])]);
		expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
		expect(both[1]).toMatchObject({ reason: { code: 'not_found' } });
		expect(await texts()).toEqual(['one']);
		expect(await countSetAside(store, ANY)).toBe(1);
	});
});
