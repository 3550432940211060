import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './tests/support/browser.mjs';

export default defineConfig({
	plugins: [sveltekit()],
	// Nothing is inlined as a data address: the content policy takes fonts from our own files only.
	build: { chunkSizeWarningLimit: 700, assetsInlineLimit: 0 },
	// Left outside, date-fns alone costs the server a second and a half and 200 MB at its start.
	ssr: { external: ['@duckdb/node-api'], noExternal: ['date-fns', '@date-fns/tz'] },
	test: {
		projects: [
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
					exclude: ['src/**/*.svelte.spec.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'component',
					include: ['src/**/*.svelte.spec.ts'],
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
