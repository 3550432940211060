import { expect, test } from 'vitest';
import { estimateOf, reportOf } from '$lib/server/impact/report-fixture';
import { mixGap, placeboGap, planGap } from './impact-gaps';

const lasting = (complete: number, planned = complete) => reportOf({ progress: { complete, planned } });

test('a window that is longer than the days before the baseline says so, with both lengths', () => {
	expect(placeboGap({ ...lasting(243), historyDays: 180 })).toBe(
		'A window of 243 days does not fit into the 180 days that are looked at before the baseline.'
	);
});

test('earlier dates are not missed before the first day is over', () => {
	expect(placeboGap({ ...lasting(0, 14), historyDays: 180 })).toBe('No day of the campaign is over yet.');
});

test('a window that fits and has nothing to be compared with says what lacks', () => {
	expect(placeboGap({ ...lasting(14), historyDays: 14 })).toMatch(/^Nothing was rated on the earlier days/);
});

test('a campaign of less than a week says why it ends without an answer, and any other what lacks', () => {
	expect(planGap(lasting(3, 6))).toMatch(/at least seven full days/);
	expect(planGap(lasting(3, 7))).toMatch(/^Too few rated messages/);
});

test('a card without a number has no earlier windows and no parts beside it, whatever could be computed', () => {
	const little = reportOf({ headline: estimateOf('too-little') });
	expect(placeboGap(little)).toMatch(/^There is no number/);
	expect(mixGap(little)).toMatch(/^There is too little data/);
	expect(mixGap(reportOf({ mix: null }))).toMatch(/need rated messages/);
});
