import { untrack } from 'svelte';
import type { Panel } from '$lib/errors/settle';
import type { InTime } from '$lib/server/panels/in-time';

/**
 * A panel as it arrives: at once, or after the page. While a newer one is on its way the last one stays, so that a
 * change of filters never empties a panel; `waiting` is true meanwhile.
 */
export class LatestPanel<T> {
	#arrived = $state.raw<{ from: InTime<Panel<T>>; panel: Panel<T> } | null>(null);
	#source: () => InTime<Panel<T>>;

	constructor(source: () => InTime<Panel<T>>) {
		this.#source = source;
		$effect(() => {
			const from = source();
			if (from.ready) {
				this.#arrived = { from, panel: from.ready };
				return;
			}
			let isCurrent = true;
			from.later?.then((panel) => {
				if (isCurrent) this.#arrived = { from, panel };
			});
			return () => untrack(() => (isCurrent = false));
		});
	}

	get current(): Panel<T> | null {
		return this.#source().ready ?? this.#arrived?.panel ?? null;
	}

	get waiting(): boolean {
		const source = this.#source();
		return source.ready === undefined && this.#arrived?.from !== source;
	}
}
