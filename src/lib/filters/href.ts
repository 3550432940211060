import { encodeFilters, pairsOf, type FilterPair } from './encode-filters';
import type { FilterDefaults, FilterKey, Filters } from './filters';

/** Fields whose change asks no other question, and leaves the list behind the page as it is. */
const KEEP_PAGE: readonly (keyof Filters)[] = ['page', 'message', 'waitForAll', 'evidence'];

/**
 * The address of a path with the same filters but for a change. A change of anything that can alter a list goes
 * back to its first page, unless the change names a page itself; the claim of an evidence link is about the question
 * as it stands and goes with it, too.
 * @example href('/keywords', filters, { scale: 'WEEK' }, { defaults }) // '/keywords?brand=12&scale=week'
 */
export function href(
	path: string,
	filters: Filters,
	change: Partial<Filters>,
	options: { defaults: FilterDefaults }
): string {
	const changed = Object.keys(change) as (keyof Filters)[];
	const asksTheSame = changed.every((field) => KEEP_PAGE.includes(field));
	const page = asksTheSame ? filters.page : 1;
	const evidence = asksTheSame ? filters.evidence : null;
	const query = encodeFilters({ ...filters, page, evidence, ...change }, options).toString();
	return query === '' ? path : `${path}?${query}`;
}

/**
 * The pairs that a GET form passes on as hidden fields, so that it keeps everything but the keys of its own
 * controls. A form that sets the range leaves out `range`, `from` and `to`; one that changes what is listed leaves
 * out `page`, and one that asks another question `evidence`. Without `defaults` the time zone and
 * the first day of the week are always among them.
 * @example formFields(filters, ['q', 'page'], { defaults }) // [{ key: 'brand', value: '12' }]
 */
export function formFields(
	filters: Filters,
	except: readonly FilterKey[],
	options?: { defaults: FilterDefaults }
): FilterPair[] {
	return pairsOf(filters, options?.defaults ?? null).filter(({ key }) => !except.includes(key));
}

/**
 * How many filters leave something out of the counts: brands, types, platforms, sentiments, keywords, tags and
 * open or closed, one each however many values they hold. The range and how things are drawn do not count.
 * @example countActive({ ...filters, brands: [12, 144], closed: false }) // 2
 */
export function countActive(filters: Filters): number {
	const { brands, types, platforms, sentiments, tags, query, closed } = filters;
	const lists = [brands, types, platforms, sentiments, tags].filter((list) => list.length > 0).length;
	return lists + (query === '' ? 0 : 1) + (closed === null ? 0 : 1);
}
