import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';

/** What belongs to the lists of other views stays behind. */
const OWN = { page: 1, sort: null, find: null, word: null, movers: null, moversSort: null, message: null };

/**
 * The addresses of campaigns: their impact on the same brands.
 * @example campaignLinks(data)('slow-mornings') // '/impact?brand=3&campaign=slow-mornings'
 */
export function campaignLinks({ filters, defaults }: { filters: Filters; defaults: FilterDefaults }) {
	return (id: string): string =>
		href('/impact', filters, { ...OWN, campaign: { id, baseline: null, controls: [] } }, { defaults });
}
