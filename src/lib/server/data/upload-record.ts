import { z } from 'zod';
import type { ImportReport } from '../store/import/report';
import { FORMATS, type Format } from '../store/import/source-row';
import { mappingFormSchema } from './mapping-form';

/** The largest file that a browser may send. Larger ones go through the command, which needs no copy of them. */
export const LARGEST_FILE = 4 * 1024 ** 3;

/** Bytes of one part: the server refuses bodies above 512 KiB. */
export const LARGEST_PART = 384 * 1024;

/** What the browser says about a file before it sends the first byte. */
export const announcedFileSchema = z.strictObject({
	name: z
		.string()
		.min(1, 'The file has no name.')
		.max(255, 'The name of the file has more than 255 characters. Give it a shorter one.')
		.refine(
			(name) => !/[\u0000-\u001f/\\]/.test(name),
			'The name of the file holds a slash or a control character.'
		),
	size: z
		.int()
		.min(1, 'The file is empty.')
		.max(LARGEST_FILE, 'The file is larger than 4 GB. Bring it in with: npm run import -- FILE'),
	/** When the file was changed last, in milliseconds since 1970: with name and size it tells the same file again. */
	modified: z.int()
});
export type AnnouncedFile = z.infer<typeof announcedFileSchema>;

/**
 * `receiving` until a person starts the import, `importing` while it runs; then `done`, or `stopped` by a person or
 * by the end of the server, or `failed`. From the last two it can be started again, since the file is still there.
 */
const UPLOAD_STATES = ['receiving', 'importing', 'done', 'stopped', 'failed'] as const;

const time = z.number();

/** What the data folder remembers of an upload, beside its bytes. */
export const uploadRecordSchema = z.strictObject({
	id: z.uuid(),
	...announcedFileSchema.shape,
	format: z.enum(FORMATS),
	begunAt: time,
	touchedAt: time,
	state: z.enum(UPLOAD_STATES),
	mapping: mappingFormSchema.nullable(),
	importId: z.int().nullable(),
	startedAt: time.nullable(),
	finishedAt: time.nullable(),
	rows: z.int(),
	setAside: z.int(),
	/** The report, cut to a size that a page can show. */
	brief: z
		.strictObject({
			read: z.int(),
			new: z.int(),
			updated: z.int(),
			duplicate: z.int(),
			set_aside: z.array(z.strictObject({ reason: z.string(), count: z.int(), lines: z.array(z.int()) }))
		})
		.nullable(),
	/** When the newest of its messages was updated; null before the import ended, and in records of older versions. */
	newest: time.nullable().default(null),
	failure: z.string().nullable()
});
export type UploadRecord = z.infer<typeof uploadRecordSchema>;

/** An upload as pages see it: with the bytes that are here, and how far an import that runs has come. */
export type Upload = UploadRecord & {
	received: number;
	/** Bytes of the file that the import has read. */
	done: number;
};

const BRIEF_REASONS = 50;
const BRIEF_LINES = 10;

/** A report as a page shows it: the most frequent reasons, each with its first lines. */
export function briefOf(report: ImportReport): ImportReport {
	const reasons = report.set_aside.slice(0, BRIEF_REASONS);
	return { ...report, set_aside: reasons.map((one) => ({ ...one, lines: one.lines.slice(0, BRIEF_LINES) })) };
}

const FORMAT_BY_ENDING: Record<string, Format> = { csv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson' };

/** The format that a file's name tells, or null. */
export function formatOfName(name: string): Format | null {
	return FORMAT_BY_ENDING[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}
