import { randomBytes } from 'node:crypto';
import type { Disk } from './disk';

type Replacing = { directory: string; path: string; bytes: Uint8Array; draftOf: string };

/**
 * Put a file in the place of another, or where there was none: a draft is written, synced and renamed, and the folder
 * synced, so that a crash at any moment leaves either the old file or the new one.
 * @param draftOf the path that the draft is named after: itself, a dot and twelve hexadecimal digits
 */
export async function replaceFile(disk: Disk, { directory, path, bytes, draftOf }: Replacing): Promise<void> {
	const draft = `${draftOf}.${randomBytes(6).toString('hex')}`;
	try {
		await disk.write(draft, bytes);
		await disk.sync(draft);
		await disk.rename(draft, path);
	} catch (cause) {
		await disk.remove(draft).catch(() => undefined);
		throw cause;
	}
	await disk.syncFolder(directory);
}
