import { importFile, type Progress } from '../store/import/import-file';
import type { ImportReport } from '../store/import/report';
import type { Format } from '../store/import/source-row';
import { storeSink } from '../store/import/store-sink';
import type { Store } from '../store/store';
import type { MappingForm } from './mapping-form';

/** How an import ended: with a report, where it was also stopped before the end of the file, or with an error. */
export type RunEnd =
	| { kind: 'done' | 'stopped'; report: ImportReport; newest: number | null; importId: number }
	| { kind: 'failed'; cause: unknown; importId: number | null };

/** An import that this process runs, apart from any page: pages ask how far it is. */
export class ImportRun {
	readonly ended: Promise<RunEnd>;
	#progress: Progress = { rows: 0, bytes: 0, setAside: 0 };
	#isStopped = false;

	constructor(
		file: { chunks: AsyncIterable<Buffer>; name: string; format: Format },
		options: { mapping: MappingForm; store: Store; now: () => number }
	) {
		this.ended = this.#run(file, options);
	}

	get progress(): Progress {
		return this.#progress;
	}

	get isStopped(): boolean {
		return this.#isStopped;
	}

	/** End it after the batch that is under way. What was applied stays. */
	stop(): void {
		this.#isStopped = true;
	}

	async #run(
		file: { chunks: AsyncIterable<Buffer>; name: string; format: Format },
		{ mapping, store, now }: { mapping: MappingForm; store: Store; now: () => number }
	): Promise<RunEnd> {
		const sink = storeSink(store, now);
		try {
			const tally = await importFile(file, {
				mapping,
				sink,
				onProgress: (progress) => (this.#progress = progress),
				isStopped: () => this.#isStopped
			});
			const kind = this.#isStopped ? 'stopped' : 'done';
			return { kind, report: tally.report(), newest: tally.newest, importId: sink.importId() };
		} catch (cause) {
			return { kind: 'failed', cause, importId: sink.importId() || null };
		}
	}
}
