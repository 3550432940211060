import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const entries = {
	import: at('./import.ts'),
	campaigns: at('./campaigns.ts'),
	bench: at('../bench/bench.ts'),
	'report-usage': at('../bench/report-usage.ts'),
	'read-csv': at('../bench/read-csv.ts')
};

/** The commands: plain Node cannot resolve `$lib`, so they are bundled as a second server entry. */
export default defineConfig({
	root: at('..'),
	resolve: { alias: { $lib: at('../src/lib') } },
	publicDir: false,
	// Bundled, unused halves of packages fall away, and a command starts ten times sooner.
	ssr: { noExternal: true, external: ['@duckdb/node-api', 'undici', 'playwright'], target: 'node' },
	build: {
		ssr: true,
		outDir: at('../build/scripts'),
		emptyOutDir: true,
		target: 'node22',
		rolldownOptions: {
			input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
			output: { entryFileNames: '[name].js', format: 'es' }
		}
	}
});
