import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryDisk } from '../../../../tests/support/memory-disk';
import { log } from '../log';
import { COLLECTIONS, type SavedView } from './collections';
import { openRecords, type Records } from './records';
import { deleteView, findView, listViews, renameView, saveView } from './saved-views';

const NOW = Date.UTC(2026, 10, 22, 14, 5);
const FOLDER = '/data';
const FILE = `${FOLDER}/records.json`;

const view = (name: string) => ({ name, path: '/', query: 'range=7d' });
const names = async (records: Records) => (await listViews(records)).map(({ name }) => name);

async function saved(records: Records, name: string): Promise<SavedView> {
	const result = await saveView(records, view(name), NOW);
	if (!result.ok) throw new Error(result.problem);
	return result.view;
}

beforeAll(() => void vi.spyOn(log, 'error').mockImplementation(() => undefined));

type Step = { kind: 'save' | 'rename' | 'delete'; at: number; name: string };

const anyStep: fc.Arbitrary<Step> = fc.record({
	kind: fc.constantFrom('save', 'rename', 'delete'),
	at: fc.nat(5),
	name: fc.stringMatching(/^[a-z]{1,3}$/)
});
const anyChances = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));

const targetOf = (step: Step, existing: readonly string[]) =>
	existing[step.at % Math.max(1, existing.length)] ?? '';

/** The names, sorted, that a step leaves. */
function namesAfter(existing: readonly string[], step: Step): string[] {
	const target = targetOf(step, existing);
	const others = existing.filter((name) => name !== target);
	if (step.kind === 'save') return [...new Set([...existing, step.name])].sort();
	if (step.kind === 'delete' || target === '') return others;
	return others.includes(step.name) ? [...existing] : [...others, step.name].sort();
}

async function act(records: Records, step: Step, existing: readonly string[]): Promise<unknown> {
	if (step.kind === 'save') return saveView(records, view(step.name), NOW);
	const target = targetOf(step, existing);
	const id = (await listViews(records)).find(({ name }) => name === target)?.id ?? 'none';
	return step.kind === 'rename' ? renameView(records, id, step.name, NOW) : deleteView(records, id);
}

describe('saved views', () => {
	it('are found by their id, listed by name, renamed and deleted', async () => {
		const records = openRecords(FOLDER, new MemoryDisk());
		const second = await saved(records, 'View 10');
		const first = await saved(records, '  view\t2 ');
		expect(await names(records)).toEqual(['view 2', 'View 10']);
		expect(await findView(records, second.id)).toEqual(second);
		expect(await findView(records, 'nothing')).toBeNull();
		const renamed = await renameView(records, first.id, 'Zebra', NOW + 1);
		expect(renamed).toEqual({ ok: true, view: { ...first, name: 'Zebra', changedAt: NOW + 1 } });
		expect(await deleteView(records, second.id)).toBe(true);
		expect(await deleteView(records, second.id)).toBe(false);
		expect(await names(records)).toEqual(['Zebra']);
	});

	it('have names of their own, whatever the case of their letters, and keep their own when renamed to it', async () => {
		const records = openRecords(FOLDER, new MemoryDisk());
		const morning = await saved(records, 'Morning');
		await saved(records, 'Evening');
		const taken = { ok: false, problem: 'name-taken' };
		expect(await saveView(records, view('MORNING '), NOW)).toEqual(taken);
		expect(await renameView(records, morning.id, 'evening', NOW)).toEqual(taken);
		expect(await renameView(records, morning.id, 'morning', NOW)).toMatchObject({ ok: true });
	});

	it.each([
		[{ name: ' \n ' }, 'name-empty'],
		[{ name: 'x'.repeat(81) }, 'name-too-long'],
		[{ path: 'https://elsewhere.example' }, 'path-unknown'],
		[{ path: '//elsewhere.example' }, 'path-unknown'],
		[{ path: '/\\elsewhere' }, 'path-unknown'],
		[{ query: 'q='.padEnd(8_001, 'x') }, 'question-too-long']
	])('refuse %j and keep what is there', async (change, problem) => {
		const records = openRecords(FOLDER, new MemoryDisk());
		await saved(records, 'First');
		expect(await saveView(records, { ...view('Second'), ...change }, NOW)).toEqual({ ok: false, problem });
		expect(await names(records)).toEqual(['First']);
	});

	it('are bounded in number', async () => {
		const disk = new MemoryDisk();
		const views = Array.from({ length: COLLECTIONS.views.most }, (_, index) => ({
			...view(`View ${index}`),
			id: `view${String(index).padStart(4, '0')}`,
			createdAt: NOW,
			changedAt: NOW
		}));
		disk.place(FILE, JSON.stringify({ version: 1, views }));
		const records = openRecords(FOLDER, disk);
		expect(await saveView(records, view('One more'), NOW)).toEqual({ ok: false, problem: 'too-many' });
		await deleteView(records, 'view0000');
		expect(await saveView(records, view('One more'), NOW)).toMatchObject({ ok: true });
	});
});

