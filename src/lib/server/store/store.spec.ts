import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyBatch } from './apply-batch';
import { startChild } from './child-process';
import { compact } from './compact';
import { openDatabase } from './duckdb';
import { interaction, tenInteractions } from './fixture';
import { finishImport, selectImports, selectMapping, selectSetAside, startImport } from './imports';
import { SCHEMA_VERSION } from './migrate';
import { firstTables } from './migrations/0001-first-tables';
import { Fragment, sql } from './sql';
import { openStore } from './store';
import type { Store } from './store';

let directory: string;
let stores: Store[];

async function open(where = directory): Promise<Store> {
	const store = await openStore({ directory: where });
	stores.push(store);
	return store;
}

async function count(store: Store, table: 'interactions' | 'postings' | 'terms' | 'brands'): Promise<number> {
	const tables = {
		interactions: sql`SELECT count(*)::INTEGER FROM interactions`,
		postings: sql`SELECT count(*)::INTEGER FROM postings`,
		terms: sql`SELECT count(*)::INTEGER FROM terms`,
		brands: sql`SELECT count(*)::INTEGER FROM brands`
	};
	return Number((await store.columns(tables[table]))[0]?.[0]);
}

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'store-'));
	stores = [];
});

afterEach(async () => {
	for (const store of stores) await store.close();
	await rm(directory, { recursive: true, force: true });
});

describe('a batch', () => {
	it('is new, then a duplicate, then an update where its content differs', async () => {
		const store = await open(':memory:');
		const rows = tenInteractions();
		expect(await applyBatch(store, { interactions: rows })).toEqual({ new: 10, updated: 0, duplicate: 0 });
		expect(await applyBatch(store, { interactions: rows })).toEqual({ new: 0, updated: 0, duplicate: 10 });
		const changed = [...rows.slice(0, 3).map((row) => ({ ...row, text: 'changed' })), interaction('11')];
		expect(await applyBatch(store, { interactions: changed })).toEqual({ new: 1, updated: 3, duplicate: 0 });
		expect(await count(store, 'interactions')).toBe(11);
	});

	it('lets the last of equal keys win and counts those before it', async () => {
		const store = await open(':memory:');
		const rows = [
			interaction('1', { text: 'a' }),
			interaction('1', { text: 'a' }),
			interaction('1', { text: 'b' })
		];
		expect(await applyBatch(store, { interactions: rows })).toEqual({ new: 1, updated: 1, duplicate: 1 });
		expect(await store.rows(sql`SELECT text FROM interactions`)).toEqual([{ text: 'b' }]);
	});

	it('keeps what came, also what no other program would', async () => {
		const store = await open(':memory:');
		const text = `a\u0000b "'; DROP TABLE brands; -- \u202e 👩‍👩‍👧‍👦`;
		await applyBatch(store, {
			interactions: [interaction(text, { text, author: text, brand: text, tags: [text] })]
		});
		expect(await store.rows(sql`SELECT key, text, author FROM interactions`)).toEqual([
			{ key: text, text, author: text }
		]);
		expect(await store.rows(sql`SELECT name FROM brands`)).toEqual([{ name: text }]);
		expect(await store.rows(sql`SELECT name FROM tags`)).toEqual([{ name: text }]);
	});

	it('leaves nothing behind when it fails, and the next one is whole', async () => {
		const store = await open(':memory:');
		await applyBatch(store, { interactions: [interaction('1')] });
		const version = store.dataVersion();
		const bad = [
			interaction('2', { brand: 'New', text: 'unheard words' }),
			interaction('3', { updatedAt: NaN })
		];
		await expect(applyBatch(store, { interactions: bad })).rejects.toMatchObject({
			code: 'store_unavailable'
		});
		expect(store.dataVersion()).toBe(version);
		expect(await count(store, 'interactions')).toBe(1);
		expect(await count(store, 'brands')).toBe(1);
		await applyBatch(store, { interactions: [interaction('4', { brand: 'Newer', text: 'unheard words' })] });
		expect(await store.rows(sql`SELECT id, name FROM brands ORDER BY id`)).toEqual([
			{ id: 1, name: 'Aster & Vale' },
			{ id: 2, name: 'Newer' }
		]);
		expect(await store.termIds(['unheard', 'words'])).toHaveLength(2);
	});

	it('gives each brand a slug of its own', async () => {
		const store = await open(':memory:');
		const names = ['Café Noir', 'cafe noir', '!!!'];
		await applyBatch(store, { interactions: names.map((brand) => interaction(brand, { brand })) });
		expect(await store.rows(sql`SELECT slug FROM brands ORDER BY id`)).toEqual([
			{ slug: 'cafe-noir' },
			{ slug: 'cafe-noir-2' },
			{ slug: 'brand-3' }
		]);
	});

	it('is applied in the order in which it was asked for, without waiting', async () => {
		const store = await open(':memory:');
		const texts = ['one', 'two', 'three'];
		await Promise.all(texts.map((text) => applyBatch(store, { interactions: [interaction('1', { text })] })));
		expect(await store.rows(sql`SELECT text FROM interactions`)).toEqual([{ text: 'three' }]);
		expect(await count(store, 'postings')).toBe(1);
	});

	it('moves the import on and keeps the rows that were set aside', async () => {
		const store = await open(':memory:');
		const about = { source: 'export', file: 'export.csv', now: 1_000, mapping: null };
		const id = await startImport(store, about);
		const setAside = [
			{ line: 3, byte: null, reason: 'created_at is relative', row: '{"a":"2d"}', occurrence: 0 }
		];
		await applyBatch(store, { interactions: tenInteractions(), setAside, import: { id, line: 12 } });
		await finishImport(store, id, 2_000);
		expect(await selectSetAside(store, id)).toEqual([{ importId: id, ...setAside[0] }]);
		expect(await selectImports(store)).toEqual([
			{
				...{ id, source: 'export', file: 'export.csv', startedAt: 1_000, finishedAt: 2_000, line: 12 },
				...{ new: 10, updated: 0, duplicate: 0, setAside: 1, waiting: 1 }
			}
		]);
	});
});

