import { PLATFORMS, SENTIMENTS } from '$lib/community/vocabulary';
import { CANONICAL, TYPE_NAMES } from './canonical-lists';
import {
	CHARTS,
	defaultFilters,
	MOODS,
	MOVER_ORDERS,
	RANGE_NAMES,
	SCORES,
	SPLITS,
	WEEK_STARTS,
	type Comparison,
	type DaySpan,
	type FilterDefaults,
	type FilterKey,
	type Filters,
	type IgnoredValue,
	type Range
} from './filters';
import {
	oneOf,
	readBoolean,
	readControl,
	readDay,
	readEvidence,
	readId,
	readName,
	readPage,
	readQuery,
	readScale,
	readSort,
	readTimeZone,
	readWord,
	type Reader
} from './read-value';

const MOST_BRANDS = 200;
const MOST_TAGS = 50;
const MOST_NAMES = 100;
const CLIPPED_TO = 80;

const COMPARISONS = ['none', 'previous', 'year', 'custom'] as const;
const MATCHES = ['weekday', 'date'] as const;

/** A link that is being read, and what could not be used so far. */
type Link = { params: URLSearchParams; ignored: IgnoredValue[] };

function clip(value: string): string {
	const characters = [...value];
	return characters.length > CLIPPED_TO ? `${characters.slice(0, CLIPPED_TO - 1).join('')}…` : value;
}

function ignore(link: Link, key: FilterKey, value: string, reason: string): void {
	link.ignored.push({ key, value: clip(value), reason });
}

/** The first text of a key that is not empty (forms send empty ones), or null; another one beside it is refused. */
function textOf(link: Link, key: FilterKey): string | null {
	const [text, ...others] = new Set(link.params.getAll(key).filter((value) => value !== ''));
	for (const other of others) ignore(link, key, other, `only one can be used, and it is ${clip(text ?? '')}`);
	return text ?? null;
}

/** A value, or the fallback where the key is absent, empty or refused. */
function one<T, F>(link: Link, key: FilterKey, read: Reader<T>, fallback: F): T | F {
	const text = textOf(link, key);
	if (text === null) return fallback;
	const reading = read(text);
	if (reading.ok) return reading.value;
	ignore(link, key, text, reading.reason);
	return fallback;
}

/** Every usable value of a repeated key, without repeats and in the order of the link. */
function many<T>(link: Link, key: FilterKey, read: Reader<T>, most: number): T[] {
	const values = new Set<T>();
	for (const text of new Set(link.params.getAll(key))) {
		if (text === '') continue;
		const reading = read(text);
		if (!reading.ok) ignore(link, key, text, reading.reason);
		else if (values.size < most) values.add(reading.value);
		else if (!values.has(reading.value)) ignore(link, key, text, `a link takes at most ${most} of them`);
	}
	return [...values];
}

/** Two days that belong together, or null where both are absent or one of them cannot be used. */
function span(link: Link, fromKey: FilterKey, toKey: FilterKey): DaySpan | null {
	const has = (key: FilterKey) => link.params.getAll(key).some((text) => text !== '');
	const from = one(link, fromKey, readDay, null);
	const to = one(link, toKey, readDay, null);
	if (from !== null && !has(toKey)) ignore(link, fromKey, from, `add ${toKey} as well`);
	if (to !== null && !has(fromKey)) ignore(link, toKey, to, `add ${fromKey} as well`);
	if (from === null || to === null) return null;
	if (from <= to) return { from, to };
	ignore(link, fromKey, from, `it is later than ${toKey}=${to}; swap the two days`);
	return null;
}

function readRange(link: Link, fallback: Range): Range {
	const name = one(link, 'range', oneOf(RANGE_NAMES), null);
	const days = span(link, 'from', 'to');
	if (days !== null) return { kind: 'absolute', ...days };
	return name === null ? fallback : { kind: 'relative', name };
}

/** Days beside a comparison that needs none are left alone: a form sends its hidden fields, too. */
function readComparison(link: Link): Comparison {
	const none: Comparison = { kind: 'none' };
	const kind = one(link, 'compare', oneOf(COMPARISONS), COMPARISONS[0]);
	const match = one(link, 'match', oneOf(MATCHES), MATCHES[0]);
	if (kind === 'none') return none;
	if (kind !== 'custom') return { kind, match };
	const before = link.ignored.length;
	const days = span(link, 'compare_from', 'compare_to');
	if (days !== null) return { kind, span: days, match };
	if (link.ignored.length === before) {
		ignore(link, 'compare', kind, 'add compare_from and compare_to as well');
	}
	return none;
}

