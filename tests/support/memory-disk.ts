import type { Disk } from '$lib/server/records/disk';

/** The power is gone: nothing more happens in this process. */
export class PowerCut extends Error {}

type Inode = { written: Uint8Array; durable: Uint8Array };

/**
 * A disk that can lose its power. What was written is durable after `sync`, what was named after `syncFolder`; at a
 * power cut each of the others is kept, lost or torn as `chance` decides, as real disks do.
 */
export class MemoryDisk implements Disk {
	#names = new Map<string, Inode>();
	#durableNames = new Map<string, Inode>();
	#stepsLeft = Infinity;
	#clock = 0;
	#changed = new Map<Inode, number>();

	/** Cut the power before the step of this number; steps are counted from now. */
	cutPowerAfter(steps: number): void {
		this.#stepsLeft = steps;
	}

	/** The disk as the next process finds it. */
	restart(chance: () => number): void {
		const kept = new Map(chance() < 0.5 ? this.#names : this.#durableNames);
		for (const inode of new Set(kept.values())) {
			const torn = inode.written.slice(0, Math.floor(chance() * (inode.written.length + 1)));
			const found = chance() < 0.5 ? inode.durable : torn;
			const isDurable = Buffer.compare(inode.durable, inode.written) === 0;
			if (!isDurable) inode.written = inode.durable = found;
		}
		this.#names = kept;
		this.#durableNames = new Map(kept);
		this.#stepsLeft = Infinity;
	}

	/** Put a file there, as a restored backup or an editor does. */
	place(path: string, text: string): void {
		const inode = this.#made(new TextEncoder().encode(text));
		inode.durable = inode.written;
		this.#names.set(path, inode);
		this.#durableNames.set(path, inode);
	}

	textOf(path: string): string | null {
		const inode = this.#names.get(path);
		return inode ? new TextDecoder().decode(inode.written) : null;
	}

	files(): string[] {
		return [...this.#names.keys()];
	}

	#made(bytes: Uint8Array): Inode {
		const inode = { written: bytes, durable: new Uint8Array() };
		this.#changed.set(inode, ++this.#clock);
		return inode;
	}

	#step(): void {
		if (this.#stepsLeft <= 0) throw new PowerCut('the power is gone');
		this.#stepsLeft -= 1;
	}

	#found(path: string): Inode {
		const inode = this.#names.get(path);
		if (!inode) throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
		return inode;
	}

	async read(path: string): Promise<Uint8Array | null> {
		this.#step();
		return this.#names.get(path)?.written ?? null;
	}

	async stamp(path: string): Promise<string | null> {
		this.#step();
		const inode = this.#names.get(path);
		return inode ? String(this.#changed.get(inode)) : null;
	}

	async write(path: string, bytes: Uint8Array): Promise<void> {
		this.#step();
		if (this.#names.has(path)) throw Object.assign(new Error(`${path} is there`), { code: 'EEXIST' });
		this.#names.set(path, this.#made(bytes));
	}

	async sync(path: string): Promise<void> {
		this.#step();
		const inode = this.#found(path);
		inode.durable = inode.written;
	}

	async rename(from: string, to: string): Promise<void> {
		this.#step();
		const inode = this.#found(from);
		this.#names.delete(from);
		this.#names.set(to, inode);
		this.#changed.set(inode, ++this.#clock);
	}

	async syncFolder(): Promise<void> {
		this.#step();
		this.#durableNames = new Map(this.#names);
	}

	async list(directory: string): Promise<string[]> {
		this.#step();
		return [...this.#names.keys()].map((path) => path.slice(directory.length + 1));
	}

	async remove(path: string): Promise<void> {
		this.#step();
		this.#names.delete(path);
	}
}
