import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { NO_LIST } from '$lib/filters/list-filters';

/**
 * The addresses of campaigns: their impact on the same brands.
 * @example campaignLinks(data)('slow-mornings') // '/impact?brand=3&campaign=slow-mornings'
 */
export function campaignLinks({ filters, defaults }: { filters: Filters; defaults: FilterDefaults }) {
	return (id: string): string =>
		href('/impact', filters, { ...NO_LIST, campaign: { id, baseline: null, controls: [] } }, { defaults });
}
