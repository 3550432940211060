import { residualDegrees, type Fit } from './regression';

/** What one row pulls on each coefficient: its weighted terms times its residual. */
type Score = number[];

function scoresOf(fit: Fit): Score[] {
	return fit.scaled.map((residual, row) => fit.columns.map((column) => column[row]! * residual));
}

/** bread · meat · bread, times a correction for few rows. */
function sandwich(fit: Fit, meat: readonly (readonly number[])[], correction: number): number[][] {
	const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
		a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
	return times(times(fit.bread, meat), fit.bread).map((row) => row.map((value) => value * correction));
}

const outer = (a: Score, b: Score) => a.map((x) => b.map((y) => x * y));

function add(meat: number[][], part: number[][], factor: number): void {
	part.forEach((row, i) => row.forEach((value, j) => (meat[i]![j]! += factor * value)));
}

const empty = (fit: Fit) => fit.names.map(() => fit.names.map(() => 0));

/**
 * The covariance of the coefficients where rows of one cluster may move together, such as all brands on one day:
 * the scores are added up within each cluster, and G/(G−1) · (n−1)/(n−p) corrects for few clusters (CR1).
 * Source: Liang and Zeger, Biometrika 73 (1986) 13–22; the correction as in Cameron and Miller, Journal of Human
 * Resources 50 (2015) 317–372.
 * @param clusters a name for each row
 * @example clusteredCovariance(fit, rows.map((row) => row.day))
 */
export function clusteredCovariance(fit: Fit, clusters: readonly string[]): number[][] {
	const sums = new Map<string, Score>();
	scoresOf(fit).forEach((score, row) => {
		if (fit.weights[row] === 0) return;
		const before = sums.get(clusters[row]!);
		sums.set(clusters[row]!, before ? before.map((value, k) => value + score[k]!) : score);
	});
	const meat = empty(fit);
	for (const sum of sums.values()) add(meat, outer(sum, sum), 1);
	const left = residualDegrees(fit);
	const rows = left + fit.names.length;
	return sandwich(fit, meat, (sums.size / (sums.size - 1)) * ((rows - 1) / left));
}

/**
 * How many days back Newey and West's covariance looks: ⌊4 · (T/100)^(2/9)⌋, their own rule of thumb.
 * @example usualLags(56) // 3
 */
export function usualLags(rows: number): number {
	return Math.floor(4 * (rows / 100) ** (2 / 9));
}

/**
 * The covariance of the coefficients where days near each other may move together: products of scores up to `lags`
 * days apart, with weights falling to 0 (Bartlett), times n/(n−p).
 * Source: Newey and West, Econometrica 55 (1987) 703–708.
 * @param times the day of each row as a whole number, ascending; days may be missing
 * @example neweyWestCovariance(fit, [0, 1, 2, 4, 5], 3)
 */
export function neweyWestCovariance(fit: Fit, times: readonly number[], lags: number): number[][] {
	const scores = scoresOf(fit);
	const meat = empty(fit);
	scores.forEach((score, row) => {
		add(meat, outer(score, score), 1);
		for (let past = row - 1; past >= 0 && times[row]! - times[past]! <= lags; past -= 1) {
			const weight = 1 - (times[row]! - times[past]!) / (lags + 1);
			add(meat, outer(score, scores[past]!), weight);
			add(meat, outer(scores[past]!, score), weight);
		}
	});
	const left = residualDegrees(fit);
	return sandwich(fit, meat, (left + fit.names.length) / left);
}
