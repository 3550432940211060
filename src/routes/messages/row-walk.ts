import { tick } from 'svelte';
import type { MessageRow } from '$lib/server/panels/messages';
import type { RowSight } from './row-sight.svelte';

/** What has a use of its own for the arrow keys keeps them. */
const KEEPS = 'input, select, textarea, summary, [aria-haspopup], [role="menu"], [role="radiogroup"]';

/** A list that is walked: its element, once it stands, its rows, and how more of them are had. */
type Walked = {
	list: () => HTMLElement | undefined;
	rows: () => readonly MessageRow[];
	sight: RowSight<MessageRow>;
	readOn: () => Promise<void> | undefined;
};

/** The walk through a list of messages by keys: which row has the focus, and what the keys do on it. */
export class RowWalk {
	readonly #walked: Walked;

	constructor(walked: Walked) {
		this.#walked = walked;
	}

	async goTo(index: number): Promise<void> {
		const { list, rows, sight, readOn } = this.#walked;
		if (index >= rows().length) await readOn();
		const place = Math.min(Math.max(0, index), rows().length - 1);
		sight.kept = place;
		await tick();
		const element = list()?.querySelector<HTMLElement>(`:scope > [data-index="${place}"]`);
		element?.focus({ preventScroll: true });
		element?.scrollIntoView({ block: 'nearest' });
	}

	/** Where the walk begins: at the message of the link, or at the first one in sight. */
	#firstPlace(): number {
		const opened = this.#openedPlace();
		const children = [...(this.#walked.list()?.children ?? [])];
		const inSight = children.find((row) => row.getBoundingClientRect().top >= 0);
		return opened >= 0 ? opened : Number((inSight as HTMLElement | undefined)?.dataset.index ?? 0);
	}

	#openedPlace(): number {
		return this.#walked.rows().findIndex(({ isOpen }) => isOpen);
	}

	/** Go on or back by one row. @returns whether there was anywhere to go */
	readonly step = (step: 1 | -1): boolean => {
		const { list, rows, sight } = this.#walked;
		if (rows().length === 0) return false;
		const isIn = sight.kept !== null && list()?.contains(document.activeElement);
		void this.goTo(isIn ? sight.kept! + step : this.#firstPlace());
		return true;
	};

	/** Lead to the row of the link; nothing where it is not in the list. */
	goToOpened(): void {
		const opened = this.#openedPlace();
		if (opened >= 0) void this.goTo(opened);
	}

	readonly onkeydown = (event: KeyboardEvent): void => {
		const { target, key } = event;
		if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (!(target instanceof HTMLElement) || target.closest(KEEPS)) return;
		const isRow = target.parentElement === this.#walked.list();
		if (key === 'ArrowDown' || key === 'ArrowUp') this.step(key === 'ArrowDown' ? 1 : -1);
		else if (key === 'Enter' && isRow) target.querySelector<HTMLElement>('[data-thread]')?.click();
		else if (key === 'Escape' && isRow && !target.closest('[role="dialog"]')) target.blur();
		else return;
		event.preventDefault();
	};

	/** A row that gets the focus in another way is where the walk goes on. */
	readonly follow = ({ target }: FocusEvent): void => {
		const row = (target as Element).closest<HTMLElement>('[data-index]');
		if (row) this.#walked.sight.kept = Number(row.dataset.index);
	};
}
