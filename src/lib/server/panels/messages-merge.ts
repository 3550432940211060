import type { Answer, Page } from '$lib/community/answers';

/** One brand's list: pages of it by offset, in the order that the host keeps. */
export type MessageSource<T> = { fetch: (offset: number, limit: number) => Promise<Answer<Page<T>>> };

/** A row with the index of the source that it came from. */
export type Sourced<T> = { row: T; source: number };

type Row = { id: number | string };

/** What one list brought so far and is not merged yet. */
type Stream<T> = {
	waiting: { row: T; rank: number }[];
	offset: number;
	/** How many rows the host has in all, or null where it does not say. */
	total: number | null;
	hasNext: boolean;
	lastRank: number;
	seen: Set<string>;
	failure: unknown;
	failed: boolean;
};

/**
 * Several lists as one, by time. Each list is read in chunks from its beginning, and the next chunk of a list is
 * asked for only when its last row was taken and the order cannot be told without it: so a list is never passed
 * over, whatever the others hold. To reach row K takes at most one call for each list and one for each whole chunk
 * among the K rows.
 *
 * A row that shifts into the next chunk, because newer ones came in the meantime, is taken once. A time that a host
 * leaves out, or writes out of its own order, counts as that of the row before it: each list keeps its order.
 */
export class MergedMessages<T extends Row> {
	readonly #sources: readonly MessageSource<T>[];
	readonly #rankOf: (row: T) => number | null;
	readonly #chunk: number;
	readonly #streams: Stream<T>[];
	readonly #merged: Sourced<T>[] = [];
	#began: Promise<void> | null = null;
	#asOf = Infinity;
	#stale = false;

	/**
	 * @param rankOf a number that falls from row to row of a list: the time for the newest first, its negative for
	 * the oldest first; null where there is none
	 * @param chunk rows of one call
	 */
	constructor(
		sources: readonly MessageSource<T>[],
		{ rankOf, chunk }: { rankOf: (row: T) => number | null; chunk: number }
	) {
		this.#sources = sources;
		this.#rankOf = rankOf;
		this.#chunk = chunk;
		this.#streams = sources.map(() => ({
			waiting: [],
			offset: 0,
			total: null,
			hasNext: true,
			lastRank: Infinity,
			seen: new Set(),
			failure: null,
			failed: false
		}));
	}

	/**
	 * The rows from one place of the merged list to another, fewer where it ends.
	 * @throws the first list's error when no list answered, or that of a list which failed after it had begun: to
	 * go on without it would pass over its rows in silence
	 */
	async read(from: number, to: number): Promise<Sourced<T>[]> {
		this.#merged.push(...(await this.take(to - this.#merged.length)));
		return this.#merged.slice(from, to);
	}

	/**
	 * The rows that come next, fewer where the lists end. They are not kept: a list that is taken cannot be read again.
	 * @throws as `read` does
	 */
	async take(count: number): Promise<Sourced<T>[]> {
		await this.begin();
		const rows: Sourced<T>[] = [];
		while (rows.length < count) {
			await this.#fillEmpty();
			const next = this.#takeNext();
			if (next === null) break;
			rows.push(next);
		}
		return rows;
	}

	/** Fetch the first chunk of every list. @throws the first list's error when no list answered */
	begin(): Promise<void> {
		this.#began ??= this.#begin();
		return this.#began;
	}

	/** Sources that failed at once; the list goes without them, and has to say so. */
	get missing(): number[] {
		return this.#streams.flatMap(({ failed }, index) => (failed ? [index] : []));
	}

	/** How many rows there are in all, or null when a list does not say. Known after the first reading. */
	get total(): number | null {
		return this.#streams
			.filter(({ failed }) => !failed)
			.reduce<number | null>((sum, { total }) => (sum === null || total === null ? null : sum + total), 0);
	}

	/** Whether any row follows those that were read. */
	get hasMore(): boolean {
		return this.#streams.some(({ failed, waiting, hasNext }) => !failed && (waiting.length > 0 || hasNext));
	}

	/** The age of the oldest answer, and whether any of them is stale. */
	get age(): { asOf: number; stale: boolean } {
		return { asOf: this.#asOf, stale: this.#stale };
	}

	async #begin(): Promise<void> {
		await Promise.all(
			this.#streams.map((stream, index) =>
				this.#fetch(index).catch((failure: unknown) => {
					Object.assign(stream, { failed: true, failure, hasNext: false });
				})
			)
		);
		const [first] = this.#streams;
		if (first && this.#streams.every(({ failed }) => failed)) throw first.failure;
	}

	async #fillEmpty(): Promise<void> {
		const empty = this.#streams.flatMap(({ waiting, hasNext }, index) =>
			waiting.length === 0 && hasNext ? [index] : []
		);
		await Promise.all(empty.map((index) => this.#fetch(index)));
		// A chunk can hold nothing but rows that came before.
		if (this.#streams.some(({ waiting, hasNext }) => waiting.length === 0 && hasNext))
			await this.#fillEmpty();
	}

	async #fetch(index: number): Promise<void> {
		const stream = this.#streams[index]!;
		const { value: page, asOf, stale } = await this.#sources[index]!.fetch(stream.offset, this.#chunk);
		this.#asOf = Math.min(this.#asOf, asOf);
		this.#stale ||= stale;
		stream.offset += page.rows.length;
		stream.total = page.total;
		stream.hasNext = page.hasNext && page.rows.length > 0;
		for (const row of page.rows) {
			if (stream.seen.has(String(row.id))) continue;
			stream.seen.add(String(row.id));
			stream.lastRank = Math.min(stream.lastRank, this.#rankOf(row) ?? Infinity);
			stream.waiting.push({ row, rank: stream.lastRank });
		}
	}

	/** The waiting row with the highest rank; of equals that of the earlier source. */
	#takeNext(): Sourced<T> | null {
		let best: number | null = null;
		this.#streams.forEach(({ waiting }, index) => {
			const rank = waiting[0]?.rank;
			if (rank === undefined) return;
			if (best === null || rank > this.#streams[best]!.waiting[0]!.rank) best = index;
		});
		if (best === null) return null;
		return { row: this.#streams[best]!.waiting.shift()!.row, source: best };
	}
}
