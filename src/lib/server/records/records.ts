import { emptyContents, RECORDS_VERSION, type RecordContents } from './collections';
import { nodeDisk, type Disk } from './disk';
import { openKeptFile, type FileEdit, type FileFormat, type KeptFile, type RecordDamage } from './kept-file';
import { readRecordText, writeRecordText } from './record-text';

export type { RecordDamage };

/**
 * The small file beside the store: what people made here and no host can give back. It holds several collections.
 */
export type Records = KeptFile<RecordContents>;
export type Edit<T> = FileEdit<RecordContents, T>;

const RECORDS: FileFormat<RecordContents> = {
	name: 'records',
	version: RECORDS_VERSION,
	empty: emptyContents,
	read: readRecordText,
	write: writeRecordText
};

/** Open the records of a data folder. */
export function openRecords(directory: string, disk: Disk = nodeDisk): Records {
	return openKeptFile(directory, RECORDS, disk);
}