describe('the file', () => {
	it('has everything after it was closed and opened again, and its data version grows on', async () => {
		const first = await open();
		await applyBatch(first, { interactions: tenInteractions() });
		const version = first.dataVersion();
		await first.close();
		const second = await open();
		expect(second).not.toBe(first);
		expect(second.dataVersion()).toBe(version);
		const more = [
			interaction('1', { text: 'dress' }),
			interaction('12', { text: 'dress again', brand: 'Birch Cycles' })
		];
		expect(await applyBatch(second, { interactions: more })).toEqual({ new: 1, updated: 1, duplicate: 0 });
		expect(second.dataVersion()).toBeGreaterThan(version);
		const repeated = await second.rows(sql`SELECT term FROM terms GROUP BY term HAVING count(*) > 1`);
		expect(repeated).toEqual([]);
		expect(await count(second, 'brands')).toBe(2);
	});

	it('is opened once in a process, however often it is asked for', async () => {
		const [first, second] = await Promise.all([open(), open(`${directory}/.`)]);
		expect(second).toBe(first);
	});

	it('is refused to a second process with an error that says so', async () => {
		const store = await open();
		const child = startChild(
			`await openStore({ directory }).then(() => say('opened'), (error) => say(error.code + ' ' + error.message));`,
			directory
		);
		const said: string[] = [];
		child.lines.on('line', (line) => said.push(line));
		await child.exited;
		expect(said).toEqual([`store_locked The store ${store.path} is already open in another process.`]);
	});

	it('of a newer Undertone is refused and left as it is', async () => {
		const store = await open();
		await store.maintain((writer) => writer.run(sql`UPDATE meta SET schema_version = ${SCHEMA_VERSION + 1}`));
		await store.close();
		const before = await readFile(join(directory, 'undertone.duckdb'));
		await expect(openStore({ directory })).rejects.toMatchObject({ code: 'store_newer' });
		expect((await readFile(join(directory, 'undertone.duckdb'))).equals(before)).toBe(true);
	});

	it('without tables is brought forward to the version that the code knows', async () => {
		const path = join(directory, 'undertone.duckdb');
		const options = {
			path,
			directory,
			temporaryDirectory: null,
			memoryLimit: '200MB',
			temporaryLimit: '1GB'
		};
		(await openDatabase({ ...options, threads: 1 })).close();
		const store = await open();
		expect(await store.rows(sql`SELECT schema_version FROM meta`)).toEqual([
			{ schema_version: SCHEMA_VERSION }
		]);
	});

	it('of the first version gets what mending needs, and keeps its imports and rows', async () => {
		const path = join(directory, 'undertone.duckdb');
		const limits = { temporaryDirectory: null, memoryLimit: '200MB', temporaryLimit: '1GB', threads: 1 };
		const database = await openDatabase({ path, directory, ...limits });
		const writer = await database.connect(0);
		for (const statement of firstTables) await writer.run(new Fragment(statement, []));
		await writer.run(sql`CREATE TABLE meta AS SELECT 1 AS schema_version, 7::BIGINT AS data_version`);
		await writer.run(sql`INSERT INTO imports VALUES (1, 'shop', 'shop.csv', 5, 6, 9, 3, 0, 0, 1)`);
		await writer.run(sql`INSERT INTO set_aside VALUES (1, 4, NULL, 'brand is empty', '{}')`);
		writer.close();
		database.close();
		const store = await open();
		expect(await selectSetAside(store)).toEqual([
			{ importId: 1, line: 4, byte: null, reason: 'brand is empty', row: '{}', occurrence: 0 }
		]);
		expect(await selectMapping(store, 1)).toBeNull();
		expect(await selectImports(store)).toMatchObject([{ id: 1, setAside: 1, waiting: 1 }]);
	});

	it('that is no store is an error, not an empty store', async () => {
		const path = join(directory, 'undertone.duckdb');
		await writeFile(path, 'not a database at all, but some text that somebody put here');
		await expect(openStore({ directory })).rejects.toThrow();
		expect(await readFile(path, 'utf8')).toContain('somebody put here');
	});

	it('answers the same before and after it was tidied', async () => {
		const store = await open();
		await applyBatch(store, { interactions: tenInteractions() });
		await applyBatch(store, {
			interactions: tenInteractions().map((row) => ({ ...row, text: `${row.text} again` }))
		});
		const totals = sql`SELECT sum(negative)::INTEGER AS negative, sum(neutral)::INTEGER AS neutral,
			sum(positive)::INTEGER AS positive, sum(unrated)::INTEGER AS unrated FROM day_counts`;
		const before = await store.rows(totals);
		await compact(store);
		expect(await store.rows(totals)).toEqual(before);
	});
});

