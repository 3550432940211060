import { positionOf, type Fit } from './regression';

/** A variance estimate and the degrees of freedom of its t. */
export type Spread = { variance: number; df: number };

/** Rows of one cluster: how far each pulls the coefficient, and what follows from it for every term. */
type Cluster = { pull: number[]; rows: number[] };

/**
 * The variance of one coefficient where rows of a cluster may move together, without the bias that few clusters, or
 * few of them after a start, give to the plain clustered one (CR2), and the degrees of freedom of its t (Bell and
 * McCaffrey's Satterthwaite). The residuals of each cluster are stretched by (I − H)^(−1/2) of its own block, so that
 * the variance is right when rows vary independently in proportion to 1/weight.
 * Source: Bell and McCaffrey, Survey Methodology 28 (2002) 169–181; Pustejovsky and Tipton, Journal of Business and
 * Economic Statistics 36 (2018) 672–683. The plain one, as most programs give it, is `clusteredCovariance`.
 * @param clusters a name for each row, such as its day
 * @throws RangeError when the fit has no such term
 * @example clusteredVariance(fit, 'step', rows.map((row) => row.day)).df // 21.4
 */
export function clusteredVariance(fit: Fit, name: string, clusters: readonly string[]): Spread {
	const position = positionOf(fit, name);
	const found = groups(clusters, fit.weights).map((rows) => clusterOf(fit, position, rows));
	const variance = found.reduce(
		(sum, { pull, rows }) =>
			sum + rows.reduce((part, row, index) => part + pull[index]! * fit.scaled[row]!, 0) ** 2,
		0
	);
	return { variance, df: degreesOf(fit, found) };
}

/** Rows of each cluster; a row without weight says nothing. */
function groups(clusters: readonly string[], weights: readonly number[]): number[][] {
	const rows = new Map<string, number[]>();
	clusters.forEach((cluster, row) => {
		if (weights[row] !== 0) rows.set(cluster, [...(rows.get(cluster) ?? []), row]);
	});
	return [...rows.values()];
}

const termsOf = (fit: Fit, row: number) => fit.columns.map((column) => column[row]!);

function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
	return sum;
}

const apply = (matrix: readonly (readonly number[])[], vector: readonly number[]) =>
	matrix.map((line) => dot(line, vector));

function clusterOf(fit: Fit, position: number, rows: number[]): Cluster {
	const terms = rows.map((row) => termsOf(fit, row));
	const left = terms.map((own, i) => {
		const spread = apply(fit.bread, own);
		return terms.map((other, j) => (i === j ? 1 : 0) - dot(spread, other));
	});
	const plain = terms.map((own) => dot(fit.bread[position]!, own));
	return { pull: apply(inverseRoot(left), plain), rows };
}

/**
 * Satterthwaite's degrees of freedom: with p_g the pull of cluster g on all rows' errors, (Σ p_gᵀp_g)² / Σ (p_gᵀp_h)².
 * Since p_g = (I − H)·pull, the product of two is pullᵀpull (0 between clusters) − uᵀ·bread·u with u = Xᵀ·pull, and the
 * sum of the squares of those is the trace of (bread · Σuuᵀ)², which spares going through all pairs.
 */
function degreesOf(fit: Fit, clusters: readonly Cluster[]): number {
	const together = fit.names.map(() => fit.names.map(() => 0));
	let [trace, squares] = [0, 0];
	for (const { pull, rows } of clusters) {
		const sums = fit.columns.map((column) =>
			rows.reduce((sum, row, index) => sum + column[row]! * pull[index]!, 0)
		);
		const common = dot(apply(fit.bread, sums), sums);
		const own = dot(pull, pull) - common;
		trace += own;
		squares += own ** 2 - common ** 2;
		together.forEach((line, i) => sums.forEach((value, j) => (line[j]! += sums[i]! * value)));
	}
	const product = fit.bread.map((row) => together.map((_, j) => dot(row, together[j]!)));
	product.forEach((row, i) => row.forEach((value, j) => (squares += value * product[j]![i]!)));
	return trace ** 2 / squares;
}

/** Eigenvalues under this share of 1 belong to a row that the fit goes through whatever it is: it says nothing. */
const NOTHING_LEFT = 1e-10;
const MOST_SWEEPS = 60;

/** The inverse root of a symmetric matrix with eigenvalues from 0 to 1, by Jacobi's rotations. */
function inverseRoot(matrix: readonly (readonly number[])[]): number[][] {
	const a = matrix.map((row) => [...row]);
	const size = a.length;
	const vectors = a.map((_, i) => a.map((__, j): number => (i === j ? 1 : 0)));
	for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
		let outside = 0;
		for (let p = 0; p < size; p += 1) {
			for (let q = p + 1; q < size; q += 1) {
				outside += a[p]![q]! ** 2;
				rotate(a, vectors, p, q);
			}
		}
		if (outside < 1e-30) break;
	}
	const roots = a.map((row, i) => (row[i]! > NOTHING_LEFT ? 1 / Math.sqrt(row[i]!) : 0));
	return vectors.map((row) =>
		vectors.map((other) => row.reduce((sum, value, k) => sum + value * roots[k]! * other[k]!, 0))
	);
}

/** Turn the axes p and q so that they have nothing in common. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
	if (a[p]![q] === 0) return;
	const angle = 0.5 * Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!);
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const turn = (row: number[]) => {
		const [x, y] = [row[p]!, row[q]!];
		row[p] = cos * x - sin * y;
		row[q] = sin * x + cos * y;
	};
	a.forEach(turn);
	const [first, second] = [a[p]!, a[q]!];
	first.forEach((x, k) => {
		const y = second[k]!;
		first[k] = cos * x - sin * y;
		second[k] = sin * x + cos * y;
	});
	vectors.forEach(turn);
}
