import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectImports, selectMapping, selectSetAside } from '../imports';
import { sql } from '../sql';
import { openStore, type Store } from '../store';
import { selectComments } from '../queries/comments';
import { importFile, type Progress } from './import-file';
import type { MappingOptions } from './mapping';
import type { ImportReport } from './report';
import type { ImportBatch, ImportSink } from './sink';
import { storeSink } from './store-sink';

const NOW = Date.UTC(2026, 4, 20);
const HEADER = 'brand,type,text,created_at,sentiment';
const MAPPING: MappingOptions = {
	source: 'shop',
	maps: {},
	sets: {},
	labels: [],
	timeFormat: null,
	timeZone: null
};

let directory: string;
let store: Store;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), 'undertone-import-'));
	store = await openStore({ directory });
});

afterAll(async () => {
	await store.close();
	await rm(directory, { recursive: true });
});

async function* chunksOf(text: string, size = 65_536): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function bring(lines: string[], mapping: Partial<MappingOptions> = {}): Promise<ImportReport> {
	const source = { chunks: chunksOf(lines.join('\n')), name: 'shop.csv', format: 'csv' as const };
	const sink = storeSink(store, () => NOW);
	const rest = { sink, onProgress: () => {}, isStopped: () => false };
	return (await importFile(source, { mapping: { ...MAPPING, ...mapping }, ...rest })).report();
}

/** Every interaction of a source, in a form that two states of the store can be compared in. */
async function contents(source: string): Promise<string[]> {
	const rows = await store.rows(
		sql`SELECT key, text, coalesce(raw_text, '') AS raw, sentiment, updated_at::DOUBLE AS at FROM interactions WHERE source = ${source} ORDER BY key`
	);
	return rows.map((row) => JSON.stringify(row));
}

const row = (text: string, sentiment = '', time = '2026-05-01T10:00:00Z') =>
	`Acme,TIKTOK_COMMENT,${text},${time},${sentiment}`;

