import { foldedQuery } from '../keywords';
import type { Alternative } from '../keywords';
import { allOf, isAnyOf, list, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';

const COLUMNS = sql`interaction_id, brand_id, type_id, sentiment, updated_at`;
const NO_HITS = sql`SELECT ${COLUMNS} FROM postings WHERE false`;

/** What is asked of words and tags: any of the alternatives, all of the tags. */
export type Asked = { query?: string | undefined; tag_ids?: readonly number[] | undefined };

/** One alternative of a query with the ids of its words, or null where the store never met one of them. */
type Known = { alternative: Alternative; ids: readonly number[] | null };

async function knownAlternatives(store: Store, query: string | undefined): Promise<Known[] | null> {
	const alternatives = query === undefined ? null : foldedQuery(query);
	if (alternatives === null) return null;
	const ids = await store.termIds(alternatives.flatMap(({ terms }) => terms));
	return alternatives.map((alternative) => {
		const known = alternative.terms.map((term) => ids.get(term)).filter((id) => id !== undefined);
		return { alternative, ids: known.length === alternative.terms.length ? known : null };
	});
}

function hitsOfWords(ids: readonly number[], conditions: readonly Fragment[]): Fragment {
	const among = allOf([isAnyOf(sql`term_id`, ids), ...conditions]);
	if (ids.length === 1) return sql`SELECT ${COLUMNS} FROM postings WHERE ${among}`;
	return sql`SELECT interaction_id, any_value(brand_id) AS brand_id, any_value(type_id) AS type_id,
			any_value(sentiment) AS sentiment, any_value(updated_at) AS updated_at
		FROM postings WHERE ${among} GROUP BY interaction_id`;
}

/** The phrase is looked for in the interactions that have all its words. */
function hitsOfPhrase({ alternative, ids }: Known, conditions: readonly Fragment[]): Fragment {
	if (ids === null) return NO_HITS;
	const words = allOf([isAnyOf(sql`term_id`, ids), ...conditions]);
	return sql`SELECT id AS interaction_id, brand_id, type_id, sentiment, updated_at FROM interactions
		WHERE ${allOf([...conditions, sql`NOT from_brand`, sql`contains(folded, ${alternative.phrase})`])}
			AND id IN (
				SELECT interaction_id FROM postings WHERE ${words}
				GROUP BY interaction_id HAVING count(*) = ${ids.length})`;
}

function hitsOfAlternatives(alternatives: readonly Known[], conditions: readonly Fragment[]): Fragment {
	const words = alternatives.filter(({ alternative }) => alternative.term !== null);
	const phrases = alternatives.filter(({ alternative }) => alternative.term === null);
	const ids = [...new Set(words.flatMap((word) => word.ids ?? []))];
	const parts = phrases.map((phrase) => hitsOfPhrase(phrase, conditions));
	if (ids.length > 0) parts.push(hitsOfWords(ids, conditions));
	if (parts.length === 0) return NO_HITS;
	return parts.length === 1 ? list(parts, 'union') : sql`SELECT DISTINCT * FROM (${list(parts, 'union')})`;
}

/**
 * The interactions that words and tags ask for, as a statement that answers interaction_id, brand_id, type_id,
 * sentiment and updated_at, once for each; null where neither is asked for. The conditions are checked early, on the
 * postings and on the interactions alike.
 */
export async function hitsOf(
	store: Store,
	asked: Asked,
	conditions: readonly Fragment[]
): Promise<Fragment | null> {
	const alternatives = await knownAlternatives(store, asked.query);
	const tags = [...new Set(asked.tag_ids ?? [])].map((tag) => hitsOfWords([-tag], conditions));
	const parts = alternatives === null ? tags : [hitsOfAlternatives(alternatives, conditions), ...tags];
	const [first, ...others] = parts;
	if (!first || others.length === 0) return first ?? null;
	const semiJoins = others.map((part) => sql`interaction_id IN (SELECT interaction_id FROM (${part}))`);
	return sql`SELECT * FROM (${first}) WHERE ${allOf(semiJoins)}`;
}

/**
 * How many alternatives of a query each interaction matches, as a statement that answers interaction_id and matched.
 * Null for a query that does not restrict.
 */
export async function relevanceOf(
	store: Store,
	query: string | undefined,
	conditions: readonly Fragment[]
): Promise<Fragment | null> {
	const alternatives = await knownAlternatives(store, query);
	if (alternatives === null) return null;
	const parts = alternatives.map((alternative) => hitsOfAlternatives([alternative], conditions));
	if (parts.length === 0) return sql`SELECT interaction_id, 0 AS matched FROM postings WHERE false`;
	return sql`SELECT interaction_id, count(*) AS matched FROM (${list(parts, 'union')}) GROUP BY interaction_id`;
}
