import type { Connection } from './duckdb';
import { isListable } from './keywords';
import { sql } from './sql';
import { languagesOf } from './stop-words';
import { hashOf, TermTable } from './term-table';
import type { Term } from './term-table';

/** Words in memory before the older half is forgotten: some 60 MB for both halves. */
const MOST_RECENT = 200_000;

function newTerm(text: string, hash: number): Term {
	return { text, hash, languages: languagesOf(text), isListable: isListable(text), id: 0, lastText: 0 };
}

/**
 * The words of the store and their ids. Those met lately are in memory, whatever the size of the vocabulary; the
 * others are looked up in the file, a batch's unknown ones together.
 */
export class Terms {
	#recent = new TermTable(MOST_RECENT);
	#older: TermTable | null = null;
	#lastId = 0;
	/** True while every word of the file is in memory, so that an unknown one is new for certain. */
	#holdsAll = true;
	#new: Term[] = [];

	async load(connection: Connection): Promise<void> {
		const [counts, lasts] = await connection.columns(
			sql`SELECT count(*)::DOUBLE, coalesce(max(id), 0) FROM terms`
		);
		this.#lastId = Number(lasts?.[0] ?? 0);
		this.#holdsAll = Number(counts?.[0] ?? 0) === 0;
	}

	/** The word that stands in a text from `start` to `end`, as the one object for it. */
	intern(text: string, start = 0, end = text.length): Term {
		const hash = hashOf(text, start, end);
		const recent = this.#recent.find(hash, text, start, end);
		if (recent) return recent;
		const term = this.#older?.find(hash, text, start, end) ?? newTerm(text.slice(start, end), hash);
		if (this.#recent.size >= MOST_RECENT) {
			if (this.#older) this.#holdsAll = false;
			this.#older = this.#recent;
			this.#recent = new TermTable(MOST_RECENT);
		}
		this.#recent.add(term);
		return term;
	}

	/** Give every word its id: the file's where it has one, a new one otherwise. */
	async resolve(connection: Connection, terms: Iterable<Term>): Promise<void> {
		const unknown = new Map<string, Term[]>();
		for (const term of terms) {
			if (term.id !== 0) continue;
			const same = unknown.get(term.text);
			if (!same) unknown.set(term.text, [term]);
			else if (!same.includes(term)) same.push(term);
		}
		if (unknown.size === 0) return;
		if (!this.#holdsAll) await this.#lookUp(connection, unknown);
		for (const same of unknown.values()) {
			this.#lastId += 1;
			for (const term of same) term.id = this.#lastId;
			this.#new.push(...same);
		}
	}

	/** Take out of `unknown` what the file has. */
	async #lookUp(connection: Connection, unknown: Map<string, Term[]>): Promise<void> {
		await connection.run(sql`DELETE FROM temp.staged_words`);
		await connection.append('staged_words', 'temp', [{ kind: 'varchar', values: [...unknown.keys()] }]);
		const [ids, found] = await connection.columns(
			sql`SELECT terms.id, terms.term FROM terms JOIN temp.staged_words USING (term)`
		);
		(found as string[]).forEach((text, index) => {
			for (const term of unknown.get(text) ?? []) term.id = (ids as number[])[index] ?? 0;
			unknown.delete(text);
		});
	}

	/** Write the words that are new, inside the batch's transaction. */
	async flush(connection: Connection): Promise<void> {
		if (this.#new.length === 0) return;
		const byId = new Map(this.#new.map((term) => [term.id, term.text]));
		await connection.append('terms', null, [
			{ kind: 'integer', values: Int32Array.from(byId.keys()) },
			{ kind: 'varchar', values: [...byId.values()] }
		]);
	}

	/** The batch is in the file, and its words with it. */
	keepNew(): void {
		this.#new = [];
	}

	/** The batch failed: its new words have no ids. */
	dropNew(): void {
		for (const term of this.#new) term.id = 0;
		this.#new = [];
	}
}
