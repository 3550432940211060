import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	classicalCovariance,
	coefficientOf,
	independentTerms,
	weightedLeastSquares,
	type Term
} from './regression';

/** Inverse by elimination with pivots: the naive way, as an oracle. */
function inverse(matrix: number[][]): number[][] {
	const size = matrix.length;
	const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
	for (let k = 0; k < size; k += 1) {
		const best = rows.reduce(
			(at, row, i) => (i > k && Math.abs(row[k]!) > Math.abs(rows[at]![k]!) ? i : at),
			k
		);
		[rows[k], rows[best]] = [rows[best]!, rows[k]!];
		const pivot = rows[k]![k]!;
		rows[k] = rows[k]!.map((value) => value / pivot);
		rows.forEach((row, i) => {
			const factor = row[k]!;
			if (i !== k) rows[i] = row.map((value, j) => value - factor * rows[k]![j]!);
		});
	}
	return rows.map((row) => row.slice(size));
}

function naive(terms: readonly Term[], outcome: readonly number[], weights: readonly number[]) {
	const gram = terms.map((a) =>
		terms.map((b) => a.values.reduce((sum, value, i) => sum + weights[i]! * value * b.values[i]!, 0))
	);
	const right = terms.map((a) =>
		a.values.reduce((sum, value, i) => sum + weights[i]! * value * outcome[i]!, 0)
	);
	const bread = inverse(gram);
	return {
		bread,
		coefficients: bread.map((row) => row.reduce((sum, value, k) => sum + value * right[k]!, 0))
	};
}

const term = (name: string, values: number[]): Term => ({ name, values });
const ones = (rows: number) => term('constant', Array(rows).fill(1) as number[]);

/** Employment in the United States 1947–1962 (Longley 1967): columns that nearly say the same. */
const LONGLEY = [
	[60323, 83, 234289, 2356, 1590, 107608, 1947],
	[61122, 88.5, 259426, 2325, 1456, 108632, 1948],
	[60171, 88.2, 258054, 3682, 1616, 109773, 1949],
	[61187, 89.5, 284599, 3351, 1650, 110929, 1950],
	[63221, 96.2, 328975, 2099, 3099, 112075, 1951],
	[63639, 98.1, 346999, 1932, 3594, 113270, 1952],
	[64989, 99, 365385, 1870, 3547, 115094, 1953],
	[63761, 100, 363112, 3578, 3350, 116219, 1954],
	[66019, 101.2, 397469, 2904, 3048, 117388, 1955],
	[67857, 104.6, 419180, 2822, 2857, 118734, 1956],
	[68169, 108.4, 442769, 2936, 2798, 120445, 1957],
	[66513, 110.8, 444546, 4681, 2637, 121950, 1958],
	[68655, 112.6, 482704, 3813, 2552, 123366, 1959],
	[69564, 114.2, 502601, 3931, 2514, 125368, 1960],
	[69331, 115.7, 518173, 4806, 2572, 127852, 1961],
	[70551, 116.9, 554894, 4007, 2827, 130081, 1962]
];

const anyDesign = fc
	.record({
		rows: fc.integer({ min: 8, max: 20 }),
		seed: fc.infiniteStream(fc.integer({ min: -1000, max: 1000 }))
	})
	.map(({ rows, seed }) => {
		const draw = () => Array.from({ length: rows }, () => (seed.next().value as number) / 1000);
		return {
			terms: [ones(rows), term('a', draw()), term('b', draw())],
			outcome: draw(),
			weights: draw().map((value) => 1 + 50 * Math.abs(value))
		};
	});

