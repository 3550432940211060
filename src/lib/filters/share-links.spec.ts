import { describe, expect, it } from 'vitest';
import { decodeFilters } from './decode-filters';
import { defaultFilters, type Filters } from './filters';
import { liveLink, LONGEST_LINK, pinnedLink, savedLink } from './share-links';

const options = { defaults: { timeZone: 'Europe/Berlin' } };
const filters: Filters = {
	...defaultFilters(options.defaults),
	range: { kind: 'relative', name: '7d' },
	hidden: ['2', 'other'],
	omitted: ['giveaway'],
	chart: 'stacked',
	split: 'platform',
	comparison: { kind: 'previous', match: 'date' },
	saved: 'k3j5x0q2mz',
	waitForAll: true
};
const resolved = { days: { from: '2026-11-16', to: '2026-11-22' }, brandIds: [1, 2, 3] };
const decode = (link: string, timeZone: string) =>
	decodeFilters(new URLSearchParams(link.split('?')[1]), {
		defaults: { timeZone, weekStart: timeZone === 'Europe/Berlin' ? 'monday' : 'sunday' }
	});

describe('the live link', () => {
	it('keeps its range relative and everything else that is drawn, and nothing of how the page was opened', () => {
		const link = liveLink('/keywords', filters, options);
		expect(link).toBe(
			'/keywords?range=7d&split=platform&compare=previous&match=date&hide=2&hide=other&chart=stacked&omit=giveaway'
		);
		expect(decode(link, 'Europe/Berlin')).toEqual({
			filters: { ...filters, saved: null, waitForAll: false },
			ignored: []
		});
	});

	it('is the bare path where everything is as usual', () => {
		expect(liveLink('/', defaultFilters(options.defaults), options)).toBe('/');
	});
});

describe('the pinned link', () => {
	it('names its days, its zone, its weeks and every brand, so that other settings change nothing', () => {
		const { filters: opened, ignored } = decode(pinnedLink('/', filters, resolved), 'Asia/Tokyo');
		expect(ignored).toEqual([]);
		expect(opened).toEqual({
			...filters,
			range: { kind: 'absolute', ...resolved.days },
			timeZone: 'Europe/Berlin',
			brands: [1, 2, 3],
			saved: null,
			waitForAll: false
		});
	});

	it('keeps the brands that were chosen', () => {
		expect(pinnedLink('/', { ...filters, brands: [9] }, resolved)).toContain('?brand=9&from=2026-11-16&to=');
	});

	it('stays under the longest link for 20 brands', () => {
		const brandIds = Array.from({ length: 20 }, (_, index) => Number.MAX_SAFE_INTEGER - index);
		expect(pinnedLink('/keywords', filters, { ...resolved, brandIds }).length).toBeLessThan(LONGEST_LINK);
	});
});

describe('the link of a saved view', () => {
	it('names the view and nothing else', () => {
		expect(savedLink('/keywords', 'k3j5x0q2mz')).toBe('/keywords?saved=k3j5x0q2mz');
	});
});
