import { relative } from 'node:path';

/**
 * What the runners' reports say, in the two numbers of the last line: how many cases passed, and how many failed.
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * The counts of a runner. One that failed without a failed case, or wrote no report, counts as one failure.
 * @param {boolean} succeeded whether the runner ended well
 * @param {Counts | null} counts from its report, if it wrote one
 * @returns {Counts}
 */
export function countsOf(succeeded, counts) {
	const { passed, failed } = counts ?? { passed: 0, failed: 0 };
	return { passed, failed: failed === 0 && (!succeeded || passed === 0) ? 1 : failed };
}

/** @param {{ numPassedTests: number, numFailedTests: number } | null} report the JSON of Vitest */
export function vitestCounts(report) {
	return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * A case that passed when it was tried again has passed; `playwrightCases` names it all the same.
 * @param {{ stats: { expected: number, flaky: number, unexpected: number } } | null} report the JSON of Playwright
 */
export function playwrightCounts(report) {
	return report && { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}

/**
 * @typedef {{ file: string, line: number, title: string, tests: { status: string }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * The cases of a status, where each stands, and its title: `flaky` are those that passed only when tried again.
 * @param {Suite | null} report the JSON of Playwright, or a part of it
 * @param {'flaky' | 'unexpected'} wanted
 * @returns {string[]}
 */
export function playwrightCases(report, wanted) {
	const own = (report?.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === wanted));
	return [
		...own.map(({ file, line, title }) => `${file}:${line} › ${title}`),
		...(report?.suites ?? []).flatMap((suite) => playwrightCases(suite, wanted))
	];
}

/**
 * The cases that failed, each with its file.
 * @typedef {{ status: string, fullName: string }} Assertion
 * @param {{ testResults: { name: string, status: string, assertionResults: Assertion[] }[] } | null} report the JSON
 *   of Vitest
 * @param {string} root the folder that the files are named from
 * @returns {string[]}
 */
export function vitestFailures(report, root) {
	return (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
		const file = relative(root, name);
		const failed = assertionResults.filter((result) => result.status === 'failed');
		if (failed.length === 0) return status === 'failed' ? [file] : [];
		return failed.map(({ fullName }) => `${file} › ${fullName}`);
	});
}
