import { CANONICAL } from './canonical-lists';
import { defaultFilters, type DaySpan, type FilterDefaults, type FilterKey, type Filters } from './filters';

/** One key of a link with one value. */
export type FilterPair = { key: FilterKey; value: string };

type Value = string | number | boolean | null | readonly (string | number)[];

/**
 * The canonical pairs of a link: fixed order, defaults left out, lists as repeated keys without repeats. Without
 * `defaults` the time zone and the first day of the week are always named.
 */
export function pairsOf(filters: Filters, defaults: FilterDefaults | null): FilterPair[] {
	const initial = defaultFilters(defaults ?? { timeZone: '' });
	const unless = <T extends Value>(value: T, usual: T): T | null => (value === usual ? null : value);
	const { comparison, campaign } = filters;
	const fields: [FilterKey, Value][] = [
		['brand', CANONICAL.brands(filters.brands)],
		...rangePairs(filters, initial),
		['tz', unless(filters.timeZone, initial.timeZone)],
		['week', unless<string | null>(filters.weekStart, defaults && initial.weekStart)],
		['scale', filters.scale?.toLowerCase() ?? null],
		['type', CANONICAL.types(filters.types)],
		['platform', CANONICAL.platforms(filters.platforms)],
		['sentiment', CANONICAL.sentiments(filters.sentiments)],
		['q', filters.query],
		['tag', CANONICAL.tags(filters.tags)],
		['closed', filters.closed],
		['split', filters.split],
		['compare', unless(comparison.kind, 'none')],
		...spanPairs('compare_from', 'compare_to', comparison.kind === 'custom' ? comparison.span : null),
		['match', comparison.kind === 'none' ? null : unless(comparison.match, 'weekday')],
		['score', unless(filters.score, initial.score)],
		['stack', unless(filters.stack, initial.stack)],
		['complete', unless(filters.completeOnly, initial.completeOnly)],
		['hide', CANONICAL.hidden(filters.hidden)],
		['campaign', campaign.id],
		...spanPairs('baseline_from', 'baseline_to', campaign.baseline),
		['control', campaign.controls === 'none' ? 'none' : CANONICAL.controls(campaign.controls)],
		['evidence', filters.evidence],
		['chart', unless(filters.chart, initial.chart)],
		['omit', CANONICAL.omitted(filters.omitted)],
		['sort', filters.sort],
		['find', filters.find],
		['word', filters.word],
		['movers', filters.movers],
		['movers_sort', filters.moversSort],
		['page', unless(filters.page, initial.page)],
		['message', filters.message],
		['saved', filters.saved],
		['wait', filters.waitForAll ? 'all' : null]
	];
	return fields.flatMap(([key, value]) => valuesOf(value).map((text) => ({ key, value: text })));
}

/** The texts of a value; null and the empty text stand for "not set", 0 and false for themselves. */
function valuesOf(value: Value): string[] {
	const list = Array.isArray(value) ? (value as readonly (string | number)[]) : [value as string];
	return list.filter((item) => item !== null && item !== '').map(String);
}

function rangePairs(filters: Filters, initial: Filters): [FilterKey, Value][] {
	const { range } = filters;
	if (range.kind === 'absolute') return spanPairs('from', 'to', range);
	const isUsual = initial.range.kind === 'relative' && initial.range.name === range.name;
	return [['range', isUsual ? null : range.name]];
}

function spanPairs(fromKey: FilterKey, toKey: FilterKey, span: DaySpan | null): [FilterKey, Value][] {
	return [
		[fromKey, span?.from ?? null],
		[toKey, span?.to ?? null]
	];
}

/**
 * Write the filters as the one canonical link that means them: fixed key order, defaults left out, lists as
 * repeated keys, relative ranges kept relative.
 * @example encodeFilters({ ...filters, brands: [144, 12] }, { defaults }).toString() // 'brand=12&brand=144'
 */
export function encodeFilters(filters: Filters, options: { defaults: FilterDefaults }): URLSearchParams {
	return new URLSearchParams(pairsOf(filters, options.defaults).map(({ key, value }) => [key, value]));
}
