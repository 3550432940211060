import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The environment that Undertone's own processes get: nothing of the user's settings may reach them. */
type Environment = Record<string, string>;

const running = new Set<ChildProcess>();
const LONGEST_START = 30_000;
const LONGEST_STOP = 15_000;
const KEPT_OUTPUT = 4_000;

/** Where the build has put the commands; the bench is one of them. */
const scripts = dirname(process.argv[1] ?? '');

function start(args: string[], environment: Environment): { child: ChildProcess; output: () => string } {
	const child = spawn(process.execPath, args, {
		cwd: join(scripts, '../..'),
		env: { PATH: process.env.PATH, UV_THREADPOOL_SIZE: '16', ...environment },
		stdio: ['ignore', 'pipe', 'pipe', 'pipe']
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	let written = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk: Buffer) => (written = `${written}${chunk}`.slice(-KEPT_OUTPUT)));
	}
	return { child, output: () => written };
}

function exitOf(child: ChildProcess): Promise<number | null> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve(code));
	});
}

/**
 * What a program took from its start to its end. `processor` is the time of all its threads in milliseconds, which a
 * busy machine changes less than the time that passes; `peak` is its largest memory in MiB.
 */
export type Run = { milliseconds: number; processor: number; peak: number };

/** Run a command of the build to its end. @throws Error with what it wrote when it fails */
export async function runCommand(name: string, args: string[], environment: Environment = {}): Promise<Run> {
	const began = performance.now();
	const preload = pathToFileURL(join(scripts, 'report-usage.js')).href;
	const { child, output } = start(['--import', preload, join(scripts, `${name}.js`), ...args], environment);
	let report = '';
	child.stdio[3]?.on('data', (chunk: Buffer) => (report += chunk));
	const code = await exitOf(child);
	if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output()}`);
	const used = JSON.parse(report) as { peak: number; processor: number };
	return {
		milliseconds: performance.now() - began,
		processor: used.processor / 1000,
		peak: used.peak / 1024
	};
}

/** A port that nothing listens on right now. */
function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

async function untilHealthy(origin: string, isOver: () => boolean): Promise<boolean> {
	const deadline = performance.now() + LONGEST_START;
	while (!isOver() && performance.now() < deadline) {
		const answer = await fetch(`${origin}/healthz`).catch(() => null);
		if (answer?.ok) return true;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return false;
}

export type Server = { origin: string; stop: () => Promise<void> };

/** Run the built server over a data folder until it is told to stop. @throws Error when it does not become healthy */
export async function startServer(dataDirectory: string, environment: Environment = {}): Promise<Server> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const { child, output } = start([join(scripts, '../index.js')], {
		HOST: '127.0.0.1',
		PORT: String(port),
		ORIGIN: origin,
		UNDERTONE_DATA_DIR: dataDirectory,
		UNDERTONE_DEMO: 'off',
		...environment
	});
	const ended = exitOf(child);
	const stop = async () => {
		child.kill('SIGTERM');
		const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP);
		await ended;
		clearTimeout(late);
	};
	if (await untilHealthy(origin, () => child.exitCode !== null)) return { origin, stop };
	await stop();
	throw new Error(`The server did not become healthy:\n${output()}`);
}

/** End every process that still runs, without waiting for it. */
export function endChildren(): void {
	for (const child of running) child.kill('SIGKILL');
}
