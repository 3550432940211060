import type { Attachment } from 'svelte/attachments';
import { shownRows, type ShownRows } from './shown-rows';

/** A row's height before it was measured, in pixels. */
const USUAL_HEIGHT = 128;

/** Finer steps of scrolling change nothing that is seen, since rows stand ready beyond the screen; in pixels. */
const STEP = 100;

/**
 * Which rows of a list stand in the page while it is scrolled. Before scripts run, and on paper, all of them do. The
 * heights of the rows are those that the browser tells, also when they grow.
 */
export class RowSight<T extends object> {
	/** The row that stands there wherever the reader looks. */
	kept = $state<number | null>(null);
	isPrinting = $state(false);
	readonly #rows: () => readonly T[];
	readonly #heights = new WeakMap<T, number>();
	readonly #rowOf = new WeakMap<Element, T>();
	#sight = $state.raw({ top: 0, height: 0 });
	#changes = $state(0);
	#observer: ResizeObserver | null = null;

	constructor(rows: () => readonly T[]) {
		this.#rows = rows;
	}

	readonly shown: ShownRows = $derived.by(() => {
		void this.#changes;
		const heights = this.#rows().map((row) => this.#heights.get(row) ?? USUAL_HEIGHT);
		const isWhole = this.isPrinting || this.#sight.height === 0;
		const sight = isWhole ? { top: 0, height: Infinity } : this.#sight;
		return shownRows({ heights, kept: this.kept, ...sight });
	});

	/** Look where the list stands on the screen now. */
	look(list: HTMLElement | undefined): void {
		if (!list) return;
		const top = Math.round(-list.getBoundingClientRect().top / STEP) * STEP;
		if (top === this.#sight.top && innerHeight === this.#sight.height) return;
		this.#sight = { top, height: innerHeight };
	}

	/** Keeps the height of the element of a row known. */
	measures(row: T): Attachment<HTMLElement> {
		return (element) => {
			this.#observer ??= new ResizeObserver((entries) => this.#keep(entries));
			this.#rowOf.set(element, row);
			this.#observer.observe(element);
			return () => this.#observer?.unobserve(element);
		};
	}

	#keep(entries: readonly ResizeObserverEntry[]): void {
		let hasChanged = false;
		for (const { target, borderBoxSize } of entries) {
			const row = this.#rowOf.get(target);
			const height = borderBoxSize[0]?.blockSize ?? 0;
			// An element that has just left the page tells no height any more.
			if (!row || height === 0 || this.#heights.get(row) === height) continue;
			this.#heights.set(row, height);
			hasChanged = true;
		}
		if (hasChanged) this.#changes += 1;
	}
}
