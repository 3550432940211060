import { untrack } from 'svelte';

/**
 * How many of several answers have come. The promises never reject; with new ones the count starts again.
 */
export class Arrivals {
	#came = $state.raw<{ of: readonly Promise<null>[]; count: number } | null>(null);
	#source: () => readonly Promise<null>[];

	constructor(source: () => readonly Promise<null>[]) {
		this.#source = source;
		$effect(() => {
			const promises = source();
			let isCurrent = true;
			untrack(() => (this.#came = { of: promises, count: 0 }));
			for (const promise of promises) {
				void promise.then(() => {
					if (isCurrent && this.#came) this.#came = { of: promises, count: this.#came.count + 1 };
				});
			}
			return () => {
				isCurrent = false;
			};
		});
	}

	get count(): number {
		return this.#came !== null && this.#came.of === this.#source() ? this.#came.count : 0;
	}

	get all(): number {
		return this.#source().length;
	}
}
