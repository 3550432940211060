import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../store/import/import-file';
import type { KeptMapping } from '../store/import/kept-mapping';
import type { MappingOptions } from '../store/import/mapping';
import type { ImportReport } from '../store/import/report';
import { storeSink } from '../store/import/store-sink';
import { selectImports, selectSetAside } from '../store/imports';
import { sql } from '../store/sql';
import { openStore, type Store } from '../store/store';
import { findMendable, mendableRow, mendRow, withGiven, type FieldValues } from './mend';
import { fixFor, retryReason, type Fix } from './retry';

const HEADER = 'id,brand,type,text,created_at,mood';
const NOTHING: Fix = { labels: [], given: {} };
const MAPPING: MappingOptions = {
	source: 'shop',
	maps: { sentiment: 'mood' },
	sets: {},
	labels: [],
	timeFormat: null,
	timeZone: null
};

let store: Store;

beforeEach(async () => {
	store = await openStore({ directory: ':memory:' });
});

afterEach(() => store.close());

type Bringing = { mapping?: Partial<MappingOptions>; format?: 'csv' | 'ndjson'; into?: Store; name?: string };

async function bring(
	content: string | Buffer,
	{ mapping, format = 'csv', into = store, name = 'shop.csv' }: Bringing = {}
): Promise<ImportReport> {
	const chunks = (async function* () {
		yield Buffer.from(content);
	})();
	const options = { onProgress: () => {}, isStopped: () => false, mapping: { ...MAPPING, ...mapping } };
	const tally = await importFile({ chunks, name, format }, { ...options, sink: storeSink(into, () => 5) });
	return tally.report();
}

const csv = (...lines: string[]) => [HEADER, ...lines].join('\n');
const row = (text: string, { id = '', time = '2026-05-01T10:00:00Z', mood = '' } = {}) =>
	`${id},Acme,TIKTOK_COMMENT,${text},${time},${mood}`;

async function contents(of = store): Promise<string[]> {
	const rows = await of.rows(
		sql`SELECT key, text, sentiment, created_at::DOUBLE AS at FROM interactions ORDER BY key`
	);
	return rows.map((one) => JSON.stringify(one));
}

async function only(): Promise<{ importId: number; line: number; reason: string }> {
	const [row] = await selectSetAside(store);
	return { importId: row?.importId ?? 0, line: row?.line ?? 0, reason: row?.reason ?? '' };
}

async function values(key: { importId: number; line: number }): Promise<FieldValues> {
	return (await findMendable(store, key)).row.values;
}

