import type { SentimentCounts } from '$lib/community/answers';
import { multinomialFrom, type Random } from './random';
import { ratedTotal } from './score';

/**
 * The true share behind an observed one, when labels have known errors: (observed + specificity − 1) / (sensitivity +
 * specificity − 1). Not clipped: a value outside of 0 to 1 says that the errors are not those that were assumed.
 * Source: Rogan and Gladen, American Journal of Epidemiology 107 (1978) 71–76.
 * @param sensitivity the share of the truly positive that is labelled so
 * @param specificity the share of the others that is not
 * @throws RangeError when the two add up to at most 1: such a label says nothing
 * @example trueShare(0.3, 0.85, 0.9) // 0.266667
 */
export function trueShare(observed: number, sensitivity: number, specificity: number): number {
	const worth = sensitivity + specificity - 1;
	if (!(worth > 0)) throw new RangeError('Labels with sensitivity + specificity of at most 1 say nothing.');
	return (observed + specificity - 1) / worth;
}

/** Something for each class, in this order everywhere. */
export type ByClass<T> = readonly [positive: T, neutral: T, negative: T];

/** Rows are true classes, columns labels. */
export type Confusion = ByClass<ByClass<number>>;

const CLASSES = [0, 1, 2] as const;

function determinant([a, b, c]: Confusion): number {
	return (
		a[0] * (b[1] * c[2] - b[2] * c[1]) -
		a[1] * (b[0] * c[2] - b[2] * c[0]) +
		a[2] * (b[0] * c[1] - b[1] * c[0])
	);
}

/** Below this the labels of two classes are alike. */
const ALIKE = 1e-9;

/**
 * The true shares of three classes behind the observed ones: the solution of observed = Cᵀ · true, by Cramer's rule.
 * They add up to 1 and are not clipped.
 * Source: Buonaccorsi, Measurement Error (2010), section 2.3.
 * @param confusion shares of the labels of each true class; each row adds up to 1
 * @throws RangeError when two classes are labelled alike, so that nobody can tell them apart
 * @example trueShares([0.335, 0.4425, 0.2225], confusion) // 0.35, 0.45, 0.20
 */
export function trueShares(observed: ByClass<number>, confusion: Confusion): [number, number, number] {
	const whole = determinant(confusion);
	if (!(Math.abs(whole) > ALIKE))
		throw new RangeError('Two classes are labelled alike: nobody can tell them apart.');
	// The determinant of a transposed matrix is the same, so rows are put in the place of columns.
	const inPlaceOf = (at: number) =>
		CLASSES.map((row) => (row === at ? observed : confusion[row])) as unknown as Confusion;
	return [
		determinant(inPlaceOf(0)) / whole,
		determinant(inPlaceOf(1)) / whole,
		determinant(inPlaceOf(2)) / whole
	];
}

/** A sample whose labels somebody checked: for each true class how often it got which label. */
export type CheckedLabels = Confusion;

/** Net sentiment as it would be with right labels; the interval carries the errors of both samples. */
export type CorrectedNet = { estimate: number; low: number; high: number };

const sharesOf = (counts: ByClass<number>): ByClass<number> => {
	const sum = counts[0] + counts[1] + counts[2];
	return [counts[0] / sum, counts[1] / sum, counts[2] / sum];
};

function correctedOnce(observed: ByClass<number>, checked: CheckedLabels): number {
	const confusion: Confusion = [sharesOf(checked[0]), sharesOf(checked[1]), sharesOf(checked[2])];
	const [positive, , negative] = trueShares(sharesOf(observed), confusion);
	return positive - negative;
}

const RUNS = 2000;

/**
 * Net sentiment with the errors of the labels taken out, and its 95 % interval by a bootstrap of both samples: the
 * observed counts and each row of the checked ones are drawn anew, and the middle 95 % of the results are the limits.
 * Runs in which two classes are labelled alike are drawn again.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), section 13.3 (percentile intervals).
 * @param random a seeded generator, so that the same data give the same limits
 * @returns null without rated messages or without a checked one of each true class
 * @throws RangeError when two classes are labelled alike
 * @example correctedNet(counts, checked, seeded(1)) // { estimate: 0.15, low: 0.09, high: 0.21 }
 */
export function correctedNet(
	counts: SentimentCounts,
	checked: CheckedLabels,
	random: Random,
	runs: number = RUNS
): CorrectedNet | null {
	const observed: ByClass<number> = [counts.positive, counts.neutral, counts.negative];
	if (ratedTotal(counts) === 0 || checked.some((row) => row[0] + row[1] + row[2] === 0)) return null;
	const estimate = correctedOnce(observed, checked);
	const found = Float64Array.from({ length: runs }, () => drawnOnce(observed, checked, random)).sort();
	const at = (probability: number) => found[Math.min(runs - 1, Math.floor(probability * runs))]!;
	return { estimate, low: at(0.025), high: at(0.975) };
}

const MOST_TRIES = 100;

function drawnOnce(observed: ByClass<number>, checked: CheckedLabels, random: Random): number {
	for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
		const again = checked.map((row) => redrawn(row, random)) as unknown as CheckedLabels;
		const confusion = again.map(sharesOf) as unknown as Confusion;
		if (Math.abs(determinant(confusion)) > ALIKE) return correctedOnce(redrawn(observed, random), again);
	}
	throw new RangeError('The checked sample is too small to tell the classes apart.');
}

function redrawn(counts: ByClass<number>, random: Random): ByClass<number> {
	const n = counts[0] + counts[1] + counts[2];
	return multinomialFrom(random, n, sharesOf(counts)) as unknown as ByClass<number>;
}
