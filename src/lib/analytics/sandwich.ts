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

const empty = (fit: Fit) => fit.names.map(() => fit.names.map(() => 0));

/** Add the products of every element of one score with every element of another. */
function addProducts(meat: number[][], a: Score, b: Score): void {
	for (let i = 0; i < a.length; i += 1) {
		for (let j = 0; j < b.length; j += 1) meat[i]![j]! += a[i]! * b[j]!;
	}
}

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
	for (const sum of sums.values()) addProducts(meat, sum, sum);
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
	for (const [row, score] of scores.entries()) {
		addProducts(meat, score, aroundIt(scores, times, row, lags));
	}
	const left = residualDegrees(fit);
	return sandwich(fit, meat, (left + fit.names.length) / left);
}

/** A row's score and those of the days about it, with weights falling to 0. */
function aroundIt(scores: readonly Score[], times: readonly number[], row: number, lags: number): Score {
	const sum = [...scores[row]!];
	for (const step of [-1, 1]) {
		for (let other = row + step; other >= 0 && other < scores.length; other += step) {
			const distance = Math.abs(times[row]! - times[other]!);
			if (distance > lags) break;
			const weight = 1 - distance / (lags + 1);
			for (let k = 0; k < sum.length; k += 1) sum[k]! += weight * scores[other]![k]!;
		}
	}
	return sum;
}
