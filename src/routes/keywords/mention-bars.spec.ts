import { expect, test } from 'vitest';
import { barPath, peakOf } from './mention-bars';

test('the highest count of the shared axis reaches the top, half of it the middle, and zero stays on the ground', () => {
	expect(barPath([4, 2, 0], 4, 20)).toBe('M0 20V0H1V10H2V20H3V20Z');
	expect(barPath([1], 4, 20)).toBe('M0 20V15H1V20Z');
});

test('nothing is drawn where no brand has a mention', () => {
	expect(barPath([0, 0], 0, 20)).toBe('');
	expect(barPath([], 3, 20)).toBe('');
	expect(peakOf([0, 0])).toBeNull();
	expect(peakOf([])).toBeNull();
});

test('the peak is the first of the highest counts', () => {
	expect(peakOf([1, 7, 3, 7])).toEqual({ index: 1, count: 7 });
});
