import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardAxis } from './card-axis';

test.each([
	[{ low: 0.072, high: 0.124, peekLow: 0.056, peekHigh: 0.14 }, [0, 4, 8, 12, 16]],
	[{ low: -0.124, high: -0.072, peekLow: -0.14, peekHigh: -0.056 }, [-16, -12, -8, -4, 0]],
	[{ low: -0.03, high: 0.04, peekLow: -0.05, peekHigh: 0.06 }, [-8, -4, 0, 4, 8]],
	[{ low: 0.001, high: 0.002, peekLow: 0.001, peekHigh: 0.003 }, [0, 0.5]]
])('the axis of %j has the ticks %j', (estimate, ticks) => {
	expect(cardAxis(estimate).ticks).toEqual(ticks);
});

test('a limit that is not known yet is left out', () => {
	const unknown = { low: 0.01, high: 0.03, peekLow: -Infinity, peekHigh: Infinity };
	expect(cardAxis(unknown)).toMatchObject({ min: 0, max: 3 });
});

test('zero and every limit lie on the axis, whatever they are, and at most six ticks stand there', () => {
	const limit = fc.double({ min: -2, max: 2, noNaN: true });
	fc.assert(
		fc.property(limit, limit, limit, limit, (low, high, peekLow, peekHigh) => {
			const { min, max, ticks } = cardAxis({ low, high, peekLow, peekHigh });
			for (const value of [0, low, high, peekLow, peekHigh]) {
				expect(value * 100).toBeGreaterThanOrEqual(min - 1e-9);
				expect(value * 100).toBeLessThanOrEqual(max + 1e-9);
			}
			expect(ticks.length).toBeLessThanOrEqual(6);
			expect(ticks).toContain(0);
		})
	);
});
