import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, StoreLockedError, type Store } from '../store';
import { findServer } from './announce';
import { readCommandLine, USAGE, UsageError, type ImportCommand } from './command-line';
import { importFile, type Progress } from './import-file';
import { MappingError } from './mapping';
import { progressLine } from './progress';
import { describeReport, type Tally } from './report';
import { reachServer, serverSink, ServerGoneError } from './server-sink';
import type { ImportSink } from './sink';
import { FileError } from './source-row';
import { storeSink } from './store-sink';
import { TimeOptionError } from './time-pattern';

/** Everything that the command takes from the process around it. */
export type ImportSurroundings = {
	/** Where the store lives. */
	dataDirectory: string;
	/** What relative file names are relative to. */
	workingDirectory: string;
	now: () => number;
	/** The report. */
	print: (text: string) => void;
	/** Errors and remarks. */
	complain: (text: string) => void;
	/** A line that stands for the one before; null where nobody watches. */
	showProgress: ((line: string) => void) | null;
	isStopped: () => boolean;
};

export const SUCCESS = 0;
export const FAILURE = 1;
export const MISUSE = 2;

/** A server announces itself when its demo is made, which takes it some seconds. */
const WAIT_FOR_SERVER = 60_000;
const BETWEEN_LOOKS = 500;
const BETWEEN_LINES = 250;

type Destination = { sink: ImportSink; close: () => Promise<void> };

async function openServer(directory: string): Promise<Destination | null> {
	const announced = await findServer(directory);
	// A server of the upstream host works on the folder, too, but has no store open.
	const server = announced?.host === 'embedded' ? await reachServer(announced) : null;
	return server && { sink: serverSink(server), close: async () => {} };
}

async function openDirectly(around: ImportSurroundings): Promise<Destination | null> {
	try {
		const store: Store = await openStore({ directory: around.dataDirectory });
		return { sink: storeSink(store, around.now), close: () => store.close() };
	} catch (cause) {
		if (cause instanceof StoreLockedError) return null;
		throw cause;
	}
}

/** The server if one answers, else the store itself; while another process has it and does not answer yet, wait. */
async function openDestination(around: ImportSurroundings): Promise<Destination> {
	const start = around.now();
	let isSaid = false;
	for (;;) {
		const found = (await openServer(around.dataDirectory)) ?? (await openDirectly(around));
		if (found) return found;
		if (around.isStopped() || around.now() - start > WAIT_FOR_SERVER) {
			throw new ServerGoneError(
				`Another process holds the store in ${around.dataDirectory} open and takes no import. End it and run this again.`
			);
		}
		if (!isSaid) around.complain('The store is open in another process; waiting for its server to answer.');
		isSaid = true;
		await sleep(BETWEEN_LOOKS);
	}
}

/** At most four lines a second, and one at the end. */
function progressShower(around: ImportSurroundings, size: number): (progress: Progress) => void {
	const start = around.now();
	let last = -Infinity;
	return (progress) => {
		const now = around.now();
		if (around.showProgress === null || (now - last < BETWEEN_LINES && progress.bytes < size)) return;
		last = now;
		around.showProgress(progressLine(progress, { size, elapsed: now - start }));
	};
}

async function sizeOf(path: string): Promise<number> {
	const found = await stat(path).catch((cause: unknown) => {
		throw new FileError(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
	});
	if (found.isDirectory()) throw new FileError(`${path} is a folder; name a file.`);
	return found.size;
}

async function readInto(
	command: ImportCommand,
	sink: ImportSink | null,
	around: ImportSurroundings
): Promise<Tally> {
	const path = resolve(around.workingDirectory, command.file);
	const size = await sizeOf(path);
	return importFile(
		{
			chunks: createReadStream(path, { highWaterMark: 262_144 }),
			name: basename(path),
			format: command.format
		},
		{
			mapping: command.mapping,
			sink,
			onProgress: progressShower(around, size),
			isStopped: around.isStopped
		}
	);
}

async function report(command: ImportCommand, tally: Tally, around: ImportSurroundings): Promise<number> {
	const result = command.dryRun ? tally.dryRunReport() : tally.report();
	around.print(describeReport(result));
	if (command.report !== null) {
		const path = resolve(around.workingDirectory, command.report);
		await writeFile(path, `${JSON.stringify(result, null, '\t')}\n`);
	}
	if (!around.isStopped()) return SUCCESS;
	around.complain('Stopped. What was read is in; run the same command again for the rest.');
	return FAILURE;
}

async function run(command: ImportCommand, around: ImportSurroundings): Promise<number> {
	await sizeOf(resolve(around.workingDirectory, command.file));
	const destination = command.dryRun ? null : await openDestination(around);
	try {
		const tally = await readInto(command, destination?.sink ?? null, around);
		return await report(command, tally, around);
	} finally {
		await destination?.close();
	}
}

/** An error with what caused it, which for a store that could not write is the telling part. */
function explain(cause: unknown): string {
	if (!(cause instanceof Error)) return String(cause);
	return cause.cause === undefined ? cause.message : `${cause.message} ${explain(cause.cause)}`;
}

function isMisuse(cause: unknown): boolean {
	return cause instanceof UsageError || cause instanceof MappingError || cause instanceof TimeOptionError;
}

/**
 * The whole import command. Answers its exit code: 0 when the file was read to its end, also where rows were set
 * aside; 1 when it could not be; 2 when the command line does not fit the file.
 */
export async function runImport(args: readonly string[], around: ImportSurroundings): Promise<number> {
	if (args.includes('--help')) {
		around.print(USAGE);
		return SUCCESS;
	}
	try {
		return await run(readCommandLine(args), around);
	} catch (cause) {
		around.complain(explain(cause));
		if (cause instanceof UsageError) around.complain(`\n${USAGE}`);
		if (isMisuse(cause)) return MISUSE;
		const isOwn = cause instanceof FileError;
		if (!isOwn) around.complain('What was acknowledged is in; run the same command again for the rest.');
		return FAILURE;
	}
}
