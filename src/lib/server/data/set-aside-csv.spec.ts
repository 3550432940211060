import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { applyBatch } from '../store/apply-batch';
import { startImport } from '../store/imports';
import { keptMapping } from '../store/import/kept-mapping';
import { openStore } from '../store/store';
import { setAsideCsv } from './set-aside-csv';

const ANY = { importId: null, reason: null };

it('writes rows set aside under the columns of their files, with what could not be read in a column of its own', async () => {
	const store = await openStore({ directory: ':memory:' });
	const bring = async (file: string, columns: string[], rows: string[]) => {
		const options = { source: file, maps: {}, sets: {}, labels: [], timeFormat: null, timeZone: null };
		const mapping = keptMapping(options, { format: 'csv', columns });
		const id = await startImport(store, { source: file, file, now: 1, mapping });
		const setAside = rows.map((row, at) => ({
			line: at + 2,
			byte: null,
			reason: 'no day',
			row,
			occurrence: 0
		}));
		await applyBatch(store, { interactions: [], setAside, import: { id, line: 9 } });
		return id;
	};
	await bring('a.csv', ['text', 'brand'], ['{"text":"=1+1","brand":"A, B"}', 'only "half']);
	const second = await bring('b.csv', ['text', 'mood'], ['{"text":"two\\nlines","mood":""}']);
	const write = async (filter: { importId: number | null; reason: string | null }) => {
		const parts: string[] = [];
		for await (const part of setAsideCsv(store, filter)) parts.push(part);
		return parse(parts.join(''), { bom: true, columns: true }) as Record<string, string>[];
	};
	const empty = { unread_row: '', text: '', mood: '', brand: '' };
	const own = { file: 'a.csv', reason: 'no day' };
	expect(await write(ANY)).toEqual([
		{ ...empty, file: 'b.csv', line: '2', reason: 'no day', text: 'two\nlines' },
		{ ...empty, ...own, line: '2', text: "'=1+1", brand: 'A, B' },
		{ ...empty, ...own, line: '3', unread_row: 'only "half' }
	]);
	const rows = await write({ importId: second, reason: null });
	expect(rows).toEqual([
		{ file: 'b.csv', line: '2', reason: 'no day', unread_row: '', text: 'two\nlines', mood: '' }
	]);
	await store.close();
});
