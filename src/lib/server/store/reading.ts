import { CommunityError } from '$lib/errors/community-error';
import type { Connection } from './duckdb';

const MOST_WAITING = 2_000;
/** How long a question may wait for a connection, and how long it may run then, in milliseconds. */
export const QUESTION_BUDGET_MS = 3_000;

type Waiting = { start: (connection: Connection) => void; fail: (error: CommunityError) => void };

function unavailable(message: string, cause?: unknown): CommunityError {
	return new CommunityError('store_unavailable', { message, cause });
}

/**
 * Lets as many questions run as there are connections, keeps the others waiting in order, and gives each a budget.
 * A question that waits or runs too long fails as `store_unavailable`, so that a slow one takes no page with it.
 */
export class Readers {
	#idle: Connection[];
	#all: readonly Connection[];
	#waiting: Waiting[] = [];
	#isClosed = false;
	#budgetMs: number;

	constructor(connections: readonly Connection[], budgetMs = QUESTION_BUDGET_MS) {
		this.#all = connections;
		this.#budgetMs = budgetMs;
		this.#idle = [...connections];
	}

	/** Run one question on a connection of its own. @throws CommunityError store_unavailable */
	async run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const connection = await this.#acquire();
		const budget = setTimeout(() => connection.interrupt(), this.#budgetMs);
		try {
			return await work(connection);
		} catch (error) {
			if (error instanceof CommunityError) throw error;
			throw unavailable('A question to the store failed.', error);
		} finally {
			clearTimeout(budget);
			this.#release(connection);
		}
	}

	#acquire(): Promise<Connection> {
		if (this.#isClosed) return Promise.reject(unavailable('The store is closed.'));
		const connection = this.#idle.pop();
		if (connection) return Promise.resolve(connection);
		if (this.#waiting.length >= MOST_WAITING) {
			return Promise.reject(unavailable('Too many questions wait for the store.'));
		}
		return new Promise((resolve, reject) => {
			const deadline = setTimeout(() => {
				this.#waiting.splice(this.#waiting.indexOf(entry), 1);
				reject(unavailable('The question waited too long for the store.'));
			}, this.#budgetMs);
			const entry: Waiting = {
				start: (free) => {
					clearTimeout(deadline);
					resolve(free);
				},
				fail: (error) => {
					clearTimeout(deadline);
					reject(error);
				}
			};
			this.#waiting.push(entry);
		});
	}

	#release(connection: Connection): void {
		const next = this.#waiting.shift();
		if (next) next.start(connection);
		else this.#idle.push(connection);
	}

	/** Plans were made for the data as it was. A connection in use forgets when it is next asked. */
	forgetStatements(): void {
		for (const connection of this.#all) connection.forgetStatements();
	}

	/** Refuse new questions, stop those that run, and close the connections when they have stopped. */
	async close(): Promise<void> {
		this.#isClosed = true;
		for (const entry of this.#waiting.splice(0)) entry.fail(unavailable('The store is closed.'));
		while (this.#idle.length < this.#all.length) {
			for (const connection of this.#all) if (!this.#idle.includes(connection)) connection.interrupt();
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		for (const connection of this.#all) connection.close();
	}
}