describe('a row that is mended', () => {
	it('enters the store by the rules of its import, leaves the list, and is counted with its import', async () => {
		const labels = [{ from: 'great', to: 'positive' as const }];
		await bring(csv(row('one', { id: '7', time: '2 weeks ago', mood: 'great' })), { mapping: { labels } });
		const key = await only();
		const outcome = await mendRow(store, key, { ...(await values(key)), created_at: '2026-05-02T08:00:00Z' });
		expect(outcome).toEqual({ mended: true, result: { new: 1, updated: 0, duplicate: 0 } });
		expect(await store.rows(sql`SELECT key, sentiment FROM interactions`)).toEqual([
			{ key: 'shop␟7', sentiment: 1 }
		]);
		expect(await selectSetAside(store)).toEqual([]);
		expect(await selectImports(store)).toMatchObject([{ new: 1, setAside: 0, waiting: 0 }]);
	});

	it('adds one when it is tried twice, one after the other or at the same time', async () => {
		await bring(csv(row('one', { time: 'today' })));
		const key = await only();
		const mended = { ...(await values(key)), created_at: '2026-05-02T08:00:00Z' };
		const other = { ...mended, text: 'another wording' };
		const tried = await Promise.allSettled([mendRow(store, key, mended), mendRow(store, key, other)]);
		expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(mendRow(store, key, mended)).rejects.toMatchObject({ code: 'not_found' });
		expect(await contents()).toHaveLength(1);
	});

	it('stays as it is while something is wrong with it, with the field that is', async () => {
		await bring(csv(row('one', { time: 'today' })));
		const key = await only();
		const before = await selectSetAside(store);
		const outcome = await mendRow(store, key, { ...(await values(key)), created_at: '03/04/2026' });
		expect(outcome).toMatchObject({ mended: false, field: 'created_at' });
		expect(await selectSetAside(store)).toEqual(before);
		expect(await contents()).toEqual([]);
	});

	it('is the same interaction as in a mended file, also without an id and among its equals', async () => {
		const broken = csv(row('wow', { time: 'today' }), row('wow', { time: 'today' }), row('fine'));
		const mended = broken.replaceAll('today', '2026-05-02T08:00:00Z');
		await bring(broken);
		for (const { importId, line } of await selectSetAside(store)) {
			const key = { importId: importId ?? 0, line };
			await mendRow(store, key, { ...(await values(key)), created_at: '2026-05-02T08:00:00Z' });
		}
		expect(await contents()).toHaveLength(3);
		expect(await bring(mended)).toMatchObject({ new: 0, duplicate: 3 });
		expect(await bring(broken)).toMatchObject({ new: 0, duplicate: 1 });
	});

	it('keeps the line ends of a text that nobody touched, although a form changes them', async () => {
		await bring(csv(row('"one\ntwo"', { time: 'today' })));
		const key = await only();
		const shown = await values(key);
		expect(shown.text).toBe('one\ntwo');
		const sent = { ...shown, text: 'one\r\ntwo', created_at: '2026-05-02T08:00:00Z' };
		await mendRow(store, key, sent);
		expect(await store.rows(sql`SELECT text FROM interactions`)).toEqual([{ text: 'one\ntwo' }]);
	});

	it('of a line that could not be read is proposed cell by cell', async () => {
		await bring(
			`${csv('7,Acme,TIKTOK_COMMENT,"never closed,2026-05-01T10:00:00Z,', '8,Acme,TIKTOK_COMMENT,short')}\n`
		);
		const [open, short] = await selectSetAside(store);
		const first = await findMendable(store, { importId: 1, line: open?.line ?? 0 });
		expect(first.row).toMatchObject({ how: 'proposed', values: { id: '7', text: 'never closed' } });
		const second = await findMendable(store, { importId: 1, line: short?.line ?? 0 });
		expect(second.row).toMatchObject({ how: 'proposed', values: { text: 'short', created_at: '' } });
		const outcome = await mendRow(store, { importId: 1, line: open?.line ?? 0 }, first.row.values);
		expect(outcome).toMatchObject({ mended: true });
		expect(await contents()).toEqual([expect.stringContaining('never closed')]);
	});

	it('of JSON lines that are no JSON begins empty', async () => {
		await bring(
			'{"brand":"Acme","type":"TIKTOK_COMMENT","text":"a","created_at":"2026-05-01T10:00:00Z"}\n{"brand":',
			{
				format: 'ndjson',
				mapping: { maps: {} }
			}
		);
		const { row } = await findMendable(store, await only());
		expect(row).toMatchObject({ how: 'none', values: { brand: '', text: '' } });
	});
});

