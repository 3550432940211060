import { describe, expect, it } from 'vitest';
import { scoreLimits, whiskerAxis } from './whisker-axis';

const POINTS = scoreLimits(true);

describe('the axis of the whiskers of a table', () => {
	it('is no wider than the intervals need, and an interval of twelve points is a tenth of it or more', () => {
		const taste = { low: 0.37, high: 0.49 };
		const { min, max } = whiskerAxis([taste, { low: -0.27, high: -0.15 }], POINTS);
		expect([min, max]).toEqual([-0.3, 0.5]);
		expect((taste.high - taste.low) / (max - min)).toBeGreaterThan(0.1);
	});

	it('has nought on it, and ends that can be printed as whole tens', () => {
		expect(whiskerAxis([{ low: 0.3, high: 0.6 }], POINTS)).toEqual({ min: 0, max: 0.6 });
		expect(whiskerAxis([{ low: -0.7, high: -0.61 }], POINTS)).toEqual({ min: -0.7, max: 0 });
		expect(whiskerAxis([{ low: 0.31, high: 0.98 }], scoreLimits(false))).toEqual({ min: 0, max: 1 });
	});

	it('is not stretched by the wide interval of a dozen messages', () => {
		const few = { low: -0.9, high: 0.4, certain: false };
		expect(whiskerAxis([few, { low: 0.1, high: 0.3 }], POINTS)).toEqual({ min: 0, max: 0.3 });
	});

	it('is the whole of what can be where nothing is certain', () => {
		expect(whiskerAxis([], POINTS)).toEqual({ min: -1, max: 1 });
		expect(whiskerAxis([{ low: -0.9, high: 0.4, certain: false }], POINTS)).toEqual({ min: -1, max: 1 });
	});
});
