import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../../../../tests/support/memory-disk';
import { keptCampaignSchema } from '$lib/campaigns/kept-campaign';
import { draftOf } from '$lib/campaigns/campaign-draft';
import { DEMO_BRANDS } from '../demo/brands';
import { makePlan } from '../demo/make-plan';
import { deleteCampaign, editCampaign, findCampaign, listCampaigns } from '../records/campaigns';
import { openRecords } from '../records/records';
import { plantCampaigns, plantedCampaigns } from './plant-campaigns';

const PLAN = makePlan({ seed: 'test', firstDay: '2026-10-22', lastDay: '2026-11-22', interactions: 1000 });
const BRANDS = DEMO_BRANDS.map(({ name }, index) => ({ id: index + 1, name }));
const newRecords = () => openRecords('/data', new MemoryDisk());
const namesOf = (ids: readonly number[] = []) => ids.map((id) => BRANDS[id - 1]?.name);

describe('the campaigns of the demo', () => {
	it('are kept under the ids of the plan, with its days, brands and hypotheses', async () => {
		const records = newRecords();
		await plantCampaigns(records, PLAN, BRANDS);
		expect((await listCampaigns(records)).map(({ id, kind, badge }) => [id, kind, badge])).toEqual([
			['wrapper', 'annotation', 'unwritten'],
			['slow-mornings', 'campaign', 'before-start'],
			['bare-weeks', 'campaign', 'unwritten'],
			['microplastics', 'annotation', 'unwritten'],
			['bubble-or-brew', 'campaign', 'unwritten']
		]);
		const slow = await findCampaign(records, 'slow-mornings');
		expect(slow).toMatchObject({
			...{ name: 'Slow Mornings', start: '2026-11-02', end: '2026-11-15', writtenBeforeStart: true },
			expected: 10,
			registration: { on: '2026-10-28' }
		});
		expect(namesOf(slow?.brandIds)).toEqual(['Fennick']);
		const report = await findCampaign(records, 'microplastics');
		expect(namesOf(report?.brandIds)).toEqual(['Tarn & Moss', 'Thistleroe', 'Brackenlow', 'Mintarrow']);
	});

	it('are compared with brands of their industry that have no news of their own around them', () => {
		const planted = new Map(plantedCampaigns(PLAN, BRANDS).map((campaign) => [campaign.id, campaign]));
		const comparison = (id: string) => namesOf(planted.get(id)?.comparisonIds);
		expect(comparison('slow-mornings')).toEqual(['Ovelle', 'Saltgrove']);
		expect(comparison('bare-weeks')).toEqual(['Thistleroe', 'Brackenlow', 'Mintarrow']);
		expect(comparison('bubble-or-brew')).toEqual(['Fennick', 'Quillby', 'Saltgrove']);
		for (const campaign of planted.values())
			expect(keptCampaignSchema.safeParse(campaign).success).toBe(true);
	});

	it('come once: what was deleted or changed by people does not come back, and nothing is there twice', async () => {
		const disk = new MemoryDisk();
		const records = openRecords('/data', disk);
		await plantCampaigns(records, PLAN, BRANDS);
		await deleteCampaign(records, 'bare-weeks');
		const slow = (await findCampaign(records, 'slow-mornings'))!;
		const time = { now: Date.UTC(2026, 10, 22), today: '2026-11-22' };
		await editCampaign(records, slow.id, { ...draftOf(slow), name: 'Slow days' }, time);
		const before = disk.textOf('/data/records.json');
		await plantCampaigns(openRecords('/data', disk), PLAN, BRANDS);
		expect(disk.textOf('/data/records.json')).toBe(before);
		const names = (await listCampaigns(records)).map(({ name }) => name);
		expect(names).toEqual(['New wrapper', 'Slow days', 'Report on microplastics', 'Bubble or Brew']);
	});

	it('leave out those whose brands the store does not have', async () => {
		const records = newRecords();
		await plantCampaigns(records, PLAN, [{ id: 4, name: 'Fennick' }]);
		expect(await listCampaigns(records)).toMatchObject([
			{ id: 'slow-mornings', brandIds: [4], comparisonIds: [] }
		]);
	});
});
