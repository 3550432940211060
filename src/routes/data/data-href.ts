import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { NO_LIST } from '$lib/filters/list-filters';

/**
 * The address of a page of the data. The filters of the other views go along, so that the way back loses nothing;
 * what the page itself is asked for follows them.
 * @example dataHref('/data/set-aside', data, { import: 3 }) // '/data/set-aside?brand=2&import=3'
 */
export function dataHref(
	path: string,
	{ filters, defaults }: { filters: Filters; defaults: FilterDefaults },
	own: Record<string, string | number | null> = {}
): string {
	const address = href(path, filters, { ...NO_LIST, waitForAll: false }, { defaults });
	const pairs = Object.entries(own).flatMap(([key, value]) =>
		value === null ? [] : [`${key}=${encodeURIComponent(value)}`]
	);
	if (pairs.length === 0) return address;
	return `${address}${address.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
