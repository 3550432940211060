import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport } from '../store/import/report';
import { BLOCK } from './mapping-preview';
import { uploadRecordSchema, type UploadRecord } from './upload-record';

/**
 * The uploads of a data folder: a folder each, with what is known of the file, its bytes, and in the end its report.
 * Everything that a page was told is on the disk before it was told so.
 */
export class UploadFolder {
	readonly path: string;

	constructor(dataDirectory: string) {
		this.path = join(dataDirectory, 'uploads');
	}

	#at(id: string, name: 'upload.json' | 'content' | 'report.json'): string {
		return join(this.path, id, name);
	}

	/** Write a record whole or not at all. */
	async write(record: UploadRecord): Promise<void> {
		await mkdir(join(this.path, record.id), { recursive: true });
		await this.#replace(this.#at(record.id, 'upload.json'), JSON.stringify(record));
	}

	async #replace(path: string, text: string): Promise<void> {
		const draft = `${path}.${randomUUID()}`;
		await writeFile(draft, text, { mode: 0o600 });
		await rename(draft, path);
	}

	/** A record, or null where there is none that can be read. */
	async read(id: string): Promise<UploadRecord | null> {
		const text = await readFile(this.#at(id, 'upload.json'), 'utf8').catch(() => null);
		if (text === null) return null;
		try {
			return uploadRecordSchema.parse(JSON.parse(text));
		} catch {
			return null;
		}
	}

	/** The names of all uploads, readable or not. */
	async names(): Promise<string[]> {
		const entries = await readdir(this.path, { withFileTypes: true }).catch(() => []);
		return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	}

	/** How many bytes of a file are here. */
	async received(id: string): Promise<number> {
		return (await stat(this.#at(id, 'content')).catch(() => null))?.size ?? 0;
	}

	/** Put bytes at a place of the file; what stood behind that place is cut off. */
	async put(id: string, offset: number, bytes: Uint8Array): Promise<void> {
		const file = await open(this.#at(id, 'content'), offset === 0 ? 'w' : 'r+', 0o600);
		try {
			await file.truncate(offset);
			await file.write(bytes, 0, bytes.length, offset);
		} finally {
			await file.close();
		}
	}

	/** The first bytes of a file, up to `length`. */
	async head(id: string, length: number): Promise<Buffer> {
		const file = await open(this.#at(id, 'content'), 'r').catch(() => null);
		if (file === null) return Buffer.alloc(0);
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	}

	/** The whole file, in the blocks in which the import reads. */
	stream(id: string): ReadStream {
		return createReadStream(this.#at(id, 'content'), { highWaterMark: BLOCK });
	}

	async writeReport(id: string, report: ImportReport): Promise<void> {
		await this.#replace(this.#at(id, 'report.json'), `${JSON.stringify(report, null, '\t')}\n`);
	}

	/** The report's text, or null before there is one. */
	async report(id: string): Promise<string | null> {
		return readFile(this.#at(id, 'report.json'), 'utf8').catch(() => null);
	}

	/** Let the bytes go and keep the rest. */
	async dropContent(id: string): Promise<void> {
		await rm(this.#at(id, 'content'), { force: true });
	}

	async remove(id: string): Promise<void> {
		await rm(join(this.path, id), { recursive: true, force: true });
	}

	/** When an upload's folder was changed last, in milliseconds since 1970. */
	async changedAt(id: string): Promise<number> {
		return (await stat(join(this.path, id)).catch(() => null))?.mtimeMs ?? 0;
	}

	/** Bytes that the disk has left. */
	async free(): Promise<number> {
		await mkdir(this.path, { recursive: true });
		const { bavail, bsize } = await statfs(this.path);
		return bavail * bsize;
	}
}
