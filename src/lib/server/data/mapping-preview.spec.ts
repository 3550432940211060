import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { firstForm, type MappingForm } from './mapping-form';
import { fieldOfReason, previewMapping, readSample } from './mapping-preview';

const HEADER = 'brand,type,text,created_at,sentiment';
const csv = (lines: string[], isWhole = true) =>
	readSample(Buffer.from([HEADER, ...lines].join('\n')), { format: 'csv', isWhole });
const form = (change: Partial<MappingForm> = {}): MappingForm => ({
	...firstForm('a.csv', HEADER.split(',')),
	...change
});
const row = (text: string, time = '2026-05-01T10:00:00Z', label = 'positive') =>
	`Acme,TIKTOK_COMMENT,${text},${time},${label}`;

describe('a preview', () => {
	it('shows rows as they would enter the store, and why others would not', () => {
		const { rows, brands, sample } = previewMapping(
			csv([row('Tom &amp; I'), row('two', '2 weeks ago')]),
			form()
		);
		expect(rows).toEqual([
			{
				...{ line: 2, brand: 'Acme', type: 'TIKTOK_COMMENT', text: 'Tom & I', label: 'positive' },
				...{ sentiment: 'positive', time: '2026-05-01T10:00:00Z', at: Date.UTC(2026, 4, 1, 10) },
				...{ problem: null, field: null }
			},
			expect.objectContaining({
				...{ line: 3, text: 'two', time: '2 weeks ago', at: null, field: 'created_at' },
				problem: 'created_at is relative to an unknown day'
			})
		]);
		expect(brands).toEqual(['Acme']);
		expect(sample).toEqual({
			...{ rows: 2, usable: 1, isWhole: true },
			setAside: [{ reason: 'created_at is relative to an unknown day', count: 1, lines: [3] }]
		});
	});

	it('counts the labels of the chosen column, with what each means so far', () => {
		const labels = ['5 stars', 'n/a', '5 Stars', 'Positive', ''].map((label) => row('x', undefined, label));
		const given = [{ from: '5 stars', to: 'positive' as const }];
		expect(previewMapping(csv(labels), form({ labels: given })).labels).toEqual([
			{ label: '5 stars', count: 2, meaning: 'positive' },
			{ label: 'n/a', count: 1, meaning: null },
			{ label: 'Positive', count: 1, meaning: 'positive' }
		]);
		const unrated = previewMapping(csv(labels), form({ labels: [{ from: 'N/A', to: null }] }));
		expect(unrated.labels).toContainEqual({ label: 'n/a', count: 1, meaning: 'unrated' });
	});

	it('shows the first instants under a time format and a zone', () => {
		const sample = csv([row('a', '01/05/2026 10:00'), row('b', '31/12/2026 23:30'), row('c', 'today')]);
		const { times } = previewMapping(
			sample,
			form({ timeFormat: 'dd/MM/yyyy HH:mm', timeZone: 'Europe/Berlin' })
		);
		expect(times).toEqual([
			{ text: '01/05/2026 10:00', at: Date.UTC(2026, 4, 1, 8), problem: null },
			{ text: '31/12/2026 23:30', at: Date.UTC(2026, 11, 31, 22, 30), problem: null },
			{ text: 'today', at: null, problem: 'is relative to an unknown day' }
		]);
	});

	it.each([
		['a required field that nothing gives', { maps: { brand: '' } }, ['brand']],
		['a column that the file lacks', { maps: { text: 'body' } }, ['text']],
		['a time format without a year', { timeFormat: 'dd/MM', timeZone: 'UTC' }, ['time_format']],
		['a zone that is none', { timeZone: 'Mars/Olympus' }, ['time_zone']]
	] as [string, Partial<MappingForm>, string[]][])(
		'shows the rows as they stand with %s, and names the field',
		(_name, change, fields) => {
			const { problem, rows } = previewMapping(csv([row('one')]), form(change));
			expect(problem?.fields).toEqual(fields);
			expect(rows).toMatchObject([{ line: 2, problem: null, text: row('one').replaceAll(',', ' · ') }]);
		}
	);

	it('does not judge a last row that may go on', () => {
		const lines = [row('one'), 'Acme,TIKTOK_COMMENT,cut o'];
		expect(csv(lines, false).rows.map(({ line }) => line)).toEqual([2]);
		expect(csv(lines, true).rows.map(({ line }) => line)).toEqual([2, 3]);
	});

	it('says so when the first bytes hold no whole line', () => {
		const read = () => readSample(Buffer.from('brand,te'), { format: 'csv', isWhole: false });
		expect(read).toThrow(/No complete line/);
	});

	it('shows twenty rows of many, judges five thousand, and says that there are more', () => {
		const lines = Array.from({ length: 6_000 }, (_, at) => row(`comment ${at}`));
		const { rows, sample } = previewMapping(csv(lines), form());
		expect(rows).toHaveLength(20);
		expect(sample).toMatchObject({ rows: 5_000, usable: 5_000, isWhole: false });
	});

	it('of JSON lines knows the keys that the import will know', () => {
		const bytes = Buffer.from(
			'{"brand":"Acme","text":"a"}\n{"brand":"Acme","text":"b","type":"TIKTOK_COMMENT"}\n'
		);
		expect(readSample(bytes, { format: 'ndjson', isWhole: true }).columns).toEqual(['brand', 'text', 'type']);
	});

	it('of the sample file proposes all of its columns and finds what is wrong with its last rows', async () => {
		const bytes = await readFile('examples/reviews.csv');
		const sample = readSample(bytes, { format: 'csv', isWhole: true });
		const {
			problem,
			labels,
			sample: counted
		} = previewMapping(sample, firstForm('reviews.csv', sample.columns));
		expect(problem).toBeNull();
		expect(labels.map(({ label }) => label).sort()).toEqual([
			...['1 star', '2 stars', '3 stars', '4 stars', '5 stars', '6 stars']
		]);
		expect(counted.setAside.map(({ reason }) => reason)).toContain('brand is empty');
	});
});

describe('a reason', () => {
	it.each([
		['created_at has no time zone; give --time-zone', 'created_at'],
		['the row has 4 cells, the header has 10', null]
	])('%j is about the field %j', (reason, field) => {
		expect(fieldOfReason(reason)).toBe(field);
	});
});
