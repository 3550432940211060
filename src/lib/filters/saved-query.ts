import { decodeFilters } from './decode-filters';
import { encodeFilters } from './encode-filters';
import { FILTER_KEYS, type FilterDefaults, type FilterKey, type Filters } from './filters';
import { readName } from './read-value';

/** Keys that mean one thing together: when a link has one of them, the saved view's others count no longer. */
const TOGETHER: readonly (readonly FilterKey[])[] = [
	['range', 'from', 'to'],
	['compare', 'compare_from', 'compare_to'],
	['baseline_from', 'baseline_to']
];

/** A saved view decides nothing about these. */
const NEVER_SAVED: readonly FilterKey[] = ['v', 'saved', 'wait', 'evidence'];

const groupOf = (key: FilterKey) => TOGETHER.find((keys) => keys.includes(key)) ?? [key];

/**
 * The saved view that a link names, or null where it names none (or none that could be one).
 * @example savedIdOf(new URLSearchParams('saved=k3j5x0q2mz')) // 'k3j5x0q2mz'
 */
export function savedIdOf(params: URLSearchParams): string | null {
	const id = params.getAll('saved').find((text) => text !== '');
	return id !== undefined && readName(id).ok ? id : null;
}

/**
 * A link together with the saved view that it names. What the link says itself wins, key by key; keys that mean one
 * thing together are taken from one of the two. `saved` stands no longer in the result, which says everything itself.
 * Only known keys are read.
 * @param query the saved view's link, without `?`
 * @example withSavedQuery(new URLSearchParams('saved=x&scale=week'), 'q=price&scale=day') // q=price&scale=week
 */
export function withSavedQuery(params: URLSearchParams, query: string): URLSearchParams {
	const saved = new URLSearchParams(query);
	const isSaid = (key: FilterKey) => params.getAll(key).some((text) => text !== '');
	const pairs = FILTER_KEYS.filter((key) => key !== 'saved').flatMap((key) => {
		const isOwn = NEVER_SAVED.includes(key) || groupOf(key).some(isSaid);
		return (isOwn ? params : saved).getAll(key).map((value) => [key, value]);
	});
	return new URLSearchParams(pairs);
}

/**
 * Whether a link says anything besides the saved view that it names: then it asks another question than the view.
 * @example saysMore(new URLSearchParams('saved=x&wait=all')) // false
 */
export function saysMore(params: URLSearchParams): boolean {
	const own = FILTER_KEYS.filter((key) => !NEVER_SAVED.includes(key));
	return own.some((key) => params.getAll(key).some((text) => text !== ''));
}

/**
 * What a view is saved as: a question, not the page of a list, the message that happened to be open or what somebody
 * claimed of the answer.
 */
function asQuestion(filters: Filters): Filters {
	return { ...filters, page: 1, message: null, evidence: null, saved: null, waitForAll: false };
}

/**
 * The canonical text under which a question is saved, without `?`.
 * @example savedQuery({ ...filters, brands: [2, 1], page: 3 }, { defaults }) // 'brand=1&brand=2'
 */
export function savedQuery(filters: Filters, options: { defaults: FilterDefaults }): string {
	return encodeFilters(asQuestion(filters), options).toString();
}

/**
 * The question in a text that a form or a file held. It never throws; what cannot be used is left out.
 * @example readSavedQuery('brand=1&brand=x', { defaults }).brands // [1]
 */
export function readSavedQuery(query: string, options: { defaults: FilterDefaults }): Filters {
	return asQuestion(decodeFilters(new URLSearchParams(query), options).filters);
}
