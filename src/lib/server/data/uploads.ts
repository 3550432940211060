import { randomUUID } from 'node:crypto';
import { CommunityError } from '$lib/errors/community-error';
import { log } from '../log';
import { MappingError } from '../store/import/mapping';
import { FileError } from '../store/import/source-row';
import type { Store } from '../store/store';
import { ImportRun, type RunEnd } from './import-run';
import { firstForm, type MappingForm } from './mapping-form';
import { previewMapping, readSample, SAMPLE_BYTES, type Preview, type Sample } from './mapping-preview';
import { UploadFolder } from './upload-folder';
import {
	briefOf,
	formatOfName,
	LARGEST_FILE,
	LARGEST_PART,
	type AnnouncedFile,
	type Upload,
	type UploadRecord
} from './upload-record';

/** What a mapping makes of the first rows, and which of their brands the store has nothing of. */
export type Previewed = { form: MappingForm; preview: Preview; newBrands: string[] };

const HOUR = 3_600_000;

/** How long an upload that nobody finishes is kept, and the report of one that is done. */
const KEEP_UNFINISHED = 24 * HOUR;
const KEEP_REPORT = 7 * 24 * HOUR;

/** How often an upload that goes on is noted on the disk. */
const NOTE_EVERY = 60_000;

const MOST_UNFINISHED = 10;
const MOST_BYTES = 2 * LARGEST_FILE;

/** What the disk must have left beside the file: the store grows by about as much. */
const HEADROOM = 2;

export type UploadsOptions = {
	dataDirectory: string;
	openStore: () => Promise<Store>;
	/** Milliseconds since 1970. */
	now: () => number;
};

function invalid(field: string, message: string): CommunityError {
	return new CommunityError('query_invalid', { message, details: { field } });
}

const isUnfinished = ({ state }: Pick<UploadRecord, 'state'>) => state !== 'done';

/** The import that runs; `run` is null while it is being opened. */
type Running = { id: string; run: ImportRun | null; isStopped: boolean; settled: Promise<void> };

/**
 * The files that browsers send to be imported. Their bytes arrive in parts and wait in the data folder; an import
 * reads them there in this process, so that no page has to stay open for it. One import runs at a time.
 */
export class Uploads {
	#folder: UploadFolder;
	#openStore: () => Promise<Store>;
	#now: () => number;
	#running: Running | null = null;
	/** What is being done to an upload, one thing after the other. */
	#turns = new Map<string, Promise<unknown>>();

	constructor({ dataDirectory, openStore, now }: UploadsOptions) {
		this.#folder = new UploadFolder(dataDirectory);
		this.#openStore = openStore;
		this.#now = now;
	}

	#inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
		const result = (this.#turns.get(id) ?? Promise.resolve()).then(work);
		const settled = result.catch(() => undefined);
		this.#turns.set(id, settled);
		void settled.then(() => {
			if (this.#turns.get(id) === settled) this.#turns.delete(id);
		});
		return result;
	}

	#runningOf(id: string): Running | null {
		return this.#running?.id === id ? this.#running : null;
	}

