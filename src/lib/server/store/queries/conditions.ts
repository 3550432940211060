import type { StatisticsQuery } from '$lib/community/statistics-query';
import { isAnyOf, sql } from '../sql';
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

/** Types by name, those that the store never met left out. */
function isOfTypes(store: Store, types: readonly string[]): Fragment {
	const ids = types.map((type) => store.dictionary.findType(type)).filter((id) => id !== undefined);
	return isAnyOf(sql`type_id`, [...new Set(ids)]);
}

/** What every table of counts, postings and interactions can check, the window apart. */
export function sharedConditions(store: Store, query: StatisticsQuery): Fragment[] {
	const brands = new Set(query.brand_ids);
	const conditions = store.dictionary.hasAllBrands(brands) ? [] : [isAnyOf(sql`brand_id`, [...brands])];
	if (query.types) conditions.push(isOfTypes(store, query.types));
	for (const value of [query.is_closed, query.is_archived]) {
		if (value !== undefined) conditions.push(sql`is_closed = ${value}`);
	}
	return conditions;
}

/** What the interactions alone can check, beside words and tags. Empty where the counts or postings suffice. */
export function rowConditions(query: StatisticsQuery): Fragment[] {
	const conditions: Fragment[] = [];
	if (query.is_question !== undefined) conditions.push(sql`is_question = ${query.is_question}`);
	if (query.is_read !== undefined) conditions.push(sql`is_read = ${query.is_read}`);
	if (query.is_spam !== undefined) conditions.push(sql`is_spam = ${query.is_spam}`);
	if (query.media_ids) conditions.push(isAnyOf(sql`media_id`, query.media_ids.map(String)));
	if (query.assignee_ids) conditions.push(isAnyOf(sql`assignee_id`, query.assignee_ids));
	return conditions;
}

/** The window on a column of milliseconds since 1970, raw, so that zone maps can skip what lies outside. */
export function windowConditions(window: Window): Fragment[] {
	const conditions: Fragment[] = [];
	if (window.start !== null) conditions.push(sql`updated_at >= ${window.start}`);
	if (window.end !== null) conditions.push(sql`updated_at < ${window.end}`);
	return conditions;
}
