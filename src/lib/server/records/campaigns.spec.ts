import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MemoryDisk } from '../../../../tests/support/memory-disk';
import type { Campaign } from '$lib/campaigns/campaign';
import { draftOf, EMPTY_DRAFT, type CampaignDraft } from '$lib/campaigns/campaign-draft';
import { log } from '../log';
import { createCampaign, deleteCampaign, editCampaign, findCampaign, listCampaigns } from './campaigns';
import { COLLECTIONS } from './collections';
import { openRecords, type Records } from './records';
import { saveView } from './saved-views';

const FILE = '/data/records.json';
const on = (day: string) => ({ now: Date.parse(`${day}T09:00:00Z`), today: day });
const TODAY = on('2026-11-22');

const draft = (change: Partial<CampaignDraft> = {}): CampaignDraft => ({
	...EMPTY_DRAFT,
	name: 'Spring',
	start: '2026-12-01',
	end: '2026-12-14',
	brandIds: [3],
	hypothesis: 'People like it.',
	...change
});

async function created(records: Records, change: Partial<CampaignDraft> = {}): Promise<Campaign> {
	const result = await createCampaign(records, draft(change), TODAY);
	if (!result.ok) throw new Error(result.problems.join());
	return result.campaign;
}

const names = async (records: Records) => (await listCampaigns(records)).map(({ name }) => name);

beforeAll(() => void vi.spyOn(log, 'error').mockImplementation(() => undefined));

describe('campaigns', () => {
	it('are listed from the newest start, found by id, edited and deleted, and survive a restart', async () => {
		const disk = new MemoryDisk();
		const records = openRecords('/data', disk);
		const spring = await created(records);
		await created(records, { name: 'Autumn', start: '2027-09-01', end: '' });
		expect(await names(openRecords('/data', disk))).toEqual(['Autumn', 'Spring']);
		expect(await findCampaign(records, spring.id)).toEqual(spring);
		expect(await findCampaign(records, 'nothing')).toBeNull();
		const edited = await editCampaign(records, spring.id, draft({ name: 'Late spring' }), on('2026-11-23'));
		expect(edited).toMatchObject({ ok: true, campaign: { id: spring.id, name: 'Late spring' } });
		expect(await deleteCampaign(records, spring.id)).toBe(true);
		expect(await deleteCampaign(records, spring.id)).toBe(false);
		expect(await names(openRecords('/data', disk))).toEqual(['Autumn']);
	});

	it('say whether their hypothesis was written before the start, and when it was changed after it', async () => {
		const records = openRecords('/data', new MemoryDisk());
		const before = await created(records);
		expect(before).toMatchObject({ badge: 'before-start', writtenBeforeStart: true });
		const late = await created(records, { name: 'Late', start: '2026-11-22', end: '' });
		expect(late).toMatchObject({ badge: 'after-start', writtenBeforeStart: false });
		const change = { ...draftOf(before), hypothesis: 'People love it.' };
		const changed = await editCampaign(records, before.id, change, on('2026-12-02'));
		expect(changed).toMatchObject({
			ok: true,
			campaign: { badge: 'changed-after-start', registration: { brokenAt: on('2026-12-02').now } }
		});
	});

	it('have names of their own, whatever the case of their letters, and keep their own when edited', async () => {
		const records = openRecords('/data', new MemoryDisk());
		const spring = await created(records);
		await created(records, { name: 'Autumn' });
		const taken = { ok: false, problems: ['name-taken'] };
		expect(await createCampaign(records, draft({ name: 'SPRING ' }), TODAY)).toEqual(taken);
		expect(await editCampaign(records, spring.id, draft({ name: 'autumn' }), TODAY)).toEqual(taken);
		expect(await editCampaign(records, spring.id, draft({ name: 'spring' }), TODAY)).toMatchObject({
			ok: true
		});
	});

	it('are refused with every reason and leave what is there as it is', async () => {
		const records = openRecords('/data', new MemoryDisk());
		const spring = await created(records);
		const bad = draft({ name: '', start: 'soon' });
		const refused = { ok: false, problems: ['name-empty', 'start-invalid'] };
		expect(await createCampaign(records, bad, TODAY)).toEqual(refused);
		expect(await editCampaign(records, spring.id, bad, TODAY)).toEqual(refused);
		const gone = { ok: false, problems: ['gone'] };
		expect(await editCampaign(records, 'gone', draft(), TODAY)).toEqual(gone);
		expect(await listCampaigns(records)).toEqual([spring]);
	});

	it('are bounded in number', async () => {
		const disk = new MemoryDisk();
		const { badge: _, writtenBeforeStart: __, ...kept } = await created(openRecords('/other', disk));
		const campaigns = Array.from({ length: COLLECTIONS.campaigns.most }, (_, index) => ({
			...kept,
			id: `campaign-${index}`,
			name: `Campaign ${index}`
		}));
		disk.place(FILE, JSON.stringify({ version: 1, campaigns }));
		const records = openRecords('/data', disk);
		const tooMany = { ok: false, problems: ['too-many'] };
		expect(await createCampaign(records, draft(), TODAY)).toEqual(tooMany);
		await deleteCampaign(records, 'campaign-0');
		expect(await createCampaign(records, draft(), TODAY)).toMatchObject({ ok: true });
	});

	it('lose no saved view and no whole campaign when one of them is damaged', async () => {
		const disk = new MemoryDisk();
		const records = openRecords('/data', disk);
		await saveView(records, { name: 'View', path: '/', query: '' }, TODAY.now);
		await created(records);
		const file = JSON.parse(disk.textOf(FILE) ?? '') as { campaigns: object[] };
		const backwards = { ...file.campaigns[0], id: 'backwards', end: '2026-01-01' };
		disk.place(FILE, JSON.stringify({ ...file, campaigns: [...file.campaigns, backwards, 'noise'] }));
		expect(await names(records)).toEqual(['Spring']);
		expect(records.damages()).toEqual([{ aside: 'records.damaged-1.json', lost: 2 }]);
		expect((await records.read()).views).toHaveLength(1);
	});
});
