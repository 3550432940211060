import { describe, expect, it, test } from 'vitest';
import { expectedAnswer } from '$lib/analytics/expected-change';
import { estimateOf, planned, reportOf, running } from '$lib/server/impact/report-fixture';
import type { ImpactReport } from '$lib/server/impact/report';
import { expectedSentence } from './expected-sentence';

/** The report of 9.8 points (7.2 to 12.4, 5.6 to 14.0 under daily looks), of which a number was expected. */
function expecting(expected: number | null, more: Partial<ImpactReport> = {}): ImpactReport {
	const report = reportOf(more);
	const { headline, campaign } = report;
	const answer = headline === null || expected === null ? null : expectedAnswer(expected / 100, headline);
	return { ...report, campaign: { ...campaign, expected }, expectedAnswer: answer };
}

const say = (expected: number | null, more: Partial<ImpactReport> = {}) =>
	expectedSentence(expecting(expected, more))?.replaceAll('\u00a0', ' ');

describe('a number that was expected is answered', () => {
	test.each([
		[
			5,
			'The expected change of +5 points was reached. Even the interval for daily looks, +5.6 to +14.0, lies beyond it.'
		],
		[
			6.5,
			'The expected change of +6.5 points was likely reached. The 95 % interval, +7.2 to +12.4, lies beyond it; the one for daily looks does not.'
		],
		[
			10,
			'Nobody can tell whether the expected change of +10 points was reached. The 95 % interval, +7.2 to +12.4, contains it.'
		],
		[
			13,
			'The expected change of +13 points was likely not reached. The 95 % interval, +7.2 to +12.4, ends short of it; the one for daily looks does not.'
		],
		[
			15,
			'The expected change of +15 points was not reached. Even the interval for daily looks, +5.6 to +14.0, ends short of it.'
		],
		[
			-5,
			'The expected change of −5 points was not reached. Even the interval for daily looks, +5.6 to +14.0, ends short of it.'
		]
	])('%d: %s', (expected, sentence) => {
		expect(say(expected)).toBe(sentence);
	});

	it('with nothing where no number was expected', () => {
		expect(say(null)).toBeUndefined();
	});

	it('as far as it is known while the campaign runs', () => {
		expect(say(15, running())).toMatch(/^So far: the expected change of \+15 points was not reached\./);
	});

	it('before the start with whether it could be seen', () => {
		expect(say(-5, planned())).toBe('A change as large as the expected −5 points would most likely be seen.');
		expect(say(2.5, planned())).toBe(
			'The expected change of +2.5 points is too small to be seen in 14 days: only a change of 3.2 points or more would most likely show.'
		);
		expect(say(5, { ...planned(), detectability: null })).toBeUndefined();
	});

	it('with no claim where there is no number', () => {
		const report = { ...expecting(5), headline: estimateOf('too-little'), expectedAnswer: null };
		expect(expectedSentence(report)).toBe(
			'There is no number to hold against the expected change of +5 points.'
		);
	});

	it('not by the wrong score: one of another metric is named as such', () => {
		const { campaign } = reportOf();
		const report = reportOf({ campaign: { ...campaign, expected: 4, metric: 'positive-of-rated' } });
		expect(expectedSentence(report)).toBe(
			'The expected change of +4 points is one of “Positive of rated”. This page measures net sentiment of all rated messages and cannot say whether it was reached.'
		);
	});
});
