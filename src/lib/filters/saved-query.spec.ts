import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFilters } from './decode-filters';
import { defaultFilters, FILTER_KEYS } from './filters';
import { readSavedQuery, savedIdOf, savedQuery, saysMore, withSavedQuery } from './saved-query';

const options = { defaults: { timeZone: 'UTC' } };
const params = (query: string) => new URLSearchParams(query);
const opened = (link: string, query: string) => withSavedQuery(params(link), query).toString();

const SAVED =
	'brand=1&brand=2&range=7d&scale=day&type=ads&q=price&compare=custom&compare_from=2026-01-01&compare_to=2026-01-07&match=date&hide=2';

describe('a link that names a saved view', () => {
	it('asks what the view asks', () => {
		expect(opened('saved=x', SAVED)).toBe(SAVED);
	});

	it.each([
		['scale=week', 'scale=day', 'scale=week'],
		['brand=9', 'brand=1&brand=2', 'brand=9'],
		['from=2026-11-01&to=2026-11-02', 'range=7d', 'from=2026-11-01&to=2026-11-02'],
		['compare=none', 'compare=custom&compare_from=2026-01-01&compare_to=2026-01-07', 'compare=none'],
		['wait=all', 'hide=2', 'hide=2&wait=all'],
		['scale=&q=', '', '']
	])('lets %s of the link win over the view', (own, replaced, by) => {
		expect(opened(`saved=x&${own}`, SAVED)).toBe(SAVED.replace(replaced, by));
	});

	it('never takes a view, a version or waiting from the saved view', () => {
		expect(opened('saved=x', 'q=a&saved=y&wait=all&v=7')).toBe('q=a');
	});

	it('reads known keys only', () => {
		expect(opened('saved=x&utm_source=mail', 'q=a&utm_source=z')).toBe('q=a');
	});

	it.each([
		['saved=x', false],
		['saved=x&wait=all&v=1&q=&utm_source=mail', false],
		['saved=x&scale=week', true],
		['saved=x&page=2', true]
	])('asks the question of the view alone, or more: %s', (link, more) => {
		expect(saysMore(params(link))).toBe(more);
	});

	it('can be read whatever the link and the view hold, and nothing of it is a saved view any more', () => {
		const anyQuery = fc
			.array(fc.tuple(fc.constantFrom(...FILTER_KEYS), fc.string({ unit: 'binary', maxLength: 12 })))
			.map((pairs) => new URLSearchParams(pairs).toString());
		fc.assert(
			fc.property(anyQuery, anyQuery, (link, query) => {
				const { filters } = decodeFilters(withSavedQuery(params(link), query), options);
				expect(filters.saved).toBeNull();
			})
		);
	});
});

describe('the view that a link names', () => {
	it.each([
		['saved=k3j5x0q2mz', 'k3j5x0q2mz'],
		['saved=&saved=a', 'a'],
		['saved=', null],
		['q=x', null],
		['saved=with%20space', null]
	])('of %s is %s', (query, id) => {
		expect(savedIdOf(params(query))).toBe(id);
	});
});

describe('a saved question', () => {
	it('is the canonical link without what is only where the reader happens to be', () => {
		const filters = {
			...defaultFilters(options.defaults),
			brands: [2, 1],
			page: 3,
			message: 'm',
			saved: 'x'
		};
		expect(savedQuery(filters, options)).toBe('brand=1&brand=2');
	});

	it('is read as far as it can be used', () => {
		expect(readSavedQuery('brand=1&brand=x&page=4', options)).toEqual({
			...defaultFilters(options.defaults),
			brands: [1]
		});
	});
});
