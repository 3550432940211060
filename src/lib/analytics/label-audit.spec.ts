import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedByLabel, plannedHalfWidth } from './label-audit';
import type { Confusion } from './label-error';
import { gammaFrom, multinomialFrom, seeded } from './random';

const CHECKED: Confusion = [
	[80, 15, 5],
	[10, 80, 10],
	[5, 15, 80]
];
const COUNTS = { positive: 400, neutral: 400, negative: 200 };

/** A whole audit drawn anew: what is reported of 20,000 messages, and 100 of them checked. */
function drawnAudit(random: () => number, truth: readonly number[], rates: Confusion, size: number) {
	const joint = truth.flatMap((share, row) => rates[row]!.map((rate) => share * rate));
	const all = multinomialFrom(random, 20_000, joint);
	const of = (label: number) => all[label]! + all[3 + label]! + all[6 + label]!;
	const cells = multinomialFrom(random, size, joint);
	const rows = [0, 1, 2].map((row) => cells.slice(3 * row, 3 * row + 3)) as unknown as Confusion;
	return { counts: { positive: of(0), neutral: of(1), negative: of(2) }, rows };
}

describe('sentiment corrected by what each label is worth', () => {
	it('is the sum over the labels of their share and of what they stand for', () => {
		const found = correctedByLabel(COUNTS, CHECKED, seeded(1))!;
		const positive = (0.4 * 80) / 95 + (0.4 * 15) / 110 + (0.2 * 5) / 95;
		const negative = (0.4 * 5) / 95 + (0.4 * 15) / 110 + (0.2 * 80) / 95;
		expect(found.positive.estimate).toBeCloseTo(positive, 12);
		expect(found.negative.estimate).toBeCloseTo(negative, 12);
		expect(found.net.estimate).toBeCloseTo(positive - negative, 12);
	});

	it('adds up to 1, lies within its limits, and is the same for the same seed', () => {
		const cell = fc.integer({ min: 0, max: 40 });
		const row = fc.tuple(cell, cell, cell);
		fc.assert(
			fc.property(row, row, row, fc.integer(), (positive, neutral, negative, seed) => {
				const checked: Confusion = [positive, neutral, negative];
				const found = correctedByLabel(COUNTS, checked, seeded(seed), 50);
				const isMissing = [0, 1, 2].some((label) => checked.every((cells) => cells[label] === 0));
				expect(found === null).toBe(isMissing);
				if (found === null) return;
				const sum = found.positive.estimate + found.neutral.estimate + found.negative.estimate;
				expect(sum).toBeCloseTo(1, 12);
				for (const { estimate, low, high } of Object.values(found)) {
					expect(low).toBeLessThanOrEqual(estimate);
					expect(high).toBeGreaterThanOrEqual(estimate);
				}
				expect(correctedByLabel(COUNTS, checked, seeded(seed), 50)).toEqual(found);
			})
		);
	});

	it('is what was reported where no label was wrong, and still not sure of it', () => {
		const right: Confusion = [
			[40, 0, 0],
			[0, 40, 0],
			[0, 0, 20]
		];
		const { net } = correctedByLabel(COUNTS, right, seeded(1))!;
		expect(net.estimate).toBeCloseTo(0.2, 12);
		expect(net.high - net.low).toBeGreaterThan(0.06);
	});

	it('does without a label that no message carries, and not without one that some do', () => {
		const seen: Confusion = [
			[20, 2, 0],
			[2, 20, 0],
			[0, 3, 0]
		];
		expect(correctedByLabel({ ...COUNTS, negative: 0 }, seen, seeded(1))).not.toBeNull();
		expect(correctedByLabel(COUNTS, seen, seeded(1))).toBeNull();
		expect(correctedByLabel({ positive: 0, neutral: 0, negative: 0 }, CHECKED, seeded(1))).toBeNull();
	});

	it.each([
		{ name: 'labels of which four in five are right', size: 100, good: 0.8 },
		{ name: 'nearly right labels, of which few are ever found wrong', size: 50, good: 0.94 }
	])('holds the truth at least 93 times in 100 for $name', ({ size, good }) => {
		const [truth, runs] = [[0.5, 0.45, 0.05], 300];
		const bad = (1 - good) / 2;
		const rates: Confusion = [
			[good, bad, bad],
			[bad, good, bad],
			[bad, bad, good]
		];
		const random = seeded(12);
		let held = 0;
		for (let run = 0; run < runs; run += 1) {
			const { counts, rows } = drawnAudit(random, truth, rates, size);
			const found = correctedByLabel(counts, rows, random, 300);
			if (found === null || (found.net.low <= 0.45 && 0.45 <= found.net.high)) held += 1;
		}
		// Three standard errors of chance below 93 %.
		expect(held / runs).toBeGreaterThan(0.93 - 3 * Math.sqrt((0.93 * 0.07) / runs));
	});
});

describe('the plan of an audit', () => {
	it('promises a narrower interval for more ratings, about half as wide for four times as many', () => {
		const at = (size: number) => plannedHalfWidth(COUNTS, size)!;
		expect(at(100)).toBeGreaterThan(0.08);
		expect(at(100)).toBeLessThan(0.12);
		expect(at(400) / at(100)).toBeGreaterThan(0.4);
		expect(at(400) / at(100)).toBeLessThan(0.6);
		expect(plannedHalfWidth({ positive: 0, neutral: 0, negative: 0 }, 100)).toBeNull();
	});
});

describe('gamma values', () => {
	it.each([0.3, 1, 7.5])('of shape %s have it as their mean and as their variance', (shape) => {
		const random = seeded(9);
		const values = Array.from({ length: 20_000 }, () => gammaFrom(random, shape));
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
		expect(Math.abs(mean / shape - 1)).toBeLessThan(0.05);
		expect(Math.abs(variance / shape - 1)).toBeLessThan(0.12);
		expect(values.every((value) => value > 0)).toBe(true);
	});
});
