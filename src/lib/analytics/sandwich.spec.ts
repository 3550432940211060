import { describe, expect, it } from 'vitest';
import { clusteredVariance } from './clustered-variance';
import { classicalCovariance, weightedLeastSquares } from './regression';
import { clusteredCovariance, neweyWestCovariance, usualLags } from './sandwich';

const NET = [
	0.21, 0.18, 0.25, 0.3, 0.12, 0.22, 0.19, 0.27, 0.24, 0.28, 0.35, 0.16, 0.29, 0.23, 0.31, 0.36, 0.33, 0.41,
	0.26, 0.38, 0.3
];
const N = [120, 80, 95, 150, 60, 110, 70, 130, 90, 105, 160, 66, 118, 84, 140, 100, 97, 180, 75, 125, 92];
const at = NET.map((_, index) => index);
const fit = weightedLeastSquares(
	[
		{ name: 'constant', values: at.map(() => 1) },
		{ name: 'step', values: at.map((t) => (t < 14 ? 0 : 1)) },
		{ name: 'trend', values: at },
		{ name: 'weekday 5', values: at.map((t) => (t % 7 === 5 ? 1 : 0)) }
	],
	NET,
	N
);
const errors = (covariance: number[][]) => covariance.map((row, k) => Math.sqrt(row[k]!));

/** The figures are those of statsmodels 0.13.5: `WLS(net, x, weights=n).fit()` and its robust covariances. */
describe('standard errors of a weighted regression, beside those of statsmodels', () => {
	const close = (found: readonly number[], expected: readonly number[]) =>
		expected.forEach((value, k) => expect(found[k]! / value).toBeCloseTo(1, 10));

	it('coefficients', () => {
		close(
			fit.coefficients,
			[0.2210526875542727, 0.052335273421706546, 0.004221566018339703, 0.008557150226673565]
		);
	});

	it('classical', () => {
		close(
			errors(classicalCovariance(fit)),
			[0.02883600950110511, 0.04786290266516656, 0.0038471361839980686, 0.03619783496462034]
		);
	});

	it('clustered by pairs of days (CR1)', () => {
		const pairs = at.map((t) => String(Math.floor(t / 2)));
		close(
			errors(clusteredCovariance(fit, pairs)),
			[0.029509573393463755, 0.027128704458334908, 0.003079849183966621, 0.02127361112098018]
		);
	});

	it('Newey and West, over no days and over three', () => {
		close(
			errors(neweyWestCovariance(fit, at, 0)),
			[0.024528882259719838, 0.04993171180541103, 0.0038821172219761046, 0.02540927826726072]
		);
		close(
			errors(neweyWestCovariance(fit, at, 3)),
			[0.014341703661100451, 0.03225181480859192, 0.002607872600503028, 0.021748170809291218]
		);
	});

	it('every row its own cluster (HC2)', () => {
		const days = at.map(String);
		const hc2 = [0.02414796247502165, 0.05037505788717521, 0.0038928980068199818, 0.02694830876701033];
		close(
			fit.names.map((name) => Math.sqrt(clusteredVariance(fit, name, days).variance)),
			hc2
		);
	});
});

describe('Newey and West', () => {
	it('takes days as far apart as they are when some are missing', () => {
		const kept = at.filter((t) => t !== 9 && t !== 10);
		const some = weightedLeastSquares(
			[{ name: 'constant', values: kept.map(() => 1) }],
			kept.map((t) => NET[t]!),
			kept.map(() => 1)
		);
		const residual = (t: number) => some.residuals[kept.indexOf(t)] ?? 0;
		let meat = 0;
		for (const a of kept) {
			for (const b of kept)
				if (Math.abs(a - b) <= 2) meat += (1 - Math.abs(a - b) / 3) * residual(a) * residual(b);
		}
		const expected = (meat / kept.length ** 2) * (kept.length / (kept.length - 1));
		expect(neweyWestCovariance(some, kept, 2)[0]![0]).toBeCloseTo(expected, 14);
	});

	it('looks back as many days as its rule of thumb says', () => {
		expect([21, 56, 100, 365].map(usualLags)).toEqual([2, 3, 4, 5]);
	});
});
