import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectImports } from '../store/imports';
import { MappingError } from '../store/import/mapping';
import { sql } from '../store/sql';
import { openStore, type Store } from '../store/store';
import { firstForm, type MappingForm } from './mapping-form';
import { LARGEST_PART, type Upload } from './upload-record';
import { Uploads } from './uploads';

const START = Date.UTC(2026, 4, 20);
const HOUR = 3_600_000;
const HEADER = 'brand,type,text,created_at';
const FORM: MappingForm = firstForm('shop.csv', HEADER.split(','));

let directory: string;
let store: Store;
let now: number;
let uploads: Uploads;

const create = () => new Uploads({ dataDirectory: directory, openStore: async () => store, now: () => now });

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'undertone-uploads-'));
	store = await openStore({ directory: ':memory:' });
	now = START;
	uploads = create();
});

afterEach(async () => {
	await uploads.close();
	await store.close();
	await rm(directory, { recursive: true });
});

const row = (text: string, time = '2026-05-01T10:00:00Z') => `Acme,TIKTOK_COMMENT,${text},${time}`;
const fileOf = (lines: string[]) => Buffer.from([HEADER, ...lines, ''].join('\n'));
const about = (bytes: Buffer, name = 'shop.csv') => ({ name, size: bytes.length, modified: 7 });

async function send(bytes: Buffer, part = 100, from = 0): Promise<Upload> {
	const upload = await uploads.begin(about(bytes));
	for (let at = from; at < bytes.length; at += part) {
		await uploads.append(upload.id, at, bytes.subarray(at, at + part));
	}
	return uploads.find(upload.id);
}

