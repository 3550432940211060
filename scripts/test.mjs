#!/usr/bin/env node
/**
 * Everything that CI runs, in the order in which it fails fastest. Each check counts as one; the runners' own
 * cases are added up from their reports. The last line is `N passed, N failed`; before it stand the names of what
 * failed, and of each case that passed only when it was tried again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemBrowser } from '../tests/support/browser.mjs';
import { buildWhenStale } from './build-when-stale.mjs';
import { countsOf, playwrightCases, playwrightCounts, vitestCounts, vitestFailures } from './case-counts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const reports = mkdtempSync(join(tmpdir(), 'undertone-test-'));
const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}`, FORCE_COLOR: '0' };
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];
/** @type {{ name: string, reason: string }[]} */
const secondTries = [];

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

/**
 * A step without cases of its own, which passes or fails as one. It begins at once and writes to a file, so that
 * steps run beside each other; what it wrote is told when the returned function is called.
 */
function begin(title, program, args) {
	const file = join(reports, `${title}.txt`);
	const output = openSync(file, 'w');
	const child = spawn(program, args, { cwd: root, stdio: ['ignore', output, output], env: environment });
	const ended = new Promise((settle) => {
		child.once('error', () => settle(false)).once('exit', (code) => settle(code === 0));
	});
	return async () => {
		const passed = await ended;
		heading(`${title}: ${passed ? 'passed' : 'failed'}`);
		process.stdout.write(readFileSync(file));
		total[passed ? 'passed' : 'failed'] += 1;
		if (!passed) failures.push(title);
	};
}

function addUp(succeeded, counts) {
	const { passed, failed } = countsOf(succeeded, counts);
	total.passed += passed;
	total.failed += failed;
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
	const again = join(reports, 'second-tries.json');
	const reporters = ['default', 'json', './scripts/second-tries.mjs'].map((name) => `--reporter=${name}`);
	const succeeded = run('vitest', ['run', ...reporters, `--outputFile.json=${file}`], {
		UNDERTONE_SECOND_TRIES: again
	});
	const json = report(file);
	addUp(succeeded, vitestCounts(json));
	failures.push(...vitestFailures(json, root));
	secondTries.push(...(report(again) ?? []));
}

function browserTests() {
	heading('browser tests');
	const file = join(reports, 'playwright.json');
	const succeeded = run('playwright', ['test', '--reporter=list,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: file
	});
	const json = report(file);
	addUp(succeeded, playwrightCounts(json));
	failures.push(...playwrightCases(json, 'unexpected'));
	secondTries.push(...playwrightCases(json, 'flaky').map((name) => ({ name, reason: '' })));
}

heading('browser');
if (!provideBrowser()) {
	process.stderr.write('No Chromium could be found or installed; install one and run again.\n');
	total.failed += 1;
}
run('svelte-kit', ['sync']);
const checks = [
	begin('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
	begin('lint', 'eslint', ['.']),
	begin('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'])
];
heading('build, beside the checks of format, lint and types');
buildWhenStale(root, join(bin, 'node'));
for (const tell of checks) await tell();
unitTests();
browserTests();

rmSync(reports, { recursive: true, force: true });
for (const name of failures) process.stdout.write(`\nFailed: ${name}`);
for (const { name, reason } of secondTries) {
	process.stdout.write(`\nPassed only at the second try: ${name}${reason && `\n${reason}`}`);
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
