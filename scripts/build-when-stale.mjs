import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
	'src',
	'static',
	'scripts',
	'bench',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json'
];
const STAMP = join('build', 'sources.sha256');
const OUTPUTS = [
	join('build', 'index.js'),
	join('build', 'scripts', 'import.js'),
	join('build', 'scripts', 'campaigns.js')
];

/** Every file below a path, in a stable order. */
function* filesBelow(path) {
	const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		if (entry.isDirectory()) yield* filesBelow(join(path, entry.name));
		else yield join(path, entry.name);
	}
}

/** A fingerprint of everything that goes into the build. Tests do not, so they are left out. */
export function sourcesFingerprint(root) {
	const hash = createHash('sha256');
	for (const source of SOURCES.filter((name) => existsSync(join(root, name)))) {
		const path = join(root, source);
		const files = source.includes('.') ? [path] : [...filesBelow(path)];
		for (const file of files.filter((name) => !name.endsWith('.spec.ts'))) {
			hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex');
}

function stampedFingerprint(root) {
	const complete = OUTPUTS.every((file) => existsSync(join(root, file)));
	return complete && existsSync(join(root, STAMP)) ? readFileSync(join(root, STAMP), 'utf8') : '';
}

/** Build the app and its commands unless the last build was made from these very sources. */
export function buildWhenStale(root, node) {
	const fingerprint = sourcesFingerprint(root);
	if (stampedFingerprint(root) === fingerprint) return;
	process.stdout.write('Building…\n');
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const steps = [
		['build', '--logLevel', 'error'],
		['build', '--config', 'scripts/vite.config.ts', '--logLevel', 'error']
	];
	for (const args of steps) {
		const run = spawnSync(node, [vite, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
		if (run.status !== 0) {
			process.stderr.write('The build failed; see the lines above.\n');
			process.exit(run.status ?? 1);
		}
	}
	writeFileSync(join(root, STAMP), fingerprint);
}
