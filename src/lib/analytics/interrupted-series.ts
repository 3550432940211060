import { peekProofFactor, PLANNED_DAYS } from './confidence-sequence';
import { commentVariance, constant, rowsOf, sidesOf, trend, weekdays, type Row } from './impact-design';
import { limitsAbout, type ImpactDays, type ImpactEstimate } from './impact-estimate';
import { Z } from './interval';
import {
	classicalCovariance,
	coefficientOf,
	independentTerms,
	positionOf,
	residualDegrees,
	weightedLeastSquares,
	type Fit
} from './regression';
import { neweyWestCovariance, usualLags } from './sandwich';
import { studentQuantile } from './student-t';

/** One rated day: what was there, what the fit says, and what it says would have been without the step. */
export type SeriesDay = { day: string; net: number; n: number; fitted: number; counterfactual: number };

export type InterruptedSeries = ImpactEstimate & {
	method: 'interrupted-series';
	/** Change of net sentiment a day that would have gone on anyway. */
	slope: number;
	plainStandardError: number;
	neweyWestStandardError: number;
	series: SeriesDay[];
};

/**
 * The step of a series at a start, beside a trend and weekdays that go on: b of s = a + b·step + c·t + weekday, with
 * numbers of messages as weights. Days near each other may move together, so Newey and West's standard error
 * stands beside the plain one and the larger is taken, and never one under that of the comments alone.
 * Source: Wagner, Soumerai, Zhang and Ross-Degnan, Journal of Clinical Pharmacy and Therapeutics 27 (2002) 299–309.
 * @param planned the planned days of the campaign
 * @returns null when a side has fewer than two days with rated messages, or the days are too few for a step beside a
 * trend
 * @example interruptedSeries({ before, after })?.series[40]?.counterfactual // 0.21
 */
export function interruptedSeries(
	days: ImpactDays,
	planned: number = PLANNED_DAYS
): InterruptedSeries | null {
	const rows = rowsOf(days, 1);
	const sides = sidesOf(rows);
	const fit = sides.daysBefore < 2 || sides.daysAfter < 2 ? null : fitOf(rows);
	if (fit === null) return null;
	const df = residualDegrees(fit);
	const errors = errorsOf(fit, rows, commentVariance([...days.before, ...days.after]));
	const half = studentQuantile(0.05, df) * errors.standardError;
	const factor = peekProofFactor(sides.daysAfter, sides.daysBefore, planned) / Z;
	return {
		method: 'interrupted-series',
		...limitsAbout(coefficientOf(fit, 'step'), half, half * factor),
		...errors,
		degreesOfFreedom: df,
		...sides,
		warnings: [],
		slope: coefficientOf(fit, 'trend') / Math.max(1, ...rows.map(({ at }) => at)),
		series: seriesOf(fit, rows)
	};
}

function fitOf(rows: readonly Row[]): Fit | null {
	const weights = rows.map(({ n }) => n);
	const step = { name: 'step', values: rows.map(({ post }) => post) };
	const terms = independentTerms([constant(rows), step, trend(rows), ...weekdays(rows)], weights);
	if (rows.length - terms.length < 1) return null;
	return weightedLeastSquares(
		terms,
		rows.map(({ net }) => net),
		weights
	);
}

function errorsOf(fit: Fit, rows: readonly Row[], variance: number) {
	const step = positionOf(fit, 'step');
	const at = rows.map((row) => row.at);
	const plain = Math.sqrt(classicalCovariance(fit)[step]![step]!);
	const robust = Math.sqrt(neweyWestCovariance(fit, at, usualLags(rows.length))[step]![step]!);
	const comments = Math.sqrt(variance * fit.bread[step]![step]!);
	return {
		standardError: Math.max(plain, robust, comments),
		plainStandardError: plain,
		neweyWestStandardError: robust
	};
}

function seriesOf(fit: Fit, rows: readonly Row[]): SeriesDay[] {
	const step = coefficientOf(fit, 'step');
	return rows.map(({ day, net, n, post }, index) => {
		const fitted = net - fit.residuals[index]!;
		return { day, net, n, fitted, counterfactual: fitted - post * step };
	});
}