/** Let an import run to its end. */
async function ended(id: string): Promise<Upload> {
	for (;;) {
		const upload = await uploads.find(id);
		if (upload.state !== 'importing') return upload;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

async function texts(): Promise<unknown[]> {
	return (await store.rows(sql`SELECT text FROM interactions ORDER BY text`)).map(({ text }) => text);
}

describe('a file from a browser', () => {
	it('arrives in parts, is imported, and leaves its report but not its bytes', async () => {
		const { id } = await send(fileOf([row('one'), row('two'), row('late', 'today')]));
		await uploads.start(id, FORM);
		const upload = await ended(id);
		expect(upload).toMatchObject({ state: 'done', rows: 3, setAside: 1, finishedAt: START });
		expect(upload.brief).toEqual({
			...{ read: 3, new: 2, updated: 0, duplicate: 0 },
			set_aside: [{ reason: 'created_at is relative to an unknown day', count: 1, lines: [4] }]
		});
		expect(await texts()).toEqual(['one', 'two']);
		const report = await uploads.report(id);
		expect(JSON.parse(report?.text ?? '')).toEqual(upload.brief);
		expect(await readdir(join(directory, 'uploads', id))).not.toContain('content');
		expect(await selectImports(store)).toMatchObject([{ id: upload.importId, file: 'shop.csv', new: 2 }]);
	});

	it('goes on where it was after a reload, and after the server was started again', async () => {
		const bytes = fileOf(Array.from({ length: 50 }, (_, at) => row(`comment ${at}`)));
		const first = await uploads.begin(about(bytes));
		await uploads.append(first.id, 0, bytes.subarray(0, 700));
		uploads = create();
		const again = await uploads.begin(about(bytes));
		expect(again).toMatchObject({ id: first.id, received: 700 });
		await uploads.append(first.id, 700, bytes.subarray(700));
		await uploads.start(first.id, FORM);
		await ended(first.id);
		expect(await texts()).toHaveLength(50);
	});

	it('takes a part twice without doubling it, and names the place for one that does not follow', async () => {
		const bytes = fileOf([row('one')]);
		const { id } = await uploads.begin(about(bytes));
		expect(await uploads.append(id, 0, bytes.subarray(0, 20))).toBe(20);
		expect(await uploads.append(id, 0, bytes.subarray(0, 20))).toBe(20);
		expect(await uploads.append(id, 10, bytes.subarray(10, 30))).toBe(30);
		await expect(uploads.append(id, 40, bytes.subarray(40))).rejects.toThrow(
			'The next part begins at byte 30.'
		);
		await uploads.append(id, 30, bytes.subarray(30));
		await uploads.start(id, FORM);
		await ended(id);
		expect(await texts()).toEqual(['one']);
	});

	it('takes no part beyond its size or above 384 KiB', async () => {
		const bytes = fileOf([row('one')]);
		const { id } = await uploads.begin(about(bytes));
		const long = Buffer.concat([bytes, Buffer.from('x')]);
		await expect(uploads.append(id, 0, long)).rejects.toThrow('beyond the end of the file');
		const part = Buffer.alloc(LARGEST_PART + 1);
		const large = await uploads.begin({ name: 'b.csv', size: part.length, modified: 1 });
		await expect(uploads.append(large.id, 0, part)).rejects.toMatchObject({ code: 'query_invalid' });
	});

	it.each([
		['a spreadsheet', { name: 'a.xlsx', size: 10, modified: 1 }, /\.csv, \.ndjson or \.jsonl/],
		['more than the disk has room for', { name: 'a.csv', size: 8 * 1024 ** 4, modified: 1 }, /no room/]
	])('is refused as %s', async (_name, file, message) => {
		await expect(uploads.begin(file)).rejects.toThrow(message);
	});

	it('names the brands that nobody has heard of yet, so that a misspelt one is seen before it is everywhere', async () => {
		const first = await send(fileOf([row('one')]));
		expect((await uploads.preview(first.id, FORM)).newBrands).toEqual(['Acme']);
		await uploads.start(first.id, FORM);
		await ended(first.id);
		const second = await send(fileOf([row('two'), row('three').replace('Acme', 'Acmee'), 'broken']));
		expect((await uploads.preview(second.id, FORM)).newBrands).toEqual(['Acmee']);
	});

	it('can be read before all of it is here', async () => {
		const bytes = fileOf(Array.from({ length: 50 }, (_, at) => row(`comment ${at}`)));
		const { id } = await uploads.begin(about(bytes));
		await uploads.append(id, 0, bytes.subarray(0, 500));
		const { form, preview } = await uploads.preview(id, null);
		expect(form.maps).toMatchObject({ brand: 'brand', text: 'text' });
		expect(preview.problem).toBeNull();
		expect(preview.sample.isWhole).toBe(false);
		const changed = { ...form, source: 'shop', timeZone: 'UTC' };
		await uploads.preview(id, changed);
		uploads = create();
		expect((await uploads.preview(id, null)).form).toEqual(changed);
		expect(preview.rows[0]).toMatchObject({ line: 2, text: 'comment 0' });
		await expect(uploads.start(id, FORM)).rejects.toThrow('not complete yet');
	});

	it('is not imported under a mapping that cannot work, and nothing is listed', async () => {
		const { id } = await send(fileOf([row('one')]));
		const wrong = { ...FORM, maps: { ...FORM.maps, brand: '' } };
		await expect(uploads.start(id, wrong)).rejects.toThrow(MappingError);
		expect(await selectImports(store)).toEqual([]);
		await uploads.start(id, FORM);
		expect(await ended(id)).toMatchObject({ state: 'done' });
	});

	it('is imported alone: another one has to wait', async () => {
		const one = await send(fileOf(Array.from({ length: 3_000 }, (_, at) => row(`comment ${at}`))), 300_000);
		const bytes = fileOf([row('other')]);
		const other = await uploads.begin(about(bytes, 'other.csv'));
		await uploads.append(other.id, 0, bytes);
		const both = await Promise.allSettled([uploads.start(one.id, FORM), uploads.start(other.id, FORM)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await ended(one.id);
		await ended(other.id);
	});

	it('that was stopped keeps what was acknowledged, and completes when it is started again', async () => {
		const count = 30_000;
		const bytes = fileOf(Array.from({ length: count }, (_, at) => row(`comment ${at}`)));
		const { id } = await send(bytes, 300_000);
		await uploads.start(id, FORM);
		const stopped = await uploads.stop(id);
		expect(stopped.state).toBe('stopped');
		const kept = (await texts()).length;
		expect(kept).toBe(stopped.brief?.new);
		expect(kept).toBeLessThan(count);
		await uploads.start(id, FORM);
		const done = await ended(id);
		expect(done.brief).toMatchObject({ new: count - kept, duplicate: kept });
		expect(await texts()).toHaveLength(count);
	});

	it('whose server ended during the import is shown as stopped, and can be started again', async () => {
		const { id } = await send(fileOf([row('one')]));
		await uploads.start(id, FORM);
		await ended(id);
		const path = join(directory, 'uploads', id);
		const done = await uploads.find(id);
		const { received: _received, done: _done, ...record } = done;
		await writeFile(
			join(path, 'upload.json'),
			JSON.stringify({ ...record, state: 'importing', brief: null })
		);
		await writeFile(join(path, 'content'), fileOf([row('one')]));
		uploads = create();
		expect(await uploads.find(id)).toMatchObject({ state: 'stopped' });
		await uploads.start(id, FORM);
		expect((await ended(id)).brief).toMatchObject({ new: 0, duplicate: 1 });
	});

	it('that the store cannot take is failed with a sentence, and its bytes stay', async () => {
		const { id } = await send(fileOf([row('one')]));
		await store.maintain((writer) => writer.run(sql`DROP TABLE set_aside`));
		await uploads.start(id, FORM);
		expect(await ended(id)).toMatchObject({ state: 'failed', failure: 'The store could not take a batch.' });
		expect(await readdir(join(directory, 'uploads', id))).toContain('content');
	});

	it('can be let go, and is then no longer known', async () => {
		const { id } = await send(fileOf([row('one')]));
		await uploads.discard(id);
		await expect(uploads.find(id)).rejects.toMatchObject({ code: 'not_found' });
		expect(await uploads.list()).toEqual([]);
	});
});

describe('the uploads', () => {
	it('are cleared away when nobody comes back: files after a day, reports after a week', async () => {
		const done = await send(fileOf([row('one')]));
		await uploads.start(done.id, FORM);
		await ended(done.id);
		const bytes = fileOf([row('two')]);
		await uploads.begin(about(bytes, 'unfinished.csv'));
		await mkdir(join(directory, 'uploads', 'rubbish'));
		now = START + 23 * HOUR;
		expect((await uploads.list()).map(({ state }) => state).sort()).toEqual(['done', 'receiving']);
		now = START + 25 * HOUR;
		expect((await uploads.list()).map(({ state }) => state)).toEqual(['done']);
		now = START + 8 * 24 * HOUR;
		expect(await uploads.list()).toEqual([]);
	});

	it('are ten at most that wait', async () => {
		for (let number = 0; number < 10; number++) {
			await uploads.begin({ name: `${number}.csv`, size: 10, modified: 1 });
		}
		await expect(uploads.begin({ name: 'more.csv', size: 10, modified: 1 })).rejects.toThrow('10 files wait');
	});
});
