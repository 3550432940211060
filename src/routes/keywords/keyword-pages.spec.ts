import { describe, expect, it } from 'vitest';
import { PAGE_SIZE, pageOf, pageWith } from './keyword-pages';

const list = (length: number) => Array.from({ length }, (_, index) => index);

describe('the pages of the keywords', () => {
	it('hold every row once and in order, however many there are', () => {
		for (const length of [1, 49, 50, 51, 100, 101, 500, 5_000]) {
			const all = list(length);
			const { pages } = pageOf(all, 1);
			const walked = list(pages).map((index) => pageOf(all, index + 1));
			expect(walked.flatMap(({ rows }) => rows)).toEqual(all);
			expect(walked.every(({ rows }) => rows.length > 0 && rows.length <= PAGE_SIZE)).toBe(true);
			expect(walked.every(({ first, rows }) => rows[0] === first)).toBe(true);
		}
	});

	it('say which rows they hold', () => {
		expect(pageOf(list(120), 3)).toMatchObject({ page: 3, pages: 3, first: 100, count: 120 });
		expect(pageOf(list(120), 3).rows).toHaveLength(20);
	});

	it('hold nothing beyond the last one, and an empty list has one page', () => {
		expect(pageOf(list(120), 4)).toMatchObject({ rows: [], pages: 3 });
		expect(pageOf(list(120), 100_000).rows).toEqual([]);
		expect(pageOf([], 1)).toMatchObject({ rows: [], pages: 1, count: 0 });
	});

	it('tell on which of them a row stands', () => {
		expect([0, 49, 50, 499].map(pageWith)).toEqual([1, 1, 2, 10]);
		expect(pageWith(-1)).toBe(1);
	});
});
