import { encodeFilters, pairsOf } from './encode-filters';
import type { DaySpan, FilterDefaults, Filters } from './filters';

/** Mail programs and chats cut links that are longer than this, in characters. */
export const LONGEST_LINK = 2_000;

/** Nothing of how this reader happened to open the page: a link says the whole question by itself. */
const forOthers = (filters: Filters): Filters => ({ ...filters, saved: null, waitForAll: false });

const address = (path: string, query: string) => (query === '' ? path : `${path}?${query}`);

/**
 * The link that moves on: ranges stay relative, "all brands" stays all of them, and the zone and the first day of the
 * week are the settings' unless the reader chose others.
 * @example liveLink('/', filters, { defaults }) // '/?range=7d'
 */
export function liveLink(path: string, filters: Filters, options: { defaults: FilterDefaults }): string {
	return address(path, encodeFilters(forOthers(filters), options).toString());
}

/**
 * The link that stays: its days are written as dates, its zone, its weeks and every brand are named, so that neither
 * tomorrow nor other settings nor a new brand change what it shows.
 * @param resolved the days that the range means now, and the ids of all brands that are meant
 * @example pinnedLink('/', filters, { days, brandIds: [1, 2] }) // '/?brand=1&brand=2&from=…&to=…&tz=UTC&week=monday'
 */
export function pinnedLink(
	path: string,
	filters: Filters,
	resolved: { days: DaySpan; brandIds: readonly number[] }
): string {
	const { from, to } = resolved.days;
	const pinned: Filters = {
		...forOthers(filters),
		range: { kind: 'absolute', from, to },
		brands: filters.brands.length > 0 ? filters.brands : [...resolved.brandIds]
	};
	const pairs = pairsOf(pinned, null).map(({ key, value }) => [key, value]);
	return address(path, new URLSearchParams(pairs).toString());
}

/**
 * The link of a saved view, which is short whatever the view asks.
 * @example savedLink('/keywords', 'k3j5x0q2mz') // '/keywords?saved=k3j5x0q2mz'
 */
export function savedLink(path: string, id: string): string {
	return address(path, new URLSearchParams([['saved', id]]).toString());
}

/**
 * The page on which a question gets its name. It has the question in its own link, and in `on` the path that the
 * question belongs to.
 * @param query the canonical link of the question, without `?`
 * @example savePath('/keywords', 'range=7d') // '/saved?range=7d&on=%2Fkeywords'
 */
export function savePath(path: string, query: string): string {
	const params = new URLSearchParams(query);
	params.append('on', path);
	return address('/saved', params.toString());
}

/**
 * The page that sets two links side by side.
 * @example comparePath('/?range=7d') // '/compare-links?a=%2F%3Frange%3D7d'
 */
export function comparePath(first: string, second?: string): string {
	const pairs = [['a', first], ...(second === undefined ? [] : [['b', second]])];
	return address('/compare-links', new URLSearchParams(pairs).toString());
}
