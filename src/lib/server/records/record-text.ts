import { z } from 'zod';
import { COLLECTIONS, emptyContents, RECORDS_VERSION, type RecordContents } from './collections';
import type { FileReading } from './kept-file';

/** More bytes than any file of ours has. */
const MOST_BYTES = 16 * 1024 * 1024;

const outlineSchema = z.looseObject({ version: z.int().min(1) });

export type RecordReading = FileReading<RecordContents>;

type Collection<T> = { item: z.ZodType<T>; most: number };

/** Every item that has its shape. One with an id that was there already counts as damaged. */
function readItems<T extends { id: string }>(
	{ item, most }: Collection<T>,
	value: unknown
): { items: T[]; lost: number } {
	if (value === undefined) return { items: [], lost: 0 };
	if (!Array.isArray(value)) return { items: [], lost: 1 };
	const items = new Map<string, T>();
	for (const candidate of value as unknown[]) {
		const reading = item.safeParse(candidate);
		if (reading.success && items.size < most && !items.has(reading.data.id)) {
			items.set(reading.data.id, reading.data);
		}
	}
	return { items: [...items.values()], lost: value.length - items.size };
}

function parseJson(bytes: Uint8Array): unknown {
	if (bytes.length > MOST_BYTES) return undefined;
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

/**
 * Read a record file. It never throws: what is whole is kept, what is not is counted. Each item is checked by
 * itself, so that one bad view takes no other away.
 */
export function readRecordText(bytes: Uint8Array): RecordReading {
	const outline = outlineSchema.safeParse(parseJson(bytes));
	if (!outline.success) return { kind: 'damaged', contents: emptyContents(), lost: null };
	const { version, ...rest } = outline.data;
	if (version > RECORDS_VERSION) return { kind: 'newer', version };
	const { views, campaigns, planted, ...foreign } = rest;
	const readings = {
		views: readItems(COLLECTIONS.views, views),
		campaigns: readItems(COLLECTIONS.campaigns, campaigns),
		planted: readItems(COLLECTIONS.planted, planted)
	};
	const contents: RecordContents = {
		views: readings.views.items,
		campaigns: readings.campaigns.items,
		planted: readings.planted.items,
		foreign
	};
	const lost = Object.values(readings).reduce((sum, reading) => sum + reading.lost, 0);
	return lost === 0 ? { kind: 'whole', contents } : { kind: 'damaged', contents, lost };
}

/** The bytes of a record file, indented, so that a person can read and mend it. */
export function writeRecordText({ foreign, ...collections }: RecordContents): Uint8Array {
	const text = JSON.stringify({ version: RECORDS_VERSION, ...collections, ...foreign }, null, '\t');
	return new TextEncoder().encode(`${text}\n`);
}
