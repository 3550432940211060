import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placebo, windowStarts } from './placebo';

describe('windows on earlier dates', () => {
	it('end before the campaign and begin within the series, the latest first', () => {
		expect(windowStarts({ before: 28, after: 14, end: 60 })).toEqual(
			Array.from({ length: 19 }, (_, index) => 46 - index)
		);
		expect(windowStarts({ before: 28, after: 14, end: 60, step: 7 })).toEqual([46, 39, 32]);
		expect(windowStarts({ before: 28, after: 14, end: 41 })).toEqual([]);
	});

	it('never touch a day that they may not', () => {
		const size = fc.integer({ min: 1, max: 40 });
		fc.assert(
			fc.property(size, size, fc.nat(200), size, (before, after, end, step) => {
				for (const start of windowStarts({ before, after, end, step })) {
					expect(start - before).toBeGreaterThanOrEqual(0);
					expect(start + after).toBeLessThanOrEqual(end);
				}
			})
		);
	});
});

describe('the placebo test', () => {
	const plan = { before: 1, after: 1, end: 11 };
	const differences = [0.02, -0.05, 0.01, 0.04, -0.03, 0.08, 0, 0.02, -0.09, 0.01];
	const at = (start: number) => differences[start - 1] ?? null;

	it('counts the observed difference among the others, whatever its sign', () => {
		expect(placebo(-0.08, plan, at)).toMatchObject({ observed: -0.08, rank: 3, p: 3 / 11 });
		expect(placebo(0.2, plan, at)).toMatchObject({ rank: 1, p: 1 / 11 });
	});

	it('leaves out windows of which nothing is known, and says 1 without any', () => {
		expect(placebo(0.2, plan, (start) => (start > 5 ? null : at(start)))).toMatchObject({ p: 1 / 6 });
		expect(placebo(0.2, plan, () => null)).toMatchObject({ windows: [], rank: 1, p: 1 });
	});

	it('is as often at most 5 % as it says when the observed one is one of many alike', () => {
		const alike = Array.from({ length: 199 }, (_, index) => ((index * 73) % 200) / 200);
		const rejected = Array.from({ length: 200 }, (_, value) => value / 200).filter(
			(observed) => placebo(observed, { before: 0, after: 1, end: 199 }, (start) => alike[start]!).p <= 0.05
		);
		expect(rejected.length / 200).toBeLessThanOrEqual(0.055);
	});
});
