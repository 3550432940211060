import { residualDegrees, weightedLeastSquares, type Fit, type Term } from './regression';

/**
 * A fitted quasi-likelihood model. `standardErrors` hold √max(1, φ) already; `fitted` are means in the outcome's own
 * unit; `df` are the degrees of freedom of t.
 */
export type GeneralisedFit = {
	names: readonly string[];
	coefficients: readonly number[];
	standardErrors: number[];
	phi: number;
	df: number;
	fitted: number[];
};

/** A distribution by its mean as a function of the linear predictor, and its variance as one of the mean. */
type Family = {
	start: (y: number, size: number) => number;
	link: (mean: number) => number;
	mean: (predictor: number) => number;
	/** dμ/dη: for both canonical links it is the variance of one unit as well. */
	variance: (mean: number) => number;
};

const BINOMIAL: Family = {
	start: (y, size) => (y * size + 0.5) / (size + 1),
	link: (mean) => Math.log(mean / (1 - mean)),
	mean: (predictor) => 1 / (1 + Math.exp(-predictor)),
	variance: (mean) => mean * (1 - mean)
};

const POISSON: Family = {
	start: (y) => y + 0.5,
	link: Math.log,
	mean: Math.exp,
	variance: (mean) => mean
};

const MOST_STEPS = 50;
const CLOSE_ENOUGH = 1e-12;
/** Past this a share is 0 or 1 and a count 0, and no coefficient will ever stand still. */
const RUN_AWAY = 25;

/**
 * Shares of days by a logit model: ln(p/(1−p)) = terms, by iteratively reweighted least squares, with φ by Pearson and
 * standard errors times √max(1, φ), since comments of one day are alike.
 * Source: McCullagh and Nelder, Generalized Linear Models (1989), sections 2.5 and 4.5.
 * @param x how many of each day's n have what is asked about; days with n = 0 say nothing
 * @throws RangeError where it does not converge, as when a term tells all from none (separation), and when a term says
 * nothing new
 * @example quasiBinomial(terms, positives, rated).coefficients[1] // the step in log-odds
 */
export function quasiBinomial(
	terms: readonly Term[],
	x: readonly number[],
	n: readonly number[]
): GeneralisedFit {
	const kept = n.flatMap((size, row) => (size > 0 ? [row] : []));
	return fitFamily(BINOMIAL, onlyRows(terms, kept), {
		y: kept.map((row) => x[row]! / n[row]!),
		sizes: kept.map((row) => n[row]!),
		offset: kept.map(() => 0)
	});
}

/**
 * Counts of days by a log-linear model: ln μ = terms + ln exposure, in the same way.
 * @param exposure what a count is in proportion to, over 0; by default all days alike
 * @throws RangeError where it does not converge, as when all counts on one side are 0, and when a term says nothing new
 * @example Math.exp(quasiPoisson(terms, volumes).coefficients[1]) // times as many since the step
 */
export function quasiPoisson(
	terms: readonly Term[],
	counts: readonly number[],
	exposure: readonly number[] = counts.map(() => 1)
): GeneralisedFit {
	return fitFamily(POISSON, terms, {
		y: counts,
		sizes: counts.map(() => 1),
		offset: exposure.map(Math.log)
	});
}

const onlyRows = (terms: readonly Term[], rows: readonly number[]): Term[] =>
	terms.map(({ name, values }) => ({ name, values: rows.map((row) => values[row]!) }));

type Data = { y: readonly number[]; sizes: readonly number[]; offset: readonly number[] };

function fitFamily(family: Family, terms: readonly Term[], data: Data): GeneralisedFit {
	let predictor = data.y.map((y, row) => family.link(family.start(y, data.sizes[row]!)));
	let before: readonly number[] | null = null;
	for (let step = 0; step < MOST_STEPS; step += 1) {
		const fit = reweighted(family, terms, data, predictor);
		predictor = data.offset.map((offset, row) => offset + linear(terms, fit.coefficients, row));
		if (!predictor.every((value) => Math.abs(value) < RUN_AWAY)) break;
		if (before !== null && isClose(fit.coefficients, before)) return withErrors(family, data, fit, predictor);
		before = fit.coefficients;
	}
	throw new RangeError('The model did not converge: a term may tell all outcomes from none (separation).');
}

function reweighted(family: Family, terms: readonly Term[], data: Data, predictor: readonly number[]): Fit {
	const means = predictor.map(family.mean);
	const working = means.map((mean, row) => {
		const slope = family.variance(mean);
		return predictor[row]! - data.offset[row]! + (slope > 0 ? (data.y[row]! - mean) / slope : 0);
	});
	const weights = means.map((mean, row) => data.sizes[row]! * family.variance(mean));
	return weightedLeastSquares(terms, working, weights);
}

const linear = (terms: readonly Term[], coefficients: readonly number[], row: number) =>
	terms.reduce((sum, term, index) => sum + coefficients[index]! * term.values[row]!, 0);

const isClose = (a: readonly number[], b: readonly number[]) =>
	a.every((value, index) => Math.abs(value - b[index]!) <= CLOSE_ENOUGH * (1 + Math.abs(value)));

function withErrors(family: Family, data: Data, fit: Fit, predictor: readonly number[]): GeneralisedFit {
	const fitted = predictor.map(family.mean);
	const squares = fitted.reduce(
		(sum, mean, row) => sum + (data.sizes[row]! * (data.y[row]! - mean) ** 2) / family.variance(mean),
		0
	);
	const df = residualDegrees(fit);
	const phi = squares / df;
	const factor = Math.max(1, phi);
	return {
		names: fit.names,
		coefficients: fit.coefficients,
		standardErrors: fit.bread.map((row, k) => Math.sqrt(row[k]! * factor)),
		phi,
		df,
		fitted
	};
}
