import type { Gap, Timeline } from './chart-data';

/**
 * What the charts of a campaign are drawn from: plain JSON by column, like every chart. Scores are net sentiment as
 * fractions, positions are indexes of days, words are finished.
 */

/** A window of days: where it lies, its words above the plot, and its levels. */
export type WindowLevel = {
	kind: 'before' | 'during' | 'after';
	/** Indexes of its first and last day. */
	from: number;
	to: number;
	/** The last day that counts: the same, or the day before an unfinished one; before `from` when none does. */
	countedTo: number;
	/** Such as "During", and what follows where there is room, such as "2 – 15 Nov". */
	title: string;
	detail: string;
	/** The mean of the window, and what was expected of it without the campaign; null where there is none. */
	measured: number | null;
	expected: number | null;
};

/** What all charts over the days of a campaign share. */
type OverDays = { locale: string; timeline: Timeline; levels: WindowLevel[]; gaps?: Gap[] };

/** Every day of the windows as a mark, the mean of each window as a step, and the expected level. */
export type ImpactDaysData = OverDays & {
	/** The brands under test, and the slot of a single one. */
	name: string;
	slot: number | null;
	values: (number | null)[];
	counts: (number | null)[];
	/**
	 * What the comparison brands of each day alone would lead to expect, for the table; null before the start. Its mean
	 * over a window is the level that is drawn. Null as a whole without comparison brands.
	 */
	expectedByDay: (number | null)[] | null;
	/** The comparison brands together, day by day; null without any. */
	controls: { name: string; values: (number | null)[]; counts: (number | null)[] } | null;
	/** Stands in the filled difference, such as "+9.8 points"; null where nothing can be said. */
	difference: string | null;
	words: { measured: string; expected: string };
};

/** A line of the comparison: the distance from its own mean before the start, smoothed over days. */
export type ComparisonLine = {
	key: 'target' | 'controls';
	name: string;
	slot: number | null;
	values: (number | null)[];
	counts: (number | null)[];
	/** How far above and below it the line usually is, as its days before tell; drawn for the comparison brands. */
	half?: number;
	/** Its trend before the start: its heights on the first and the last day before. */
	trend: { first: number; last: number } | null;
};

export type ImpactComparisonData = OverDays & { lines: ComparisonLine[] };

/** The same window on earlier dates: one dot each, and the campaign's own difference. */
export type PlaceboData = {
	locale: string;
	/** Differences as fractions, each with its dates in words. */
	windows: { difference: number; days: string }[];
	observed: number;
	/** The slot of the brand under test, or null for several. */
	slot: number | null;
	/** Beside the mark of the campaign, such as "Slow Mornings +9.8" and "rank 1 of 129". */
	label: string;
	rank: string;
};

/** What moved within a platform and what another share of it moved, in fractions; the first row is the total. */
export type MoodMixRow = { key: string; name: string; strong?: boolean; rate: number; mix: number };

export type MoodMixData = { locale: string; rows: MoodMixRow[]; words: { rate: string; mix: string } };
