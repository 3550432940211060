import { defineConfig } from '@playwright/test';
import { browserLaunch } from './tests/support/browser.mjs';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '*.e2e.ts',
	outputDir: 'test-results',
	forbidOnly: true,
	workers: 2,
	// What passes only at its second try is named at the end of a whole run: it hides nothing.
	retries: 1,
	// Waits are for states. The limits only end what hangs, also on a machine that does much else.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	use: { launchOptions: browserLaunch(), locale: 'en-GB', timezoneId: 'UTC' }
});
