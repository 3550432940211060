/**
 * `npm run campaigns -- import FILE`, `export [FILE]`, `list`: campaigns and annotations, by way of the server where
 * one runs. The command itself is lib/server/campaigns/command.ts; here it meets its process.
 */
import { runCampaigns } from '$lib/server/campaigns/command';
import { settings } from '$lib/server/settings';

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopped = true));

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`);

async function main(args: readonly string[]): Promise<number> {
	return runCampaigns(args, {
		settings: settings(),
		// npm runs scripts in the project's folder and keeps here the one in which the user stands.
		workingDirectory: process.env.INIT_CWD ?? process.cwd(),
		now: () => Date.now(),
		print: write(process.stdout),
		complain: write(process.stderr),
		isStopped: () => stopped
	});
}

process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
	process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
	return 1;
});
