import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MemoryDisk } from '../../../../tests/support/memory-disk';
import type { KeptCampaign } from '$lib/campaigns/campaign';
import { checkDraft, EMPTY_DRAFT } from '$lib/campaigns/campaign-draft';
import { log } from '../log';
import { createCampaign, listCampaigns } from '../records/campaigns';
import { openRecords, type Records } from '../records/records';
import { readCampaigns } from './read-campaigns';
import { takeCampaigns } from './take-campaigns';
import { writeCampaigns } from './write-campaigns';

const BRANDS = [
	{ id: 1, name: 'Tarn & Moss' },
	{ id: 2, name: 'Ovelle' },
	{ id: 3, name: 'Fennick' },
	{ id: 7, name: 'Twin' },
	{ id: 8, name: 'Twin' },
	{ id: 9, name: 'Either|Or' }
];
const TIME = { now: Date.UTC(2026, 10, 22, 9), today: '2026-11-22' };

const bytes = (text: string) => new TextEncoder().encode(text);
const newRecords = () => openRecords('/data', new MemoryDisk());
const take = (records: Records, text: string, time = TIME) =>
	takeCampaigns(records, readCampaigns(bytes(text), BRANDS), time);

beforeAll(() => void vi.spyOn(log, 'error').mockImplementation(() => undefined));

const FILE = `name,start,end,brands,comparison,hypothesis,link
Spring,2026-12-01,2026-12-14,Fennick|Ovelle,Tarn & Moss,"People like it, a lot.",https://example.com/brief
Note,2026-11-01,,,,,
`;

describe('a CSV of campaigns', () => {
	it('is taken with its days inclusive, its brands by name, and its hypotheses as written now', async () => {
		const records = newRecords();
		expect(await take(records, FILE)).toEqual({
			...{ added: 2, changed: 0, unchanged: 0 },
			...{ refused: [], unknownColumns: [] }
		});
		const [spring, note] = await listCampaigns(records);
		expect(spring).toMatchObject({
			...{ kind: 'campaign', name: 'Spring', start: '2026-12-01', end: '2026-12-14' },
			...{ brandIds: [3, 2], comparisonIds: [1], hypothesis: 'People like it, a lot.' },
			...{ link: 'https://example.com/brief', badge: 'before-start' }
		});
		expect(note).toMatchObject({ start: '2026-11-01', end: '2026-11-01', brandIds: [], badge: 'unwritten' });
	});

	it('changes nothing the second time, not even the file on the disk', async () => {
		const disk = new MemoryDisk();
		const records = openRecords('/data', disk);
		await take(records, FILE);
		const before = disk.textOf('/data/records.json');
		expect(await take(records, FILE, { now: TIME.now + 1, today: '2026-11-23' })).toMatchObject({
			...{ added: 0, changed: 0, unchanged: 2 }
		});
		expect(disk.textOf('/data/records.json')).toBe(before);
	});

	it('may name an expected change, and refuses what is none with its column', async () => {
		const records = newRecords();
		const header = 'name,start,metric,expected\n';
		const lines = 'A,2026-12-01,net,"-3,5"\nB,2026-12-01,net,many\nC,2026-12-01,volume,5\n';
		const { added, refused } = await take(records, header + lines);
		expect(added).toBe(1);
		expect((await listCampaigns(records))[0]).toMatchObject({ expected: -3.5, badge: 'before-start' });
		expect(refused.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
			[3, 'expected'],
			[4, 'expected']
		]);
	});

	it('changes the campaign of the same name, in any case, and leaves alone what it has no column for', async () => {
		const records = newRecords();
		await take(records, FILE);
		const [spring] = await listCampaigns(records);
		expect(await take(records, 'NAME,Start,end\nspring,2026-12-02,2026-12-14\n')).toMatchObject({
			...{ added: 0, changed: 1, refused: [] }
		});
		const [changed] = await listCampaigns(records);
		expect(changed).toMatchObject({
			...{ id: spring?.id, name: 'spring', start: '2026-12-02' },
			...{ brandIds: [3, 2], hypothesis: 'People like it, a lot.' }
		});
	});

	it('may have its columns in any order, and names those that nobody knows', async () => {
		const records = newRecords();
		const report = await take(records, 'end,budget,name,owner,start\n2026-12-02,100,A,me,2026-12-01\n');
		expect(report).toMatchObject({ added: 1, unknownColumns: ['budget', 'owner'] });
		expect(await listCampaigns(records)).toMatchObject([{ start: '2026-12-01', end: '2026-12-02' }]);
	});

	it('has its good lines taken and its bad ones named with line and reason', async () => {
		const records = newRecords();
		const report = await take(
			records,
			[
				'name,start,end,brands,comparison,link',
				'Good,2026-12-01,2026-12-02,Fennick,,',
				',2026-12-01,,,,',
				'Bad day,01.12.2026,,,,',
				'Backwards,2026-12-02,2026-12-01,,,',
				'Unknown,2026-12-01,,Fenick,,',
				'Two of them,2026-12-01,,twin,,',
				'By id,2026-12-01,,8|9,,',
				'Itself,2026-12-01,,Fennick,Fennick,',
				'Link,2026-12-01,,,,http://example.com',
				'Cells,2026-12-01',
				'good,2026-12-05,,,,',
				''
			].join('\n')
		);
		expect(report).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
		const reasons = new Map(report.refused.map(({ line, reason }) => [line, reason]));
		expect([...reasons.keys()]).toEqual([3, 4, 5, 6, 7, 9, 10, 11, 12]);
		expect(reasons.get(3)).toBe('name: Give it a name.');
		expect(reasons.get(4)).toContain('start: The first day is no day of the calendar.');
		expect(reasons.get(5)).toContain('end: The last day lies before the first.');
		expect(reasons.get(6)).toContain('no brand is called "Fenick"');
		expect(reasons.get(6)).toContain('Tarn & Moss, Ovelle, Fennick');
		expect(reasons.get(7)).toContain('several brands are called "twin"');
		expect(reasons.get(7)).toContain('7, 8');
		expect(reasons.get(9)).toContain('comparison: A brand cannot be compared with itself.');
		expect(reasons.get(10)).toContain('link: Give a whole address');
		expect(reasons.get(11)).toContain('the row has 2 cells, the header has 6');
		expect(reasons.get(12)).toContain('stands on line 2 already');
		expect(await listCampaigns(records)).toMatchObject([
			{ name: 'By id', brandIds: [8, 9] },
			{ name: 'Good' }
		]);
	});

	it.each([
		['name,end\nA,2026-12-01\n', 'no column "start"'],
		['name;start\nA;2026-12-01\n', 'semicolons'],
		['', 'The file is empty'],
		[`name,start\n${'x'.repeat(400_000)}`, 'larger than 400 kB']
	])('that begins with %j is refused as a whole with the fix', (text, message) => {
		expect(() => readCampaigns(bytes(text), BRANDS)).toThrow(message);
	});

	it('loses the badge for good when it changes a hypothesis after the start', async () => {
		const records = newRecords();
		await take(records, FILE);
		const late = { now: Date.UTC(2026, 11, 2), today: '2026-12-02' };
		await take(records, 'name,start,end,hypothesis\nSpring,2026-12-01,2026-12-14,People love it.\n', late);
		expect(await listCampaigns(records)).toMatchObject([{ badge: 'changed-after-start' }, {}]);
	});

	it('says which host has no brand yet', () => {
		const { refused } = readCampaigns(bytes('name,start,brands\nA,2026-12-01,Fennick\n'), []);
		expect(refused).toMatchObject([
			{ line: 2, reason: expect.stringContaining('has no brand yet') as string }
		]);
	});
});

const anyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 12 }),
	fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '|', '\n', 'a', ' ', '1') })
);

describe('an exported CSV', () => {
	it('begins with the seven columns and holds nothing that a spreadsheet would compute', async () => {
		const records = newRecords();
		const draft = { ...EMPTY_DRAFT, name: '=1+1', start: '2026-12-01', hypothesis: '@SUM(A1)' };
		await createCampaign(records, draft, TIME);
		const text = writeCampaigns((await records.read()).campaigns, BRANDS);
		const [columns = [], cells = []] = parse(text, { bom: true }) as string[][];
		expect(columns.slice(0, 7).join()).toBe('name,start,end,brands,comparison,hypothesis,link');
		expect([cells[0], cells[5]]).toEqual(["'=1+1", "'@SUM(A1)"]);
	});

	it('changes nothing when it is taken again, and makes the same campaigns elsewhere, whatever they hold', async () => {
		const anyCampaign = fc.record({
			name: anyText,
			hypothesis: anyText,
			brandIds: fc.uniqueArray(fc.constantFrom(1, 2, 3, 7, 8, 9, 50), { maxLength: 4 }),
			kind: fc.constantFrom('campaign', 'annotation'),
			expected: fc.constantFrom('', '5', '-3.25'),
			link: fc.constantFrom('', "https://example.com/?a='=b;c")
		});
		await fc.assert(
			fc.asyncProperty(fc.array(anyCampaign, { maxLength: 4 }), async (all) => {
				const records = newRecords();
				const drafts = all.map((one) => ({ ...EMPTY_DRAFT, ...one, start: '2026-12-01', end: '2026-12-09' }));
				for (const draft of drafts) {
					// A text that looks guarded already cannot be told from one that we guarded.
					const isGuarded = [draft.name, draft.hypothesis].some((text) => /'[\s"]*[=+\-@]/.test(text));
					if (checkDraft(draft).ok && !isGuarded) await createCampaign(records, draft, TIME);
				}
				const kept = (await records.read()).campaigns;
				const text = writeCampaigns(kept, [...BRANDS, { id: 50, name: 'Hidden' }]);
				const brands = [...BRANDS, { id: 50, name: 'Hidden' }];
				const again = await takeCampaigns(records, readCampaigns(bytes(text), brands), TIME);
				expect(again).toMatchObject({ added: 0, changed: 0, unchanged: kept.length, refused: [] });
				const elsewhere = newRecords();
				await takeCampaigns(elsewhere, readCampaigns(bytes(text), brands), TIME);
				const plain = ({ id: _, ...rest }: KeptCampaign) => rest;
				expect((await elsewhere.read()).campaigns.map(plain)).toEqual(kept.map(plain));
			}),
			{ numRuns: 60 }
		);
	});
});
