import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedWald, clip, widen, wilson } from './interval';

const six = (values: number[]) => values.map((value) => value.toFixed(6));

describe('wilson', () => {
	it.each([
		[81, 263, ['0.255289', '0.366210']],
		[0, 20, ['0.000000', '0.161125']],
		[10, 10, ['0.722467', '1.000000']]
	])('of %i in %i gives the published limits', (x, n, limits) => {
		const { low, high, estimate } = wilson(x, n);
		expect(six([low, high])).toEqual(limits);
		expect(estimate).toBe(x / n);
	});

	it('knows nothing of an empty sample', () => {
		expect(wilson(0, 0)).toEqual({ estimate: NaN, low: 0, high: 1 });
	});

	it('holds the share, stays within 0 and 1, and mirrors', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 100_000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(n, part) => {
					const x = Math.round(n * part);
					const { low, high } = wilson(x, n);
					expect(low >= 0 && low <= x / n && x / n <= high && high <= 1).toBe(true);
					expect(wilson(n - x, n).low).toBeCloseTo(1 - high, 12);
				}
			)
		);
	});
});

describe('adjustedWald', () => {
	it.each([
		[{ positive: 80, neutral: 100, negative: 20 }, '0.300000', ['0.295567', '0.207200', '0.383933']],
		[{ positive: 3, neutral: 1, negative: 0 }, '0.750000', ['0.428571', '-0.073415', '0.930558']]
	])('of %j gives the published centre and limits', (counts, estimate, [centre, low, high]) => {
		const found = adjustedWald(counts);
		expect(found.estimate.toFixed(6)).toBe(estimate);
		expect(six([found.centre, found.low, found.high])).toEqual([centre, low, high]);
	});

	it('is wide and without an estimate where there is nothing', () => {
		const found = adjustedWald({ positive: 0, neutral: 0, negative: 0 });
		expect(found.estimate).toBeNaN();
		expect(six([found.low, found.centre, found.high])).toEqual(['-0.800152', '0.000000', '0.800152']);
	});

	it.each([
		[5, '91.9'],
		[10, '93.0'],
		[20, '95.4']
	])('covers the truth, by full enumeration of samples of %i from (.9, .08, .02), in %s %%', (n, percent) => {
		expect((coverage(n, [0.9, 0.08, 0.02]) * 100).toFixed(1)).toBe(percent);
	});

	it.each([[30], [60]])(
		'covers the truth in at least 90 %% of samples of %i over a grid of populations',
		(n) => {
			for (let positive = 0.05; positive < 0.95; positive += 0.15) {
				for (let negative = 0.05; positive + negative < 0.96; negative += 0.15) {
					expect(coverage(n, [positive, 1 - positive - negative, negative])).toBeGreaterThan(0.9);
				}
			}
		}
	);
});

/** The chance that the interval holds the true net sentiment, summed over every sample of n. */
function coverage(n: number, [positive, neutral, negative]: [number, number, number]): number {
	const logFactorial = [0];
	for (let k = 1; k <= n; k++) logFactorial.push((logFactorial[k - 1] ?? 0) + Math.log(k));
	const log = (k: number) => logFactorial[k] ?? NaN;
	let covered = 0;
	for (let p = 0; p <= n; p++) {
		for (let m = 0; m + p <= n; m++) {
			const u = n - p - m;
			const chance =
				Math.exp(log(n) - log(p) - log(m) - log(u)) * positive ** p * neutral ** u * negative ** m;
			const { low, high } = adjustedWald({ positive: p, neutral: u, negative: m });
			if (low <= positive - negative && positive - negative <= high) covered += chance;
		}
	}
	return covered;
}

describe('widen', () => {
	it('multiplies the half-width about the middle, and never narrows', () => {
		const interval = { estimate: 0.2, low: 0, high: 0.6 };
		expect(widen(interval, 2)).toEqual({ estimate: 0.2, low: -0.3, high: expect.closeTo(0.9, 12) as number });
		expect(widen(interval, 0.5)).toEqual({ estimate: 0.2, low: 0, high: 0.6 });
	});
});

describe('clip', () => {
	it('keeps the limits between the bounds and leaves the estimate alone', () => {
		expect(clip({ estimate: 0.9, low: -1.4, high: 1.2 }, -1, 1)).toEqual({ estimate: 0.9, low: -1, high: 1 });
	});
});
