import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loess, loessAt } from './loess';
import { decompose } from './stl';

/** Eight weeks with a trend, a wave of a week, something that jumps about, and one strange day (23). */
const SERIES = [
	106, 109.409, 118.516, 102.099, 95.135, 92.831, 95.052, 105.313, 113.363, 124.076, 118.835, 103.148,
	103.723, 100.087, 117.091, 125.671, 123.963, 120.916, 106.06, 100.723, 107.543, 114.298, 132.719, 194.26,
	127.764, 119.6, 113.974, 112.568, 126.729, 126.808, 129.705, 135.991, 126.014, 110.98, 118.618, 122.419,
	134.66, 136.416, 133.523, 120.079, 125.187, 125.873, 132.704, 142.965, 149.134, 145.851, 125.611, 123.162,
	124.694, 134.897, 144.346, 151.95, 142.03, 143.175, 137.338, 128.864
];
const close = (found: readonly number[], at: number[], expected: number[]) =>
	at.forEach((index, k) => expect(found[index]).toBeCloseTo(expected[k]!, 9));

/** The figures are those of statsmodels 0.13.5, a translation of the authors' own program: `STL(values, …).fit()`. */
describe('the decomposition, beside that of statsmodels', () => {
	const at = [0, 1, 23, 30, 55];

	it('with the spans that the authors advise', () => {
		const found = decompose(SERIES, { period: 7 });
		close(
			found.season,
			at,
			[4.784922020034136, 9.14141024006363, 24.977037227273268, 22.882013910244385, -11.97311156181463]
		);
		close(
			found.trend,
			at,
			[99.94941560368409, 100.74696919865447, 128.3259757684012, 124.67483260147215, 143.29205144390934]
		);
	});

	it('with little trust in strange values', () => {
		const found = decompose(SERIES, { period: 7, robust: true });
		close(
			found.season,
			at,
			[4.257755220305044, 8.440640268163285, 8.903360688213073, 8.119281602947206, -12.991046767342201]
		);
		close(
			found.trend,
			at,
			[99.81352670562434, 100.63945333661302, 119.92261216937753, 124.4823537155848, 143.4145611551917]
		);
		close(
			found.weights,
			at,
			[0.9644475376831428, 0.9989570179873501, 0, 0.9207214460738603, 0.9766825943730768]
		);
	});

	it('with spans longer than the series has periods, and a season that does not move along lines', () => {
		const settings = { period: 7, seasonSpan: 13, trendSpan: 15, lowPassSpan: 9, seasonDegree: 0 } as const;
		const found = decompose(SERIES.slice(0, 30), settings);
		close(found.season, [0, 10, 29], [-0.3314853461101589, 3.5066815820218253, 5.747182382621129]);
		close(found.trend, [0, 10, 29], [100.31556479334654, 110.28963437795673, 127.95490210958891]);
	});
});

describe('the decomposition', () => {
	it('adds up to the series', () => {
		const numbers = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 14, maxLength: 60 });
		fc.assert(
			fc.property(numbers, fc.boolean(), (values, robust) => {
				const { season, trend, residual } = decompose(values, { period: 7, robust });
				values.forEach((value, index) =>
					expect(season[index]! + trend[index]! + residual[index]!).toBeCloseTo(value, 8)
				);
			}),
			{ numRuns: 30 }
		);
	});

	it('leaves nothing of a line with a fixed season', () => {
		const season = [4, -1, 2, -3, 0, -4, 2];
		const values = Array.from({ length: 42 }, (_, t) => 50 + 0.7 * t + season[t % 7]!);
		decompose(values, { period: 7 }).residual.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-6));
	});

	it('shows a strange day whole when strange days are not trusted, and hides part of it when they are', () => {
		const [robust, plain] = [true, false].map((isRobust) =>
			decompose(SERIES, { period: 7, robust: isRobust })
		);
		expect(robust!.residual[23]).toBeGreaterThan(60);
		expect(plain!.residual[23]).toBeLessThan(45);
	});

	it('refuses a series of less than two periods, and spans that have no middle', () => {
		expect(() => decompose(SERIES.slice(0, 13), { period: 7 })).toThrow(/two/);
		expect(() => decompose(SERIES, { period: 7, trendSpan: 10 })).toThrow(/odd/);
		expect(() => decompose(SERIES, { period: 1 })).toThrow(/period/);
	});
});

describe('local regression', () => {
	it('goes through a line, and along it beside its ends', () => {
		const line = [1, 3, 5, 7, 9, 11];
		loess(line, { span: 5, degree: 1 }).forEach((value, index) =>
			expect(value).toBeCloseTo(line[index]!, 10)
		);
		expect(loessAt(line, 6, 1, 5, { span: 5, degree: 1 })).toBeCloseTo(13, 10);
		expect(loessAt(line, -1, 0, 4, { span: 5, degree: 1 })).toBeCloseTo(-1, 10);
	});

	it('keeps a value whose neighbours are not trusted', () => {
		expect(loess([1, 9, 2], { span: 3, degree: 1, trust: [0, 0, 0] })).toEqual([1, 9, 2]);
	});
});
