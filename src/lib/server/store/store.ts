import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Dictionary } from './dictionary';
import { CommunityError } from '$lib/errors/community-error';
import { openDatabase } from './duckdb';
import type { Connection, Database, Row } from './duckdb';
import { Edits } from './edits';
import { migrate } from './migrate';
import { QUESTION_BUDGET_MS, Readers } from './reading';
import { isAnyOf, sql } from './sql';
import type { Fragment } from './sql';
import { createStaging } from './staging';
import { Terms } from './terms';

export { StoreLockedError } from './duckdb';
export { StoreNewerError } from './migrate';

export type StoreOptions = {
	/** The data folder; the file is `undertone.duckdb` inside it. ':memory:' makes a store that dies with the process. */
	directory: string;
	/** In DuckDB's words, such as '1GB'. */
	memoryLimit?: string;
	/** How much the engine may spill to the data folder. */
	temporaryLimit?: string;
	/** How long a question may wait, and then run, in milliseconds. */
	questionBudgetMs?: number | undefined;
	threads?: number;
};

const FILE_NAME = 'undertone.duckdb';
const READERS = 2;
const KEPT_PLANS = 64;

/** What an instant range of one brand's interactions is: the first and the last, in milliseconds since 1970. */
export type BrandSpan = { first: number; last: number; count: number };

/** The embedded store: questions run beside each other, changes one after the other. */
export class Store {
	readonly path: string;
	readonly dictionary: Dictionary;
	readonly terms: Terms;
	readonly edits: Edits;
	#database: Database;
	#writer: Connection;
	#readers: Readers;
	#lastWrite: Promise<unknown> = Promise.resolve();
	#version = 0;
	#budgetMs: number;
	#spans: { version: number; spans: Promise<Map<number, BrandSpan>> } | null = null;
	#onClose: () => void;
	#closing: Promise<void> | null = null;

	constructor(
		path: string,
		parts: {
			database: Database;
			writer: Connection;
			readers: Readers;
			dictionary: Dictionary;
			terms: Terms;
			edits: Edits;
			version: number;
			budgetMs: number;
		},
		onClose: () => void
	) {
		this.path = path;
		this.#database = parts.database;
		this.#writer = parts.writer;
		this.#readers = parts.readers;
		this.dictionary = parts.dictionary;
		this.terms = parts.terms;
		this.edits = parts.edits;
		this.#budgetMs = parts.budgetMs;
		this.#version = parts.version;
		this.#onClose = onClose;
	}

	/** A number that grows with every change that was committed, also across restarts: the key of every cache. */
	dataVersion(): number {
		return this.#version;
	}

	/** Ask one statement, answered by rows. @throws CommunityError store_unavailable */
	rows(query: Fragment): Promise<Row[]> {
		return this.#readers.run((connection) => connection.rows(query));
	}

	/** Ask one statement, answered by columns: the fast way for many rows. @throws CommunityError store_unavailable */
	columns(query: Fragment): Promise<unknown[][]> {
		return this.#readers.run((connection) => connection.columns(query));
	}

	/** Ask one statement whose columns are numbers and never null: the fastest way. @throws CommunityError store_unavailable */
	numbers(query: Fragment): Promise<Float64Array[]> {
		return this.#readers.run((connection) => connection.numbers(query));
	}

