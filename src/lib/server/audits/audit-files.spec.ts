import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../../../../tests/support/memory-disk';
import { MOST_AUDITS, openAuditFiles } from './audit-files';
import { anAudit, drawnMessage, NOW } from './fixture';
import { withRating } from './rate';

const FOLDER = '/data';
const audit = (id = 'audit00001', createdAt = NOW) =>
	anAudit(
		[0, 1, 2].map((at) => drawnMessage(at, 'neutral')),
		{ id, createdAt }
	);

describe('audits', () => {
	it('are kept, found, rated, listed from the newest and deleted, and survive a restart', async () => {
		const disk = new MemoryDisk();
		const files = openAuditFiles(FOLDER, disk);
		await files.add(audit('audit00001', NOW));
		await files.add(audit('audit00002', NOW + 1));
		await files.change('audit00001', (before) => withRating(before, 2, 'positive'));
		const again = openAuditFiles(FOLDER, disk);
		expect((await again.find('audit00001'))?.messages[1]?.rating).toBe('positive');
		expect((await again.list()).audits.map(({ id, rated }) => [id, rated])).toEqual([
			['audit00002', 0],
			['audit00001', 1]
		]);
		expect(await again.remove('audit00001')).toBe(true);
		expect(await again.remove('audit00001')).toBe(false);
		expect(await again.find('audit00001')).toBeNull();
	});

	it('lose no rating when several are sent at once', async () => {
		const files = openAuditFiles(FOLDER, new MemoryDisk());
		await files.add(audit());
		await Promise.all(
			[1, 2, 3].map((place) => files.change('audit00001', (before) => withRating(before, place, 'unsure')))
		);
		expect((await files.find('audit00001'))?.messages.every(({ rating }) => rating === 'unsure')).toBe(true);
	});

	it('hold what was acknowledged, wherever the power goes', async () => {
		const chances = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
		await fc.assert(
			fc.asyncProperty(fc.nat(30), chances, async (steps, chance) => {
				const disk = new MemoryDisk();
				await openAuditFiles(FOLDER, disk).add(audit());
				const files = openAuditFiles(FOLDER, disk);
				disk.cutPowerAfter(steps);
				let acknowledged = 0;
				for (const place of [1, 2, 3]) {
					const kept = await files
						.change('audit00001', (before) => withRating(before, place, 'negative'))
						.catch(() => null);
					if (kept === null) break;
					acknowledged = place;
				}
				disk.restart(() => chance.next().value ?? 0);
				const found = await openAuditFiles(FOLDER, disk).find('audit00001');
				const rated = found?.messages.filter(({ rating }) => rating === 'negative').length ?? -1;
				expect(rated).toBeGreaterThanOrEqual(acknowledged);
			})
		);
	});

	it('that cannot be read are named and not touched, and take no other away', async () => {
		const disk = new MemoryDisk();
		const newer = JSON.stringify({ ...audit('audit00009'), version: 2 });
		disk.place('/data/audits/audit00008.json', '{"torn');
		disk.place('/data/audits/audit00009.json', newer);
		disk.place('/data/audits/notes.txt', 'mine');
		const files = openAuditFiles(FOLDER, disk);
		await files.add(audit());
		expect(await files.list()).toMatchObject({
			audits: [{ id: 'audit00001' }],
			unread: ['audits/audit00008.json', 'audits/audit00009.json']
		});
		expect(await files.remove('audit00009')).toBe(false);
		expect(disk.textOf('/data/audits/audit00009.json')).toBe(newer);
		expect(disk.textOf('/data/audits/notes.txt')).toBe('mine');
	});

	it('are found by an id alone, never by a path', async () => {
		const disk = new MemoryDisk();
		disk.place('/data/records.json', JSON.stringify(audit()));
		const files = openAuditFiles(FOLDER, disk);
		for (const id of ['../records', '..%2frecords', '', 'AUDIT00001', '__proto__']) {
			expect(await files.find(id)).toBeNull();
		}
	});

	it('are at most a hundred', async () => {
		const files = openAuditFiles(FOLDER, new MemoryDisk());
		for (let at = 0; at < MOST_AUDITS; at += 1) await files.add(audit(`audit${10_000 + at}`));
		expect(await files.add(audit('audit99999'))).toBe(false);
		expect((await files.list()).audits).toHaveLength(MOST_AUDITS);
	});
});
