import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quasiBinomial, quasiPoisson } from './generalised';
import { shareOverdispersion } from './overdispersion';
import type { Term } from './regression';

const X = [20, 25, 18, 40, 22, 19, 30, 28, 35, 31, 44, 26, 33, 39];
const N = [100, 110, 90, 105, 100, 95, 120, 80, 99, 101, 120, 77, 90, 110];
const at = X.map((_, index) => index);
const constant: Term = { name: 'constant', values: at.map(() => 1) };
const step: Term = { name: 'step', values: at.map((t) => (t < 7 ? 0 : 1)) };
const trend: Term = { name: 'trend', values: at };

const close = (found: readonly number[], expected: readonly number[]) =>
	expected.forEach((value, k) => expect(found[k]! / value).toBeCloseTo(1, 8));

/** The figures are those of statsmodels 0.13.5: `GLM(…).fit(scale='X2')`. */
describe('models of shares and counts, beside those of statsmodels', () => {
	it('quasi-binomial with a logit link', () => {
		const found = quasiBinomial([constant, step, trend], X, N);
		close(found.coefficients, [-1.1960924048130819, 0.39860764148122274, 0.01708877068534928]);
		close(found.standardErrors, [0.14768245920605189, 0.2789783949930265, 0.034566782375140694]);
		expect(found.phi).toBeCloseTo(1.370031103667026, 8);
		expect(found.df).toBe(11);
	});

	it('quasi-Poisson with a log link', () => {
		const found = quasiPoisson([constant, step, trend], N);
		close(found.coefficients, [4.585591046629828, -0.17183894930147714, 0.015751287171950346]);
		close(found.standardErrors, [0.0734221236698106, 0.1429941528042452, 0.01773552632574714]);
		expect(found.phi).toBeCloseTo(1.7566095195662172, 8);
	});

	it('quasi-Poisson with an exposure', () => {
		const found = quasiPoisson([constant, step, trend], X, N);
		close(found.coefficients, [-1.4569529962211518, 0.2826605814534359, 0.01193291424542954]);
		close(found.standardErrors, [0.10941139140636907, 0.20282770901905783, 0.025047690570065874]);
	});
});

describe('a model of a share', () => {
	it('without terms is the pooled share, with the published φ', () => {
		const [x, n] = [X.slice(0, 7), N.slice(0, 7)];
		const found = quasiBinomial([{ name: 'constant', values: x.map(() => 1) }], x, n);
		expect(found.fitted[0]).toBeCloseTo(174 / 720, 12);
		expect(found.phi.toFixed(6)).toBe('2.373548');
		expect(found.phi).toBeCloseTo(shareOverdispersion(x.map((count, k) => ({ x: count, n: n[k]! }))), 8);
		const p = 174 / 720;
		// The standard error on the scale of the share is the one on the scale of log-odds times p(1 − p).
		expect((found.standardErrors[0]! * p * (1 - p)).toFixed(6)).toBe('0.024579');
	});

	it('with a step fits the pooled share of each side', () => {
		const counts = fc.array(
			fc.record({ x: fc.integer({ min: 1, max: 40 }), more: fc.integer({ min: 1, max: 40 }) }),
			{
				minLength: 6,
				maxLength: 6
			}
		);
		fc.assert(
			fc.property(counts, (days) => {
				const sides = days.map((_, index) => (index < 3 ? 0 : 1));
				const n = days.map((day) => day.x + day.more);
				const found = quasiBinomial(
					[
						{ name: 'constant', values: days.map(() => 1) },
						{ name: 'step', values: sides }
					],
					days.map((day) => day.x),
					n
				);
				const pooled = (from: number) => {
					const part = days.slice(from, from + 3);
					const x = part.reduce((sum, day) => sum + day.x, 0);
					return x / part.reduce((sum, day) => sum + day.x + day.more, 0);
				};
				expect(found.fitted[0]).toBeCloseTo(pooled(0), 9);
				expect(found.fitted[5]).toBeCloseTo(pooled(3), 9);
			})
		);
	});

	it('takes days of nothing as absent', () => {
		const more = { name: 'constant', values: [...constant.values, 1] };
		const found = quasiBinomial([more], [...X, 0], [...N, 0]);
		expect(found).toEqual(quasiBinomial([constant], X, N));
	});

	it('never claims more than chance allows: φ under 1 narrows nothing', () => {
		const even = quasiBinomial(
			[constant],
			N.map((n) => n / 5),
			N
		);
		expect(even.phi).toBeLessThan(1e-12);
		expect(even.standardErrors[0]).toBeCloseTo(1 / Math.sqrt(N.reduce((sum, n) => sum + n * 0.16, 0)), 10);
	});

	it('says that it did not converge when all after the step are positive and none before', () => {
		const all = at.map((t) => (t < 7 ? 0 : N[t]!));
		expect(() => quasiBinomial([constant, step], all, N)).toThrow(/did not converge/);
	});
});

describe('a model of volume', () => {
	it('says that it did not converge when nothing came before the step', () => {
		expect(() =>
			quasiPoisson(
				[constant, step],
				at.map((t) => (t < 7 ? 0 : 50))
			)
		).toThrow(/did not converge/);
	});

	it('refuses a term that says nothing new, by name', () => {
		expect(() => quasiPoisson([constant, { ...constant, name: 'again' }], N)).toThrow(/again/);
	});
});