describe('an import', () => {
	it('keeps a field that stands in the last line of a long file alone', async () => {
		const line = (text: string, more: object = {}) =>
			JSON.stringify({
				brand: 'Acme',
				type: 'TIKTOK_COMMENT',
				text,
				created_at: '2026-05-01T10:00:00Z',
				...more
			});
		const lines = [
			...Array.from({ length: 3 }, (_, at) => line(`late ${at}`)),
			line('late 3', { sentiment: 'positive' })
		];
		const batches: ImportBatch[] = [];
		const sink: ImportSink = {
			begin: () => Promise.resolve(),
			apply: (batch) => {
				batches.push(batch);
				return Promise.resolve({ new: batch.interactions.length, updated: 0, duplicate: 0 });
			},
			finish: () => Promise.resolve()
		};
		const source = {
			chunks: chunksOf(lines.join('\n'), 120),
			name: 'late.ndjson',
			format: 'ndjson' as const
		};
		await importFile(source, { mapping: MAPPING, sink, onProgress: () => {}, isStopped: () => false });
		const found = batches.flatMap(({ interactions }) => interactions);
		expect(found.map(({ sentiment }) => sentiment)).toEqual([null, null, null, 'positive']);
	});

	it('of the same file again changes nothing', async () => {
		const lines = [
			HEADER,
			row('one', 'positive'),
			row('Tom &amp; I', 'negative'),
			row('two'),
			row('late', '', 'today')
		];
		const setAside = [{ reason: 'created_at is relative to an unknown day', count: 1, lines: [5] }];
		expect(await bring(lines, { source: 'again' })).toEqual({
			...{ read: 4, new: 3, updated: 0, duplicate: 0 },
			set_aside: setAside
		});
		const before = await contents('again');
		const kept = await selectSetAside(store);
		expect(await bring(lines, { source: 'again' })).toEqual({
			...{ read: 4, new: 0, updated: 0, duplicate: 3 },
			set_aside: setAside
		});
		expect(await contents('again')).toEqual(before);
		const withoutImport = (rows: typeof kept) => rows.map(({ importId: _importId, ...rest }) => rest);
		expect(withoutImport(await selectSetAside(store))).toEqual(withoutImport(kept));
	});

	it('keeps how its file was read, and numbers equal rows that are set aside', async () => {
		const maps = { sentiment: 'sentiment' };
		await bring([HEADER, row('x', 'meh'), row('x', 'meh'), row('y', 'meh')], { source: 'meh', maps });
		const [{ id } = { id: 0 }] = await selectImports(store);
		expect((await selectSetAside(store, id)).map(({ line, occurrence }) => [line, occurrence])).toEqual([
			[2, 0],
			[3, 1],
			[4, 0]
		]);
		expect(await selectMapping(store, id)).toEqual({
			...MAPPING,
			...{ source: 'meh', maps, format: 'csv', columns: HEADER.split(',') }
		});
	});

	it('keeps the raw text beside the decoded one', async () => {
		const found = (await contents('again')).map((one) => JSON.parse(one) as { text: string; raw: string });
		expect(found).toContainEqual(expect.objectContaining({ text: 'Tom & I', raw: 'Tom &amp; I' }));
		expect(found).toContainEqual(expect.objectContaining({ text: 'two', raw: '' }));
	});

	it('holds identical comments as two, and finds both again', async () => {
		const lines = [HEADER, row('same'), row('same'), row('same')];
		expect(await bring(lines, { source: 'twins' })).toMatchObject({ read: 3, new: 3, duplicate: 0 });
		expect(await bring(lines, { source: 'twins' })).toMatchObject({ read: 3, new: 0, duplicate: 3 });
		expect(await contents('twins')).toHaveLength(3);
	});

	it('of a longer export adds only what is new, also between old rows', async () => {
		await bring([HEADER, row('a'), row('b'), row('a')], { source: 'longer' });
		const longer = [HEADER, row('c'), row('a'), row('a'), row('b'), row('a')];
		expect(await bring(longer, { source: 'longer' })).toMatchObject({
			read: 5,
			new: 2,
			updated: 0,
			duplicate: 3
		});
	});

	it('of a newer export updates a label instead of doubling the comment', async () => {
		await bring([HEADER, row('relabelled', 'negative')], { source: 'labels' });
		const [before] = await contents('labels');
		expect(await bring([HEADER, row('relabelled', 'positive')], { source: 'labels' })).toMatchObject({
			...{ new: 0, updated: 1, duplicate: 0 }
		});
		const after = await contents('labels');
		expect(after).toHaveLength(1);
		expect(after[0]).not.toBe(before);
	});

	it('of a mended file clears what was set aside before', async () => {
		const about = { source: 'mended' };
		await bring([HEADER, row('x', 'six stars')], about);
		const [broken] = await selectImports(store);
		expect(await selectSetAside(store, broken?.id)).toEqual([
			expect.objectContaining({
				...{ line: 2, byte: null, reason: 'sentiment "six stars" has no meaning; give --label' },
				row: JSON.stringify({
					...{ brand: 'Acme', type: 'TIKTOK_COMMENT', text: 'x' },
					...{ created_at: '2026-05-01T10:00:00Z', sentiment: 'six stars' }
				})
			})
		]);
		await bring([HEADER, row('x', 'six stars')], {
			...about,
			labels: [{ from: 'six stars', to: 'positive' }]
		});
		expect(await selectSetAside(store, broken?.id)).toEqual([]);
	});

	it('is listed with its counts and its end', async () => {
		await bring([HEADER, row('x'), row('x'), row('y', 'odd')], { source: 'listed' });
		expect((await selectImports(store))[0]).toMatchObject({
			...{ source: 'listed', file: 'shop.csv', startedAt: NOW, finishedAt: NOW },
			...{ line: 4, new: 2, updated: 0, duplicate: 0, setAside: 1 }
		});
	});

	it('writes nothing when the mapping does not fit the file', async () => {
		const before = await selectImports(store);
		await expect(bring([HEADER, row('x')], { maps: { text: 'body' } })).rejects.toThrow(/--map text=body/);
		await expect(bring(['a,a', '1,2'])).rejects.toThrow(/more than once/);
		expect(await selectImports(store)).toEqual(before);
	});
});

/** A sink that keeps what it gets, and answers late. */
function rememberingSink(): ImportSink & { batches: ImportBatch[]; most: number } {
	let under = 0;
	const sink = {
		batches: [] as ImportBatch[],
		most: 0,
		begin: async () => {},
		finish: async () => {},
		async apply(batch: ImportBatch) {
			sink.most = Math.max(sink.most, ++under);
			await new Promise((resolve) => setImmediate(resolve));
			under--;
			sink.batches.push(batch);
			return { new: batch.interactions.length, updated: 0, duplicate: 0 };
		}
	};
	return sink;
}

