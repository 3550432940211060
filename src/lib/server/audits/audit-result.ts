import { wilson, type Estimate } from '$lib/analytics/interval';
import {
	correctedByLabel,
	LABEL_CLASSES,
	LEAST_CHECKED,
	type CorrectedSentiment
} from '$lib/analytics/label-audit';
import { correctedNet, trueShares, type ByClass, type Confusion } from '$lib/analytics/label-error';
import { seeded } from '$lib/analytics/random';
import type { Sentiment } from '$lib/community/vocabulary';
import type { Audit, DrawnMessage } from './audit';

/**
 * What came of turning round how each true class is labelled: net sentiment, or why it has none. `missing`: a class was
 * never rated; `alike`: two classes are labelled alike; `outside`: the rates found cannot have made the reported shares.
 */
export type ByErrorRates =
	| { kind: 'net'; net: Estimate }
	| { kind: 'missing'; class: Sentiment }
	| { kind: 'alike' }
	| { kind: 'outside' };

/** Why there is no corrected sentiment: too few ratings, or a label that messages carry and that was never rated. */
export type NoCorrection = { kind: 'too-few' } | { kind: 'label-missing'; label: Sentiment };

/** What an audit found. `matrix` counts ratings (rows) by label (columns), in the order of `LABEL_CLASSES`. */
export type AuditResult = {
	matrix: Confusion;
	/** Messages with a rating that is not "can't say". */
	rated: number;
	unsure: number;
	unrated: number;
	/** The share of labels that agree with the ratings; null below `LEAST_CHECKED`. */
	accuracy: Estimate | null;
	corrected: CorrectedSentiment | null;
	noCorrection: NoCorrection | null;
	byErrorRates: ByErrorRates | null;
	disagreements: DrawnMessage[];
};

function matrixOf(messages: readonly DrawnMessage[]): Confusion {
	const count = (rating: Sentiment, label: Sentiment) =>
		messages.filter((message) => message.rating === rating && message.label === label).length;
	return LABEL_CLASSES.map((rating) =>
		LABEL_CLASSES.map((label) => count(rating, label))
	) as unknown as Confusion;
}

const sum = (row: ByClass<number>) => row[0] + row[1] + row[2];

function errorRates({ reported, seed }: Audit, matrix: Confusion): ByErrorRates {
	const missing = LABEL_CLASSES.find((_, row) => sum(matrix[row]!) === 0);
	if (missing !== undefined) return { kind: 'missing', class: missing };
	const { positive, neutral, negative } = reported.counts;
	const n = positive + neutral + negative;
	try {
		const rates = matrix.map((row) => row.map((cell) => cell / sum(row))) as unknown as Confusion;
		const shares = trueShares([positive / n, neutral / n, negative / n], rates);
		if (shares.some((share) => share < 0 || share > 1)) return { kind: 'outside' };
		const net = correctedNet(reported.counts, matrix, seeded(seed));
		return net === null ? { kind: 'alike' } : { kind: 'net', net };
	} catch (cause) {
		if (cause instanceof RangeError) return { kind: 'alike' };
		throw cause;
	}
}

function noCorrectionOf({ reported }: Audit, matrix: Confusion, rated: number): NoCorrection | null {
	if (rated < LEAST_CHECKED) return { kind: 'too-few' };
	const label = LABEL_CLASSES.find(
		(name, column) => reported.counts[name] > 0 && matrix.every((row) => row[column] === 0)
	);
	return label === undefined ? null : { kind: 'label-missing', label };
}

/** What the ratings of an audit say about its labels; seeded by the audit's own seed, so that it is always the same. */
export function resultOf(audit: Audit): AuditResult {
	const matrix = matrixOf(audit.messages);
	const rated = matrix.reduce((total, row) => total + sum(row), 0);
	const count = (rating: DrawnMessage['rating']) =>
		audit.messages.filter((message) => message.rating === rating).length;
	const noCorrection = noCorrectionOf(audit, matrix, rated);
	const isEnough = rated >= LEAST_CHECKED;
	return {
		matrix,
		rated,
		unsure: count('unsure'),
		unrated: count(null),
		accuracy: isEnough ? wilson(matrix[0][0] + matrix[1][1] + matrix[2][2], rated) : null,
		corrected:
			noCorrection === null ? correctedByLabel(audit.reported.counts, matrix, seeded(audit.seed)) : null,
		noCorrection,
		byErrorRates: isEnough ? errorRates(audit, matrix) : null,
		disagreements: audit.messages.filter(
			({ rating, label }) => rating !== null && rating !== 'unsure' && rating !== label
		)
	};
}
