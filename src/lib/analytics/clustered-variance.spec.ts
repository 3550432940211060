import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredVariance } from './clustered-variance';
import { weightedLeastSquares, type Fit } from './regression';

type Square = number[][];
const times = (a: Square, b: Square): Square =>
	a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
const turned = (a: Square): Square => a[0]!.map((_, j) => a.map((row) => row[j]!));
const unit = (size: number): Square =>
	Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
const plus = (a: Square, b: Square, factor = 1): Square =>
	a.map((row, i) => row.map((value, j) => value + factor * b[i]![j]!));
const halved = (a: Square): Square => a.map((row) => row.map((value) => value / 2));

function inverse2(a: Square): Square {
	if (a.length === 1) return [[1 / a[0]![0]!]];
	const [[p, q], [r, s]] = a as [[number, number], [number, number]];
	const determinant = p * s - q * r;
	return [
		[s / determinant, -q / determinant],
		[-r / determinant, p / determinant]
	];
}

/** The inverse root by Denman and Beavers' iteration: nothing in common with Jacobi's rotations. */
function inverseRoot(a: Square): Square {
	let [y, z] = [a, unit(a.length)];
	for (let step = 0; step < 60; step += 1) {
		[y, z] = [halved(plus(y, inverse2(z))), halved(plus(z, inverse2(y)))];
	}
	return z;
}

/** The definition with whole matrices: CR2 and Bell and McCaffrey's degrees of freedom. */
function naive(fit: Fit, position: number, groups: number[][]) {
	const x = turned(fit.columns.map((column) => [...column]));
	const bread = fit.bread.map((row) => [...row]);
	const left = plus(unit(x.length), times(times(x, bread), turned(x)), -1);
	const block = (rows: number[]) => rows.map((i) => rows.map((j) => left[i]![j]!));
	const pulls = groups.map((rows) => {
		const own = rows.map((row) => x[row]!);
		const pull = times(times(inverseRoot(block(rows)), own), bread).map((row) => [row[position]!]);
		return { rows, pull };
	});
	const variance = pulls.reduce(
		(sum, { rows, pull }) =>
			sum + rows.reduce((part, row, k) => part + pull[k]![0]! * fit.scaled[row]!, 0) ** 2,
		0
	);
	const onErrors = pulls.map(({ rows, pull }) =>
		times(
			left.map((line) => rows.map((row) => line[row]!)),
			pull
		).map((row) => row[0]!)
	);
	const product = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
	const trace = onErrors.reduce((sum, p) => sum + product(p, p), 0);
	const squares = onErrors.reduce(
		(sum, p) => sum + onErrors.reduce((part, q) => part + product(p, q) ** 2, 0),
		0
	);
	return { variance, df: trace ** 2 / squares };
}

const fitted = (values: number[][], outcome: number[], weights: number[]) =>
	weightedLeastSquares(
		values.map((column, k) => ({ name: `term ${k}`, values: column })),
		outcome,
		weights
	);

describe('the variance clustered by day without small-sample bias', () => {
	it('is the definition with whole matrices, for one and two rows a day', () => {
		const numbers = fc.array(
			fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
			{ minLength: 24, maxLength: 24 }
		);
		fc.assert(
			fc.property(numbers, numbers, numbers, (x, y, w) => {
				const columns = [
					x.map(() => 1),
					x.map((value, i) => value + i / 12),
					x.map((_, i) => (i % 2 ? 1 : 0))
				];
				const fit = fitted(
					columns,
					y,
					w.map((value) => 1 + 9 * value)
				);
				const clusters = x.map((_, i) => (i < 16 ? `day ${Math.floor(i / 2)}` : `day ${i}`));
				const groups = [...new Set(clusters)].map((name) =>
					clusters.flatMap((other, row) => (other === name ? [row] : []))
				);
				const [found, oracle] = [clusteredVariance(fit, 'term 1', clusters), naive(fit, 1, groups)];
				expect(found.variance - oracle.variance).toBeCloseTo(0, 9);
				expect(found.df / oracle.df).toBeCloseTo(1, 6);
			}),
			{ numRuns: 40 }
		);
	});

	it('of a plain mean is s²/k with k − 1 degrees of freedom', () => {
		const values = [0.2, 0.5, 0.1, 0.4, 0.9];
		const fit = fitted([values.map(() => 1)], values, [1, 1, 1, 1, 1]);
		const mean = 2.1 / 5;
		const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4;
		const found = clusteredVariance(fit, 'term 0', values.map(String));
		expect(found.variance).toBeCloseTo(variance / 5, 14);
		expect(found.df).toBeCloseTo(4, 10);
	});

	it('of a difference of two groups is Welch’s', () => {
		const values = [0.2, 0.5, 0.1, 0.4, 0.9, 0.3, 0.1];
		const step = [0, 0, 0, 0, 1, 1, 1];
		const fit = fitted(
			[step.map(() => 1), step],
			values,
			step.map(() => 1)
		);
		const spread = (list: number[]) => {
			const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
			return list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1) / list.length;
		};
		const found = clusteredVariance(fit, 'term 1', ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
		expect(found.variance).toBeCloseTo(spread(values.slice(0, 4)) + spread(values.slice(4)), 14);
	});

	it('has few degrees of freedom where few days stand after the start', () => {
		const step = Array.from({ length: 40 }, (_, t) => (t < 37 ? 0 : 1));
		const fit = fitted(
			[step.map(() => 1), step],
			step.map((_, t) => Math.sin(t)),
			step.map(() => 1)
		);
		const { df } = clusteredVariance(
			fit,
			'term 1',
			step.map((_, t) => String(t))
		);
		expect(df).toBeLessThan(3);
	});
});
