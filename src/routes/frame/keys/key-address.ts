import { addDays, countDays } from '$lib/calendar/local-day';
import type { Comparison, Filters, RangeName } from '$lib/filters/filters';
import { countActive, href } from '$lib/filters/href';
import { NO_LIST } from '$lib/filters/list-filters';
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

const OTHER_VIEW = { ...NO_LIST, waitForAll: false };

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

const OF_RANGES: readonly KeyId[] = [...(Object.keys(RANGES) as KeyId[]), 'scale', 'compare'];
const STEPS: readonly KeyId[] = ['previous', 'next'];

/**
 * Whether a key has something to change here. A campaign has its own days, which no range, no scale and no comparison
 * changes; a window that the link names can be moved.
 */
export function isOfUse(id: KeyId, { daysOf }: KeyPlace): boolean {
	if (daysOf === 'range') return true;
	return !OF_RANGES.includes(id) && (daysOf === 'link' || !STEPS.includes(id));
}

/** The address of a view of the same question. */
export function linkFrom({ path, filters, defaults }: KeyPlace, change: Partial<Filters>): string {
	return href(path, filters, change, { defaults });
}

/** A window of one's own goes back or on by its length, also into days to come, and away from a baseline of its own. */
function stepWindow({ range, campaign }: Filters, step: -1 | 1): Partial<Filters> | null {
	if (range.kind === 'relative') return null;
	const days = step * countDays(range.from, range.to);
	return {
		range: { kind: 'absolute', from: addDays(range.from, days), to: addDays(range.to, days) },
		campaign: { ...campaign, baseline: null }
	};
}

function changeOf(id: KeyId, place: KeyPlace): Partial<Filters> | null {
	const { filters, scope, today } = place;
	if (!isOfUse(id, place)) return null;
	const name = RANGES[id];
	if (name) return { range: { kind: 'relative', name } };
	if (id === 'clear') return countActive(filters) > 0 ? CLEARED : null;
	if (scope === null) return null;
	if (id === 'compare')
		return { comparison: filters.comparison.kind === 'none' ? PREVIOUS : { kind: 'none' } };
	if (id === 'scale') return { scale: nextScale(scope.scale, scope.days) };
	if (id !== 'previous' && id !== 'next') return null;
	const step = id === 'previous' ? -1 : 1;
	if (place.daysOf === 'link') return stepWindow(filters, step);
	const range = stepRange(filters.range, scope, step, { today, weekStart: filters.weekStart });
	return range && { range };
}

/**
 * Where a key leads: a link as any other, so that Back returns. Null for keys that open something, and where there
 * is nothing to go to, such as days after today.
 * @example keyAddress('week', place) // '/?range=7d'
 */
export function keyAddress(id: KeyId, place: KeyPlace): string | null {
	if (id === 'keywords') return linkFrom({ ...place, path: '/keywords' }, OTHER_VIEW);
	if (id === 'impact') return linkFrom({ ...place, path: '/impact' }, OTHER_VIEW);
	const change = changeOf(id, place);
	return change && linkFrom(place, change);
}
