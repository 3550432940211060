import { defineConfig } from '@playwright/test';
import { browserLaunch } from './tests/support/browser.mjs';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '*.e2e.ts',
	outputDir: 'test-results',
	forbidOnly: true,
	workers: 2,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 15_000 },
	use: { launchOptions: browserLaunch(), locale: 'en-GB', timezoneId: 'UTC' }
});
