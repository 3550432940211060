import { SvelteMap } from 'svelte/reactivity';
import type { Upload } from '$lib/server/data/upload-record';
import { call, type Called } from './call';

/** Bytes of one part, as the server takes them. */
const PART = 384 * 1024;

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends a file in parts, one after the other, and never holds more than one of them. A part that could not be
 * delivered is sent again until it is, from where the server says it has come to.
 */
export class Sender {
	readonly id: string;
	received = $state(0);
	/** True while the server cannot be reached. */
	isLost = $state(false);
	/** Why the server takes no more of it. */
	problem = $state<string | null>(null);
	#file: File;
	#isEnded = false;

	constructor(upload: Upload, file: File) {
		this.id = upload.id;
		this.received = upload.received;
		this.#file = file;
	}

	get isWhole(): boolean {
		return this.received >= this.#file.size;
	}

	end(): void {
		this.#isEnded = true;
	}

	async send(): Promise<void> {
		let wait = FIRST_PAUSE;
		while (!this.isWhole && !this.#isEnded) {
			const offset = this.received;
			const bytes = this.#file.slice(offset, offset + PART);
			const sent = await call<{ received: number }>(`/data/uploads/${this.id}/part`, {
				method: 'PUT',
				part: { bytes, offset }
			});
			if (sent.ok) {
				this.received = sent.value.received;
				this.isLost = false;
				wait = FIRST_PAUSE;
			} else if (!(await this.#recover(sent, wait))) {
				return;
			} else wait = Math.min(LONGEST_PAUSE, wait * 2);
		}
	}

	/** After a failure: wait, and learn where to go on. False when there is no going on. */
	async #recover(failed: Extract<Called<unknown>, { ok: false }>, wait: number): Promise<boolean> {
		const isPassing = failed.status === 0 || failed.status >= 500;
		const isPlace = failed.fields.includes('offset');
		if (!isPassing && !isPlace) {
			this.problem = failed.message;
			return false;
		}
		this.isLost = isPassing;
		if (isPassing) await pause(wait);
		const asked = await call<{ upload: Upload }>(`/data/uploads/${this.id}/state`, { method: 'GET' });
		if (asked.ok) this.received = asked.value.upload.received;
		else if (asked.status === 404) {
			this.problem = asked.message;
			return false;
		}
		return true;
	}
}

/** The files that this tab is sending: they go on while the reader looks at other pages. */
export const senders = new SvelteMap<string, Sender>();

/** Begin to send a file, or go on with it. Answers the upload, or why the server does not take it. */
export async function sendFile(file: File): Promise<Called<{ upload: Upload }>> {
	const about = { name: file.name, size: file.size, modified: file.lastModified };
	const begun = await call<{ upload: Upload }>('/data/uploads', { json: about });
	if (!begun.ok) return begun;
	const { upload } = begun.value;
	if (!senders.has(upload.id) || senders.get(upload.id)?.problem !== null) {
		const sender = new Sender(upload, file);
		senders.set(upload.id, sender);
		void sender.send();
	}
	return begun;
}
