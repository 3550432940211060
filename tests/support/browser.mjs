import { existsSync } from 'node:fs';

/** The headless build comes first: without a window's parts it starts and loads pages about three times as fast. */
const SYSTEM_BROWSERS = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

const ROOT_ARGUMENTS = ['--no-sandbox'];
const QUIET_ARGUMENTS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Beside other browsers and servers no processor waits for the engine's other threads: they only take turns.
	// A page of a test lives for seconds; with room for young objects the engine seldom stops to tidy up.
	'--js-flags=--single-threaded --min-semi-space-size=64'
];

/**
 * The Chromium that the machine already has, or undefined when Playwright's own has to serve.
 * @returns {string | undefined}
 */
export function systemBrowser() {
	return SYSTEM_BROWSERS.find((path) => existsSync(path));
}

/**
 * Launch options for Playwright and Vitest's browser mode: no sandbox as root, since Chromium refuses it there.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function browserLaunch() {
	const executablePath = systemBrowser();
	const args = process.getuid?.() === 0 ? [...ROOT_ARGUMENTS, ...QUIET_ARGUMENTS] : QUIET_ARGUMENTS;
	return executablePath ? { executablePath, args } : { args };
}