describe('the engine', () => {
	it.each([
		['reads no file outside the data folder', sql`SELECT * FROM read_text('/etc/hostname')`],
		['writes no file outside the data folder', sql`COPY (SELECT 1) TO '../escape.csv'`],
		['loads no extension', sql`LOAD httpfs`],
		['changes no setting', sql`SET memory_limit = '64GB'`],
		['runs one statement at a time', sql`SELECT 1; SELECT 2`]
	])('%s', async (_, statement) => {
		const store = await open();
		await expect(store.rows(statement)).rejects.toMatchObject({ code: 'store_unavailable' });
	});

	it('stops a question that takes too long, and answers the next one', async () => {
		const store = await open(':memory:');
		const endless = sql`SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3`;
		await expect(store.rows(endless)).rejects.toMatchObject({ code: 'store_unavailable' });
		expect(await store.rows(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
	});

	it('lets a question wait its turn no longer than three seconds', async () => {
		const store = await open(':memory:');
		const endless = sql`SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3`;
		const slow = [store.rows(endless), store.rows(endless), store.rows(endless), store.rows(endless)];
		const waiting = Array.from({ length: 2_010 }, () => store.rows(sql`SELECT 1 AS one`));
		const settled = await Promise.allSettled([...slow, ...waiting]);
		const failed = settled.filter((result) => result.status === 'rejected');
		expect(failed.length).toBeGreaterThanOrEqual(12);
		for (const result of failed) expect(result.reason).toMatchObject({ code: 'store_unavailable' });
		expect(await store.rows(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
	});

	it('sees data that came after a question was first asked', async () => {
		const store = await open(':memory:');
		await applyBatch(store, { interactions: [interaction('1', { updatedAt: 1_000 })] });
		const late = () =>
			store.rows(sql`SELECT count(*)::INTEGER AS n FROM interactions WHERE updated_at > ${5_000}`);
		expect(await late()).toEqual([{ n: 0 }]);
		await applyBatch(store, { interactions: [interaction('2', { updatedAt: 9_000 })] });
		expect(await late()).toEqual([{ n: 1 }]);
	});
});

describe('a process that is killed', () => {
	const program = `
		const store = await openStore({ directory });
		const [row] = await store.rows({ text: 'SELECT count(*)::INTEGER AS n FROM interactions', values: [] });
		for (let batch = Math.floor(row.n / 400); ; batch++) {
			const interactions = Array.from({ length: 400 }, (_, index) =>
				interaction(batch + '-' + index, { text: 'word' + index + ' of batch' + batch }));
			interactions.push(interaction('shared', { text: 'batch' + batch + ' wrote this', fromBrand: batch % 2 === 0 }));
			await applyBatch(store, { interactions: interactions.slice(0, batch === 0 ? 400 : 401) });
			say('kept ' + batch);
		}
	`;

	it('loses no batch that it acknowledged and leaves no half one', async () => {
		for (let round = 0; round < 3; round++) {
			const child = startChild(program, directory);
			let kept = -1;
			let heard = 0;
			for await (const line of child.lines) {
				kept = Number(line.split(' ')[1]);
				heard += 1;
				if (heard === 2 + round) setTimeout(() => child.process.kill('SIGKILL'), round * 7);
			}
			await child.exited;
			const store = await open();
			const batches = await store.rows(
				sql`SELECT split_part(key, '-', 1)::INTEGER AS batch, count(*)::INTEGER AS n FROM interactions
					WHERE key <> 'shared' GROUP BY batch ORDER BY batch`
			);
			expect(kept).toBeGreaterThan(0);
			expect(batches.length).toBeGreaterThan(kept);
			expect(batches).toEqual(batches.map((_, batch) => ({ batch, n: 400 })));
			const [totals] = await store.rows(
				sql`SELECT (SELECT sum(positive) FROM day_counts)::INTEGER AS days,
					(SELECT sum(positive) FROM hour_counts)::INTEGER AS hours,
					(SELECT count(*) FROM interactions WHERE NOT from_brand)::INTEGER AS interactions,
					(SELECT sum(positive) FROM keyword_weeks)::INTEGER AS keywords,
					(SELECT count(*) FROM postings WHERE listed)::INTEGER AS postings`
			);
			expect(totals?.days).toBe(totals?.interactions);
			expect(totals?.hours).toBe(totals?.interactions);
			expect(totals?.keywords).toBe(totals?.postings);
			const [shared] = await store.rows(
				sql`SELECT count(*)::INTEGER AS n FROM interactions WHERE key = 'shared'`
			);
			expect(shared).toEqual({ n: 1 });
			await store.close();
		}
	});
});
