import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function lockedPackages(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
	} catch {
		return {};
	}
}

/**
 * True when every package that the lockfile demands is installed in that version. Optional ones are those for
 * other platforms and may be missing.
 */
export function isInstalled(root) {
	const wanted = lockedPackages(join(root, 'package-lock.json'));
	const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || present[path]?.version === version
	);
}

/** Install from the lockfile unless it is installed already. Ends the process when npm fails. */
export function installWhenStale(root) {
	if (isInstalled(root)) return;
	process.stdout.write('Installing packages…\n');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, NODE_ENV: 'development' }
	});
	if (run.status !== 0) {
		process.stderr.write('Installing packages failed; see the lines above.\n');
		process.exit(run.status ?? 1);
	}
}
