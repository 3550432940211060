import { describe, expect, it } from 'vitest';
import { countsOf, playwrightCounts, triedAgain, vitestCounts } from './case-counts.mjs';

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
		expect(triedAgain(report)).toEqual([
			'links.e2e.ts:12 › passes at last',
			'links.e2e.ts:12 › passes at last, too'
		]);
		expect(triedAgain(null)).toEqual([]);
	});
});
