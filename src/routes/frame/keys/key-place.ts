import { localDayAt } from '$lib/calendar/time-zone';
import { defaultFilters, type FilterDefaults, type Filters, type LocalDay } from '$lib/filters/filters';
import type { Frame } from '$lib/server/panels/open-view';

/** Where a key is pressed: the view that its links lead to, and the question that they change. */
export type KeyPlace = {
	path: string;
	filters: Filters;
	defaults: FilterDefaults;
	/** What the view shows; null on pages without filters, whose keys lead to the overview. */
	scope: Frame['scope'] | null;
	brands: Frame['brands'];
	today: LocalDay;
	/** Whose days the view shows: those of the range, days that the link names itself, or those of a campaign. */
	daysOf: 'range' | 'link' | 'campaign';
};

const NO_FILTERS = { timeZone: 'UTC' };
const IMPACT = '/impact';

/** The impact of a campaign is about its own days, or about a window that the link names in its place. */
function daysOf(path: string, { range, campaign }: Filters): KeyPlace['daysOf'] {
	if (path !== IMPACT) return 'range';
	return range.kind === 'absolute' && campaign.id === null ? 'link' : 'campaign';
}

/**
 * The place of a page. A page without filters of its own has the overview's, as an empty link means them.
 * @param data what the page's load returned
 * @param now milliseconds since 1970
 */
export function placeOf(data: Partial<Frame>, path: string, now: number): KeyPlace {
	const { filters, defaults, scope, brands } = data;
	if (filters && defaults && scope && brands) {
		const today = localDayAt(now, filters.timeZone);
		return { path, filters, defaults, scope, brands, today, daysOf: daysOf(path, filters) };
	}
	return {
		path: '/',
		filters: defaultFilters(NO_FILTERS),
		defaults: NO_FILTERS,
		scope: null,
		brands: [],
		today: localDayAt(now, NO_FILTERS.timeZone),
		daysOf: 'range'
	};
}
