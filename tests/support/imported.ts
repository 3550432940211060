import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { movedClock, startUndertone, type Undertone } from './undertone';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A row of a file that somebody imports. */
export type ImportedRow = {
	id: string;
	brand: string;
	type: string;
	text: string;
	sentiment: string;
	created_at: string;
	author?: string;
	tags?: string[];
	conversation_id?: string;
	media_id?: string;
	is_closed?: boolean;
};

/** Import rows into a data folder, through the server that runs on it if there is one. */
export async function importRows(
	dataDirectory: string,
	rows: readonly ImportedRow[],
	environment: Record<string, string> = {}
): Promise<void> {
	const file = join(dataDirectory, 'rows.ndjson');
	await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'));
	await run(join(root, 'node_modules/.bin/node'), [join(root, 'build/scripts/import.js'), file], {
		cwd: root,
		env: { PATH: process.env.PATH, ...environment, UNDERTONE_DATA_DIR: dataDirectory }
	});
	await rm(file);
}

/** A server without demo data over these rows alone, on which it is always `date`. */
export async function startImported(
	rows: readonly ImportedRow[],
	date: string,
	environment: Record<string, string> = {}
): Promise<Undertone> {
	const directory = await mkdtemp(join(tmpdir(), 'undertone-imported-'));
	const clock = movedClock(date);
	await importRows(directory, rows, clock);
	const app = await startUndertone({
		...clock,
		...environment,
		UNDERTONE_DATA_DIR: directory,
		UNDERTONE_DEMO: 'off'
	});
	return {
		...app,
		stop: async () => {
			await app.stop();
			await rm(directory, { recursive: true, force: true });
		}
	};
}
