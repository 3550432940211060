import type { Comparison, Filters, RangeName } from '$lib/filters/filters';
import { countActive, href } from '$lib/filters/href';
import type { KeyId } from './key-map';
import type { KeyPlace } from './key-place';
import { nextScale } from './next-scale';
import { stepRange } from './step-range';

const RANGES: Partial<Record<KeyId, RangeName>> = {
	today: 'today',
	week: '7d',
	fourWeeks: '28d',
	thirty: '30d',
	month: 'mtd',
	year: 'ytd'
};

/** What belongs to one view's list; everything else of the link goes along to another view. */
const OWN: Partial<Filters> = {
	page: 1,
	sort: null,
	find: null,
	word: null,
	message: null,
	waitForAll: false
};

const PREVIOUS: Comparison = { kind: 'previous', match: 'weekday' };

/** Filters that leave nothing out; dates and how things are drawn stay. */
const CLEARED: Partial<Filters> = {
	brands: [],
	types: [],
	platforms: [],
	sentiments: [],
	tags: [],
	query: '',
	closed: null
};

/** The address of a view of the same question. */
export function linkFrom({ path, filters, defaults }: KeyPlace, change: Partial<Filters>): string {
	return href(path, filters, change, { defaults });
}

function changeOf(id: KeyId, place: KeyPlace): Partial<Filters> | null {
	const { filters, scope, today } = place;
	const name = RANGES[id];
	if (name) return { range: { kind: 'relative', name } };
	if (id === 'clear') return countActive(filters) > 0 ? CLEARED : null;
	if (scope === null) return null;
	if (id === 'compare')
		return { comparison: filters.comparison.kind === 'none' ? PREVIOUS : { kind: 'none' } };
	if (id === 'scale') return { scale: nextScale(scope.scale, scope.days) };
	if (id !== 'previous' && id !== 'next') return null;
	const step = id === 'previous' ? -1 : 1;
	const range = stepRange(filters.range, scope, step, { today, weekStart: filters.weekStart });
	return range && { range };
}

/**
 * Where a key leads: a link as any other, so that Back returns. Null for keys that open something, and where there
 * is nothing to go to, such as days after today.
 * @example keyAddress('week', place) // '/?range=7d'
 */
export function keyAddress(id: KeyId, place: KeyPlace): string | null {
	if (id === 'keywords') return linkFrom({ ...place, path: '/keywords' }, OWN);
	if (id === 'impact') return linkFrom({ ...place, path: '/impact' }, OWN);
	const change = changeOf(id, place);
	return change && linkFrom(place, change);
}
