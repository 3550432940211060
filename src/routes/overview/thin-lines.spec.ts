import { describe, expect, it } from 'vitest';
import { leftOut } from './thin-lines';

const line = (values: (number | null)[], counts: (number | null)[] = values.map(() => 3)) => ({
	values,
	counts
});

describe('what has to be left out of the lines of a trend', () => {
	it('is all where no bucket has a value, and where there is no bucket', () => {
		expect(leftOut([line([null, null]), line([null, null])])).toBe('all');
		expect(leftOut([])).toBe('all');
	});

	it('is most where fewer than half have one, over all lines together', () => {
		expect(leftOut([line([0.2, null, null]), line([null, null, null])])).toBe('most');
		expect(leftOut([line([0.2, 0.1, 0.3]), line([null, null, null])])).toBe('less');
	});

	it('leaves out of the account what the host said nothing about', () => {
		expect(leftOut([line([0.2, null, null, null], [12, 3, null, null])])).toBe('less');
		expect(leftOut([line([0.2, null, null, null], [12, 3, 2, 1])])).toBe('most');
	});
});
