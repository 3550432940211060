import type { ExpectedAnswer } from '$lib/analytics/expected-change';
import type {
	EstimateWarning,
	ImpactEstimate as Estimate,
	ImpactMethod
} from '$lib/analytics/impact-estimate';
import type { Verdict } from '$lib/analytics/verdict';
import type { CampaignMetric } from '$lib/campaigns/campaign';
import type { SentimentCounts } from '$lib/community/answers';
import type { DaySpan, LocalDay } from '$lib/filters/filters';
import type { BrandInView } from '$lib/server/panels/view';
import type { OtherNews } from './news';

/** Net sentiment (N1) throughout, as a fraction from −1 to 1; a difference of two lies between −2 and 2. */
export type Net = number;

/** The methods in the order of exports. */
export const METHODS = [
	'before-after',
	'difference-in-differences',
	'interrupted-series'
] as const satisfies ImpactMethod[];
export type Method = ImpactMethod;

/** How sure an answer is, from the surest down; see `verdictOf`. */
export type Rung = Verdict;

/** What a reader has to know before believing an estimate; the page has a sentence for each. */
export const WARNINGS = [
	/** The brands already moved differently before the start (p < .10). */
	'pre-trend',
	/** Fewer than 14 days before the start: nobody can tell whether the brands moved alike. */
	'short-baseline',
	/** Every platform with enough data moved one way, and the total the other. */
	'simpson',
	/** More than half of the difference is another mix of platforms. */
	'mix-shift',
	/** The volume of unrated interactions or the mix of their types changed with the start. */
	'denominator',
	/** The campaign is still going on; its unfinished day is not counted. */
	'running',
	/** Another campaign or a known incident of these brands lies in the days before or during. */
	'other-news',
	/** A comparison brand has its own campaign or incident in the same days. */
	'control-news',
	/** Day edges are those of UTC although the view has another zone. */
	'approximate-days',
	/** Some brands could not be loaded. */
	'missing-brands'
] as const;
export type Warning = (typeof WARNINGS)[number] | EstimateWarning;

/** One method's answer with its place on the ladder, and everything that has to be known beside it. */
export type ImpactEstimate = Omit<Estimate, 'standardError' | 'degreesOfFreedom' | 'warnings'> & {
	verdict: Rung;
	warnings: Warning[];
};

/** One window of the brands under test, whole; the score and its limits are null when nothing is rated. */
export type ImpactWindow = {
	kind: 'before' | 'during' | 'after';
	span: DaySpan;
	/** Complete days that have passed, of all days of the span. */
	days: number;
	counts: SentimentCounts;
	n: number;
	net: Net | null;
	low: Net | null;
	high: Net | null;
};

/** What moved within platforms and what the mix of platforms moved: together exactly the whole (Kitagawa 1955). */
export type MixSplit = {
	total: Net;
	rate: Net;
	mix: Net;
	platforms: {
		platform: string;
		rate: Net;
		mix: Net;
		before: { n: number; net: Net | null; share: number };
		after: { n: number; net: Net | null; share: number };
	}[];
	/** Every platform with enough data moved against the total. */
	isSimpson: boolean;
};

/** Slopes before the start, in net sentiment a day, and the p-value of their difference. */
export type PreTrend = { target: Net; controls: Net; difference: Net; p: number; passed: boolean };

/** The same window slid over earlier dates: the observed difference is ranked among the others. */
export type Placebo = {
	observed: Net;
	windows: { from: LocalDay; difference: Net }[];
	/** 1 is the largest in absolute value. */
	rank: number;
	/** (1 + windows at least as large) ÷ (1 + windows). */
	p: number;
};

/** Before the start, or while it runs: what could be seen at all. Days count from the start. */
export type Detectability = {
	/** The smallest difference that would be found four times in five over the planned days. */
	smallest: Net;
	/** The day on which a difference of `effect` would be known, or null when the planned days are too few. */
	effects: { effect: Net; days: number | null; day: LocalDay | null }[];
};

/** What one day of the picture shows; net is null where nothing is rated. `expected` is without the campaign. */
export type DayPoint = {
	day: LocalDay;
	n: number;
	net: Net | null;
	controlsN: number | null;
	controlsNet: Net | null;
	expected: Net | null;
	isComplete: boolean;
};

export type ImpactCampaign = {
	/** null for days that a link names without a campaign. */
	id: string | null;
	name: string;
	link: string | null;
	hypothesis: string | null;
	metric: CampaignMetric | null;
	/** The change that was expected, in points of the metric and signed; null where no number was named. */
	expected: number | null;
	/** The local day on which hypothesis, metric and days were last written; a badge says whether it was before the start. */
	writtenOn: LocalDay | null;
	writtenBeforeStart: boolean;
};

/** Everything that `/impact` says about one campaign, as plain values. */
export type ImpactReport = {
	campaign: ImpactCampaign;
	brands: BrandInView[];
	controls: BrandInView[];
	/** Candidates that were left out of the comparison by default, and why. */
	leftOut: { brand: BrandInView; reason: 'control-news' | 'other-industry' | 'unnamed' }[];
	/** What `other-news` is about: each with its days, and where it lies. */
	otherNews: OtherNews[];
	/** Other days before the start that are clear of it; null where there are none, or nothing lies in those before. */
	clearBefore: DaySpan | null;
	/** Comparison brands with a campaign or an incident of their own in these days. */
	controlsWithNews: BrandInView[];
	/** Brands of either side without a single rated message before the start and since. */
	withoutData: BrandInView[];
	state: 'planned' | 'running' | 'finished';
	/** Complete days so far, of all days of the campaign. */
	progress: { complete: number; planned: number };
	windows: ImpactWindow[];
	/** Every method that could be computed; none before the start. */
	estimates: ImpactEstimate[];
	/** The estimate that the card shows: with comparison brands theirs, else before-after. */
	headline: ImpactEstimate | null;
	/** What the headline says of the change that was expected; null without a number of either, and of another metric. */
	expectedAnswer: ExpectedAnswer | null;
	/** Present with comparison brands and enough days. */
	preTrend: PreTrend | null;
	mix: MixSplit | null;
	placebo: Placebo | null;
	/** Share of all labels that would have to be wrong in one direction for the interval to include 0; null when it does. */
	breakEven: number | null;
	detectability: Detectability | null;
	/** Complete days before the baseline, which earlier windows are slid over; a longer campaign has the most there are. */
	historyDays: number;
	/** The unit of everything: complete days of all windows, the unfinished one last and not counted. */
	days: DayPoint[];
	/** Mean before, during and after as drawn, and what was expected during and after. */
	levels: { kind: ImpactWindow['kind']; measured: Net; expected: Net | null }[];
	warnings: Warning[];
	evidence: Evidence;
};

/** What another person needs to check the card: which rule, over which data, at which moment. */
export type Evidence = {
	/** Version of the methods; it goes up when the same data would give other numbers. */
	formulaVersion: number;
	method: Method | null;
	asOf: number;
	timeZone: string;
	/** SHA-256 of the day-level table as exported, in hex. */
	dataHash: string;
	/** The four means of the equation, where the headline is a difference in differences. */
	equation: { targetAfter: Net; targetBefore: Net; controlsAfter: Net; controlsBefore: Net } | null;
	/** What the link claims, when it carries a claim, and whether today's numbers still say so. */
	claim: { estimate: Net; low: Net; high: Net; asOf: number; dataHash: string; holds: boolean } | null;
};
