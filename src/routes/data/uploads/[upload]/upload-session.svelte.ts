import type { MappingForm } from '$lib/server/data/mapping-form';
import type { Preview } from '$lib/server/data/mapping-preview';
import type { Upload } from '$lib/server/data/upload-record';
import type { Previewed } from '$lib/server/data/uploads';
import { call } from '../call';

export type Refused = { message: string; fields: string[] };

/** How long the form waits for the next key before it asks what the mapping makes of the rows. */
const REST = 250;
/** How long it waits before it asks a server again that did not answer. */
const AGAIN = 2_000;

/** What one page knows of an upload: where it stands, the mapping under a person's hands, what it makes of the rows. */
export class UploadSession {
	upload = $state.raw<Upload>() as Upload;
	/** The server's clock when it told where the upload stands, in milliseconds since 1970. */
	toldAt = $state(0);
	form = $state.raw<MappingForm | null>(null);
	preview = $state.raw<Preview | null>(null);
	newBrands = $state.raw<string[]>([]);
	/** Why the rows could not be read at all, or the import not be started. */
	refused = $state.raw<Refused | null>(null);
	isBusy = $state(false);
	isLost = $state(false);
	#looking: AbortController | null = null;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(upload: Upload, now: number) {
		this.upload = upload;
		this.toldAt = now;
	}

	get #path(): string {
		return `/data/uploads/${this.upload.id}`;
	}

	/** Change the mapping, and look at the rows again once the person pauses. */
	change(form: MappingForm): void {
		this.form = form;
		this.look(REST);
	}

	/** Ask what the mapping makes of the first rows; only the latest answer counts. */
	look(after = 0): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#ask(), after);
	}

	async #ask(): Promise<void> {
		this.#looking?.abort();
		const looking = new AbortController();
		this.#looking = looking;
		const asked = await call<Previewed>(`${this.#path}/preview`, {
			json: { form: this.form },
			signal: looking.signal
		}).catch(() => null);
		if (asked === null || looking.signal.aborted) return;
		if (asked.ok) {
			this.form ??= asked.value.form;
			this.preview = asked.value.preview;
			this.newBrands = asked.value.newBrands;
			this.refused = null;
		} else {
			this.refused = asked;
			if (asked.status === 0) this.look(AGAIN);
		}
	}

	/** Learn where the upload stands. */
	async refresh(): Promise<void> {
		const asked = await call<{ upload: Upload; now: number }>(`${this.#path}/state`, { method: 'GET' });
		this.isLost = !asked.ok && (asked.status === 0 || asked.status >= 500);
		if (!asked.ok) {
			if (asked.status === 404) this.refused = asked;
			return;
		}
		this.upload = asked.value.upload;
		this.toldAt = asked.value.now;
	}

	async #order(order: 'import' | 'stop' | 'discard', json?: unknown): Promise<boolean> {
		this.isBusy = true;
		const done = await call<{ upload?: Upload }>(`${this.#path}/${order}`, { json });
		this.isBusy = false;
		this.refused = done.ok ? null : done;
		if (done.ok && done.value.upload) this.upload = done.value.upload;
		return done.ok;
	}

	start(): Promise<boolean> {
		return this.#order('import', { form: this.form });
	}

	stop(): Promise<boolean> {
		return this.#order('stop');
	}

	discard(): Promise<boolean> {
		return this.#order('discard');
	}

	close(): void {
		this.#looking?.abort();
		if (this.#timer) clearTimeout(this.#timer);
	}
}
