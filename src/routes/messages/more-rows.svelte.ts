import { walkPages } from '$lib/community/walk-pages';
import type { FollowingRows, MessageList, MessageRow } from '$lib/server/panels/messages';

const LIMIT = 100;
const keyOf = (row: MessageRow) => `${row.brand.id} ${row.id}`;

type Page = Pick<MessageList, 'rows' | 'first' | 'hasNext'>;
type Asked = {
	/** The address of the rows from a place on. */
	addressOf: (from: number) => string;
	fetch?: typeof globalThis.fetch;
};

/**
 * The rows behind a page of the list, read on in place: none twice and none missing, although messages come and are
 * closed meanwhile. When the page is asked again, as after a change, the rows stay until they were asked again, too.
 */
export class MoreRows {
	/** What is shown behind the page. */
	rows = $state.raw<MessageRow[]>([]);
	state = $state<'idle' | 'loading' | 'failed'>('idle');
	hasMore = $state(false);
	readonly address: string;
	readonly #walk;
	readonly #read: MessageRow[] = [];
	readonly #wanted: number;

	/** @param before the rows of the same list before it was asked again */
	constructor(page: Page, { addressOf, fetch = globalThis.fetch }: Asked, before: MoreRows | null) {
		const ask = async (from: number) => {
			const response = await fetch(addressOf(from), { headers: { accept: 'application/json' } });
			if (!response.ok) throw new Error(`The rows from ${from} on answered ${response.status}.`);
			return { value: (await response.json()) as FollowingRows, asOf: 0, stale: false };
		};
		this.address = addressOf(0);
		this.hasMore = page.hasNext;
		const onPage = page.rows.map(keyOf);
		this.rows = before?.rows.filter((row) => !onPage.includes(keyOf(row))) ?? [];
		this.#wanted = this.rows.length;
		const offset = page.first - 1 + page.rows.length;
		this.#walk = walkPages(ask, { limit: LIMIT, keyOf, known: page.rows, offset });
	}

	/** Whether the shown rows are still those from before. */
	get isOld(): boolean {
		return this.#read.length < this.#wanted && this.rows.length > this.#read.length;
	}

	/** Read on by one page, or as far as it was read before. Never rejects. */
	async readOn(): Promise<void> {
		if (this.state === 'loading' || !this.hasMore) return;
		this.state = 'loading';
		try {
			do {
				const page = await this.#walk.next();
				if (page === null) this.hasMore = false;
				else this.#read.push(...page.value);
			} while (this.hasMore && this.#read.length < this.#wanted);
			this.rows = [...this.#read];
			this.state = 'idle';
		} catch {
			this.state = 'failed';
		}
	}
}
