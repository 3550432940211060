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
 * A case that passed when it was tried again has passed; `triedAgain` names it all the same.
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
 * The cases that passed only when they were tried again: where each stands, and its title.
 * @param {Suite | null} report the JSON of Playwright, or a part of it
 * @returns {string[]}
 */
export function triedAgain(report) {
	const own = (report?.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
	return [
		...own.map(({ file, line, title }) => `${file}:${line} › ${title}`),
		...(report?.suites ?? []).flatMap(triedAgain)
	];
}