describe('a row set aside', () => {
	const kept = (change: Partial<KeptMapping> = {}): KeptMapping => ({
		...MAPPING,
		...{ format: 'csv', columns: HEADER.split(','), labels: [] },
		...change
	});

	it('says what the mapping makes of its cells: other columns, constants, fields left out', () => {
		const cells = JSON.stringify({
			id: '1',
			brand: 'x',
			type: 't',
			text: 'hi',
			created_at: 'now',
			mood: 'bad'
		});
		const { values } = mendableRow(
			cells,
			kept({ maps: { sentiment: 'mood', id: '' }, sets: { brand: 'Acme', author: 'me' } })
		);
		expect(values).toMatchObject({
			id: '',
			brand: 'Acme',
			author: 'me',
			sentiment: 'bad',
			created_at: 'now'
		});
	});

	it('keeps what a person gave a field, and nothing else changes', () => {
		const fields = fc.dictionary(
			fc.constantFrom('id', 'brand', 'type', 'text', 'created_at', 'mood'),
			fc.string()
		);
		fc.assert(
			fc.property(fields, fc.string(), (given, brand) => {
				const cells = JSON.stringify({
					...{ id: '', brand: '', type: '', text: '', created_at: '', mood: '' },
					...given
				});
				const before = mendableRow(cells, kept());
				const after = mendableRow(withGiven(cells, { brand }), kept());
				expect(after).toEqual({ how: 'read', values: { ...before.values, brand } });
			})
		);
	});

	it('of an import whose mapping is not known is read by the names of the fields', () => {
		const { values, how } = mendableRow('{"brand":"Acme","text":"hi","more":7}', null);
		expect({ how, brand: values.brand, text: values.text }).toEqual({
			how: 'read',
			brand: 'Acme',
			text: 'hi'
		});
	});
});

describe('trying all rows of a reason again', () => {
	const retry = (reason: string, fix: Partial<Fix>) =>
		retryReason(store, { importId: 1, reason }, { ...NOTHING, ...fix });

	it('with a meaning for their label brings in what importing the file with it would', async () => {
		const file = csv(
			...[row('a', { mood: '6 stars' }), row('b', { mood: 'great' }), row('a', { mood: '6 stars' })],
			...[row('c', { mood: '6 stars', time: 'today' }), row('d')]
		);
		await bring(file);
		const reason = 'sentiment "6 stars" has no meaning; give --label';
		const labels = [{ from: '6 stars', to: 'positive' as const }];
		expect(await retry(reason, { labels })).toEqual({
			new: 2,
			updated: 0,
			duplicate: 0,
			still: 1,
			left: false
		});
		expect((await selectSetAside(store)).map(({ line, reason: now }) => [line, now])).toEqual([
			[3, 'sentiment "great" has no meaning; give --label'],
			[5, 'created_at is relative to an unknown day']
		]);
		expect(await retry(reason, { labels })).toEqual({
			new: 0,
			updated: 0,
			duplicate: 0,
			still: 0,
			left: false
		});

		const other = await openStore({ directory: ':memory:' });
		await bring(file, { into: other, mapping: { labels } });
		const texts = (all: string[]) => all.map((one) => (JSON.parse(one) as { text: string }).text).sort();
		expect(texts(await contents())).toEqual(texts(await contents(other)));
		await other.close();
	});

	it('remembers the change for the next reason of the same rows', async () => {
		await bring(csv(row('a', { mood: '6 stars', time: '01/05/2026 10:00' })));
		await retry('sentiment "6 stars" has no meaning; give --label', {
			labels: [{ from: '6 STARS', to: null }]
		});
		const { reason } = await only();
		expect(reason).toMatch(/^created_at is ambiguous/);
		const result = await retry(reason, { timeFormat: 'dd/MM/yyyy HH:mm', timeZone: 'Europe/Berlin' });
		expect(result).toMatchObject({ new: 1, still: 0 });
		expect(await store.rows(sql`SELECT sentiment, created_at::DOUBLE AS at FROM interactions`)).toEqual([
			{ sentiment: 2, at: Date.UTC(2026, 4, 1, 8) }
		]);
	});

	it('with a value for a field keeps it where another field is wrong as well', async () => {
		await bring(csv(',,TIKTOK_COMMENT,a,2026-05-01T10:00:00Z,', ',,TIKTOK_COMMENT,b,today,'));
		expect(await retry('brand is empty', { given: { brand: 'Acme' } })).toMatchObject({ new: 1, still: 1 });
		const key = await only();
		expect(key.reason).toBe('created_at is relative to an unknown day');
		expect(await values(key)).toMatchObject({ brand: 'Acme', text: 'b' });
	});

	it('leaves rows that could not be read to a person', async () => {
		await bring(csv('7,Acme', '8,Acme'));
		const { reason } = await only();
		expect(await retry(reason, {})).toMatchObject({ new: 0, still: 2 });
		expect(await selectSetAside(store)).toHaveLength(2);
	});

	it('stops at a time format that cannot be used, before a single row', async () => {
		await bring(csv(row('a', { time: '01/05/2026' })));
		const before = await selectSetAside(store);
		await expect(retry((await only()).reason, { timeFormat: 'dd/MM' })).rejects.toThrow('no year');
		expect(await selectSetAside(store)).toEqual(before);
	});

	it('says so for an import of an older version, whose mapping nobody kept', async () => {
		await bring(csv(row('a', { time: 'today' })));
		await store.change((writer) => writer.run(sql`UPDATE imports SET mapping = NULL`));
		await expect(retry((await only()).reason, {})).rejects.toThrow('Mend its rows one by one');
	});

	it('brings the same interactions as importing the file with the same change, whatever the file', async () => {
		const line = fc.record({
			text: fc.constantFrom('a', 'b', 'c'),
			mood: fc.constantFrom('', 'positive', 'good', 'bad'),
			id: fc.constantFrom('', '', '1', '2')
		});
		await fc.assert(
			fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
				const fixed = [
					{ from: 'good', to: 'positive' as const },
					{ from: 'bad', to: 'negative' as const }
				];
				// Sentiment is no part of a content, so equal texts of other labels must not meet here.
				const file = csv(
					...lines.map(({ text, mood, id }) => row(`${text} ${mood}`, { mood, id: id && `${id}${mood}` }))
				);
				const [one, other] = await Promise.all([
					openStore({ directory: ':memory:' }),
					openStore({ directory: ':memory:' })
				]);
				await bring(file, { into: one });
				for (const { from, to } of fixed) {
					const reason = `sentiment "${from}" has no meaning; give --label`;
					await retryReason(one, { importId: 1, reason }, { ...NOTHING, labels: [{ from, to }] });
				}
				await bring(file, { into: other, mapping: { labels: fixed } });
				expect(await contents(one)).toEqual(await contents(other));
				await Promise.all([one.close(), other.close()]);
			}),
			{ numRuns: 8 }
		);
	});
});

