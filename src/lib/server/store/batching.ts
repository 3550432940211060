import type { StatisticsQuery } from '$lib/community/statistics-query';
import { foldedQuery } from './keywords';
import type { Store } from './store';

/** Answers a question for each of its brands apart, or under the key 0 for all of them together. */
export type CountByBrand<Q extends StatisticsQuery, T> = (
	store: Store,
	query: Q,
	isByBrand: boolean
) => Promise<Map<number, T>>;

/** Answers one question. */
export type Select<Q extends StatisticsQuery, T> = (store: Store, query: Q) => Promise<T>;

/** Answers a question for each of these words apart; `terms` are folded, and the question's own words are left out. */
export type CountByWord<Q extends StatisticsQuery, T> = (
	store: Store,
	query: Q,
	terms: readonly string[]
) => Promise<Map<string, T>>;

type Asked<Q, P, T> = { query: Q; parts: Set<P>; answers: Promise<Map<P, T>> };

function only<P, T>(answers: Map<P, T>, key: P): T {
	const answer = answers.get(key);
	if (answer === undefined) throw new RangeError(`There is no answer for ${key}.`);
	return answer;
}

/** Resolves when the event loop has finished the turn that it is in. */
function endOfTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Gathers the parts that questions with the same key have of their own, until the turn of the event loop is over, and
 * answers them all at once: a call costs more than the rows that it reads.
 */
function gathered<Q, P, T>(answer: (store: Store, query: Q, parts: readonly P[]) => Promise<Map<P, T>>) {
	const waiting = new WeakMap<Store, Map<string, Asked<Q, P, T>>>();

	async function answerAll(store: Store, key: string, { query, parts }: Asked<Q, P, T>) {
		await endOfTurn();
		waiting.get(store)?.delete(key);
		return answer(store, query, [...parts]);
	}

	return async (store: Store, query: Q, { key, part }: { key: string; part: P }): Promise<T> => {
		const entries = waiting.get(store) ?? new Map<string, Asked<Q, P, T>>();
		waiting.set(store, entries);
		let asked = entries.get(key);
		if (!asked) {
			asked = { query, parts: new Set(), answers: Promise.resolve(new Map<P, T>()) };
			entries.set(key, asked);
			asked.answers = answerAll(store, key, asked);
		}
		asked.parts.add(part);
		return only(await asked.answers, part);
	};
}

/**
 * Lets questions about one brand each, asked in the same turn of the event loop and otherwise equal, go to the store
 * as one statement grouped by brand. Each caller gets what it would have got alone, and so does a question that
 * `canShare` keeps apart.
 */
export function batchByBrand<Q extends StatisticsQuery, T>(
	count: CountByBrand<Q, T>,
	canShare: (query: Q) => boolean
): Select<Q, T> {
	const ask = gathered<Q, number, T>(async (store, query, brands) => {
		const isByBrand = brands.length > 1;
		const answers = await count(store, { ...query, brand_ids: [...brands] }, isByBrand);
		return isByBrand ? answers : new Map(brands.map((brand) => [brand, only(answers, 0)]));
	});
	return async (store, query) => {
		const [brand, ...others] = new Set(query.brand_ids);
		if (brand === undefined || others.length > 0 || !canShare(query)) {
			return only(await count(store, query, false), 0);
		}
		return ask(store, query, { key: JSON.stringify({ ...query, brand_ids: null }), part: brand });
	};
}

/** The folded word, where a question asks for one alone and for no tag. */
function onlyTerm({ query, tag_ids: tags }: StatisticsQuery): string | null {
	if (query === undefined || (tags && tags.length > 0)) return null;
	const alternatives = foldedQuery(query);
	return alternatives?.length === 1 ? (alternatives[0]?.term ?? null) : null;
}

/**
 * The same for questions about one word each, grouped by word. A word that is alone in its turn, and any other
 * question, goes to `selectOne`.
 */
export function batchByWord<Q extends StatisticsQuery, T>(
	count: CountByWord<Q, T>,
	selectOne: Select<Q, T>
): Select<Q, T> {
	const ask = gathered<Q, string, T>(async (store, query, terms) => {
		const [term] = terms;
		if (term === undefined || terms.length > 1) return count(store, query, terms);
		return new Map([[term, await selectOne(store, query)]]);
	});
	return async (store, query) => {
		const term = onlyTerm(query);
		if (term === null) return selectOne(store, query);
		return ask(store, query, { key: JSON.stringify({ ...query, query: null }), part: term });
	};
}
