import type { InteractionType, Platform, Scale, Sentiment, TypeGroup } from '$lib/community/vocabulary';

export const RANGE_NAMES = [
	'today',
	'yesterday',
	'7d',
	'28d',
	'30d',
	'90d',
	'12mo',
	'wtd',
	'last-week',
	'mtd',
	'last-month',
	'qtd',
	'last-quarter',
	'ytd'
] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

/** A local calendar day, `YYYY-MM-DD`. */
export type LocalDay = string;

/** Local calendar days, both inclusive. */
export type DaySpan = { from: LocalDay; to: LocalDay };

/** A range that moves with the clock, or days that stay. */
export type Range = { kind: 'relative'; name: RangeName } | ({ kind: 'absolute' } & DaySpan);

export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

export const SCORES = ['net', 'net-rated', 'positive-of-rated', 'positive'] as const;
export type Score = (typeof SCORES)[number];

export const SPLITS = ['none', 'brand', 'platform'] as const;
export type Split = (typeof SPLITS)[number];

/** Lines on one chart, stacked counts, stacked shares, or a small chart for each line. */
export const CHARTS = ['line', 'stacked', 'share', 'multiples'] as const;
export type Chart = (typeof CHARTS)[number];

/** What people surely feel who use a word: its whole interval lies on this side. */
export const MOODS = ['negative', 'positive'] as const;
export type Mood = (typeof MOODS)[number];

/** Keywords that moved by their score, from the least or from the most. */
export const MOVER_ORDERS = ['difference', 'net', '-net'] as const;
export type MoverOrder = (typeof MOVER_ORDERS)[number];

export type Comparison =
	| { kind: 'none' }
	| { kind: 'previous' | 'year'; match: 'weekday' | 'date' }
	| { kind: 'custom'; span: DaySpan; match: 'weekday' | 'date' };

/**
 * Everything that a link can say, grammar version 1 (docs/url-grammar.md). Empty lists mean "all"; null means
 * "decide from the data" (scale, split) or "no restriction" (closed). It holds the reader's intent only, never
 * anything that can be computed from it.
 */
export type Filters = {
	brands: number[];
	range: Range;
	timeZone: string;
	weekStart: WeekStart;
	scale: Scale | null;
	types: (InteractionType | TypeGroup)[];
	platforms: Platform[];
	sentiments: Sentiment[];
	query: string;
	tags: number[];
	closed: boolean | null;
	split: Split | null;
	comparison: Comparison;
	score: Score;
	stack: 'share' | 'count';
	completeOnly: boolean;
	hidden: string[];
	/** Of the comparison brands an empty list leaves the campaign's own, and `none` does without any. */
	campaign: { id: string | null; baseline: DaySpan | null; controls: number[] | 'none' };
	/** What an evidence link claims of its campaign, written and read by the impact view. */
	evidence: string | null;
	chart: Chart;
	omitted: string[];
	sort: string | null;
	find: string | null;
	word: string | null;
	/** Of the keywords that moved only those of this mood. */
	movers: Mood | null;
	/** Null for the surest first. */
	moversSort: MoverOrder | null;
	page: number;
	message: string | null;
	saved: string | null;
	waitForAll: boolean;
};

/** What the settings decide where the link is silent; weeks begin on Monday unless they say otherwise. */
export type FilterDefaults = { timeZone: string; weekStart?: WeekStart };

/** A key whose value could not be used: the page prints both, and what is shown instead. */
export type IgnoredValue = { key: string; value: string; reason: string };

/** Every key that a link can hold, in the canonical order. `v` is read and never written: absent means 1. */
export const FILTER_KEYS = [
	'v',
	'brand',
	'range',
	'from',
	'to',
	'tz',
	'week',
	'scale',
	'type',
	'platform',
	'sentiment',
	'q',
	'tag',
	'closed',
	'split',
	'compare',
	'compare_from',
	'compare_to',
	'match',
	'score',
	'stack',
	'complete',
	'hide',
	'campaign',
	'baseline_from',
	'baseline_to',
	'control',
	'evidence',
	'chart',
	'omit',
	'sort',
	'find',
	'word',
	'movers',
	'movers_sort',
	'page',
	'message',
	'saved',
	'wait'
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/**
 * What an empty link means.
 * @example defaultFilters({ timeZone: 'UTC' }).range // { kind: 'relative', name: '28d' }
 */
export function defaultFilters(defaults: FilterDefaults): Filters {
	return {
		brands: [],
		range: { kind: 'relative', name: '28d' },
		timeZone: defaults.timeZone,
		weekStart: defaults.weekStart ?? 'monday',
		scale: null,
		types: [],
		platforms: [],
		sentiments: [],
		query: '',
		tags: [],
		closed: null,
		split: null,
		comparison: { kind: 'none' },
		score: 'net',
		stack: 'share',
		completeOnly: false,
		hidden: [],
		campaign: { id: null, baseline: null, controls: [] },
		evidence: null,
		chart: 'line',
		omitted: [],
		sort: null,
		find: null,
		word: null,
		movers: null,
		moversSort: null,
		page: 1,
		message: null,
		saved: null,
		waitForAll: false
	};
}
