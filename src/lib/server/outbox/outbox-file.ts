import { z } from 'zod';
import type { FileFormat, FileReading } from '../records/kept-file';
import { outboxRowSchema, type OutboxRow } from './outbox-row';

/** What the file holds: the rows in the order in which they were sent, and what a newer Undertone added. */
export type OutboxContents = { rows: OutboxRow[]; foreign: Record<string, unknown> };

const VERSION = 1;
/** More bytes than any file of ours has. */
const MOST_BYTES = 64 * 1024 * 1024;

const outlineSchema = z.looseObject({ version: z.int().min(1), rows: z.array(z.unknown()) });

const emptyOutbox = (): OutboxContents => ({ rows: [], foreign: {} });

function parseJson(bytes: Uint8Array): unknown {
	if (bytes.length > MOST_BYTES) return undefined;
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

/** Each row is checked by itself, so that a damaged one takes no other away; one id is one row. */
function readOutbox(bytes: Uint8Array): FileReading<OutboxContents> {
	const payload = parseJson(bytes);
	const version = z.looseObject({ version: z.int() }).safeParse(payload);
	if (version.success && version.data.version > VERSION) {
		return { kind: 'newer', version: version.data.version };
	}
	const outline = outlineSchema.safeParse(payload);
	if (!outline.success) return { kind: 'damaged', contents: emptyOutbox(), lost: null };
	const { version: _, rows: found, ...foreign } = outline.data;
	const rows = new Map<string, OutboxRow>();
	for (const candidate of found) {
		const reading = outboxRowSchema.safeParse(candidate);
		if (reading.success && !rows.has(reading.data.id)) rows.set(reading.data.id, reading.data);
	}
	const contents = { rows: [...rows.values()], foreign };
	const lost = found.length - rows.size;
	return lost === 0 ? { kind: 'whole', contents } : { kind: 'damaged', contents, lost };
}

function writeOutbox({ rows, foreign }: OutboxContents): Uint8Array {
	const text = JSON.stringify({ version: VERSION, ...foreign, rows }, null, '\t');
	return new TextEncoder().encode(`${text}\n`);
}

/** The file `outbox.json`, readable and mendable by hand. */
export const OUTBOX_FILE: FileFormat<OutboxContents> = {
	name: 'outbox',
	version: VERSION,
	empty: emptyOutbox,
	read: readOutbox,
	write: writeOutbox
};
