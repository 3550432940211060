import type { Filters } from './filters';

/**
 * What of a link belongs to one view's list, as it is without one: a way to another view leaves it behind, and takes
 * everything else of the link along.
 * @example href('/keywords', filters, NO_LIST, { defaults }) // '/keywords?brand=12'
 */
export const NO_LIST = {
	page: 1,
	sort: null,
	find: null,
	word: null,
	movers: null,
	moversSort: null,
	message: null
} as const satisfies Partial<Filters>;
