import { inspect } from 'node:util';

/** One line per event on standard error, its cause below it. Secrets print as `[secret]` by themselves. */
function write(level: string, message: string, cause?: unknown): void {
	const detail = cause === undefined ? '' : `\n${inspect(cause, { depth: 4, breakLength: 120 })}`;
	process.stderr.write(`${level} ${message}${detail}\n`);
}

export const log = {
	info: (message: string) => write('info', message),
	error: (message: string, cause?: unknown) => write('error', message, cause)
};
