import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';

/**
 * What the record file needs of a file system, step by step, so that a test can cut the power between any two of
 * them. Nothing is durable before `sync` (contents) and `syncFolder` (names).
 */
export type Disk = {
	/** The bytes of a file, or null when there is none. */
	read: (path: string) => Promise<Uint8Array | null>;
	/** A text that is another one whenever the file is, or null when there is none. */
	stamp: (path: string) => Promise<string | null>;
	/** A new file that only its owner can read; one that is there already is an error. */
	write: (path: string, bytes: Uint8Array) => Promise<void>;
	sync: (path: string) => Promise<void>;
	rename: (from: string, to: string) => Promise<void>;
	syncFolder: (directory: string) => Promise<void>;
	/** The names of a folder's files; the folder is made when it is not there. */
	list: (directory: string) => Promise<string[]>;
	remove: (path: string) => Promise<void>;
};

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
	try {
		return await promise;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw cause;
	}
}

async function withFile(
	path: string,
	flags: string,
	use: (file: FileHandle) => Promise<void>
): Promise<void> {
	const file = await open(path, flags, 0o600);
	try {
		await use(file);
	} finally {
		await file.close();
	}
}

type FileHandle = Awaited<ReturnType<typeof open>>;

/** Some systems cannot sync a folder: there a rename is as durable as it gets. */
const CANNOT_SYNC_FOLDERS = ['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'];

/** The disk of this machine. */
export const nodeDisk: Disk = {
	read: (path) => orNull(readFile(path)),
	stamp: async (path) => {
		const found = await orNull(stat(path, { bigint: true }));
		return found && [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
	},
	write: (path, bytes) => withFile(path, 'wx', (file) => file.writeFile(bytes)),
	sync: (path) => withFile(path, 'r+', (file) => file.sync()),
	rename,
	syncFolder: async (directory) => {
		try {
			await withFile(directory, 'r', (folder) => folder.sync());
		} catch (cause) {
			if (!CANNOT_SYNC_FOLDERS.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
		}
	},
	list: async (directory) => {
		await mkdir(directory, { recursive: true });
		return readdir(directory);
	},
	remove: (path) => rm(path, { force: true })
};