	/**
	 * Change the store in one transaction, after all changes that were asked for before. The data version is part
	 * of the transaction; whatever fails undoes everything.
	 */
	change<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const result = this.#lastWrite.then(() => this.#transact(work));
		this.#lastWrite = result.catch(() => undefined);
		return result;
	}

	/**
	 * A change for somebody who waits for it: when its turn has not come within the budget of a question it is given up
	 * for good, so that a refusal always means that nothing was written.
	 * @throws CommunityError store_unavailable, and whatever CommunityError the work throws
	 */
	async changeInTime<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const late = () => new CommunityError('store_unavailable', { message: 'The change waited too long.' });
		const wait = { isOver: false, hasBegun: false };
		const change = this.change((connection) => {
			if (wait.isOver) throw late();
			wait.hasBegun = true;
			return work(connection);
		});
		let timer: NodeJS.Timeout | undefined;
		const deadline = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				if (wait.hasBegun) return;
				wait.isOver = true;
				reject(late());
			}, this.#budgetMs);
		});
		try {
			return await Promise.race([change, deadline]);
		} catch (cause) {
			if (cause instanceof CommunityError) throw cause;
			throw new CommunityError('store_unavailable', { message: 'The change could not be written.', cause });
		} finally {
			clearTimeout(timer);
		}
	}

	async #transact<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const writer = this.#writer;
		await writer.run(sql`BEGIN TRANSACTION`);
		try {
			const value = await work(writer);
			await this.dictionary.flush(writer);
			await this.terms.flush(writer);
			await this.edits.flush(writer);
			await writer.run(sql`UPDATE meta SET data_version = ${this.#version + 1}`);
			await writer.run(sql`COMMIT`);
			this.#version += 1;
			this.dictionary.keepNew();
			this.terms.keepNew();
			this.edits.keepNew();
			this.#readers.forgetStatements();
			return value;
		} catch (error) {
			await writer.run(sql`ROLLBACK`).catch(() => undefined);
			this.dictionary.dropNew();
			this.terms.dropNew();
			this.edits.dropNew();
			throw error;
		}
	}

	/** Run something on the writer outside a transaction, such as a checkpoint, after all changes asked for before. */
	maintain<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const result = this.#lastWrite.then(() => work(this.#writer));
		this.#lastWrite = result.catch(() => undefined);
		return result;
	}

	/** The ids of words; a word that the store never met has none. @throws CommunityError store_unavailable */
	async termIds(terms: readonly string[]): Promise<Map<string, number>> {
		const distinct = [...new Set(terms)];
		if (distinct.length === 0) return new Map();
		const [ids, found] = await this.columns(
			sql`SELECT id, term FROM terms WHERE ${isAnyOf(sql`term`, distinct)}`
		);
		return new Map((found as string[]).map((term, index) => [term, (ids as number[])[index] ?? 0]));
	}

	/** The first and last interaction and the number of interactions of every brand that has any. */
	spans(): Promise<Map<number, BrandSpan>> {
		if (this.#spans?.version !== this.#version) {
			const spans = this.#readSpans();
			this.#spans = { version: this.#version, spans };
			spans.catch(() => {
				this.#spans = null;
			});
		}
		return this.#spans.spans;
	}

	async #readSpans(): Promise<Map<number, BrandSpan>> {
		const [brands, firsts, lasts, counts] = await this.columns(
			sql`SELECT brand_id, min(updated_at)::DOUBLE, max(updated_at)::DOUBLE, count(*)::DOUBLE
				FROM interactions WHERE NOT from_brand GROUP BY brand_id`
		);
		return new Map(
			(brands as number[]).map((brand, index) => [
				brand,
				{ first: firsts?.[index] as number, last: lasts?.[index] as number, count: counts?.[index] as number }
			])
		);
	}

	/** Finish the changes under way, stop the questions, write the file out and let it go. */
	close(): Promise<void> {
		this.#closing ??= this.#close();
		return this.#closing;
	}

	async #close(): Promise<void> {
		await this.#lastWrite;
		await this.#readers.close();
		this.#writer.close();
		this.#database.close();
		this.#onClose();
	}
}

/**
 * The stores that this process has open, by path. DuckDB lets one process open a file twice without a word, and
 * the two instances then overwrite each other; a reloaded copy of this module must find the first one too.
 */
function openStores(): Map<string, Promise<Store>> {
	const shelf = globalThis as { [key: symbol]: Map<string, Promise<Store>> | undefined };
	const key = Symbol.for('undertone.stores');
	return (shelf[key] ??= new Map());
}

async function open(options: StoreOptions, onClose: () => void): Promise<Store> {
	const directory = options.directory === ':memory:' ? null : resolve(options.directory);
	if (directory) await mkdir(directory, { recursive: true });
	const path = directory ? join(directory, FILE_NAME) : ':memory:';
	const database = await openDatabase({
		path,
		directory,
		temporaryDirectory: directory ? join(directory, 'temporary') : null,
		memoryLimit: options.memoryLimit ?? '1GB',
		temporaryLimit: options.temporaryLimit ?? '8GB',
		// A store in memory holds few rows, for which a second thread of the engine only takes turns with the first.
		threads: options.threads ?? (directory ? 2 : 1)
	});
	try {
		const writer = await database.connect(0);
		await migrate(writer);
		await createStaging(writer);
		const dictionary = new Dictionary();
		await dictionary.load(writer);
		const terms = new Terms();
		await terms.load(writer);
		const edits = new Edits();
		await edits.load(writer);
		const [versions] = await writer.columns(sql`SELECT data_version::DOUBLE FROM meta`);
		const connections = await Promise.all(
			Array.from({ length: READERS }, () => database.connect(KEPT_PLANS))
		);
		const parts = {
			database,
			writer,
			readers: new Readers(connections, options.questionBudgetMs),
			dictionary,
			terms,
			edits,
			budgetMs: options.questionBudgetMs ?? QUESTION_BUDGET_MS
		};
		return new Store(path, { ...parts, version: Number(versions?.[0] ?? 0) }, onClose);
	} catch (error) {
		database.close();
		throw error;
	}
}

/**
 * Open the store, or get the one that this process has open already for the same folder.
 * @throws StoreLockedError when another process has it
 * @throws StoreNewerError when a newer Undertone wrote it
 */
export function openStore(options: StoreOptions): Promise<Store> {
	if (options.directory === ':memory:') return open(options, () => undefined);
	const stores = openStores();
	const key = resolve(options.directory);
	const present = stores.get(key);
	if (present) return present;
	const opening = open(options, () => stores.delete(key));
	stores.set(key, opening);
	opening.catch(() => stores.delete(key));
	return opening;
}
