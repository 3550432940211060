import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const LIBRARY = new URL('../../', import.meta.url).href;

/** Lets plain Node load the modules of `src/lib`: it strips the types itself, but knows neither `$lib` nor `./x`. */
const HOOKS = `
	import { existsSync } from 'node:fs';
	import { registerHooks } from 'node:module';
	registerHooks({
		resolve(name, context, next) {
			if (name.startsWith('$lib/')) return next(new URL(name.slice(5) + '.ts', '${LIBRARY}').href, context);
			const url = name.startsWith('.') ? new URL(name + '.ts', context.parentURL) : null;
			return next(url && existsSync(url) ? url.href : name, context);
		}
	});
	const { openStore } = await import('$lib/server/store/store');
	const { applyBatch } = await import('$lib/server/store/apply-batch');
	const { interaction } = await import('$lib/server/store/fixture');
	const say = (line) => process.stdout.write(line + '\\n');
	const directory = process.argv[1];
`;

export type Child = {
	process: ChildProcessByStdio<null, Readable, null>;
	lines: Interface;
	exited: Promise<void>;
};

/**
 * For tests: run a program in a process of its own. It has `openStore`, `applyBatch`, `interaction`, the data folder
 * as `directory`, and `say` for a line to its parent.
 */
export function startChild(program: string, directory: string): Child {
	const child = spawn(
		process.execPath,
		['--no-warnings', '--input-type=module', '-e', HOOKS + program, directory],
		{
			cwd: fileURLToPath(LIBRARY),
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	return { process: child, lines: createInterface({ input: child.stdout }), exited };
}
