import type { Filters } from './filters';

/** The parts of a link that can leave every message out, in the order in which they are told. */
const REMOVALS = [
	'query',
	'tags',
	'sentiments',
	'types',
	'platforms',
	'closed',
	'brands',
	'completeOnly',
	'range'
] as const;
export type RemovalKind = (typeof REMOVALS)[number];

/** A filter of a link, and the change that takes it away. */
export type Removal = { kind: RemovalKind; without: Partial<Filters> };

/** What each of them is where a link does not name it. */
const NONE: Pick<Filters, RemovalKind> = {
	query: '',
	tags: [],
	sentiments: [],
	types: [],
	platforms: [],
	closed: null,
	brands: [],
	completeOnly: false,
	range: { kind: 'relative', name: '28d' }
};

/**
 * Every filter that a link sets, one for each key: of several platforms any counts, so that leaving out one of them
 * could bring nothing back.
 * @example removalsOf({ ...filters, query: 'oat' }) // [{ kind: 'query', without: { query: '' } }]
 */
export function removalsOf(filters: Filters): Removal[] {
	return REMOVALS.filter((kind) => JSON.stringify(filters[kind]) !== JSON.stringify(NONE[kind])).map(
		(kind) => ({ kind, without: { [kind]: NONE[kind] } })
	);
}
