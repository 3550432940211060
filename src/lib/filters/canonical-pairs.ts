import { decodeFilters } from './decode-filters';
import { pairsOf, type FilterPair } from './encode-filters';
import type { FilterDefaults } from './filters';

/**
 * What a form is about to send, as the canonical link has it: without empty fields and without what is as usual.
 * @returns null where something of it cannot be used: then it goes as it is, and the page says what and why
 * @example canonicalPairs([['q', ''], ['range', '28d'], ['type', 'ads']], { defaults }) // [{ key: 'type', value: 'ads' }]
 */
export function canonicalPairs(
	fields: Iterable<readonly [string, unknown]>,
	{ defaults }: { defaults: FilterDefaults }
): FilterPair[] | null {
	const params = new URLSearchParams([...fields].map(([key, value]) => [key, String(value)]));
	const { filters, ignored } = decodeFilters(params, { defaults });
	return ignored.length === 0 ? pairsOf(filters, defaults) : null;
}