describe('the record file', () => {
	it('loses nothing that was acknowledged and never half of a change, wherever the power goes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(anyStep, { minLength: 1, maxLength: 8 }),
				fc.nat(60),
				anyChances,
				async (work, steps, chances) => {
					const disk = new MemoryDisk();
					const records = openRecords(FOLDER, disk);
					await records.read();
					disk.cutPowerAfter(steps);
					let acknowledged: string[] = [];
					let possible: string[] = [];
					for (const step of work) {
						possible = namesAfter(acknowledged, step);
						const isDone = await act(records, step, acknowledged).then(
							() => true,
							() => false
						);
						if (!isDone) break;
						acknowledged = possible;
					}
					disk.restart(() => chances.next().value ?? 0);
					const reopened = openRecords(FOLDER, disk);
					expect([acknowledged, possible]).toContainEqual((await names(reopened)).sort());
					expect(reopened.damages()).toEqual([]);
					expect(disk.files().filter((path) => path !== FILE)).toEqual([]);
				}
			),
			{ numRuns: 500 }
		);
	});

	it('takes changes that arrive together one after the other, and loses none of them', async () => {
		const records = openRecords(FOLDER, new MemoryDisk());
		const all = Array.from({ length: 40 }, (_, index) => `View ${index}`);
		await Promise.all(all.map((name) => saveView(records, view(name), NOW)));
		expect(await names(records)).toEqual(all);
	});

	it('goes on after a change that failed, with the old contents', async () => {
		const disk = new MemoryDisk();
		const records = openRecords(FOLDER, disk);
		await saved(records, 'First');
		const write = disk.write.bind(disk);
		disk.write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
		await expect(saveView(records, view('Second'), NOW)).rejects.toMatchObject({ code: 'store_unavailable' });
		disk.write = write;
		expect(await names(records)).toEqual(['First']);
		await saved(records, 'Third');
		expect(await names(records)).toEqual(['First', 'Third']);
	});

	it.each(['', '{', 'null', '[]', '{"version":"1"}', '{"version":1,"views":7}', '\u0000\u0000'])(
		'that holds %j is kept under another name, and the views begin anew',
		async (text) => {
			const disk = new MemoryDisk();
			disk.place(FILE, text);
			disk.place(`${FOLDER}/records.damaged-4.json`, 'an earlier one');
			const records = openRecords(FOLDER, disk);
			expect(await names(records)).toEqual([]);
			expect(records.damages()).toMatchObject([{ aside: 'records.damaged-5.json' }]);
			expect(disk.textOf(`${FOLDER}/records.damaged-5.json`)).toBe(text);
			expect(disk.textOf(`${FOLDER}/records.damaged-4.json`)).toBe('an earlier one');
			await saved(records, 'New');
			expect(await names(openRecords(FOLDER, disk))).toEqual(['New']);
		}
	);

	it('gives back every view that is whole when some are not, and keeps the file as it was', async () => {
		const disk = new MemoryDisk();
		const records = openRecords(FOLDER, disk);
		await saved(records, 'Kept');
		const text = disk.textOf(FILE) ?? '';
		const { views } = JSON.parse(text) as { views: SavedView[] };
		const broken = JSON.stringify({ version: 1, views: [{ id: 'x' }, ...views, views[0], 'noise'] });
		disk.place(FILE, broken);
		expect(await names(records)).toEqual(['Kept']);
		expect(records.damages()).toEqual([{ aside: 'records.damaged-1.json', lost: 3 }]);
		expect(disk.textOf(`${FOLDER}/records.damaged-1.json`)).toBe(broken);
	});

	it('survives any bytes, and never deletes them', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), async (text) => {
				const disk = new MemoryDisk();
				disk.place(FILE, text);
				const records = openRecords(FOLDER, disk);
				const wellFormed = new TextDecoder().decode(new TextEncoder().encode(text));
				await names(records);
				const [damage] = records.damages();
				if (damage) expect(disk.textOf(`${FOLDER}/${damage.aside}`)).toBe(wellFormed);
				else expect(disk.textOf(FILE)).toBe(wellFormed);
			})
		);
	});

	it('that is damaged is never lost, wherever the power goes while it is put aside', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(20), anyChances, async (steps, chances) => {
				const disk = new MemoryDisk();
				disk.place(FILE, 'damaged');
				disk.cutPowerAfter(steps);
				await names(openRecords(FOLDER, disk)).catch(() => undefined);
				disk.restart(() => chances.next().value ?? 0);
				expect(await names(openRecords(FOLDER, disk))).toEqual([]);
				expect(disk.files().filter((path) => disk.textOf(path) === 'damaged')).toHaveLength(1);
			})
		);
	});

	it('of a newer version is refused and not touched', async () => {
		const disk = new MemoryDisk();
		const text = '{"version":2,"views":[]}';
		disk.place(FILE, text);
		const records = openRecords(FOLDER, disk);
		await expect(listViews(records)).rejects.toMatchObject({ code: 'store_unavailable' });
		await expect(saveView(records, view('New'), NOW)).rejects.toMatchObject({ code: 'store_unavailable' });
		expect(disk.textOf(FILE)).toBe(text);
	});

	it('keeps the collections and fields that a later Undertone added', async () => {
		const disk = new MemoryDisk();
		const old = { ...view('Old'), id: 'oldview', createdAt: 1, changedAt: 1, colour: 'red' };
		disk.place(FILE, JSON.stringify({ version: 1, views: [old], shares: [{ id: 's' }] }));
		await saved(openRecords(FOLDER, disk), 'New');
		const written = JSON.parse(disk.textOf(FILE) ?? '') as { views: unknown[]; shares: unknown[] };
		expect(written.views[0]).toEqual(old);
		expect(written.shares).toEqual([{ id: 's' }]);
	});

	it('is read again when somebody else has changed it', async () => {
		const disk = new MemoryDisk();
		const records = openRecords(FOLDER, disk);
		await saved(records, 'First');
		await saved(openRecords(FOLDER, disk), 'Second');
		await saved(records, 'Third');
		expect(await names(openRecords(FOLDER, disk))).toEqual(['First', 'Second', 'Third']);
	});
});

describe('the record file on a real disk', () => {
	let directory = '';
	beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'undertone-records-'))));
	afterEach(() => rm(directory, { recursive: true, force: true }));

	it('is one file that only its owner can read, in a folder that is made for it', async () => {
		const folder = join(directory, 'new', 'folder');
		await saved(openRecords(folder), 'First');
		await saved(openRecords(folder), 'Second');
		expect(await readdir(folder)).toEqual(['records.json']);
		expect((await stat(join(folder, 'records.json'))).mode & 0o777).toBe(0o600);
		expect(await names(openRecords(folder))).toEqual(['First', 'Second']);
	});

	it('sees what an editor changed, and clears the draft of a process that was killed', async () => {
		await writeFile(join(directory, 'records.json.0123456789ab'), '{"version":1,"vi');
		const records = openRecords(directory);
		const first = await saved(records, 'First');
		const file = join(directory, 'records.json');
		await writeFile(file, (await readFile(file, 'utf8')).replace('First', 'Edited'));
		expect(await findView(records, first.id)).toMatchObject({ name: 'Edited' });
		expect(await readdir(directory)).toEqual(['records.json']);
	});
});
