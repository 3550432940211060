/** A word with what is known of it; `id` is 0 until the batch that brings it is written. */
export type Term = {
	readonly text: string;
	readonly hash: number;
	readonly languages: number;
	readonly isListable: boolean;
	id: number;
	/** The number of the text that had it last, to see a repetition without a set. */
	lastText: number;
};

/** FNV-1a over the UTF-16 code units from `start` to `end`. */
export function hashOf(text: string, start: number, end: number): number {
	let hash = 0x811c9dc5;
	for (let index = start; index < end; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash;
}

/**
 * Words by their text, as an open hash table: a part of a longer text is found without being cut out of it, which
 * saves the tokeniser a string and a second hash for each word.
 */
export class TermTable {
	#slots: Int32Array;
	#terms: Term[] = [];

	/** Room for `most` words. */
	constructor(most: number) {
		this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2)));
	}

	get size(): number {
		return this.#terms.length;
	}

	#place(hash: number, text: string, start: number, end: number): number {
		const mask = this.#slots.length - 1;
		for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
			const number = this.#slots[place] ?? 0;
			if (number === 0) return place;
			const term = this.#terms[number - 1];
			if (term?.hash === hash && term.text.length === end - start && text.startsWith(term.text, start)) {
				return place;
			}
		}
	}

	/** The word that stands in a text from `start` to `end`, with its hash. */
	find(hash: number, text: string, start: number, end: number): Term | undefined {
		const number = this.#slots[this.#place(hash, text, start, end)] ?? 0;
		return number === 0 ? undefined : this.#terms[number - 1];
	}

	add(term: Term): void {
		const place = this.#place(term.hash, term.text, 0, term.text.length);
		this.#terms.push(term);
		this.#slots[place] = this.#terms.length;
	}
}
