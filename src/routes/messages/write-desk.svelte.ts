import { createContext, tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';
import { page } from '$app/state';
import type { Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import type { Desk } from './desk';
import type { Refusal } from './refusal';

type PageParts = { desk: Desk; filters: Filters; defaults: Parameters<typeof href>[3]['defaults'] };

/** A message that was closed or opened, and how it gets back to what it was. */
export type Undo = { interaction: string; brand: number; set: 'open' | 'close'; said: string };

/**
 * What the forms of one place, a page or the panel beside it, share: whether they may write, where they are sent, and
 * what was done last, which a screen reader hears.
 */
export class WriteDesk {
	/** What was done last. */
	said = $state('');
	/** What takes that back, where one step does. */
	undo = $state.raw<Undo | null>(null);
	/** Where the focus goes when what had it is gone with what was done. */
	anchor: HTMLElement | null = null;
	/** The reply that was just sent: its row takes the focus once it is there. */
	expected = $state<string | null>(null);
	#name: 'page' | 'panel' | 'replies';
	#data: () => PageParts;
	#reload: () => unknown;

	/** `name` tells the places apart, since a page and the panel beside it stand in one document. */
	constructor(name: 'page' | 'panel' | 'replies', data: () => PageParts, reload: () => unknown) {
		this.#name = name;
		this.#data = data;
		this.#reload = reload;
	}

	get desk(): Desk {
		return this.#data().desk;
	}

	/** The id of the list of a brand's tags. */
	tagListId(brandId: number): string {
		return `${this.#name}-tags-${brandId}`;
	}

	/** The address of a form that leads back to these messages. */
	action(name: string): string {
		if (this.#name === 'replies') return `/messages/replies?/${name}`;
		const { filters, defaults } = this.#data();
		const query = href('', filters, {}, { defaults }).replace(/^\?/, '');
		return `/messages?/${name}${query === '' ? '' : `&${query}`}`;
	}

	async reload(said: string, undo: Undo | null = null): Promise<void> {
		this.said = '';
		this.undo = null;
		await tick();
		this.said = said;
		this.undo = undo;
		await this.#reload();
	}

	/** Nothing is said any more, and there is no way back. */
	forget(): void {
		this.said = '';
		this.undo = null;
	}

	/** What had the focus went away with what was done. */
	catchFocus(): void {
		this.anchor?.focus({ preventScroll: true });
	}
}

export const [getWriteDesk, setWriteDesk] = createContext<WriteDesk>();

function isRefusal(value: unknown): value is Refusal {
	return typeof value === 'object' && value !== null && 'act' in value && 'problems' in value;
}

type Options = {
	/** Which refusals are about this form. */
	isOwn: (refusal: Refusal) => boolean;
	ondone: () => Promise<void>;
	/** After a refusal. */
	onrefused?: () => void;
};

/**
 * One form that writes. With scripts it stays where it is and learns what came of it; without them the page comes
 * again, with the refusal beside the form.
 */
export class WriteForm {
	pending = $state(false);
	#answered = $state.raw<Refusal | 'none' | 'lost' | null>(null);
	#options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	/** Why the form was refused, or null. */
	get refusal(): Refusal | null {
		if (this.#answered !== null) return typeof this.#answered === 'string' ? null : this.#answered;
		const form: unknown = page.form;
		return isRefusal(form) && this.#options.isOwn(form) ? form : null;
	}

	/** The answer got lost on the way, so that nobody here knows what came of it. */
	get isLost(): boolean {
		return this.#answered === 'lost';
	}

	enhance: SubmitFunction = ({ cancel }) => {
		if (this.pending) return cancel();
		this.pending = true;
		return async ({ result }) => {
			this.pending = false;
			if (result.type === 'failure' && isRefusal(result.data)) {
				this.#answered = result.data;
				this.#options.onrefused?.();
			} else if (result.type === 'error') this.#answered = 'lost';
			else {
				this.#answered = 'none';
				await this.#options.ondone();
			}
		};
	};
}