function checkVersion(link: Link): void {
	const version = textOf(link, 'v');
	if (version !== null && version !== '1') {
		ignore(link, 'v', version, 'only version 1 of links is known here, and the link was read as one');
	}
}

/**
 * Read the filters from a link, grammar version 1 (docs/url-grammar.md). It never throws: a field whose value
 * cannot be used falls back by itself, and the value is listed in `ignored` with what to use instead, in plain words.
 * Absent and empty values mean the default. Each known key is read by name and no other key is looked at, so that a
 * foreign key (`utm_source`) does not make SvelteKit load again.
 * @example decodeFilters(url.searchParams, { defaults: { timeZone: 'UTC' } }).filters.brands // [12, 144]
 */
export function decodeFilters(
	params: URLSearchParams,
	options: { defaults: FilterDefaults }
): { filters: Filters; ignored: IgnoredValue[] } {
	const link: Link = { params, ignored: [] };
	const initial = defaultFilters(options.defaults);
	checkVersion(link);
	const filters: Filters = {
		brands: CANONICAL.brands(many(link, 'brand', readId, MOST_BRANDS)),
		range: readRange(link, initial.range),
		timeZone: one(link, 'tz', readTimeZone, initial.timeZone),
		weekStart: one(link, 'week', oneOf(WEEK_STARTS), initial.weekStart),
		scale: one(link, 'scale', readScale, initial.scale),
		types: CANONICAL.types(many(link, 'type', oneOf(TYPE_NAMES), MOST_NAMES)),
		platforms: CANONICAL.platforms(many(link, 'platform', oneOf(PLATFORMS), MOST_NAMES)),
		sentiments: CANONICAL.sentiments(many(link, 'sentiment', oneOf(SENTIMENTS), MOST_NAMES)),
		query: one(link, 'q', readQuery, initial.query),
		tags: CANONICAL.tags(many(link, 'tag', readId, MOST_TAGS)),
		closed: one(link, 'closed', readBoolean, initial.closed),
		split: one(link, 'split', oneOf(SPLITS), initial.split),
		comparison: readComparison(link),
		score: one(link, 'score', oneOf(SCORES), initial.score),
		stack: one(link, 'stack', oneOf(['share', 'count']), initial.stack),
		completeOnly: one(link, 'complete', readBoolean, initial.completeOnly),
		hidden: CANONICAL.hidden(many(link, 'hide', readWord, MOST_NAMES)),
		campaign: readCampaign(link),
		evidence: one(link, 'evidence', readEvidence, initial.evidence),
		chart: one(link, 'chart', oneOf(CHARTS), initial.chart),
		omitted: CANONICAL.omitted(many(link, 'omit', readWord, MOST_NAMES)),
		sort: one(link, 'sort', readSort, initial.sort),
		find: one(link, 'find', readWord, initial.find),
		word: one(link, 'word', readWord, initial.word),
		movers: one(link, 'movers', oneOf(MOODS), initial.movers),
		moversSort: one(link, 'movers_sort', oneOf(MOVER_ORDERS), initial.moversSort),
		page: one(link, 'page', readPage, initial.page),
		message: one(link, 'message', readName, initial.message),
		saved: one(link, 'saved', readName, initial.saved),
		waitForAll: one(link, 'wait', oneOf(['all']), null) === 'all'
	};
	return { filters, ignored: link.ignored };
}

function readCampaign(link: Link): Filters['campaign'] {
	return {
		id: one(link, 'campaign', readName, null),
		baseline: span(link, 'baseline_from', 'baseline_to'),
		controls: readControls(link)
	};
}

/** Named brands win over none of them: whoever names one wants to compare. */
function readControls(link: Link): Filters['campaign']['controls'] {
	const named = many(link, 'control', readControl, MOST_BRANDS);
	const ids = named.filter((control) => control !== 'none');
	if (ids.length === 0) return named.length === 0 ? [] : 'none';
	if (ids.length < named.length)
		ignore(link, 'control', 'none', 'brands are named as well, and they are used');
	return CANONICAL.controls(ids);
}
