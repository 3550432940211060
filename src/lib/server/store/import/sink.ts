import type { KeptMapping } from './kept-mapping';
import type { BatchResult, NewInteraction, SetAsideRow } from '../new-interaction';

/** A stretch of a file: applied as a whole or not at all. `line` is the last line that it covers. */
export type ImportBatch = { interactions: NewInteraction[]; setAside: SetAsideRow[]; line: number };

/** What an import brings, and how it is read, so that its rows set aside can be retried; null where that is too long to keep. */
export type ImportBeginning = { source: string; file: string; mapping: KeptMapping | null };

/** Where an import goes: the store of this process, or the server that holds it open. */
export type ImportSink = {
	begin(about: ImportBeginning): Promise<void>;
	/** Settles once the batch is on the disk. Batches are applied in the order in which they are given. */
	apply(batch: ImportBatch): Promise<BatchResult>;
	finish(): Promise<void>;
};
