import { describe, expect, it } from 'vitest';
import { defaultFilters, type Filters } from '$lib/filters/filters';
import type { Scope } from '$lib/server/panels/scope';
import { isOfUse, keyAddress } from './key-address';
import { placeOf } from './key-place';
import { nextScale } from './next-scale';
import { paletteCommands } from './palette-commands';

const defaults = { timeZone: 'UTC' };
const scope: Scope = {
	from: '2026-10-26',
	to: '2026-11-22',
	days: 28,
	scale: 'DAY',
	unitScale: 'DAY',
	today: { elapsed: 9, hours: 24 },
	approximate: false,
	isComplete: false,
	isEmpty: false,
	compared: null
};
const NOON = Date.UTC(2026, 10, 22, 12);
const place = (change: Partial<Filters> = {}, path = '/') =>
	placeOf({ filters: { ...defaultFilters(defaults), ...change }, defaults, scope, brands: [] }, path, NOON);

describe('keyAddress', () => {
	it.each([
		['today', '/?range=today'],
		['week', '/?range=7d'],
		['fourWeeks', '/'],
		['thirty', '/?range=30d'],
		['month', '/?range=mtd'],
		['year', '/?range=ytd'],
		['previous', '/?from=2026-09-28&to=2026-10-25'],
		['next', null],
		['scale', '/?scale=week'],
		['compare', '/?compare=previous'],
		['keywords', '/keywords'],
		['impact', '/impact'],
		['clear', null],
		['brands', null],
		['help', null]
	] as const)('leads from the overview by %s to %s', (id, address) => {
		expect(keyAddress(id, place())).toBe(address);
	});

	it('keeps the rest of the question, and the view', () => {
		expect(keyAddress('week', place({ brands: [2], query: 'taste' }, '/messages'))).toBe(
			'/messages?brand=2&range=7d&q=taste'
		);
	});

	it('leaves behind what belongs to the list of the view', () => {
		const list = { page: 3, find: 'oat', movers: 'negative', moversSort: 'net', message: 'm' } as const;
		const set = place({ ...list, brands: [2] }, '/keywords');
		expect(keyAddress('impact', set)).toBe('/impact?brand=2');
		expect(keyAddress('keywords', set)).toBe('/keywords?brand=2');
	});

	it('clears what leaves something out, and keeps the dates', () => {
		const set = place({ brands: [2], closed: false, range: { kind: 'relative', name: '7d' } });
		expect(keyAddress('clear', set)).toBe('/?range=7d');
	});

	it('switches a comparison off', () => {
		expect(keyAddress('compare', place({ comparison: { kind: 'year', match: 'date' } }))).toBe('/');
	});

	it('leads from a page without filters to the overview', () => {
		const bare = placeOf({}, '/saved', NOON);
		expect(keyAddress('week', bare)).toBe('/?range=7d');
		expect(keyAddress('keywords', bare)).toBe('/keywords');
		expect(keyAddress('previous', bare)).toBeNull();
	});
});

describe('on the impact of a campaign', () => {
	const window = { range: { kind: 'absolute', from: '2026-10-01', to: '2026-10-14' } } as const;
	const { campaign } = defaultFilters(defaults);
	const ofCampaign = place({ campaign: { ...campaign, id: 'slow-mornings' } }, '/impact');
	const ofLink = place({ ...window, brands: [3] }, '/impact');

	it.each([
		'today',
		'week',
		'fourWeeks',
		'thirty',
		'month',
		'year',
		'previous',
		'next',
		'scale',
		'compare'
	] as const)('the key %s leads nowhere, since a campaign has its own days', (id) => {
		expect(isOfUse(id, ofCampaign)).toBe(false);
		expect(keyAddress(id, ofCampaign)).toBeNull();
		expect(isOfUse(id, place({}, '/keywords'))).toBe(true);
	});

	it.each(['keywords', 'impact', 'brands', 'custom', 'search', 'help', 'clear'] as const)(
		'the key %s keeps its use',
		(id) => expect(isOfUse(id, ofCampaign)).toBe(true)
	);

	it('moves a window that the link names by its length, and lets go of the days before it', () => {
		expect(keyAddress('previous', ofLink)).toBe('/impact?brand=3&from=2026-09-17&to=2026-09-30');
		expect(keyAddress('next', ofLink)).toBe('/impact?brand=3&from=2026-10-15&to=2026-10-28');
		const baseline = { from: '2026-09-01', to: '2026-09-30' };
		const set = place({ ...window, campaign: { ...campaign, baseline } }, '/impact');
		expect(keyAddress('next', set)).toBe('/impact?from=2026-10-15&to=2026-10-28');
		expect(keyAddress('week', ofLink)).toBeNull();
	});

	it('offers brands in the palette and neither dates nor scales', () => {
		const around = { views: [], saved: [], isHighContrast: false };
		const names = (at: typeof ofLink) => paletteCommands(at, around).map(({ name }) => name);
		expect(names(place())).toEqual(expect.arrayContaining(['Brands', 'Dates', 'Points per', 'Compare with']));
		expect(names(ofCampaign)).toEqual(['This view', 'Brands', 'Look']);
	});
});

describe('nextScale', () => {
	it.each([
		['DAY', 28, 'WEEK'],
		['WEEK', 28, 'HOUR'],
		['HOUR', 28, null],
		['HOUR', 1, null],
		['WEEK', 365, 'MONTH'],
		['MONTH', 365, 'QUARTER'],
		['QUARTER', 365, 'DAY'],
		['MONTH', 3000, 'QUARTER'],
		['QUARTER', 3000, 'WEEK']
	] as const)('goes from %s over %i days to %s', (shown, days, next) => {
		expect(nextScale(shown, days)).toBe(next);
	});
});
