import { expect, it } from 'vitest';
import { campaignViews } from './campaign-views';
import { brandId, campaignOf, demoPlanOf, openImpact } from './demo-host';

const plan = demoPlanOf('a');
const SLOW = campaignOf(plan, 'slow-mornings');

async function viewsOf(query: string, campaign = SLOW) {
	const { view, started } = await openImpact(query, campaign, { plan });
	if (!started.ok) throw new Error(started.problem);
	return campaignViews(view, started.plan);
}

it('the words of a campaign’s own days are held against those of its baseline, for the brands under test alone', async () => {
	const views = (await viewsOf('sentiment=positive&compare=previous&platform=tiktok'))!;
	expect(views.a.range).toMatchObject({ from: SLOW.start, to: SLOW.end });
	expect(views.b.range).toMatchObject({ from: '2026-10-05', to: '2026-11-01' });
	for (const view of [views.a, views.b]) {
		expect(view).toMatchObject({ brands: [{ id: brandId('Fennick') }], compared: null });
		expect(view.filters).toMatchObject({ sentiments: [], platforms: ['tiktok'] });
	}
});

it('of a running campaign the days that are over count, as in its report', async () => {
	const views = await viewsOf('', { ...SLOW, end: '2026-11-30' });
	expect(views!.a.range).toMatchObject({ from: SLOW.start, to: '2026-11-21' });
});

it('a campaign that has no day behind it has no words to compare', async () => {
	expect(await viewsOf('', { ...SLOW, start: '2026-11-22', end: '2026-12-05' })).toBeNull();
	expect(await viewsOf('', { ...SLOW, start: '2026-11-25', end: '2026-12-05' })).toBeNull();
});

it('each window has the day edges of the view’s zone', async () => {
	const views = await viewsOf('tz=Asia/Kolkata');
	expect(new Date(views!.a.plan.range.start).toISOString()).toBe('2026-11-01T18:30:00.000Z');
});
