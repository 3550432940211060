/**
 * `npm run import -- FILE …`: brings a file of interactions into the store, by way of the server where one runs.
 * The command itself is lib/server/store/import/command.ts; here it meets its process.
 */
import { settings } from '$lib/server/settings';
import { runImport } from '$lib/server/store/import/command';

let stopped = false;

/** One line that is drawn over while it changes, and stays when something else is printed. */
function progressLines(stream: NodeJS.WriteStream) {
	let isOpen = false;
	return {
		show: (line: string) => {
			stream.write(`\r\u001b[2K${line.slice(0, Math.max(20, stream.columns - 1))}`);
			isOpen = true;
		},
		end: () => {
			if (isOpen) stream.write('\n');
			isOpen = false;
		}
	};
}

export async function main(args: readonly string[]): Promise<number> {
	const progress = progressLines(process.stderr);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopped = true));
	const write = (stream: NodeJS.WriteStream) => (text: string) => {
		progress.end();
		stream.write(`${text}\n`);
	};
	return runImport(args, {
		dataDirectory: settings().dataDirectory,
		// npm runs scripts in the project's folder and keeps here the one in which the user stands.
		workingDirectory: process.env.INIT_CWD ?? process.cwd(),
		now: () => Date.now(),
		print: write(process.stdout),
		complain: write(process.stderr),
		showProgress: process.stderr.isTTY ? progress.show : null,
		isStopped: () => stopped
	});
}

process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
	process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
	return 1;
});