describe('a long file', () => {
	const lines = [HEADER, ...Array.from({ length: 45_000 }, (_, at) => row(`comment ${at}`))];
	const source = () => ({ chunks: chunksOf(lines.join('\n')), name: 'long.csv', format: 'csv' as const });

	it('arrives in batches, one after the other, every row once and in order', async () => {
		const sink = rememberingSink();
		const positions: Progress[] = [];
		const rest = { onProgress: (progress: Progress) => positions.push(progress), isStopped: () => false };
		const tally = await importFile(source(), { mapping: MAPPING, sink, ...rest });
		expect(sink.batches.map((batch) => batch.interactions.length)).toEqual([20_000, 20_000, 5_000]);
		expect(sink.batches.map((batch) => batch.line)).toEqual([20_001, 40_001, 45_001]);
		expect(sink.most).toBe(1);
		const texts = sink.batches.flatMap((batch) => batch.interactions.map((one) => one.text));
		expect(texts).toEqual(lines.slice(1).map((_, at) => `comment ${at}`));
		expect(tally.report()).toMatchObject({ read: 45_000, new: 45_000 });
		expect(positions.at(-1)).toEqual({
			rows: 45_000,
			bytes: Buffer.byteLength(lines.join('\n')),
			setAside: 0
		});
	});

	it('has small batches where rows are large or set aside', async () => {
		const sink = rememberingSink();
		const large = [HEADER, ...Array.from({ length: 300 }, () => row('x'.repeat(60_000)))];
		const bad = Array.from({ length: 4_500 }, () => row('x', 'odd'));
		const chunks = chunksOf([...large, ...bad].join('\n'));
		const rest = { mapping: MAPPING, onProgress: () => {}, isStopped: () => false };
		await importFile({ chunks, name: 'large.csv', format: 'csv' }, { sink, ...rest });
		for (const { interactions, setAside } of sink.batches) {
			expect(interactions.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(8_100_000);
			expect(setAside.length).toBeLessThanOrEqual(2_000);
		}
		expect(sink.batches.flatMap((batch) => batch.setAside)).toHaveLength(4_500);
	});

	it('that is stopped is not marked as done', async () => {
		let finished = false;
		const sink = { ...rememberingSink(), finish: async () => void (finished = true) };
		const rest = { mapping: MAPPING, onProgress: () => {}, isStopped: () => true };
		const tally = await importFile(source(), { sink, ...rest });
		expect(finished).toBe(false);
		expect(tally.read).toBeGreaterThan(0);
		expect(tally.read).toBeLessThan(45_000);
	});

	it('that fails in the middle says so and hands on no further batch', async () => {
		const taken: number[] = [];
		const sink: ImportSink = {
			begin: async () => {},
			finish: async () => {},
			async apply(batch) {
				if (taken.length === 1) throw new Error('the disk is full');
				taken.push(batch.interactions.length);
				return { new: batch.interactions.length, updated: 0, duplicate: 0 };
			}
		};
		const rest = { mapping: MAPPING, onProgress: () => {}, isStopped: () => false };
		await expect(importFile(source(), { sink, ...rest })).rejects.toThrow('the disk is full');
		expect(taken).toEqual([20_000]);
	});

	it('in a dry run is read and judged without a sink', async () => {
		const rest = { mapping: MAPPING, sink: null, onProgress: () => {}, isStopped: () => false };
		expect((await importFile(source(), rest)).dryRunReport()).toEqual({
			read: 45_000,
			usable: 45_000,
			set_aside: []
		});
	});
});

describe('comments that answer comments', () => {
	const columns = 'id,parent_comment_id,media_id,brand,type,text,created_at';
	const comment = (id: string, parent: string, minute: number) =>
		`${id},${parent},post,Threads,TIKTOK_COMMENT,text of ${id},2026-05-01T10:0${minute}:00Z`;

	async function threadOf(text: string): Promise<string[]> {
		const brands = await store.rows(sql`SELECT id::DOUBLE AS id FROM brands WHERE name = 'Threads'`);
		const found = await store.rows(sql`SELECT id::DOUBLE AS id FROM interactions WHERE text = ${text}`);
		const question = { brandId: Number(brands[0]!.id), platform: 'tiktok' as const, mediaId: null };
		const commentId = Number(found[0]!.id);
		const { comments } = await selectComments(store, { ...question, commentId, limit: 100, offset: 0 });
		return comments.map((one) => one.text);
	}

	it('are one thread wherever they stand in the file, and whichever of them is opened', async () => {
		const report = await bring([columns, comment('c', 'b', 3), comment('b', 'a', 2), comment('x', '', 5)], {
			source: 'threads'
		});
		expect(report).toMatchObject({ new: 3, set_aside: [] });
		expect(await threadOf('text of c')).toEqual(['text of b', 'text of c']);
		await bring([columns, comment('a', '', 1)], { source: 'threads' });
		const whole = ['text of a', 'text of b', 'text of c'];
		for (const text of whole) expect(await threadOf(text)).toEqual(whole);
		expect(await threadOf('text of x')).toEqual(['text of x']);
	});

	it('change nothing when the file comes again, and move when a newer one says so', async () => {
		const again = await bring([columns, comment('c', 'b', 3)], { source: 'threads' });
		expect(again).toMatchObject({ new: 0, updated: 0, duplicate: 1 });
		const moved = await bring([columns, comment('c', 'x', 3)], { source: 'threads' });
		expect(moved).toMatchObject({ new: 0, updated: 1, duplicate: 0 });
		expect(await threadOf('text of c')).toEqual(['text of c', 'text of x']);
	});
});
