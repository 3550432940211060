import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lackOf, verdictOf } from './verdict';

const enough = { nBefore: 900, nAfter: 700, daysBefore: 28, daysAfter: 14 };
const limits = (low: number, high: number, peekLow: number, peekHigh: number) => ({
	low,
	high,
	peekLow,
	peekHigh,
	...enough
});

describe('the verdict', () => {
	it.each([
		['clear', limits(0.03, 0.09, 0.01, 0.11)],
		['clear', limits(-0.09, -0.03, -0.11, -0.01)],
		['likely', limits(0.03, 0.09, -0.01, 0.13)],
		['likely', limits(-0.09, -0.03, -0.13, 0.01)],
		['unsure', limits(-0.01, 0.09, -0.04, 0.12)],
		['unsure', limits(0, 0.09, -0.04, 0.12)],
		['likely', limits(0.01, 0.09, 0, 0.12)]
	])('is %s where only its rule leaves 0 out', (verdict, estimate) => {
		expect(verdictOf(estimate)).toBe(verdict);
	});

	it.each(['nBefore', 'nAfter'] as const)('is too little below ten messages in %s', (side) => {
		const found = limits(0.03, 0.09, 0.01, 0.11);
		expect(verdictOf({ ...found, [side]: 9 })).toBe('too-little');
		expect(verdictOf({ ...found, [side]: 10 })).toBe('clear');
	});

	it.each(['daysBefore', 'daysAfter'] as const)('is too little below seven days in %s', (side) => {
		const found = limits(0.03, 0.09, 0.01, 0.11);
		expect(verdictOf({ ...found, [side]: 6 })).toBe('too-little');
		expect(verdictOf({ ...found, [side]: 7 })).toBe('clear');
	});

	it('never gets surer when an interval gets wider about its estimate', () => {
		const rungs = ['unsure', 'likely', 'clear'];
		const anywhere = fc.double({ min: -1, max: 1, noNaN: true });
		const width = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(anywhere, width, width, width, (at, half, peek, more) => {
				const about = (wider: number) =>
					verdictOf(
						limits(at - half - wider, at + half + wider, at - half - peek - wider, at + half + peek + wider)
					);
				expect(rungs.indexOf(about(more))).toBeLessThanOrEqual(rungs.indexOf(about(0)));
			})
		);
	});

	it('names the lack of messages before the lack of days', () => {
		expect(lackOf([{ n: 3, days: 2 }])).toBe('messages');
		expect(
			lackOf([
				{ n: 200, days: 28 },
				{ n: 90, days: 6 }
			])
		).toBe('days');
		expect(lackOf([{ n: 10, days: 7 }])).toBeNull();
	});
});
