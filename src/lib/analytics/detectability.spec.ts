import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peekProofHalf } from './confidence-sequence';
import {
	dayDeviation,
	daysUntilSeen,
	smallestAfter,
	smallestDifference,
	smallestUnderPeeking
} from './detectability';

const BASELINE = { deviation: 0.073, days: 28 };

describe('the smallest difference that would be seen', () => {
	it('is the published one for 500 messages a period', () => {
		expect(smallestDifference(500, 0.6, 0.2).toFixed(4)).toBe('0.1326');
	});

	it('grows with √φ, and never falls for φ under 1', () => {
		const plain = smallestDifference(500, 0.6, 0.2);
		expect(smallestDifference(500, 0.6, 0.2, 4)).toBeCloseTo(2 * plain, 12);
		expect(smallestDifference(500, 0.6, 0.2, 0.3)).toBe(plain);
	});

	it('for days whose deviation is that of their comments is the one for their messages', () => {
		const [perDay, days] = [200, 14];
		const deviation = Math.sqrt((0.6 - 0.2 ** 2) / perDay);
		expect(smallestAfter({ deviation, days }, days)).toBeCloseTo(
			smallestDifference(perDay * days, 0.6, 0.2),
			12
		);
	});

	it('takes the deviation of a day from the days before', () => {
		const day = (positive: number) => ({ positive, neutral: 500, negative: 500 - positive });
		const found = dayDeviation([day(200), day(300), day(260), day(240)])!;
		// The standard deviation of −.1, .1, .02 and −.02.
		expect(found.deviation).toBeCloseTo(Math.sqrt((0.01 + 0.01 + 0.0004 + 0.0004) / 3), 12);
		expect(found.days).toBe(4);
		expect(dayDeviation([day(200)])).toBeNull();
	});
});

describe('the day by which one will know', () => {
	it('is the first on which the effect clears the limits that hold under daily looks, four times in five', () => {
		const day = daysUntilSeen(BASELINE, 0.1, 28)!;
		expect(smallestUnderPeeking(BASELINE, day)).toBeLessThanOrEqual(0.1);
		expect(smallestUnderPeeking(BASELINE, day - 1)).toBeGreaterThan(0.1);
		expect(smallestUnderPeeking(BASELINE, day)).toBeGreaterThan(peekProofHalf(0.073, day, 28));
	});

	it('is never before the first look, however large the effect', () => {
		expect(daysUntilSeen(BASELINE, 1, 28)).toBe(7);
	});

	it('is no day of the campaign when the effect is too small', () => {
		expect(daysUntilSeen(BASELINE, 0.01, 28)).toBeNull();
		expect(daysUntilSeen(BASELINE, 0, 28)).toBeNull();
	});

	it('comes later for a smaller effect, whichever its sign', () => {
		const effect = fc.integer({ min: 1, max: 400 }).map((value) => value / 1000);
		fc.assert(
			fc.property(effect, effect, (a, b) => {
				const [small, large] = [Math.min(a, b), Math.max(a, b)];
				const days = (size: number) => daysUntilSeen(BASELINE, size, 90) ?? Infinity;
				expect(days(small)).toBeGreaterThanOrEqual(days(large));
				expect(days(-small)).toBe(days(small));
			})
		);
	});
});
