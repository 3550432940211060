import { describe, expect, test } from 'vitest';
import { CONTROLS, estimateOf, reportOf, withoutControls } from '$lib/server/impact/report-fixture';
import { chanceText, checksOf, largestShift } from './impact-checks';

test.each([
	[0.42, 'as much by chance: 42 %'],
	[0.0077, 'as much by chance: 0.8 %'],
	[0.05, 'as much by chance: 5 %'],
	[0.0002, 'as much by chance: under 0.1 %'],
	[1, 'as much by chance: 100 %']
])('of a p of %s is said %s', (p, text) => {
	expect(chanceText(p)).toBe(text);
});

const PRICE_RISE = {
	name: 'Price rise',
	days: { from: '2026-10-07', to: '2026-10-20' },
	isBefore: false,
	isDuring: false
};

describe('the checks', () => {
	const stateOf = (title: RegExp, more: Parameters<typeof reportOf>[0] = {}) =>
		checksOf(reportOf(more)).find((check) => title.test(check.title));

	test('all pass for a campaign whose brands moved alike, whose size is rare and whose mix stayed', () => {
		const checks = checksOf(reportOf({ leftOut: [] }));
		expect(checks.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
		expect(checks[0]).toMatchObject({
			detail: 'Slopes differ by 0.22 points a day',
			value: 'as much by chance: 42 %'
		});
		expect(checks[1]).toMatchObject({ detail: 'Rank 1 of 61 windows', value: 'as much by chance: 2 %' });
		expect(checks[2]).toMatchObject({ detail: '+9.2 mood, +0.9 mix', value: 'no reversal' });
	});

	test('warn of brands that moved apart before, and of what nobody could check', () => {
		const preTrend = { target: 0.004, controls: -0.001, difference: 0.005, p: 0.02, passed: false };
		expect(stateOf(/differently before/, { preTrend })?.state).toBe('warn');
		expect(stateOf(/not known/, { preTrend: null })?.state).toBe('warn');
		expect(stateOf(/No comparison brands/, withoutControls('clear'))?.state).toBe('note');
	});

	test('warn when earlier dates give as much as a difference that is called sure', () => {
		const { placebo } = reportOf();
		expect(stateOf(/as large/, { placebo: { ...placebo!, rank: 30, p: 0.49 } })).toMatchObject({
			state: 'warn',
			detail: 'Rank 30 of 61 windows'
		});
		const headline = estimateOf('unsure');
		expect(stateOf(/as large/, { headline, placebo: { ...placebo!, rank: 30, p: 0.49 } })?.state).toBe(
			'note'
		);
	});

	test('find nothing in earlier dates and in the mix where the card has no number', () => {
		const headline = estimateOf('too-little');
		expect(stateOf(/could not be tried/, { headline })).toMatchObject({ state: 'note', value: '' });
		expect(stateOf(/platforms/, { headline })).toBeUndefined();
	});

	test('warn of a reversal before they warn of another mix', () => {
		expect(stateOf(/opposite ways/, { warnings: ['simpson', 'mix-shift'] })?.state).toBe('warn');
		expect(stateOf(/another mix/, { warnings: ['mix-shift'] })?.state).toBe('warn');
	});

	test('warn of what is counted otherwise, of other news and of missing brands', () => {
		const checks = checksOf(
			reportOf({
				warnings: ['denominator', 'other-news', 'control-news', 'missing-brands'],
				otherNews: [{ ...PRICE_RISE, isDuring: true }],
				leftOut: []
			})
		);
		expect(checks.filter(({ state }) => state === 'warn')).toHaveLength(4);
	});

	test('name other news with its days in the window in which it lies, and in both where it lies in both', () => {
		const titles = (isBefore: boolean, isDuring: boolean) =>
			checksOf(reportOf({ otherNews: [{ ...PRICE_RISE, isBefore, isDuring }] })).flatMap(
				({ state, title }) => (state === 'warn' ? [title] : [])
			);
		const [during, before] = [
			'In the days during: Price rise (7 – 20 Oct 2026)',
			'In the days before: Price rise (7 – 20 Oct 2026)'
		];
		expect(titles(false, true)).toEqual([during]);
		expect(titles(true, false)).toEqual([before]);
		expect(titles(true, true)).toEqual([during, before]);
	});

	test('name the comparison brands that have news of their own', () => {
		const more = { warnings: ['control-news' as const], controlsWithNews: CONTROLS.slice(0, 2) };
		expect(stateOf(/^News of/, more)?.title).toBe('News of Tarn & Moss and Ovelle in the same days');
	});

	test('name the brands of which nothing was rated', () => {
		expect(stateOf(/without a rated message/, { withoutData: CONTROLS.slice(0, 1) })).toMatchObject({
			state: 'note',
			title: 'Tarn & Moss without a rated message'
		});
	});

	test('name the brands that were left out, together by their reason', () => {
		const leftOut = CONTROLS.map((brand) => ({ brand, reason: 'other-industry' as const }));
		expect(stateOf(/left out/, { leftOut })).toEqual({
			state: 'note',
			title: 'Tarn & Moss, Ovelle, Saltgrove left out of the comparison',
			detail: 'Another industry',
			value: ''
		});
	});
});

test('the platform that moved the most is said in whole per cent, and a small move is not', () => {
	const { platforms } = reportOf().mix!;
	expect(largestShift(platforms)).toBe('TikTok went from 25 % to 36 % of rated messages.');
	const still = platforms.map((part) => ({ ...part, after: part.before }));
	expect(largestShift(still)).toBeNull();
});
