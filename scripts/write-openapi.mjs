import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Write docs/openapi.json anew from the schemas, with `node scripts/write-openapi.mjs`. Vite resolves the imports of
 * the library, which plain Node cannot.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const path = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));

const { module } = await runnerImport(`${root}src/lib/server/api/openapi.ts`, {
	configFile: false,
	root,
	logLevel: 'error',
	resolve: { alias: { $lib: `${root}src/lib` } }
});
const written = `${JSON.stringify(module.openApiDocument(), null, '\t')}\n`;
const before = await readFile(path, 'utf8').catch(() => '');
if (before !== written) await writeFile(path, written);
process.stdout.write(`docs/openapi.json ${before === written ? 'is up to date' : 'was written anew'}\n`);
