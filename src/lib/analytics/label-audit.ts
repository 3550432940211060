import type { SentimentCounts } from '$lib/community/answers';
import type { Estimate } from './interval';
import type { ByClass, CheckedLabels } from './label-error';
import { gammaFrom, multinomialFrom, seeded, type Random } from './random';
import { ratedTotal } from './score';

/** The classes in the order of the matrices. */
export const LABEL_CLASSES = ['positive', 'neutral', 'negative'] as const;

/** Fewer checked messages than this say nothing about labels. */
export const LEAST_CHECKED = 30;

/** Shares and net sentiment with the errors of the labels taken out, each with its 95 % interval. */
export type CorrectedSentiment = Record<'positive' | 'neutral' | 'negative' | 'net', Estimate>;

type Shares = ByClass<number>;

const CLASSES = [0, 1, 2] as const;

/** What one label stands for before anything was checked: one message, a third of it in each true class. */
const PRIOR = 1 / 3;
const RUNS = 2000;

const byClass = <T>(make: (at: 0 | 1 | 2) => T): ByClass<T> => [make(0), make(1), make(2)];

function sharesOf(counts: Shares): Shares {
	const sum = counts[0] + counts[1] + counts[2];
	return byClass((at) => counts[at] / sum);
}

/** For each label how often it stood on which true class: the checked messages, columns as rows. */
const byLabel = (checked: CheckedLabels): ByClass<Shares> =>
	byClass((label) => byClass((truth) => checked[truth][label]));

/** The share of each true class: what its labels are worth, weighted by how many messages carry each of them. */
const weighted = (labels: Shares, worth: ByClass<Shares>): Shares =>
	byClass((truth) => CLASSES.reduce<number>((sum, label) => sum + labels[label] * worth[label][truth], 0));

/** Shares about those of some counts, as far off as so few counts leave them uncertain. */
function drawnShares(random: Random, counts: Shares): Shares {
	return sharesOf(byClass((at) => gammaFrom(random, counts[at] + PRIOR)));
}

function redrawn(random: Random, labels: Shares): Shares {
	const n = labels[0] + labels[1] + labels[2];
	return sharesOf(multinomialFrom(random, n, sharesOf(labels)) as unknown as Shares);
}

/** Limits that hold the estimate also where nothing wrong was found, and every draw lies on one side of it. */
function limitsOf(estimate: number, drawn: Float64Array): Estimate {
	const sorted = drawn.sort();
	const at = (probability: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(probability * sorted.length))]!;
	return { estimate, low: Math.min(estimate, at(0.025)), high: Math.max(estimate, at(0.975)) };
}

/**
 * Sentiment with the errors of its labels taken out, where the checked messages were drawn at random from the very
 * messages that were counted: how often each label stands on which true class, weighted by how many messages carry the
 * label. With such a sample this is the likeliest answer, and needs fewer checked messages than turning the error rates
 * of the true classes round (`correctedNet`), which has to be used where the checked messages are others.
 *
 * The 95 % interval is the middle of 2,000 draws of both samples: the counted labels anew, and for each label shares from
 * a Dirichlet distribution with a third of a message in each class on top of what was checked. So a label that was never
 * found wrong among few is not taken for one that never is.
 * Source: Tenenbein, Technometrics 14 (1972) 187–202; Rubin, Annals of Statistics 9 (1981) 130–134.
 * @param checked for each true class how often it got which label
 * @param random a seeded generator, so that the same data give the same limits
 * @returns null without counted messages, or where a label that messages carry was never checked
 * @example correctedByLabel(counts, checked, seeded(1))?.net // { estimate: 0.15, low: 0.09, high: 0.21 }
 */
export function correctedByLabel(
	counts: SentimentCounts,
	checked: CheckedLabels,
	random: Random,
	runs: number = RUNS
): CorrectedSentiment | null {
	const labels: Shares = [counts.positive, counts.neutral, counts.negative];
	const found = byLabel(checked);
	const isUnknown = (label: 0 | 1 | 2) => labels[label] > 0 && found[label].every((n) => n === 0);
	if (ratedTotal(counts) === 0 || CLASSES.some(isUnknown)) return null;
	const isSeen = (label: 0 | 1 | 2) => found[label].some((n) => n > 0);
	const worth = byClass((label) => (isSeen(label) ? sharesOf(found[label]) : byClass(() => 0)));
	const truth = weighted(sharesOf(labels), worth);
	const drawn = [0, 1, 2, 3].map(() => new Float64Array(runs));
	for (let run = 0; run < runs; run += 1) {
		const again = weighted(
			redrawn(random, labels),
			byClass((label) => drawnShares(random, found[label]))
		);
		CLASSES.forEach((at) => (drawn[at]![run] = again[at]));
		drawn[3]![run] = again[0] - again[2];
	}
	return {
		positive: limitsOf(truth[0], drawn[0]!),
		neutral: limitsOf(truth[1], drawn[1]!),
		negative: limitsOf(truth[2], drawn[2]!),
		net: limitsOf(truth[0] - truth[2], drawn[3]!)
	};
}

/** What a plan assumes of labels before anybody has checked them: four in five are right. */
const PLANNED_ACCURACY = 0.8;

/**
 * How wide the interval of corrected net sentiment will be about, if four labels in five are right and the wrong ones
 * fall on both other classes alike.
 * @param size how many messages are to be checked
 * @returns half of the width, as a fraction; null without counted messages
 * @example plannedHalfWidth({ positive: 4200, neutral: 3800, negative: 2000 }, 100) // about 0.1
 */
export function plannedHalfWidth(counts: SentimentCounts, size: number): number | null {
	if (ratedTotal(counts) === 0) return null;
	const labels = sharesOf([counts.positive, counts.neutral, counts.negative]);
	const wrong = (1 - PLANNED_ACCURACY) / 2;
	const checked = byClass((truth) =>
		byClass((label) => size * labels[label] * (truth === label ? PLANNED_ACCURACY : wrong))
	);
	const planned = correctedByLabel(counts, checked, seeded(1));
	return planned && (planned.net.high - planned.net.low) / 2;
}
