import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const BUILD = 'build';
const GUARD = 'needs-node.js';

/** What undici 8 takes: on an older Node the server ends in a trace of undici's before any line of ours has run. */
const OLDEST = [22, 19];

const guard = `const [major, minor] = process.version.slice(1).split('.').map(Number);
if (major < ${OLDEST[0]} || (major === ${OLDEST[0]} && minor < ${OLDEST[1]})) {
	console.error(
		\`Undertone needs Node ${OLDEST.join('.')} or newer and this is \${process.version}: start it by "npm start", which brings its own Node.\`
	);
	process.exit(1);
}
`;

/**
 * An adapter whose server looks at its Node before it loads anything else, and says in a sentence what it needs.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function refusingOldNode(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			const index = join(BUILD, 'index.js');
			await writeFile(join(BUILD, GUARD), guard);
			await writeFile(index, `import './${GUARD}';\n${await readFile(index, 'utf8')}`);
		}
	};
}
