#!/usr/bin/env node
/**
 * Everything that CI runs, in the order in which it fails fastest. Each check counts as one; the runners' own
 * cases are added up from their reports. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemBrowser } from '../tests/support/browser.mjs';
import { buildWhenStale } from './build-when-stale.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const reports = mkdtempSync(join(tmpdir(), 'undertone-test-'));
const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}`, FORCE_COLOR: '0' };
const total = { passed: 0, failed: 0 };

function run(program, args, extra = {}) {
	const result = spawnSync(program, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...environment, ...extra }
	});
	return result.status === 0;
}

function heading(title) {
	process.stdout.write(`\n── ${title}\n`);
}

/** A step without cases of its own: it passes or fails as one. */
function check(title, program, args) {
	heading(title);
	const passed = run(program, args);
	total[passed ? 'passed' : 'failed'] += 1;
}

/** Add up a runner's report. A runner that failed without a failed case, or wrote no report, counts one failure. */
function addUp(succeeded, counts) {
	const passed = counts?.passed ?? 0;
	const failed = counts?.failed ?? 0;
	total.passed += passed;
	total.failed += failed === 0 && (!succeeded || passed === 0) ? 1 : failed;
}

function report(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Chromium from the system, else from Debian's packages where that is possible, else Playwright's own. */
function provideBrowser() {
	if (systemBrowser()) return true;
	const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (isDebianRoot) {
		const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
		const installed =
			run('apt-get', ['update', '-qq'], quiet) &&
			run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell', 'fonts-noto-color-emoji'], quiet);
		if (installed && systemBrowser()) return true;
	}
	return run('playwright', ['install', 'chromium']);
}

function unitTests() {
	heading('unit, contract and component tests');
	const file = join(reports, 'vitest.json');
	const succeeded = run('vitest', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`
	]);
	const json = report(file);
	addUp(succeeded, json && { passed: json.numPassedTests, failed: json.numFailedTests });
}

function browserTests() {
	heading('browser tests');
	const file = join(reports, 'playwright.json');
	const succeeded = run('playwright', ['test', '--reporter=list,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: file
	});
	const stats = report(file)?.stats;
	addUp(succeeded, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected });
}

heading('browser');
if (!provideBrowser()) {
	process.stderr.write('No Chromium could be found or installed; install one and run again.\n');
	total.failed += 1;
}
run('svelte-kit', ['sync']);
check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
check('lint', 'eslint', ['.']);
check('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']);
unitTests();
heading('build');
buildWhenStale(root, join(bin, 'node'));
browserTests();

rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
