/**
 * `npm run bench`: how fast Undertone is on this machine, and whether its statistics keep what they promise.
 * docs/performance.md and docs/statistics.md say what each figure means.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { endChildren } from './child';
import { readCommandLine, USAGE, UsageError, type Part } from './command-line';
import { benchImpact } from './impact';
import { benchImport, importInto, type InteractionsFile } from './import';
import { writeInteractions } from './interactions-file';
import { benchPage } from './page';
import { benchPaging } from './paging';
import { benchPlantedTruth } from './planted-truth';
import { simulate } from './statistics/simulation';
import { benchSlowHost } from './slow-host';
import { benchStatistics } from './store-statistics';
import { markdown, wholeNumber, type Table } from './table';

const progress = (line: string) => process.stderr.write(`${line}…\n`);

function print(table: Table): void {
	process.stdout.write(`\n${markdown(table)}\n`);
}

function describeMachine(): string {
	const [cpu] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	return `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB of memory`;
}

async function benchSize(folder: string, rows: number, parts: readonly Part[]): Promise<void> {
	process.stdout.write(`\n## ${wholeNumber(rows)} interactions\n`);
	const path = join(folder, 'interactions.csv');
	const dataDirectory = join(folder, 'data');
	progress(`Writing ${wholeNumber(rows)} interactions`);
	const file: InteractionsFile = { path, rows, bytes: await writeInteractions(path, rows) };
	if (parts.includes('import')) print(await benchImport(dataDirectory, file, progress));
	else {
		progress('Importing them');
		await importInto(dataDirectory, file);
	}
	if (parts.includes('statistics')) print(await benchStatistics(dataDirectory, progress));
	if (parts.includes('page')) print(await benchPage(dataDirectory, progress));
	if (parts.includes('impact')) print(await benchImpact(dataDirectory, progress));
	if (parts.includes('paging')) (await benchPaging(dataDirectory, progress)).forEach(print);
	await rm(dataDirectory, { recursive: true, force: true });
}

/** Whether all figures keep their bars. */
function benchSimulation(runs: number): boolean {
	process.stdout.write('\n## What the statistics promise, and what they do\n');
	const { tables, failures } = simulate(runs, progress);
	tables.forEach(print);
	for (const { what, where } of failures) process.stderr.write(`Out of its bar: ${what}, ${where}.\n`);
	return failures.length === 0;
}

async function main(args: readonly string[]): Promise<void> {
	const { rows, parts, runs } = readCommandLine(args);
	const folder = await mkdtemp(join(tmpdir(), 'undertone-bench-'));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => {
			endChildren();
			rmSync(folder, { recursive: true, force: true });
			process.exit(130);
		});
	}
	try {
		process.stdout.write(
			`${describeMachine()}\nFigures are medians, with the lowest and the highest in brackets.\n`
		);
		const withoutData: readonly Part[] = ['simulation', 'slow-host', 'planted'];
		const onData = parts.filter((part) => !withoutData.includes(part));
		if (onData.length > 0) for (const size of rows) await benchSize(folder, size, onData);
		if (parts.includes('slow-host')) print(await benchSlowHost(join(folder, 'slow-host'), progress));
		if (parts.includes('simulation') && !benchSimulation(runs)) process.exitCode = 1;
		if (parts.includes('planted')) print(await benchPlantedTruth(progress));
	} finally {
		endChildren();
		await rm(folder, { recursive: true, force: true });
	}
}

if (process.argv.includes('--help')) process.stdout.write(USAGE);
else {
	await main(process.argv.slice(2)).catch((cause: unknown) => {
		process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
		if (cause instanceof UsageError) process.stderr.write(`\n${USAGE}`);
		process.exitCode = cause instanceof UsageError ? 2 : 1;
	});
}
