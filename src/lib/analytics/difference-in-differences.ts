import { clusteredVariance } from './clustered-variance';
import { peekProofFactor, PLANNED_DAYS } from './confidence-sequence';
import { commentVariance, constant, rowsOf, sidesOf, trend, weekdays, type Row } from './impact-design';
import { limitsAbout, type EstimateWarning, type ImpactDays, type ImpactEstimate } from './impact-estimate';
import { Z } from './interval';
import { coefficientOf, independentTerms, positionOf, weightedLeastSquares, type Term } from './regression';
import { netSentiment, pool } from './score';
import { studentQuantile, studentTails } from './student-t';

/** Net sentiment of both groups on both sides: target after and before, comparison after and before. */
export type FourMeans = {
	targetBefore: number;
	targetAfter: number;
	comparisonBefore: number;
	comparisonAfter: number;
};

/**
 * How both groups moved before the start, in net sentiment a day, the difference of the slopes and its p-value. A
 * difference with p < .10 is a reason not to believe the comparison; none is no proof.
 */
export type PreTrend = {
	target: number;
	comparison: number;
	difference: number;
	standardError: number;
	p: number;
	passed: boolean;
};

export type DifferenceInDifferences = ImpactEstimate & {
	method: 'difference-in-differences';
	/** The plain equation of four means; the estimate differs from it by what weekdays and the trend explain. */
	means: FourMeans;
	/** null where there are too few days before the start to fit slopes. */
	preTrend: PreTrend | null;
};

const PRE_TREND_DIFFERS = 0.1;
const SHORT_BASELINE = 14;

/**
 * How much more the brands under test changed than the brands they are compared with: d of
 * s = a + b·T + c·post + d·T:post + weekday + trend over the days of both groups, with numbers of messages as weights
 * and errors clustered by day, since news moves all brands on the same day. The standard error is the one without
 * small-sample bias, t has Bell and McCaffrey's degrees of freedom (see `clusteredVariance`), and the error is
 * never under that of the comments alone. It rests on the groups moving alike without the campaign; `preTrend` shows
 * how they moved before.
 * Source: Card and Krueger, American Economic Review 84 (1994) 772–793; Bertrand, Duflo and Mullainathan, Quarterly
 * Journal of Economics 119 (2004) 249–275, on clustering.
 * @param target the brands under test, pooled by day
 * @param comparison the others, pooled by day, on the same days
 * @param planned the planned days of the campaign
 * @returns null when a group has no rated messages on two days of a side
 * @example differenceInDifferences(own, others)?.estimate // 0.05: five points more than the others
 */
export function differenceInDifferences(
	target: ImpactDays,
	comparison: ImpactDays,
	planned: number = PLANNED_DAYS
): DifferenceInDifferences | null {
	const rows = rowsOnCommonDays(rowsOf(target, 1), rowsOf(comparison, 0));
	const own = sidesOf(rows.filter((row) => row.treated === 1));
	const means = fourMeans(target, comparison);
	if (own.daysBefore < 2 || own.daysAfter < 2 || means === null) return null;
	const weights = rows.map(({ n }) => n);
	const fit = weightedLeastSquares(
		independentTerms(designOf(rows), weights),
		rows.map(({ net }) => net),
		weights
	);
	const estimate = coefficientOf(fit, 'effect');
	const clustered = clusteredVariance(
		fit,
		'effect',
		rows.map(({ day }) => day)
	);
	const position = positionOf(fit, 'effect');
	const least = commentVariance([
		...target.before,
		...target.after,
		...comparison.before,
		...comparison.after
	]);
	const standardError = Math.sqrt(Math.max(clustered.variance, least * fit.bread[position]![position]!));
	const half = standardError * studentQuantile(0.05, clustered.df);
	const peek = half * (peekProofFactor(own.daysAfter, own.daysBefore, planned) / Z);
	const preTrend = preTrendOf(rows);
	return {
		method: 'difference-in-differences',
		...limitsAbout(estimate, half, peek),
		standardError,
		degreesOfFreedom: clustered.df,
		...own,
		warnings: warningsOf(own.daysBefore, preTrend),
		means,
		preTrend
	};
}

/** A day tells a difference only when both groups are there. */
function rowsOnCommonDays(target: readonly Row[], comparison: readonly Row[]): Row[] {
	const common = new Set(target.map(({ at }) => at));
	const both = new Set(comparison.map(({ at }) => at).filter((at) => common.has(at)));
	return [...target, ...comparison].filter(({ at }) => both.has(at));
}

function designOf(rows: readonly Row[]): Term[] {
	return [
		constant(rows),
		{ name: 'target', values: rows.map(({ treated }) => treated) },
		{ name: 'post', values: rows.map(({ post }) => post) },
		{ name: 'effect', values: rows.map(({ treated, post }) => treated * post) },
		trend(rows),
		...weekdays(rows)
	];
}

/**
 * The four means and δ = (s_T1 − s_T0) − (s_C1 − s_C0).
 * @returns null when one of them has nothing to divide by
 * @example fourMeans(own, others)?.targetAfter // 0.31
 */
export function fourMeans(target: ImpactDays, comparison: ImpactDays): FourMeans | null {
	const targetBefore = netSentiment(pool(target.before));
	const targetAfter = netSentiment(pool(target.after));
	const comparisonBefore = netSentiment(pool(comparison.before));
	const comparisonAfter = netSentiment(pool(comparison.after));
	if (targetBefore === null || targetAfter === null) return null;
	if (comparisonBefore === null || comparisonAfter === null) return null;
	return { targetBefore, targetAfter, comparisonBefore, comparisonAfter };
}

/** The slopes before the start: s = a + b·T + c·t + d·T:t + weekday, clustered by day. */
function preTrendOf(rows: readonly Row[]): PreTrend | null {
	const before = rows.filter(({ post }) => post === 0);
	const weights = before.map(({ n }) => n);
	const terms = independentTerms(
		[
			constant(before),
			{ name: 'target', values: before.map(({ treated }) => treated) },
			{ name: 'slope', values: before.map(({ at }) => at) },
			{ name: 'more', values: before.map(({ at, treated }) => at * treated) },
			...weekdays(before)
		],
		weights
	);
	if (before.length / 2 < SLOPE_DAYS || !terms.some(({ name }) => name === 'more')) return null;
	const fit = weightedLeastSquares(
		terms,
		before.map(({ net }) => net),
		weights
	);
	const { variance, df } = clusteredVariance(
		fit,
		'more',
		before.map(({ day }) => day)
	);
	const [slope, difference] = [coefficientOf(fit, 'slope'), coefficientOf(fit, 'more')];
	const standardError = Math.sqrt(variance);
	const p = standardError > 0 ? studentTails(difference / standardError, df) : difference === 0 ? 1 : 0;
	return {
		target: slope + difference,
		comparison: slope,
		difference,
		standardError,
		p,
		passed: p >= PRE_TREND_DIFFERS
	};
}

/** Two slopes through fewer days are noise. */
const SLOPE_DAYS = 7;

function warningsOf(daysBefore: number, preTrend: PreTrend | null): EstimateWarning[] {
	const short: EstimateWarning[] = daysBefore < SHORT_BASELINE || preTrend === null ? ['short-baseline'] : [];
	return preTrend === null || preTrend.passed ? short : ['pre-trend', ...short];
}
