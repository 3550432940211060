import { describe, expect, it } from 'vitest';
import type { Campaign } from '$lib/campaigns/campaign';
import { defaultFilters, type Filters } from '$lib/filters/filters';
import { campaignBands, campaignsInView } from './campaign-bands';
import { makeView } from './make-view';

const CAMPAIGN: Campaign = {
	...{ id: 'spring', kind: 'campaign', name: 'Spring', start: '2026-11-04', end: '2026-11-10' },
	...{
		brandIds: [3],
		comparisonIds: [],
		link: null,
		colour: 'ink',
		hypothesis: '',
		metric: 'net',
		expected: null
	},
	...{ registration: null, createdAt: 0, changedAt: 0 },
	...{ badge: 'unwritten', writtenBeforeStart: false }
};
const campaign = (change: Partial<Campaign>): Campaign => ({ ...CAMPAIGN, ...change });
const brand = (id: number) => ({ id, name: `Brand ${id}`, organization: null, slot: id > 8 ? null : id });

function viewOf(campaigns: Campaign[], change: Partial<Filters> = {}, brands = [3, 4]) {
	const filters: Filters = {
		...defaultFilters({ timeZone: 'UTC' }),
		range: { kind: 'absolute', from: '2026-11-02', to: '2026-11-15' },
		...change
	};
	const now = Date.UTC(2026, 10, 22);
	const shared = { filters, brands: brands.map(brand), campaigns, sentimentEverywhere: true, now, asOf: now };
	return makeView({ ...shared, locale: 'en-GB' }).view;
}

describe('the campaigns on a chart', () => {
	it('are those of its brands, and those of all, that share a day with it', () => {
		const view = viewOf([
			campaign({ id: 'other-brand', brandIds: [5] }),
			campaign({ id: 'before', start: '2026-10-01', end: '2026-11-01' }),
			campaign({ id: 'after', start: '2026-11-16', end: '2026-11-20' }),
			campaign({ id: 'last-day', start: '2026-11-15', end: '2026-11-20' }),
			campaign({ id: 'everybody', brandIds: [] }),
			campaign({ id: 'first-day', start: '2026-10-01', end: '2026-11-02' })
		]);
		expect(campaignsInView(view).map(({ id }) => id)).toEqual(['first-day', 'everybody', 'last-day']);
	});

	it('lie over the buckets of their days, both included, and are cut where the chart ends', () => {
		const view = viewOf([CAMPAIGN, campaign({ id: 'long', start: '2026-11-10', end: '2027-01-01' })]);
		expect(campaignBands(view)).toMatchObject([
			{ from: 2, to: 8, name: 'Spring', campaign: 'spring' },
			{ from: 8, to: 13 }
		]);
		const byWeek = { scale: 'WEEK' as const };
		expect(campaignBands(viewOf([CAMPAIGN], byWeek))).toMatchObject([{ from: 0, to: 1 }]);
	});

	it('are a line for one day, and a band over its hours', () => {
		const point = campaign({ start: '2026-11-04', end: '2026-11-04' });
		expect(campaignBands(viewOf([point]))).toMatchObject([{ from: 2, to: 2, isPoint: true }]);
		const days = { kind: 'absolute' as const, from: '2026-11-03', to: '2026-11-05' };
		const [hours] = campaignBands(viewOf([point], { range: days, scale: 'HOUR' }));
		expect(hours).toMatchObject({ from: 24, to: 47 });
		expect(hours).not.toHaveProperty('isPoint');
	});

	it('are called by their name, brands and days, and say whose lines they are about', () => {
		const view = viewOf([CAMPAIGN, campaign({ id: 'all', brandIds: [] })], {}, [3, 4, 9]);
		expect(campaignBands(view, true)).toMatchObject([
			{ title: 'Spring (Brand 3), 4 – 10 Nov 2026', series: ['3'] },
			{ title: 'Spring (all brands), 4 – 10 Nov 2026' }
		]);
		expect(campaignBands(view, true)[1]).not.toHaveProperty('series');
		const many = viewOf([campaign({ brandIds: [3, 4, 9, 10, 11] })], {}, [3, 4, 9]);
		expect(campaignBands(many, true)).toMatchObject([
			{ title: 'Spring (Brand 3, Brand 4, Brand 9 and 2 more), 4 – 10 Nov 2026', series: ['3', '4', 'other'] }
		]);
	});

	it('have the symbols of the brands that they name, so that two in the usual colour are told apart', () => {
		const bandOf = (brandIds: number[]) => campaignBands(viewOf([campaign({ brandIds })], {}, [3, 4, 9]))[0];
		expect(bandOf([3])?.slots).toEqual([3]);
		expect(bandOf([4, 9, 10])?.slots).toEqual([4, null]);
		expect(bandOf([])).not.toHaveProperty('slots');
	});

	it('lead to their impact, and annotations nowhere', () => {
		const [own] = campaignBands(viewOf([campaign({ kind: 'annotation', colour: 'brand-2' })]));
		expect(own).not.toHaveProperty('campaign');
		expect(own).toMatchObject({ colour: 'brand-2' });
	});
});
