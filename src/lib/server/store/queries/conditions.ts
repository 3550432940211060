import type { StatisticsQuery } from '$lib/community/statistics-query';
import { foldedQuery } from '../keywords';
import type { Alternative } from '../keywords';
import { allOf, isAnyOf, list, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import type { Window } from '../window';

/** The labels that a question asks for, or null where it takes all interactions, labelled or not. */
export type Labels = { negative: boolean; neutral: boolean; positive: boolean } | null;

/** The sentiment flags of a question: the true ones are joined with OR, and none of them is no restriction. */
export function labelsOf(query: StatisticsQuery): Labels {
	const { is_negative: negative, is_neutral: neutral, is_positive: positive } = query;
	if (!negative && !neutral && !positive) return null;
	return { negative: negative ?? false, neutral: neutral ?? false, positive: positive ?? false };
}

/** Interactions that the text of one alternative is in: the word exactly, or the exact phrase. */
export function matchesAlternative(alternative: Alternative): Fragment {
	const byWords = alternative.terms.map(
		(term) =>
			sql`id IN (SELECT interaction_id FROM postings WHERE term_id = (SELECT t.id FROM terms t WHERE t.term = ${term}))`
	);
	if (alternative.term !== null) return allOf(byWords);
	return allOf([...byWords, sql`contains(folded, ${alternative.phrase})`]);
}

/** Interactions that match any alternative of the query; null for a query that does not restrict. */
export function matchesQuery(query: string | undefined): Fragment | null {
	const alternatives = query === undefined ? null : foldedQuery(query);
	if (alternatives === null) return null;
	if (alternatives.length === 0) return sql`false`;
	return sql`(${list(alternatives.map(matchesAlternative), 'or')})`;
}

/** The conditions that every table of counts or of interactions can check, the window apart. */
export function sharedConditions(store: Store, query: StatisticsQuery): Fragment[] {
	const conditions = [isAnyOf(sql`brand_id`, [...new Set(query.brand_ids)])];
	if (query.types) {
		const ids = query.types.map((type) => store.dictionary.findType(type));
		conditions.push(
			isAnyOf(
				sql`type_id`,
				ids.filter((id) => id !== undefined)
			)
		);
	}
	const closed = [query.is_closed, query.is_archived].filter((value) => value !== undefined);
	for (const value of closed) conditions.push(sql`is_closed = ${value}`);
	return conditions;
}

/** The conditions that only the interactions themselves can check. Empty when the counts suffice. */
export function rowConditions(query: StatisticsQuery): Fragment[] {
	const conditions: Fragment[] = [];
	if (query.is_question !== undefined) conditions.push(sql`is_question = ${query.is_question}`);
	if (query.is_read !== undefined) conditions.push(sql`is_read = ${query.is_read}`);
	if (query.is_spam !== undefined) conditions.push(sql`is_spam = ${query.is_spam}`);
	if (query.media_ids) conditions.push(isAnyOf(sql`media_id`, query.media_ids.map(String)));
	if (query.assignee_ids) conditions.push(isAnyOf(sql`assignee_id`, query.assignee_ids));
	if (query.tag_ids && query.tag_ids.length > 0)
		conditions.push(sql`list_has_all(tag_ids, ${query.tag_ids})`);
	const matches = matchesQuery(query.query);
	if (matches) conditions.push(matches);
	return conditions;
}

/** The window on a column of milliseconds since 1970, raw, so that zone maps can skip what lies outside. */
export function windowConditions(column: Fragment, window: Window): Fragment[] {
	const conditions: Fragment[] = [];
	if (window.start !== null) conditions.push(sql`${column} >= ${window.start}`);
	if (window.end !== null) conditions.push(sql`${column} < ${window.end}`);
	return conditions;
}
