import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');

/** A running server of the built app. */
export type Undertone = {
	url: string;
	port: number;
	dataDirectory: string;
	/** Everything that the server has written so far. */
	output: () => string;
	/** Let two minutes pass, at once: only for a server with the environment of `movedClock`. */
	skipTwoMinutes: () => void;
	stop: () => Promise<void>;
	/** End the process at once, as a crash does, and wait until it is gone; the data folder stays. */
	kill: () => Promise<void>;
};

/**
 * The environment of a server whose date does not depend on the day of the test.
 * @param date where it stands still; without one it goes on as usual
 */
export function movedClock(date?: string): Record<string, string> {
	const preload = pathToFileURL(join(import.meta.dirname, 'moved-clock.mjs')).href;
	return { NODE_OPTIONS: `--import=${preload}`, ...(date === undefined ? {} : { TEST_DATE: date }) };
}

/** A port that nothing listens on right now. */
export function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const server = createServer();
		server.once('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => found(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Run the built server with an environment of its own, and collect what it writes. */
export function spawnServer(environment: Record<string, string>): {
	child: ChildProcess;
	output: () => string;
} {
	let written = '';
	const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'build/index.js')], {
		cwd: root,
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', UV_THREADPOOL_SIZE: '16', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	child.stdout.on('data', (chunk) => (written += chunk));
	child.stderr.on('data', (chunk) => (written += chunk));
	return { child, output: () => written };
}

/** Wait until a process has ended, and tell its exit code. */
export function exitOf(child: ChildProcess): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((ended) => child.once('exit', (code) => ended(code)));
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
	while (child.exitCode === null) {
		const answer = await fetch(`${url}/healthz`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((wait) => setTimeout(wait, 100));
	}
	throw new Error(`the server ended before it was healthy:\n${output()}`);
}

/** Start the built server over a data folder of its own, and wait until it is healthy. */
export async function startUndertone(environment: Record<string, string> = {}): Promise<Undertone> {
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const own = environment.UNDERTONE_DATA_DIR === undefined;
	const dataDirectory = environment.UNDERTONE_DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'undertone-')));
	const { child, output } = spawnServer({
		PORT: String(port),
		ORIGIN: url,
		UNDERTONE_DATA_DIR: dataDirectory,
		UNDERTONE_DEMO_INTERACTIONS: '20000',
		// A machine that runs browsers beside it is slower than one that serves.
		UNDERTONE_STORE_SECONDS: '60',
		...environment
	});
	await untilHealthy(url, child, output);
	const stop = async () => {
		child.kill('SIGTERM');
		await exitOf(child);
		if (own) await rm(dataDirectory, { recursive: true, force: true });
	};
	const kill = async () => {
		child.kill('SIGKILL');
		await exitOf(child);
	};
	const skipTwoMinutes = () => void child.kill('SIGUSR2');
	return { url, port, dataDirectory, output, skipTwoMinutes, stop, kill };
}