describe('the change that helps all rows of a reason', () => {
	it('is known for every reason of the sample file that one change can cure', async () => {
		const maps = {
			...{ id: 'review_id', brand: 'shop', platform: 'channel', text: 'comment', created_at: 'posted' },
			...{ sentiment: 'stars', permalink: 'link' }
		};
		const labels = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'].map((from) => ({ from, to: null }));
		await bring(await readFile('examples/reviews.csv'), { mapping: { maps, labels } });
		const groups = new Map(
			(await selectSetAside(store)).map(({ reason }) => [reason, fixFor(reason)] as const)
		);
		const kinds = [...groups].map(([reason, fix]) => `${reason} → ${fix?.kind ?? 'none'}`).sort();
		expect(kinds).toMatchInlineSnapshot(`
			[
			  "a quote is never closed → none",
			  "brand is empty → value",
			  "created_at has no time zone; give --time-zone → time",
			  "created_at is ambiguous, day or month may come first; give --time-format → time",
			  "created_at is not a date of the calendar → none",
			  "created_at is relative to an unknown day → none",
			  "permalink is not a web address; leave the column out with --map permalink= → value",
			  "platform "pigeon post" is not known; give --set type=COMMUNITY_INTERACTION → value",
			  "sentiment "6 stars" has no meaning; give --label → label",
			  "the row has 4 cells, the header has 10 → none",
			  "the text is not UTF-8 → none",
			]
		`);
	});
});
