import { expect, test } from 'vitest';
import { estimateOf, reportOf, withoutControls } from '$lib/server/impact/report-fixture';
import { computedRows } from './computed-rows';

const valueOf = (name: string, more: Parameters<typeof reportOf>[0] = {}) =>
	computedRows(reportOf(more)).find((row) => row.name === name)?.value;

test('the equation has the four means, and what weekday and trend make of their sum', () => {
	const sum = '(+33.19 − 23.12) − (26.51 − 26.25) = +9.81';
	expect(valueOf('Equation')).toBe(`${sum}; with weekday and trend +9.80`);
	expect(valueOf('Equation', { headline: estimateOf('clear', 1, { estimate: 0.0981 }) })).toBe(sum);
});

test('without comparison brands it is the difference of two means', () => {
	expect(valueOf('Equation', withoutControls('clear'))).toMatch(/^\+\d+\.\d\d − \d+\.\d\d = \+\d+\.\d\d/);
});

test('the number would flip at a share of wrong labels, or holds 0 as it stands', () => {
	expect(valueOf('Would flip if')).toBe('3.6 % of labels were wrong, all in one direction');
	expect(valueOf('Would flip if', { breakEven: null })).toBe('It includes 0 as it stands.');
});

test('the data are named by both ends of their hash, and when they were counted by clock and zone', () => {
	expect(valueOf('Data')).toBe('sha256 7c1e00000000…0ca94b');
	expect(valueOf('As of')).toBe('22 Nov 2026, 15:05, Europe/Berlin');
});

test('before there is a number, only score, version and data stand there', () => {
	const { evidence } = reportOf();
	const rows = computedRows(reportOf({ headline: null, evidence: { ...evidence, method: null } }));
	expect(rows.map(({ name }) => name)).toEqual(['Score', 'Version', 'As of', 'Data']);
});

test('a card without a number is not explained by one', () => {
	const headline = estimateOf('too-little');
	expect(valueOf('Equation', { headline })).toBeUndefined();
	expect(valueOf('Would flip if', { headline })).toBeUndefined();
});

test('a mean below 0 stands in brackets behind an operator', () => {
	const { evidence } = reportOf();
	const equation = { targetAfter: -0.04, targetBefore: -0.001, controlsAfter: 0.2, controlsBefore: 0.18 };
	expect(valueOf('Equation', { evidence: { ...evidence, equation } })).toMatch(
		/^\(−4\.00 − \(−0\.10\)\) − \(20\.00 − 18\.00\) = −5\.90/
	);
});
