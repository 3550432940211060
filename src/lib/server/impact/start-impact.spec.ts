import { describe, expect, it } from 'vitest';
import { campaignTruth } from '$lib/server/demo/truth';
import { brandId, campaignOf, demoPlanOf, openImpact, reportOn } from './demo-host';

const plan = demoPlanOf('a');
const SLOW = campaignOf(plan, 'slow-mornings');

describe('the impact page', () => {
	it('asks each brand once for its rated messages, and those under test for their volume, all over the same days', async () => {
		const { asked, started } = await openImpact('', SLOW, { plan });
		if (!started.ok) throw new Error(started.problem);
		await started.report;
		expect(asked.map(({ question, query }) => [question, query.brand_ids])).toEqual([
			['sentiment', [brandId('Fennick')]],
			['sentiment', [brandId('Ovelle')]],
			['sentiment', [brandId('Saltgrove')]],
			['volume', [brandId('Fennick')]]
		]);
		expect(new Set(asked.map(({ query }) => query.source_updated_after)).size).toBe(1);
		expect(started.each).toHaveLength(3);
	});

	it('never filters by sentiment, since a part of them has no net', async () => {
		const { asked } = await openImpact('sentiment=positive&platform=tiktok', SLOW, { plan });
		expect(asked[0]?.query).toMatchObject({ types: ['TIKTOK_COMMENT'] });
		expect(asked.some(({ query }) => 'is_positive' in query)).toBe(false);
	});

	it('finds the effect of Slow Mornings between its limits', async () => {
		const report = await reportOn('control=none', SLOW, { plan });
		const found = report.estimates.find(({ method }) => method === 'before-after');
		const truth = campaignTruth(
			plan,
			plan.campaigns.find(({ id }) => id === 'slow-mornings')!
		).total;
		expect(found!.low).toBeLessThan(truth);
		expect(found!.high).toBeGreaterThan(truth);
		expect(found!.verdict).toBe('clear');
	});

	it('goes on without a comparison brand that does not answer, and says so', async () => {
		const report = await reportOn('', SLOW, { plan, failing: [brandId('Ovelle')] });
		expect(report.warnings).toContain('missing-brands');
		expect(report.estimates.length).toBeGreaterThan(0);
	});

	it('says why when no brand under test answers, and never rejects', async () => {
		const { started } = await openImpact('', SLOW, { plan, failing: [brandId('Fennick')] });
		if (!started.ok) throw new Error(started.problem);
		expect(await started.report).toMatchObject({ ok: false, error: { code: 'upstream_timeout' } });
	});

	it('says when the host has answered before the report is made, whatever it answered', async () => {
		for (const failing of [[], [brandId('Fennick')]]) {
			const { asked, started } = await openImpact('', SLOW, { plan, failing });
			if (!started.ok) throw new Error(started.problem);
			const order: string[] = [];
			await Promise.all([
				started.report.then(() => order.push('report')),
				started.answered.then(() => order.push(`answered ${asked.length}`))
			]);
			expect(order).toEqual(['answered 4', 'report']);
		}
	});

	it('has no estimate before the start', async () => {
		const ahead = { ...SLOW, start: '2026-11-25', end: '2026-12-08' };
		const report = await reportOn('', ahead, { plan });
		expect(report).toMatchObject({ state: 'planned', estimates: [], headline: null });
	});

	it('lists a claim that cannot be read', async () => {
		const { started } = await openImpact('evidence=nonsense', SLOW, { plan });
		expect(started.ignored).toEqual([
			{ key: 'evidence', value: 'nonsense', reason: 'this is no number that was shared from here' }
		]);
	});
});