describe('weighted least squares', () => {
	it('gives the certified coefficients of Longley’s data, where the normal equations lose most digits', () => {
		const terms = [
			ones(16),
			...['deflator', 'product', 'unemployed', 'forces', 'population', 'year'].map((name, k) =>
				term(
					name,
					LONGLEY.map((row) => row[k + 1]!)
				)
			)
		];
		const fit = weightedLeastSquares(
			terms,
			LONGLEY.map((row) => row[0]!),
			LONGLEY.map(() => 1)
		);
		// National Institute of Standards and Technology, Statistical Reference Datasets.
		const certified = [
			-3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
			-0.0511041056535807, 1829.15146461355
		];
		const errors = [
			890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
			0.22607320006937, 455.478499142212
		];
		const covariance = classicalCovariance(fit);
		certified.forEach((value, k) => {
			expect(fit.coefficients[k]! / value).toBeCloseTo(1, 9);
			expect(Math.sqrt(covariance[k]![k]!) / errors[k]!).toBeCloseTo(1, 9);
		});
	});

	it('is what the inverse of XᵀWX gives', () => {
		fc.assert(
			fc.property(anyDesign, ({ terms, outcome, weights }) => {
				const kept = independentTerms(terms, weights);
				fc.pre(kept.length === terms.length);
				const fit = weightedLeastSquares(terms, outcome, weights);
				const oracle = naive(terms, outcome, weights);
				const size = Math.max(1, ...oracle.bread.flat().map(Math.abs));
				fc.pre(size < 1e4);
				oracle.coefficients.forEach((value, k) => expect(fit.coefficients[k]).toBeCloseTo(value, 7));
				oracle.bread.forEach((row, i) =>
					row.forEach((value, j) => expect(fit.bread[i]![j]! - value).toBeCloseTo(0, 7))
				);
			})
		);
	});

	it('leaves residuals that have nothing in common with any term', () => {
		fc.assert(
			fc.property(anyDesign, ({ terms, outcome, weights }) => {
				fc.pre(independentTerms(terms, weights).length === terms.length);
				const { residuals } = weightedLeastSquares(terms, outcome, weights);
				for (const { values } of terms) {
					const common = values.reduce((sum, value, i) => sum + weights[i]! * value * residuals[i]!, 0);
					expect(Math.abs(common)).toBeLessThan(1e-8);
				}
			})
		);
	});

	it('does not care for the unit of the weights', () => {
		fc.assert(
			fc.property(anyDesign, fc.integer({ min: 2, max: 900 }), ({ terms, outcome, weights }, factor) => {
				fc.pre(independentTerms(terms, weights).length === terms.length);
				const [one, other] = [1, factor].map((unit) =>
					weightedLeastSquares(
						terms,
						outcome,
						weights.map((weight) => weight * unit)
					)
				);
				one!.coefficients.forEach((value, k) => expect(other!.coefficients[k]).toBeCloseTo(value, 6));
				const [a, b] = [classicalCovariance(one!), classicalCovariance(other!)];
				a.forEach((row, k) => expect(b[k]![k]! / row[k]!).toBeCloseTo(1, 6));
			})
		);
	});

	it('names the term that says nothing new, and lets it be left out', () => {
		const terms = [ones(5), term('step', [0, 0, 1, 1, 1]), term('not step', [1, 1, 0, 0, 0])];
		const weights = [1, 2, 3, 4, 5];
		expect(() => weightedLeastSquares(terms, [1, 2, 3, 4, 6], weights)).toThrow(/not step/);
		expect(independentTerms(terms, weights).map(({ name }) => name)).toEqual(['constant', 'step']);
	});

	it('takes a row without weight as absent: a weekday that has only such rows says nothing', () => {
		const terms = [ones(4), term('sunday', [0, 0, 0, 1])];
		expect(independentTerms(terms, [1, 1, 1, 0]).map(({ name }) => name)).toEqual(['constant']);
	});

	it('knows its terms by name', () => {
		const fit = weightedLeastSquares([ones(2)], [0.1, 0.3], [1, 3]);
		expect(coefficientOf(fit, 'constant')).toBeCloseTo(0.25, 14);
		expect(() => coefficientOf(fit, 'step')).toThrow(/step/);
	});
});
