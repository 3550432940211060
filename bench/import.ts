import { rm } from 'node:fs/promises';
import { runCommand, type Run } from './child';
import { alternate, figureOf, ratioOf } from './measure';
import { times, wholeFigure, type Table } from './table';

/** A large file takes long enough to be measured once. */
const ROUNDS = { warmUp: 0, most: 3, fewest: 1, budget: 60_000 };

/** A file of interactions and how many are in it. */
export type InteractionsFile = { path: string; rows: number; bytes: number };

/** Bring a file into a new store. */
export function importInto(dataDirectory: string, file: InteractionsFile): Promise<Run> {
	return runCommand('import', [file.path], { UNDERTONE_DATA_DIR: dataDirectory });
}

function rowOf(name: string, runs: readonly Run[], yardstick: readonly Run[], rows: number): string[] {
	const perSecond = runs.map((run) => rows / (run.milliseconds / 1000));
	const ratio = (of: (run: Run) => number) => times(ratioOf(runs.map(of), yardstick.map(of)));
	return [
		name,
		wholeFigure(figureOf(perSecond)),
		wholeFigure(figureOf(runs.map((run) => run.peak))),
		runs === yardstick ? '1' : ratio((run) => run.milliseconds),
		runs === yardstick ? '1' : ratio((run) => run.processor),
		String(runs.length)
	];
}

/**
 * The import command, from its start to its end, against a program that reads the same file with csv-parse and keeps
 * nothing. The last import's store is left in `dataDirectory`.
 */
export async function benchImport(
	dataDirectory: string,
	file: InteractionsFile,
	progress: (line: string) => void
): Promise<Table> {
	const runs = await alternate(
		{
			read: (round) => {
				progress(`Reading the file with csv-parse, round ${round + 1}`);
				return runCommand('read-csv', [file.path]);
			},
			imported: async (round) => {
				progress(`Importing the file, round ${round + 1}`);
				await rm(dataDirectory, { recursive: true, force: true });
				return importInto(dataDirectory, file);
			}
		},
		ROUNDS
	);
	const heads = [
		'program',
		'rows a second',
		'peak memory, MiB',
		'time ÷ reading',
		'processor ÷ reading',
		'rounds'
	];
	const rows = [
		rowOf('csv-parse, reading only', runs.read, runs.read, file.rows),
		rowOf('import', runs.imported, runs.read, file.rows)
	];
	return { title: `Import (a file of ${Math.round(file.bytes / 1e6)} MB)`, heads, rows };
}
