import { describe, expect, it } from 'vitest';
import { countsOf, playwrightCases, playwrightCounts, vitestCounts, vitestFailures } from './case-counts.mjs';

describe('the last line of a whole run', () => {
	it('adds what a runner counted', () => {
		expect(countsOf(true, vitestCounts({ numPassedTests: 7, numFailedTests: 0 }))).toEqual({
			passed: 7,
			failed: 0
		});
		expect(countsOf(false, vitestCounts({ numPassedTests: 5, numFailedTests: 2 }))).toEqual({
			passed: 5,
			failed: 2
		});
	});

	it('counts one failure for a runner that failed beside its cases, found none, or wrote no report', () => {
		expect(countsOf(false, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 });
		expect(countsOf(true, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
		expect(countsOf(true, vitestCounts(null))).toEqual({ passed: 0, failed: 1 });
		expect(countsOf(false, playwrightCounts(null))).toEqual({ passed: 0, failed: 1 });
	});

	const spec = (title: string, ...statuses: string[]) => ({
		file: 'links.e2e.ts',
		line: 12,
		title,
		tests: statuses.map((status) => ({ status }))
	});
	const report = {
		stats: { expected: 3, flaky: 2, unexpected: 1 },
		suites: [
			{
				specs: [spec('passes', 'expected'), spec('passes at last', 'flaky')],
				suites: [{ specs: [spec('passes at last, too', 'expected', 'flaky'), spec('fails', 'unexpected')] }]
			},
			{ suites: [] }
		]
	};

	it('counts a case that passed at its second try as passed, and as nothing else', () => {
		expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 1 });
	});

	it('names every case that passed only at its second try, however deep it stands', () => {
		expect(playwrightCases(report, 'flaky')).toEqual([
			'links.e2e.ts:12 › passes at last',
			'links.e2e.ts:12 › passes at last, too'
		]);
		expect(playwrightCases(null, 'flaky')).toEqual([]);
	});

	it('names every case that failed, and a file of which no case could run', () => {
		expect(playwrightCases(report, 'unexpected')).toEqual(['links.e2e.ts:12 › fails']);
		const file = (name: string, status: string, ...statuses: string[]) => ({
			name: `/app/src/${name}.spec.ts`,
			status,
			assertionResults: statuses.map((each, index) => ({ status: each, fullName: `case ${index}` }))
		});
		const files = [
			file('good', 'passed', 'passed'),
			file('bad', 'failed', 'passed', 'failed'),
			file('broken', 'failed')
		];
		expect(vitestFailures({ testResults: files }, '/app')).toEqual([
			'src/bad.spec.ts › case 1',
			'src/broken.spec.ts'
		]);
		expect(vitestFailures(null, '/app')).toEqual([]);
	});
});
