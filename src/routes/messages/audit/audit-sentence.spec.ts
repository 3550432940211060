import { describe, expect, it } from 'vitest';
import type { CorrectedSentiment } from '$lib/analytics/label-audit';
import { auditSentence } from './audit-sentence';

const interval = (estimate: number, half: number) => ({
	estimate,
	low: estimate - half,
	high: estimate + half
});
const corrected = (net: number, half: number): CorrectedSentiment => ({
	positive: interval(0.4, half),
	neutral: interval(0.4, half),
	negative: interval(0.2, half),
	net: interval(net, half)
});
const REPORTED = { net: interval(0.2, 0.02) };
const found = (net: number, half = 0.1) => ({
	rated: 100,
	accuracy: interval(0.81, 0.08),
	corrected: corrected(net, half),
	noCorrection: null
});

describe('what an audit found, in words', () => {
	it.each([
		[
			'too few ratings',
			{ rated: 12, accuracy: null, corrected: null, noCorrection: { kind: 'too-few' as const } },
			'12 ratings are too few to say anything. From 30 on there is a result.'
		],
		[
			'a label that nobody rated',
			{
				...found(0),
				corrected: null,
				noCorrection: { kind: 'label-missing' as const, label: 'negative' as const }
			},
			'No message labelled negative is among those you rated, so sentiment cannot be corrected. Rate more messages.'
		],
		[
			'no sign of a shift',
			found(0.15),
			'81 % of the labels agree with you. Without their errors net sentiment is +15 points, between +5 and +25: no sign that the labels move it.'
		],
		[
			'an interval that holds nearly everything',
			found(0.05, 0.28),
			'Too few ratings to tell whether the labels move net sentiment: without their errors it is anywhere between −23 and +33. 81 % of the labels agree with you. Rate more messages.'
		],
		[
			'labels that are too kind',
			found(0.05),
			'The labels make sentiment look better than it is, by about 15 points. Without their errors it is +5, between −5 and +15. 81 % of the labels agree with you.'
		],
		[
			'labels that are too harsh, with a decimal where the interval is narrow',
			found(0.25, 0.04),
			'The labels make sentiment look worse than it is, by about 5.0 points. Without their errors it is +25.0, between +21.0 and +29.0. 81 % of the labels agree with you.'
		]
	])('tells of %s', (_, what, sentence) => {
		expect(auditSentence(what, REPORTED).replaceAll('\u00a0', ' ')).toBe(sentence);
	});
});