	/** `before` is what ran when the record was asked for: it may have ended since, and its record with it. */
	async #shown(record: UploadRecord, before: Running | null): Promise<Upload> {
		const running = this.#runningOf(record.id) ?? (record.state === 'importing' ? before : null);
		const received = record.state === 'done' ? record.size : await this.#folder.received(record.id);
		if (running === null) {
			// Its process ended before it did: what was acknowledged is in, and the file is still here.
			const state = record.state === 'importing' ? 'stopped' : record.state;
			return { ...record, state, received, done: record.state === 'done' ? record.size : 0 };
		}
		const { rows, setAside, bytes } = running.run?.progress ?? { rows: 0, setAside: 0, bytes: 0 };
		return { ...record, state: 'importing', received, rows, setAside, done: bytes };
	}

	async #record(id: string): Promise<UploadRecord> {
		const record = await this.#folder.read(id);
		if (record) return record;
		throw new CommunityError('not_found', {
			message:
				'This upload is no longer here. Choose the file again; rows that are in already stay as they are.'
		});
	}

	/** All uploads, the newest first. Those that nobody came back to are cleared away. */
	async list(): Promise<Upload[]> {
		await this.#sweep();
		const running = this.#running;
		const records = await Promise.all((await this.#folder.names()).map((id) => this.#folder.read(id)));
		const known = records.filter((record) => record !== null);
		return Promise.all(
			known
				.sort((one, other) => other.begunAt - one.begunAt)
				.map((one) => this.#shown(one, running?.id === one.id ? running : null))
		);
	}

	/** @throws CommunityError not_found */
	async find(id: string): Promise<Upload> {
		const before = this.#runningOf(id);
		return this.#shown(await this.#record(id), before);
	}

	async #sweep(): Promise<void> {
		const now = this.#now();
		for (const id of await this.#folder.names()) {
			if (this.#running?.id === id) continue;
			const record = await this.#folder.read(id);
			const touchedAt = record?.touchedAt ?? (await this.#folder.changedAt(id));
			const keep = record && !isUnfinished(record) ? KEEP_REPORT : KEEP_UNFINISHED;
			if (now - touchedAt > keep) await this.#folder.remove(id);
		}
	}

	/**
	 * Begin to receive a file, or go on with the same one: its name, size and time of change are those of an upload
	 * that is not complete.
	 * @throws CommunityError query_invalid for a file that cannot be taken
	 */
	begin(file: AnnouncedFile): Promise<Upload> {
		return this.#inTurn('begin', async () => {
			const format = formatOfName(file.name);
			if (format === null) {
				throw invalid(
					'name',
					'Only files named .csv, .ndjson or .jsonl are read. Rename the file, or save it as CSV.'
				);
			}
			const others = (await this.list()).filter(isUnfinished);
			const isSame = (one: Upload) =>
				one.name === file.name && one.size === file.size && one.modified === file.modified;
			const same = others.find((one) => isSame(one) && one.state === 'receiving');
			if (same) return same;
			await this.#checkRoom(file.size, others);
			const now = this.#now();
			const record: UploadRecord = {
				...file,
				id: randomUUID(),
				format,
				begunAt: now,
				touchedAt: now,
				state: 'receiving',
				mapping: null,
				importId: null,
				startedAt: null,
				finishedAt: null,
				rows: 0,
				setAside: 0,
				brief: null,
				newest: null,
				failure: null
			};
			await this.#folder.write(record);
			return this.#shown(record, null);
		});
	}

	async #checkRoom(size: number, others: readonly Upload[]): Promise<void> {
		if (others.length >= MOST_UNFINISHED) {
			throw invalid(
				'name',
				`${MOST_UNFINISHED} files wait to be imported. Import or remove one of them first.`
			);
		}
		const waiting = others.reduce((sum, one) => sum + one.size, 0);
		const free = await this.#folder.free();
		if (waiting + size > MOST_BYTES || free < size * HEADROOM) {
			throw invalid(
				'size',
				'There is no room for this file in the data folder. Remove files that wait, or free disk space.'
			);
		}
	}

	/**
	 * Take a part of a file. A part that came before is taken again without harm, and what the answer counts is on the
	 * disk.
	 * @returns how many bytes of the file are here, from its beginning
	 * @throws CommunityError query_invalid with the place to go on at, for a part that does not follow
	 */
	append(id: string, offset: number, bytes: Uint8Array): Promise<number> {
		return this.#inTurn(id, async () => {
			const record = await this.#record(id);
			if (record.state !== 'receiving')
				throw invalid('state', 'This file is complete and takes no more parts.');
			const received = await this.#folder.received(id);
			if (offset > received) throw invalid('offset', `The next part begins at byte ${received}.`);
			if (bytes.length > LARGEST_PART) throw invalid('part', `A part has at most ${LARGEST_PART} bytes.`);
			if (offset + bytes.length > record.size)
				throw invalid('part', 'The part goes beyond the end of the file.');
			if (offset + bytes.length <= received) return received;
			await this.#folder.put(id, offset, bytes);
			const now = this.#now();
			if (now - record.touchedAt > NOTE_EVERY) await this.#folder.write({ ...record, touchedAt: now });
			return offset + bytes.length;
		});
	}

	async #sample(record: UploadRecord): Promise<Sample> {
		const bytes = await this.#folder.head(record.id, Math.min(SAMPLE_BYTES, record.size));
		return readSample(bytes, { format: record.format, isWhole: bytes.length === record.size });
	}

	/**
	 * What a mapping makes of the part of the file that is here, at most its first 4 MB; without a mapping, the one
	 * that was looked at last, or what the names of the columns propose. A reload loses no choice that way.
	 * @throws FileError for a file that cannot be imported at all
	 */
	async preview(id: string, given: MappingForm | null): Promise<Previewed> {
		const record = await this.#record(id);
		const sample = await this.#sample(record);
		if (given !== null) await this.#remember(id, given);
		const form = given ?? record.mapping ?? firstForm(record.name, sample.columns);
		const preview = previewMapping(sample, form);
		const { dictionary } = await this.#openStore();
		return { form, preview, newBrands: preview.brands.filter((name) => !dictionary.hasBrand(name)) };
	}

	#remember(id: string, mapping: MappingForm): Promise<void> {
		return this.#inTurn(id, async () => {
			const record = await this.#record(id);
			if (isUnfinished(record) && record.state !== 'importing')
				await this.#folder.write({ ...record, mapping });
		});
	}

	/**
	 * Start to import a file that is complete; the promise settles when it runs, not when it has ended.
	 * @throws CommunityError query_invalid while another one runs, MappingError for a mapping that cannot work
	 */
	start(id: string, mapping: MappingForm): Promise<Upload> {
		return this.#inTurn(id, async () => {
			const record = await this.#record(id);
			if (this.#running)
				throw invalid('state', 'Another import is running. Start this one when it has ended.');
			if (record.state === 'done') throw invalid('state', 'This file is imported already.');
			if ((await this.#folder.received(id)) !== record.size) {
				throw invalid('state', 'The file is not complete yet. Wait until all of it has arrived.');
			}
			const { problem } = previewMapping(await this.#sample(record), mapping);
			if (problem) throw new MappingError(problem.message, problem.fields);
			return this.#run(record, mapping);
		});
	}

	async #run(record: UploadRecord, mapping: MappingForm): Promise<Upload> {
		let settle = () => {};
		const settled = new Promise<void>((resolve) => (settle = resolve));
		const running: Running = { id: record.id, run: null, isStopped: false, settled };
		if (this.#running) throw invalid('state', 'Another import is running. Start this one when it has ended.');
		this.#running = running;
		const end = () => {
			this.#running = null;
			settle();
		};
		try {
			const store = await this.#openStore();
			const now = this.#now();
			const begun: UploadRecord = {
				...record,
				mapping,
				state: 'importing',
				startedAt: now,
				touchedAt: now,
				finishedAt: null,
				brief: null,
				newest: null,
				failure: null
			};
			await this.#folder.write(begun);
			const file = { chunks: this.#folder.stream(record.id), name: record.name, format: record.format };
			const run = new ImportRun(file, { mapping, store, now: this.#now });
			running.run = run;
			if (running.isStopped) run.stop();
			void run.ended
				.then((result) => this.#conclude(begun, run, result))
				.catch((cause: unknown) => log.error('the end of an import could not be noted', cause))
				.finally(end);
			return await this.#shown(begun, running);
		} catch (cause) {
			if (running.run === null) end();
			throw cause;
		}
	}

	async #conclude(record: UploadRecord, run: ImportRun, end: RunEnd): Promise<void> {
		const now = this.#now();
		const { rows, setAside } = run.progress;
		const ended = { ...record, rows, setAside, importId: end.importId, finishedAt: now, touchedAt: now };
		if (end.kind === 'failed' && run.isStopped) {
			// The server ends, and the store was closed under the last batch: nothing that was acknowledged is lost.
			await this.#folder.write({ ...ended, state: 'stopped' });
			return;
		}
		if (end.kind === 'failed') {
			const isOwn = end.cause instanceof FileError || end.cause instanceof MappingError;
			if (!isOwn) log.error('an import from a browser failed', end.cause);
			const failure = isOwn ? (end.cause as Error).message : 'The store could not take a batch.';
			await this.#folder.write({ ...ended, state: 'failed', failure });
			return;
		}
		await this.#folder.writeReport(record.id, end.report);
		await this.#folder.write({
			...ended,
			state: end.kind,
			brief: briefOf(end.report),
			newest: end.newest
		});
		if (end.kind === 'done') await this.#folder.dropContent(record.id);
	}

	/** End the import of a file after the batch under way, and wait for that. What was applied stays. */
	async stop(id: string): Promise<Upload> {
		if (this.#running?.id === id) {
			const running = this.#running;
			running.isStopped = true;
			running.run?.stop();
			await running.settled;
		}
		return this.find(id);
	}

	/** Let a file go, whatever its state. Rows that are in the store stay there. */
	async discard(id: string): Promise<void> {
		if (this.#running?.id === id) await this.stop(id);
		await this.#inTurn(id, () => this.#folder.remove(id));
	}

	/** The whole report as JSON, or null before there is one. @throws CommunityError not_found */
	async report(id: string): Promise<{ name: string; text: string } | null> {
		const { name } = await this.#record(id);
		const text = await this.#folder.report(id);
		return text === null ? null : { name, text };
	}

	/** Stop what runs, when the server ends. */
	async close(): Promise<void> {
		if (this.#running) await this.stop(this.#running.id);
	}
}
