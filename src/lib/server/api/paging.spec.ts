import { describe, expect, it } from 'vitest';
import { pagingOf } from './paging';

const url = new URL('http://localhost:3000/api/media?brand_id=1&query=a%2Cb&offset=40');

describe('the paging of a list', () => {
	it('has nothing on either side of the only page', () => {
		expect(pagingOf(url, { limit: 20, offset: 0 }, 20)).toEqual({ count: 20, previous: null, next: null });
		expect(pagingOf(url, { limit: 20, offset: 0 }, 0)).toEqual({ count: 0, previous: null, next: null });
	});

	it('keeps the question in the addresses of its neighbours', () => {
		expect(pagingOf(url, { limit: 20, offset: 40 }, 61)).toEqual({
			count: 61,
			previous: 'http://localhost:3000/api/media?brand_id=1&query=a%2Cb&offset=20&limit=20',
			next: 'http://localhost:3000/api/media?brand_id=1&query=a%2Cb&offset=60&limit=20'
		});
	});

	it('goes back to the first row from a page that is less than a page away', () => {
		const { previous } = pagingOf(url, { limit: 20, offset: 7 }, 100);
		expect(new URL(previous!).searchParams.get('offset')).toBe('0');
	});
});
