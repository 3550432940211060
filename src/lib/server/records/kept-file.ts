import { join } from 'node:path';
import { CommunityError } from '$lib/errors/community-error';
import { log } from '../log';
import { nodeDisk, type Disk } from './disk';
import { replaceFile } from './replace-file';

/** A file that was damaged: where it is now, and how many of its items could not be read (null: none of them could). */
export type RecordDamage = { aside: string; lost: number | null };

/**
 * What the bytes of a file mean. `lost` counts the items that could not be used; null means that nothing of the file
 * could. A file of a newer version is left alone.
 */
export type FileReading<C> =
	| { kind: 'whole'; contents: C }
	| { kind: 'damaged'; contents: C; lost: number | null }
	| { kind: 'newer'; version: number };

/** What a kept file holds, and how it is read and written. `name` is that of the file without `.json`. */
export type FileFormat<C> = {
	name: string;
	version: number;
	empty: () => C;
	/** Never throws: what is whole is kept, what is not is counted. */
	read: (bytes: Uint8Array) => FileReading<C>;
	write: (contents: C) => Uint8Array;
};

/** A small file beside the store. It is replaced as a whole, and read again whenever somebody else changed it. */
export type KeptFile<C> = {
	read: () => Promise<Readonly<C>>;
	/**
	 * Change the contents: after it resolves the change is on disk, and when it rejects the old contents stand. One
	 * change at a time; `edit` gets what the change before it left and must not alter it. Null leaves them as they are.
	 */
	change: <T>(edit: (contents: Readonly<C>) => FileEdit<C, T>) => Promise<T>;
	/** What was put aside since this process began, the newest last. */
	damages: () => readonly RecordDamage[];
};

export type FileEdit<C, T> = { contents: C | null; result: T };

/**
 * Open a kept file of a data folder.
 *
 * A change writes a draft beside the file, syncs it, renames it over the file and syncs the folder, so that a crash
 * at any moment leaves either the old file or the new one. A damaged file is kept under another name, what could be
 * read of it is written anew, and nothing is ever deleted. A file of a newer version is refused and not touched.
 * One process writes a data folder at a time.
 */
export function openKeptFile<C>(
	directory: string,
	format: FileFormat<C>,
	disk: Disk = nodeDisk
): KeptFile<C> {
	const fileName = `${format.name}.json`;
	const draftName = new RegExp(`^${format.name}\\.json\\.[0-9a-f]{12}$`);
	const asidePattern = new RegExp(`^${format.name}\\.damaged-(\\d{1,6})\\.json$`);
	const asideName = (number: number) => `${format.name}.damaged-${number}.json`;
	const file = join(directory, fileName);
	const damages: RecordDamage[] = [];
	let known: { stamp: string | null; contents: C } | null = null;
	let queue: Promise<unknown> = Promise.resolve();

	const replace = (path: string, bytes: Uint8Array) =>
		replaceFile(disk, { directory, path, bytes, draftOf: file });

	/**
	 * Keep the bytes of a damaged file under a name of their own; the file itself stands until it is replaced. When
	 * that failed the last time, the copy is there already.
	 */
	async function keepAside(bytes: Uint8Array, lost: number | null): Promise<void> {
		const taken = (await disk.list(directory)).map((name) => Number(asidePattern.exec(name)?.[1] ?? 0));
		const last = Math.max(0, ...taken);
		const kept = last === 0 ? null : await disk.read(join(directory, asideName(last)));
		const isKept = kept !== null && Buffer.compare(kept, bytes) === 0;
		const aside = asideName(isKept ? last : last + 1);
		if (!isKept) await replace(join(directory, aside), bytes);
		damages.push({ aside, lost });
		log.error(`${fileName} was damaged; it was kept as ${aside}, and what could be read goes on`);
	}

	async function load(): Promise<C> {
		const stamp = await disk.stamp(file);
		if (known !== null && known.stamp === stamp) return known.contents;
		const bytes = stamp === null ? null : await disk.read(file);
		if (bytes === null) return remember(format.empty(), stamp);
		const reading = format.read(bytes);
		if (reading.kind === 'newer') {
			throw new CommunityError('store_unavailable', {
				message:
					`${fileName} has version ${reading.version}, and this Undertone knows versions up to ` +
					`${format.version}. Use the newer Undertone, or another data folder; the file was not touched.`
			});
		}
		if (reading.kind === 'whole') return remember(reading.contents, stamp);
		await keepAside(bytes, reading.lost);
		await replace(file, format.write(reading.contents));
		return remember(reading.contents, await disk.stamp(file));
	}

	function remember(contents: C, stamp: string | null): C {
		known = { stamp, contents };
		return contents;
	}

	/** Drafts of a process that was killed: their changes were never acknowledged. */
	async function clearDrafts(): Promise<void> {
		const drafts = (await disk.list(directory)).filter((name) => draftName.test(name));
		for (const draft of drafts) await disk.remove(join(directory, draft));
	}

	/** One thing at a time, in the order of asking; a failure ends nobody else's turn. */
	function inTurn<T>(act: () => Promise<T>): Promise<T> {
		const turn = queue.then(act).catch((cause: unknown) => {
			if (cause instanceof CommunityError) throw cause;
			throw new CommunityError('store_unavailable', { message: `${fileName} failed`, cause });
		});
		queue = turn.catch(() => undefined);
		return turn;
	}

	inTurn(clearDrafts).catch((cause: unknown) =>
		log.error(`drafts of ${fileName} could not be cleared`, cause)
	);

	return {
		read: () => inTurn(load),
		change: (edit) =>
			inTurn(async () => {
				const { contents, result } = edit(await load());
				if (contents === null) return result;
				await replace(file, format.write(contents));
				remember(contents, await disk.stamp(file));
				return result;
			}),
		damages: () => damages
	};
}
