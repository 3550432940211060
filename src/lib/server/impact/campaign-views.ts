import { askPlan } from '$lib/calendar/ask-plan';
import { bucketsOf } from '$lib/calendar/buckets';
import { addDays } from '$lib/calendar/local-day';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { localDayAt } from '$lib/calendar/time-zone';
import type { DaySpan } from '$lib/filters/filters';
import type { ComparedViews } from '$lib/server/panels/ask-movers';
import type { View } from '$lib/server/panels/view';
import type { ImpactPlan } from './impact-plan';

/** Those under test over one window of their campaign, with all sentiments as in the rest of the report. */
function viewOfSpan(view: View, { brands }: ImpactPlan, span: DaySpan): View {
	const { timeZone, weekStart } = view.filters;
	const range = resolveSpan(span, timeZone);
	const plan = askPlan(range, 'DAY', timeZone, weekStart);
	const days = bucketsOf(plan.range, 'DAY', { timeZone: plan.timeZone, weekStart });
	return {
		...view,
		filters: { ...view.filters, sentiments: [], completeOnly: false },
		brands,
		range,
		scale: 'DAY',
		buckets: days,
		units: days,
		unitScale: 'DAY',
		plan,
		compared: null
	};
}

/**
 * What the words of a campaign are held against: its days as far as they are over (`a`), and its baseline (`b`). Null
 * as long as none of its days is over.
 */
export function campaignViews(view: View, plan: ImpactPlan): ComparedViews | null {
	const { before, during } = plan.spans;
	const yesterday = addDays(localDayAt(view.now, view.filters.timeZone), -1);
	if (during.from > yesterday) return null;
	const to = during.to < yesterday ? during.to : yesterday;
	return { a: viewOfSpan(view, plan, { from: during.from, to }), b: viewOfSpan(view, plan, before) };
}
