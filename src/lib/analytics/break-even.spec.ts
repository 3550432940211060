import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenShare } from './break-even';
import { netSentiment } from './score';

describe('the break-even error', () => {
	it('is how far the nearer limit lies from 0, by what one wrong label moves', () => {
		expect(breakEvenShare({ low: 0.05, high: 0.12 })).toBe(0.025);
		expect(breakEvenShare({ low: -0.12, high: -0.05 })).toBe(0.025);
		expect(breakEvenShare({ low: 0.05, high: 0.12 }, 1)).toBe(0.05);
	});

	it('is nothing where 0 lies inside or on a limit', () => {
		expect(breakEvenShare({ low: -0.01, high: 0.12 })).toBeNull();
		expect(breakEvenShare({ low: 0, high: 0.12 })).toBeNull();
	});

	it('is the share of positive labels to turn for a score to fall by the limit', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), (turned) => {
				const counts = { positive: 500, neutral: 300, negative: 200 };
				const righted = { ...counts, positive: 500 - turned, negative: 200 + turned };
				const fall = netSentiment(counts)! - netSentiment(righted)!;
				expect(breakEvenShare({ low: fall, high: 1 })).toBeCloseTo(turned / 1000, 12);
			})
		);
	});
});
