import type { Sentiment, TypeGroup } from '$lib/community/vocabulary';

/**
 * What the charts are drawn from. Everything is plain JSON by column, since it travels to the browser once, and
 * nothing here needs a clock or a zone: labels are ready text, positions are indexes of buckets.
 */

/** Pixels of the plot; `narrow` is the phone layout, decided by the figure's container. */
export type ChartSize = { width: number; height: number; narrow: boolean };

/** The buckets of a time chart. */
export type Timeline = {
	/** Short labels for the axis, such as "2 Nov". */
	labels: string[];
	/** Long labels for the tooltip and the table, such as "Mon 2 Nov 2026". */
	titles: string[];
	/** Indexes that may carry an axis label and a symbol: Mondays, firsts of a month, midnights. Thinned to what fits. */
	ticks: number[];
	/** Indexes of buckets that are in progress or cut by the edge of the range, each with the words that say so. */
	open: { index: number; note: string }[];
	/**
	 * The local days of each bucket, for links: `2026-11-02`, or `2026-11-02/2026-11-08` for several. An hour has the
	 * day that it is part of.
	 */
	days?: string[];
	/** The names of the buckets that these are compared with, null where there is none; absent without a comparison. */
	compared?: (string | null)[];
};

/**
 * Buckets without any answer, with the reason. `from` and `to` are indexes, inclusive. An unnamed one has no words in
 * the plot.
 */
export type Gap = { from: number; to: number; note: string; unnamed?: true };

/** A dated range drawn behind the plot, such as a campaign, or a point in time. Indexes, inclusive. */
export type Band = {
	from: number;
	to: number;
	name: string;
	/** Name, brands and days, for the list below the chart: "Slow Mornings (Fennick), 2 – 15 Nov 2026". */
	title?: string;
	/** One bucket, drawn as a thin line. */
	isPoint?: boolean;
	/** The name of a design token without its dashes, such as `brand-3`; ink unless given. */
	colour?: string;
	/** The slots of the brands that its title names; none where it is about all of them. */
	slots?: Slot[];
	/** The keys of the lines that it is about; all of them where it is absent. */
	series?: string[];
	/** The campaign that it leads to; an annotation leads nowhere. */
	campaign?: string;
};

/** What is counted changes before this bucket: numbers on the two sides are numbers of different things. */
export type Break = { index: number; note: string };

/** An unusual bucket of one series; `note` stands beside its ring. */
export type Mark = { series: string; index: number; note: string; shortNote?: string };

/** Fractions are −1..1 for points and 0..1 for percent: the chart multiplies by 100. */
export type ScoreUnit = 'points' | 'percent';

/** A brand's place from 1 to 8, which it keeps for good; all brands together are the total; null is "Other". */
export type Slot = number | 'total' | null;

export type TrendSeries = {
	key: string;
	name: string;
	slot: Slot;
	/** The score of each bucket as a fraction; null is missing and never zero. */
	values: (number | null)[];
	/** The denominator of each value. */
	counts: (number | null)[];
	/** How many decimals each value has, where its own interval does not say it. */
	decimals?: (0 | 1)[];
	/** The 95 % interval of each value. Drawn for the focused series, printed for all. */
	low?: (number | null)[];
	high?: (number | null)[];
	/** The compared period, bucket by bucket. Drawn for the focused series, printed for all. */
	previous?: (number | null)[];
	/** One series of a chart may be the focus. */
	focus?: boolean;
	/** The value of the whole range, for the label at the end of the line, with as many decimals as it supports. */
	total: { value: number | null; n: number; decimals?: 0 | 1 };
};

/** As many lines can be followed at once; of more one is in focus, and the others are quiet. */
export const MOST_EQUAL_LINES = 4;

/** Its change against the compared days is the surest, or it has the most rated messages. */
export type FocusReason = 'surest-change' | 'most-messages';

export type SentimentTrendData = {
	locale: string;
	unit: ScoreUnit;
	timeline: Timeline;
	series: TrendSeries[];
	/** Why the series in focus is; absent where there is none, or no other series. */
	focusReason?: FocusReason;
	/** How the score is made, for the tooltip: "Net sentiment = (positive − negative) ÷ all rated." */
	formula?: string;
	/** What the dotted line is, such as "28 Sep – 25 Oct". */
	previousLabel?: string;
	/** Keys of series that the reader has hidden. */
	hidden: string[];
	bands?: Band[];
	gaps?: Gap[];
	breaks?: Break[];
	marks?: Mark[];
};

/** Negative, neutral, positive: the order in which they are always shown. */
export type Triple = [negative: number, neutral: number, positive: number];

/** Counts by bucket; null where the bucket has no answer. */
export type SentimentStackData = {
	locale: string;
	mode: 'count' | 'share';
	timeline: Timeline;
	negative: (number | null)[];
	neutral: (number | null)[];
	positive: (number | null)[];
	/** How many decimals the shares of each bucket support. */
	decimals: (0 | 1)[];
	/** The sentiments that are counted, where not all are: then nothing is said of the others, and no share. */
	only?: readonly Sentiment[];
	gaps?: Gap[];
	bands?: Band[];
};

export type SplitRow = {
	key: string;
	name: string;
	/** null where there is no answer: the bar is hatched and `note` says why. */
	counts: Triple | null;
	/** Percentages as they are printed, rounded so that they add up to 100; null below ten messages. */
	shares: Triple | null;
	/** How many decimals the intervals of the shares support; one unless given. */
	decimals?: 0 | 1;
	n: number | null;
	/** Below thirty messages the 95 % interval of each share, as fractions: it stands there in place of the bar. */
	intervals?: { low: number; high: number }[];
	/** A line of text between groups of rows, without a bar. */
	caption?: boolean;
	/** A total. */
	strong?: boolean;
	/** Stands in the bar where nothing can be drawn, such as "too few to say". */
	note?: string;
};

export type DistributionData = {
	locale: string;
	stack: 'share' | 'count';
	rows: SplitRow[];
	/** The sentiments that are counted, where not all are. */
	only?: readonly Sentiment[];
};

export type VolumeLayer = {
	key: string;
	name: string;
	role: TypeGroup | 'other';
	values: (number | null)[];
};

export type VolumeTrendData = {
	locale: string;
	timeline: Timeline;
	/** From the bottom of the stack to its top. */
	layers: VolumeLayer[];
	/** The total of the compared period, bucket by bucket. */
	previous?: (number | null)[];
	previousLabel?: string;
	hidden: string[];
	bands?: Band[];
	gaps?: Gap[];
	breaks?: Break[];
};

/** The same numbers as a table: the first column heads the rows. */
export type ChartTable = { columns: string[]; rows: string[][] };

/** A table that may be long: its rows are made when it is shown. `count` is how many they are. */
export type LateTable = { columns: string[]; count: number; makeRows: () => string[][] };
