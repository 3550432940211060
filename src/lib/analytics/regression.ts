/** A column of a design: what the outcome is explained by, with one value for each row. */
export type Term = { name: string; values: readonly number[] };

/** A symmetric matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/**
 * A fitted weighted regression. `columns` are the terms and `scaled` the residuals, both times the roots of the
 * weights; `residuals` are in the outcome's own unit. `bread` is (XᵀWX)⁻¹, in the order of `names`.
 */
export type Fit = {
	names: readonly string[];
	coefficients: readonly number[];
	residuals: readonly number[];
	weights: readonly number[];
	columns: readonly (readonly number[])[];
	scaled: readonly number[];
	bread: Matrix;
};

/** Below this share of its own length, what is left of a column beside the ones before it is rounding. */
const DEPENDENT = 1e-9;

/** Of two years of days by brand this is asked some hundred times: a loop takes a fifth of what a callback takes. */
function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]!;
	return sum;
}

/** The column less what it has in common with an orthonormal basis; twice, so that no rounding stays. */
function remainder(column: readonly number[], basis: readonly (readonly number[])[]): number[] {
	const left = [...column];
	for (const direction of [...basis, ...basis]) {
		const common = dot(left, direction);
		for (let row = 0; row < left.length; row += 1) left[row]! -= common * direction[row]!;
	}
	return left;
}

/** The orthonormal directions that the columns add one after the other, null where a column adds none. */
function directions(columns: readonly (readonly number[])[]): (number[] | null)[] {
	const basis: number[][] = [];
	return columns.map((column) => {
		const left = remainder(column, basis);
		const length = Math.sqrt(dot(left, left));
		if (!(length > DEPENDENT * Math.sqrt(dot(column, column)))) return null;
		const direction = left.map((value) => value / length);
		basis.push(direction);
		return direction;
	});
}

const weighted = (values: readonly number[], weights: readonly number[]) =>
	values.map((value, row) => value * Math.sqrt(weights[row]!));

/**
 * The terms that add something to the ones before them, so that a design with too few days loses its last terms (a
 * weekday that never came, a trend that is the step) and not the question. Put what is asked first.
 * @param weights one for each row, at least 0
 * @example independentTerms([one, step, sameAsStep], weights) // [one, step]
 */
export function independentTerms(terms: readonly Term[], weights: readonly number[]): Term[] {
	const found = directions(terms.map((term) => weighted(term.values, weights)));
	return terms.filter((_, index) => found[index] !== null);
}

/**
 * Weighted least squares: the coefficients that make Σ wᵢ (yᵢ − xᵢᵀb)² smallest, by a QR decomposition (Gram-Schmidt
 * with every projection taken off twice), which keeps the digits that the normal equations lose.
 * Source: Björck, Numerical Methods for Least Squares Problems (1996), sections 2.4 and 4.4.
 * @param terms the columns, the constant among them; one value for each row
 * @param weights one for each row, at least 0, such as numbers of rated messages; their unit does not matter
 * @throws RangeError that names the first term which the ones before it already say (rank deficiency)
 * @example weightedLeastSquares([{ name: 'one', values: [1, 1] }], [0.1, 0.3], [1, 3]).coefficients // [0.25]
 */
export function weightedLeastSquares(
	terms: readonly Term[],
	outcome: readonly number[],
	weights: readonly number[]
): Fit {
	const columns = terms.map((term) => weighted(term.values, weights));
	const basis = directions(columns).map((direction, index) => {
		if (direction !== null) return direction;
		throw new RangeError(`The term “${terms[index]!.name}” says nothing that those before it do not say.`);
	});
	const upper = basis.map((direction) => columns.map((column) => dot(direction, column)));
	const target = weighted(outcome, weights);
	const coefficients = solveUpper(
		upper,
		basis.map((direction) => dot(direction, target))
	);
	const residuals = outcome.map(
		(value, row) =>
			value - terms.reduce((sum, term, index) => sum + coefficients[index]! * term.values[row]!, 0)
	);
	return {
		names: terms.map((term) => term.name),
		coefficients,
		residuals,
		weights,
		columns,
		scaled: weighted(residuals, weights),
		bread: breadOf(upper)
	};
}

/** Back substitution in an upper triangular matrix. */
function solveUpper(upper: Matrix, right: readonly number[]): number[] {
	const solution = Array.from(right, () => 0);
	for (let row = right.length - 1; row >= 0; row -= 1) {
		let rest = right[row]!;
		for (let column = row + 1; column < right.length; column += 1) {
			rest -= upper[row]![column]! * solution[column]!;
		}
		solution[row] = rest / upper[row]![row]!;
	}
	return solution;
}

/** (RᵀR)⁻¹ = R⁻¹R⁻ᵀ. */
function breadOf(upper: Matrix): number[][] {
	const inverse = upper.map((_, column) =>
		solveUpper(
			upper,
			upper.map((__, row) => (row === column ? 1 : 0))
		)
	);
	return upper.map((_, i) =>
		upper.map((__, j) => inverse.reduce((sum, column) => sum + column[i]! * column[j]!, 0))
	);
}

/**
 * What a fit says about one term.
 * @throws RangeError when the fit has no such term
 * @example coefficientOf(fit, 'step')
 */
export function coefficientOf(fit: Fit, name: string): number {
	return fit.coefficients[positionOf(fit, name)]!;
}

/** Where a term stands in a fit. @throws RangeError when the fit has no such term */
export function positionOf(fit: Fit, name: string): number {
	const position = fit.names.indexOf(name);
	if (position === -1) throw new RangeError(`The regression has no term “${name}”.`);
	return position;
}

/**
 * Rows with a weight less terms: what is left to estimate the spread from.
 * @example residualDegrees(fit) // 54 for 56 days and two terms
 */
export function residualDegrees(fit: Fit): number {
	return fit.weights.filter((weight) => weight > 0).length - fit.names.length;
}

/**
 * The covariance of the coefficients where rows are independent and their variance is in proportion to 1/weight:
 * (XᵀWX)⁻¹ Σ wᵢ eᵢ² / (rows − terms). NaN without degrees of freedom.
 * @example Math.sqrt(classicalCovariance(fit)[1]![1]!) // the standard error of the second term
 */
export function classicalCovariance(fit: Fit): number[][] {
	const variance = dot(fit.scaled, fit.scaled) / residualDegrees(fit);
	return fit.bread.map((row) => row.map((value) => value * variance));
}
