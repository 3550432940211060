import { describe, expect, it } from 'vitest';
import { defaultFilters, type Filters } from '$lib/filters/filters';
import { activeFilters } from './active-filters';
import { scopeTitle } from './scope-title';

const BRANDS = ['Tarn & Moss', 'Ovelle', 'Fennick', 'Quillby'].map((name, index) => ({
	id: index + 1,
	name,
	organization: null,
	slot: index + 1
}));
const TAGS = [{ id: 4, name: 'Packaging', color: null }];
const frame = (more: Partial<Filters> = {}) => ({
	filters: { ...defaultFilters({ timeZone: 'UTC' }), ...more },
	brands: BRANDS,
	tags: TAGS
});

describe('the filters of a list of messages', () => {
	it('are none for all brands, whatever the days', () => {
		expect(activeFilters(frame({ range: { kind: 'relative', name: '7d' } }))).toEqual([]);
	});

	it('are taken away one by one', () => {
		const filters: Partial<Filters> = {
			brands: [2, 3],
			platforms: ['tiktok'],
			types: ['ads', 'INSTAGRAM_COMMENT'],
			sentiments: ['negative'],
			query: 'wrapper,price',
			tags: [4, 9],
			closed: false
		};
		const active = activeFilters(frame(filters));
		expect(active.map(({ name, without }) => [name, without])).toEqual([
			['Ovelle', { brands: [3] }],
			['Fennick', { brands: [2] }],
			['TikTok', { platforms: [] }],
			['Ad comments', { types: ['INSTAGRAM_COMMENT'] }],
			['Instagram comments', { types: ['ads'] }],
			['negative', { sentiments: [] }],
			['“wrapper”', { query: 'price' }],
			['“price”', { query: 'wrapper' }],
			['Packaging', { tags: [9] }],
			['9', { tags: [4] }],
			['open', { closed: null }]
		]);
		expect(active.find(({ name }) => name === 'negative')?.sentiment).toBe('negative');
	});

	it('call all three sentiments what they are: rated', () => {
		const [only, ...others] = activeFilters(frame({ sentiments: ['negative', 'neutral', 'positive'] }));
		expect([only?.name, others]).toEqual(['rated only', []]);
	});
});

describe('the title of a list of messages', () => {
	const scope = { from: '2026-11-16', to: '2026-11-16' };
	const titleOf = (brands: number[], days = scope, of: { name: string } | null = null) =>
		scopeTitle({ ...frame({ brands }), scope: days as Parameters<typeof scopeTitle>[0]['scope'] }, of).title;

	it('names up to two brands, and counts more', () => {
		expect(titleOf([4])).toBe('Quillby, Mon 16 Nov 2026');
		expect(titleOf([1, 4])).toBe('Tarn & Moss and Quillby, Mon 16 Nov 2026');
		expect(titleOf([])).toBe('Four brands, Mon 16 Nov 2026');
	});

	it('names the one brand that they are of, however many the list is of', () => {
		expect(titleOf([], scope, { name: 'Quillby' })).toBe('Quillby, Mon 16 Nov 2026');
	});

	it('says both ends of several days', () => {
		expect(titleOf([4], { from: '2026-11-09', to: '2026-11-15' })).toBe('Quillby, 9 – 15 Nov 2026');
	});
});
