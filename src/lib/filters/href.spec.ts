import { describe, expect, it } from 'vitest';
import { defaultFilters, type Filters } from './filters';
import { countActive, formFields, href } from './href';

const options = { defaults: { timeZone: 'UTC' } };
const filters: Filters = { ...defaultFilters(options.defaults), brands: [12, 144], query: 'price', page: 3 };

describe('href', () => {
	it('is the bare path where everything is at its default', () => {
		expect(href('/impact', defaultFilters(options.defaults), {}, options)).toBe('/impact');
	});

	it('goes back to the first page when something else changes', () => {
		expect(href('/messages', filters, { scale: 'WEEK' }, options)).toBe(
			'/messages?brand=12&brand=144&scale=week&q=price'
		);
	});

	it('stays on the page when nothing changes, or only the message that is open', () => {
		expect(href('/messages', filters, {}, options)).toContain('page=3');
		expect(href('/messages', filters, { message: 'm1' }, options)).toContain('page=3&message=m1');
	});

	it('goes to the page that the change names', () => {
		expect(href('/messages', filters, { sort: 'net', page: 4 }, options)).toContain('page=4');
	});

	it('drops what was claimed of the answer as soon as the question changes', () => {
		const claimed: Filters = { ...filters, evidence: 'did.1' };
		expect(href('/impact', claimed, { message: 'm1' }, options)).toContain('evidence=did.1');
		expect(href('/impact', claimed, { brands: [1] }, options)).not.toContain('evidence');
		expect(href('/impact', filters, { evidence: 'did.2' }, options)).toContain('page=3');
	});

	it('does not change the filters that it starts from', () => {
		const before = structuredClone(filters);
		href('/', filters, { brands: [1] }, options);
		expect(filters).toEqual(before);
	});
});

describe('formFields', () => {
	it('passes on everything but the keys of the form’s own controls', () => {
		expect(formFields(filters, ['q', 'page'], options)).toEqual([
			{ key: 'brand', value: '12' },
			{ key: 'brand', value: '144' }
		]);
	});

	it('always names the zone and the first day of the week where the settings are not known', () => {
		expect(formFields(defaultFilters(options.defaults), [])).toEqual([
			{ key: 'tz', value: 'UTC' },
			{ key: 'week', value: 'monday' }
		]);
	});
});

describe('countActive', () => {
	const none = defaultFilters(options.defaults);

	it.each<[Partial<Filters>, number]>([
		[{}, 0],
		[{ brands: [1, 2, 3] }, 1],
		[{ closed: false }, 1],
		[{ query: '0' }, 1],
		[
			{ range: { kind: 'relative', name: '7d' }, scale: 'WEEK', timeZone: 'Asia/Tokyo', score: 'positive' },
			0
		],
		[
			{
				brands: [1],
				types: ['ads'],
				platforms: ['tiktok'],
				sentiments: ['negative'],
				tags: [4],
				query: 'a',
				closed: true
			},
			7
		]
	])('of %j is %i', (change, count) => {
		expect(countActive({ ...none, ...change })).toBe(count);
	});
});
