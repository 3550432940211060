import { askPlan, type AskPlan } from '$lib/calendar/ask-plan';
import { bucketsOf, isComplete, type Bucket } from '$lib/calendar/buckets';
import { resolveRange, type Locality, type ResolvedRange } from '$lib/calendar/resolve-range';
import { chooseScale } from '$lib/calendar/scale';
import type { Scale } from '$lib/community/vocabulary';
import { compareView } from './compare-view';
import type { UnitScale, View } from './view';

type Setting = Pick<View, 'filters' | 'brands' | 'sentimentEverywhere' | 'now' | 'locale'> & {
	/** None unless given. */
	campaigns?: View['campaigns'];
	/** About when the host counts; buckets that end later are not complete, and a comparison is cut there. */
	asOf: number;
};

/**
 * The days, the buckets and the plan of a view from what its link says. `coarsened` is true when the scale of the
 * link would make too many points and a coarser one is used.
 */
export function makeView({ asOf, campaigns = [], ...shared }: Setting): { view: View; coarsened: boolean } {
	const { filters, now } = shared;
	const { timeZone, weekStart } = filters;
	const whole = resolveRange(filters.range, { timeZone, weekStart, now });
	const { scale, coarsened } = chooseScale(filters.scale, whole.days);
	const unitScale = unitScaleOf(scale, whole.days);
	const asked = askedScale(scale, unitScale);
	const zone = askPlan(whole, asked, timeZone, weekStart).timeZone;
	const cut = filters.completeOnly
		? completeRange(whole, scale, { timeZone: zone, weekStart }, asOf)
		: { range: whole, isEmpty: false };
	const wanted = askPlan(cut.range, asked, timeZone, weekStart);
	const plan = cut.isEmpty ? emptied(wanted) : wanted;
	const locality = { timeZone: plan.timeZone, weekStart };
	const view = {
		...shared,
		campaigns,
		range: cut.range,
		scale,
		buckets: cut.isEmpty ? [] : bucketsOf(plan.range, scale, locality),
		units: cut.isEmpty ? [] : bucketsOf(plan.range, unitScale, locality),
		unitScale,
		plan
	};
	return { view: { ...view, compared: compareView(view, asOf) }, coarsened };
}

/** The longest range in days that is counted by the day although it is drawn by the week. */
const DAYS_BEFORE_WEEKS = 100;
/** The longest one that is counted by the day although it is drawn by the month: seven months are not sure yet. */
const DAYS_BEFORE_MONTHS = 250;

/**
 * In what the statistics count. A verdict must not change with the scale that the charts are drawn in, so days are
 * counted as long as weeks or months would be too few of them.
 */
function unitScaleOf(scale: Scale, days: number): UnitScale {
	if (scale === 'WEEK') return days <= DAYS_BEFORE_WEEKS ? 'DAY' : 'WEEK';
	if (scale === 'MONTH' || scale === 'QUARTER') return days <= DAYS_BEFORE_MONTHS ? 'DAY' : 'MONTH';
	return 'DAY';
}

/** The scale whose buckets roll up into both. */
const askedScale = (scale: Scale, unitScale: UnitScale): Scale => (scale === 'HOUR' ? 'HOUR' : unitScale);

/** A plan for no time at all: nothing is asked. */
const emptied = (plan: AskPlan): AskPlan => ({
	...plan,
	range: { ...plan.range, end: plan.range.start }
});

/** The stretch of complete buckets within a range, or the range itself and `isEmpty` where there is none. */
function completeRange(
	range: ResolvedRange,
	scale: Scale,
	locality: Locality,
	asOf: number
): { range: ResolvedRange; isEmpty: boolean } {
	const complete = bucketsOf(range, scale, locality).filter(
		(bucket) => isComplete(bucket, asOf) && !bucket.partial
	);
	const [first, last] = [complete[0], complete.at(-1)];
	if (first === undefined || last === undefined) return { range, isEmpty: true };
	return { range: between(range, first, last), isEmpty: false };
}

function between(range: ResolvedRange, first: Bucket, last: Bucket): ResolvedRange {
	const days = Math.round((Date.parse(last.to) - Date.parse(first.from)) / 86_400_000) + 1;
	return { ...range, from: first.from, to: last.to, start: first.start, end: last.end, days };
}
