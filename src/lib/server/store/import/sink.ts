import type { BatchResult, NewInteraction, SetAsideRow } from '../new-interaction';

/** A stretch of a file: applied as a whole or not at all. `line` is the last line that it covers. */
export type ImportBatch = { interactions: NewInteraction[]; setAside: SetAsideRow[]; line: number };

/** Where an import goes: the store of this process, or the server that holds it open. */
export type ImportSink = {
	begin(about: { source: string; file: string }): Promise<void>;
	/** Settles once the batch is on the disk. Batches are applied in the order in which they are given. */
	apply(batch: ImportBatch): Promise<BatchResult>;
	finish(): Promise<void>;
};
