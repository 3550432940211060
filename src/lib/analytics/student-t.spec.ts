import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, logGamma, studentQuantile, studentTails } from './student-t';

describe('the functions behind Student’s t', () => {
	it('logGamma is the factorial at whole numbers, and √π at one half', () => {
		expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
		expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
		expect(logGamma(101)).toBeCloseTo(363.73937555556347, 10);
	});

	it('incompleteBeta is x for a = b = 1, and x² (3 − 2x) for a = b = 2', () => {
		for (const x of [0, 0.1, 0.37, 0.5, 0.8, 1]) {
			expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
			expect(incompleteBeta(x, 2, 2)).toBeCloseTo(x * x * (3 - 2 * x), 13);
		}
	});

	it('incompleteBeta equals the sum of the binomial distribution', () => {
		const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 12 }),
				fc.nat(100),
				(a, b, p) => {
					const x = p / 100;
					const n = a + b - 1;
					let sum = 0;
					for (let k = a; k <= n; k += 1) sum += choose(n, k) * x ** k * (1 - x) ** (n - k);
					expect(incompleteBeta(x, a, b)).toBeCloseTo(sum, 12);
				}
			)
		);
	});
});

describe('Student’s t', () => {
	it.each([
		[0.05, 1, 12.706204736174696],
		[0.05, 2, 4.302652729749464],
		[0.05, 10, 2.2281388519862753],
		[0.05, 26, 2.055529438642873],
		[0.001, 12, 4.3177912836061845],
		[0.001, 30, 3.645958635042021]
	])('has %d beyond its quantile for %d degrees of freedom', (tails, df, quantile) => {
		expect(studentQuantile(tails, df)).toBeCloseTo(quantile, 10);
	});

	it('has the closed forms of one and two degrees of freedom', () => {
		for (const t of [0.1, 0.5, 1, 2, 7, 40]) {
			expect(studentTails(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
			expect(studentTails(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
		}
	});

	it('comes near the normal distribution for many degrees of freedom', () => {
		expect(studentQuantile(0.05, 1e7)).toBeCloseTo(1.959963984540054, 6);
	});

	it('the quantile and the tails undo each other', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-6, max: 0.99, noNaN: true }),
				fc.double({ min: 0.5, max: 500, noNaN: true }),
				(tails, df) => {
					expect(studentTails(studentQuantile(tails, df), df) / tails).toBeCloseTo(1, 9);
				}
			)
		);
	});
});
