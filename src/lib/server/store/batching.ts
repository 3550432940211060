import type { StatisticsQuery } from '$lib/community/statistics-query';
import type { Store } from './store';

/** Answers a question for each of its brands apart, or under the key 0 for all of them together. */
export type CountByBrand<Q extends StatisticsQuery, T> = (
	store: Store,
	query: Q,
	isByBrand: boolean
) => Promise<Map<number, T>>;

type Waiting<Q, T> = { query: Q; brands: Set<number>; answers: Promise<Map<number, T>> };

function only<T>(answers: Map<number, T>, key: number): T {
	const answer = answers.get(key);
	if (answer === undefined) throw new RangeError(`There is no answer for ${key}.`);
	return answer;
}

/** Resolves when the event loop has finished the turn that it is in. */
function endOfTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets questions about one brand each, asked in the same turn of the event loop and otherwise equal, go to the store
 * as one statement grouped by brand: a call costs more than the rows that it reads. Each caller gets what it would
 * have got alone, and so does a question that `canShare` keeps apart.
 */
export function batchByBrand<Q extends StatisticsQuery, T>(
	count: CountByBrand<Q, T>,
	canShare: (query: Q) => boolean
): (store: Store, query: Q) => Promise<T> {
	const waiting = new WeakMap<Store, Map<string, Waiting<Q, T>>>();

	async function answerAll(store: Store, key: string, entry: Waiting<Q, T>): Promise<Map<number, T>> {
		await endOfTurn();
		waiting.get(store)?.delete(key);
		const isByBrand = entry.brands.size > 1;
		const answers = await count(store, { ...entry.query, brand_ids: [...entry.brands] }, isByBrand);
		return isByBrand ? answers : new Map([...entry.brands].map((brand) => [brand, only(answers, 0)]));
	}

	return async (store, query) => {
		const [brand, ...others] = new Set(query.brand_ids);
		if (brand === undefined || others.length > 0 || !canShare(query)) {
			return only(await count(store, query, false), 0);
		}
		const entries = waiting.get(store) ?? new Map<string, Waiting<Q, T>>();
		waiting.set(store, entries);
		const key = JSON.stringify({ ...query, brand_ids: null });
		let entry = entries.get(key);
		if (!entry) {
			entry = { query, brands: new Set(), answers: Promise.resolve(new Map<number, T>()) };
			entries.set(key, entry);
			entry.answers = answerAll(store, key, entry);
		}
		entry.brands.add(brand);
		return only(await entry.answers, brand);
	};
}
