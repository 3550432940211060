#!/usr/bin/env node
/**
 * The one door for a newcomer: `npm start`, `npm test`, `npm run import`, `npm run campaigns`, `npm run bench`.
 * It runs on the system's Node (20 or newer) before anything is installed, so it uses nothing but Node itself,
 * and hands over to the Node that the project brings along.
 */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';
import { installWhenStale } from './install-when-stale.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Where people reach a server that binds this address: a browser cannot open the wildcard ones. */
function originOf(host, port) {
	const reachable = ['127.0.0.1', '0.0.0.0', '::', '::1', ''].includes(host) ? 'localhost' : host;
	return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function serverEnvironment() {
	const host = process.env.HOST || '127.0.0.1';
	const port = process.env.PORT || '3000';
	return {
		...process.env,
		HOST: host,
		PORT: port,
		ORIGIN: process.env.ORIGIN || originOf(host, port),
		// Slow queries hold threads of this pool; with its default of four, file and name look-ups wait for them.
		UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE || '16'
	};
}

/** Run a program of the project in the foreground, pass signals on, and end as it ends. */
function handOver(file, args) {
	const child = spawn(node, [join(root, file), ...args], {
		stdio: 'inherit',
		env: serverEnvironment(),
		cwd: root
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

const commands = {
	start: (args) => {
		buildWhenStale(root, node);
		handOver('build/index.js', args);
	},
	import: (args) => {
		buildWhenStale(root, node);
		handOver('build/scripts/import.js', args);
	},
	campaigns: (args) => {
		buildWhenStale(root, node);
		handOver('build/scripts/campaigns.js', args);
	},
	bench: (args) => {
		buildWhenStale(root, node);
		handOver('build/scripts/bench.js', args);
	},
	test: (args) => {
		const run = spawnSync(node, [join(root, 'scripts/test.mjs'), ...args], { stdio: 'inherit', cwd: root });
		process.exit(run.status ?? 1);
	}
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
	process.stderr.write(`Unknown command ${JSON.stringify(name)}; use ${Object.keys(commands).join(', ')}.\n`);
	process.exit(2);
}
installWhenStale(root);
command(args);
