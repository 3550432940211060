import type { AskPlan } from '$lib/calendar/ask-plan';
import { bucketsOf, type Bucket } from '$lib/calendar/buckets';
import { countDays } from '$lib/calendar/local-day';
import { hasHypothesis } from '$lib/campaigns/registration';
import { localDayAt } from '$lib/calendar/time-zone';
import type { DaySpan, IgnoredValue } from '$lib/filters/filters';
import { formatDayRange } from '$lib/format/dates';
import type { BrandInView } from '$lib/server/panels/view';
import { brandsUnderTest, comparisonBrands, idsOf, leftOutOf, type BrandChoice } from './impact-brands';
import {
	baselineOf,
	daysAfter,
	FIRST_DAY,
	impactAskPlan,
	LONGEST_WINDOW,
	type ImpactSpans
} from './impact-spans';
import { isShared, newsAbout, otherNews, type LookedAt, type OtherNews } from './news';
import type { ImpactCampaign, ImpactReport, Warning } from './report';

/** What the impact view asks and how it reads the answer: which brands, which days, against what. */
export type ImpactPlan = {
	campaign: ImpactCampaign;
	/** The brands under test. */
	brands: BrandInView[];
	/** The brands that they are compared with. */
	controls: BrandInView[];
	leftOut: ImpactReport['leftOut'];
	spans: ImpactSpans;
	state: ImpactReport['state'];
	/** All days of the campaign, also those to come. */
	plannedDays: number;
	/** One stretch of days for every question. */
	plan: AskPlan;
	/** The same, day by day. */
	days: Bucket[];
	/** What other campaigns and annotations say about the same days. */
	news: Extract<Warning, 'other-news' | 'control-news'>[];
	/** What `other-news` is about, the earliest first. */
	otherNews: OtherNews[];
	/** The days of everything that other days before would have to be clear of. */
	newsDays: DaySpan[];
	/** The comparison brands that `control-news` is about. */
	controlsWithNews: BrandInView[];
};

/** Why there is nothing to report; the page and the export have a sentence for each. */
export type ImpactProblem = 'no-campaign' | 'no-brands' | 'too-long';

export type ImpactPlanning =
	| { ok: true; plan: ImpactPlan; ignored: IgnoredValue[] }
	| { ok: false; problem: ImpactProblem; ignored: IgnoredValue[] };

/** Everything that decides the plan; `now` in milliseconds since 1970. */
export type ImpactSetting = BrandChoice & { now: number };

type Windowed = { about: ImpactCampaign; during: DaySpan };

/** The campaign and its days: one that is kept, or the days that the link names without one. */
function windowedOf({ filters, campaign }: ImpactSetting): Windowed | null {
	if (campaign !== null) {
		const { id, name, link, hypothesis, expected, registration, writtenBeforeStart, start, end } = campaign;
		const about = {
			id,
			name,
			link,
			hypothesis: hypothesis === '' ? null : hypothesis,
			metric: hasHypothesis(campaign) ? campaign.metric : null,
			expected,
			writtenOn: registration?.on ?? null,
			writtenBeforeStart
		};
		return { about, during: { from: start, to: end } };
	}
	const { range } = filters;
	if (range.kind === 'relative' || filters.campaign.id !== null) return null;
	const nothing = { id: null, link: null, hypothesis: null, metric: null, expected: null, writtenOn: null };
	const about = { ...nothing, name: formatDayRange(range.from, range.to), writtenBeforeStart: false };
	return { about, during: { from: range.from, to: range.to } };
}

/** News about the brands under test, and news of the comparison brands that those under test do not share. */
function newsOf(
	{ campaigns }: ImpactSetting,
	chosen: { brands: BrandInView[]; controls: BrandInView[] },
	{ ownId, spans }: { ownId: string | null; spans: ImpactSpans }
): Pick<ImpactPlan, 'news' | 'otherNews' | 'newsDays' | 'controlsWithNews'> {
	const tested = idsOf(chosen.brands);
	const when: LookedAt = { ownId, spans: [spans.before, spans.during] };
	const others = newsAbout(campaigns, tested, when);
	const earlier: LookedAt = { ownId, spans: [{ from: FIRST_DAY, to: spans.during.from }] };
	const ownOf = (id: number, asked: LookedAt) =>
		newsAbout(campaigns, [id], asked).filter((one) => !isShared(one, tested));
	const hasOwn = ({ id }: BrandInView) => ownOf(id, when).length > 0;
	const all = [
		...newsAbout(campaigns, tested, earlier),
		...chosen.controls.flatMap(({ id }) => ownOf(id, earlier))
	];
	const controlsWithNews = chosen.controls.filter(hasOwn);
	return {
		news: [
			...(others.length > 0 ? ['other-news' as const] : []),
			...(controlsWithNews.length > 0 ? ['control-news' as const] : [])
		],
		otherNews: others
			.toSorted((one, other) => (one.start < other.start ? -1 : 1))
			.map((one) => otherNews(one, spans)),
		newsDays: all.map(({ start, end }) => ({ from: start, to: end })),
		controlsWithNews
	};
}

/**
 * What the impact view has to ask: the brands under test and their comparison, the windows, and one stretch of days.
 * Days are those of the view's zone. Nothing of it depends on an answer.
 */
export function planImpact(setting: ImpactSetting): ImpactPlanning {
	const { filters, now } = setting;
	const windowed = windowedOf(setting);
	if (windowed === null) return { ok: false, problem: 'no-campaign', ignored: [] };
	const { about, during } = windowed;
	const plannedDays = countDays(during.from, during.to);
	if (plannedDays > LONGEST_WINDOW) return { ok: false, problem: 'too-long', ignored: [] };
	const brands = brandsUnderTest(setting);
	if (brands.length === 0) return { ok: false, problem: 'no-brands', ignored: [] };
	const { controls, isDefault, ignored } = comparisonBrands(setting, brands);
	const asked = baselineOf(filters.campaign.baseline, during);
	const today = localDayAt(now, filters.timeZone);
	const spans = { before: asked.baseline, during, after: daysAfter(during, today) };
	const plan = impactAskPlan(spans, filters, today);
	const when: LookedAt = { ownId: about.id, spans: [spans.before, during] };
	const chosen = { brands, controls };
	return {
		ok: true,
		ignored: [...asked.ignored, ...ignored],
		plan: {
			campaign: about,
			...chosen,
			leftOut: isDefault && controls.length > 0 ? leftOutOf(setting, chosen, when) : [],
			spans,
			state: today < during.from ? 'planned' : today <= during.to ? 'running' : 'finished',
			plannedDays,
			plan,
			days: bucketsOf(plan.range, 'DAY', { timeZone: plan.timeZone, weekStart: filters.weekStart }),
			...newsOf(setting, chosen, { ownId: about.id, spans })
		}
	};
}
