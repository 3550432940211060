import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './tests/support/browser.mjs';

/** Rooms that keep nothing between two calls: their specs can share a process, which starts in a part of the time. */
const STATELESS = [
	'src/lib/{analytics,calendar,campaigns,charts,community,errors,filters,format,replies,wording}/**/*.spec.ts',
	'src/routes/**/*.spec.ts'
];
const IN_BROWSER = 'src/**/*.svelte.spec.ts';

export default defineConfig({
	plugins: [sveltekit()],
	// Nothing is inlined as a data address: the content policy takes fonts from our own files only.
	build: { chunkSizeWarningLimit: 700, assetsInlineLimit: 0 },
	// Left outside, date-fns alone costs the server a second and a half and 200 MB at its start.
	ssr: { external: ['@duckdb/node-api'], noExternal: ['date-fns', '@date-fns/tz'] },
	test: {
		// Left to itself the runner keeps one processor for a watcher that nobody started.
		maxWorkers: '100%',
		// What wavers on a busy machine is tried again, and named by the whole run with what stopped it.
		retry: 1,
		projects: [
			{
				extends: './vite.config.ts',
				test: {
					name: 'stateless',
					environment: 'node',
					isolate: false,
					include: STATELESS,
					exclude: [IN_BROWSER],
					testTimeout: 60_000
				}
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'unit',
					environment: 'node',
					include: [
						'src/**/*.spec.ts',
						'tests/{contract,support,faults}/**/*.spec.ts',
						'scripts/**/*.spec.ts',
						'bench/**/*.spec.ts'
					],
					exclude: [...STATELESS, IN_BROWSER],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'component',
					include: [IN_BROWSER],
					testTimeout: 30_000,
					browser: {
						enabled: true,
						headless: true,
						provider: playwright({ launchOptions: browserLaunch() }),
						instances: [{ browser: 'chromium' }],
						screenshotFailures: false
					}
				}
			}
		]
	}
});
