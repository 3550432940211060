import { elapsedHours, hoursIn } from '$lib/calendar/buckets';
import { countDays } from '$lib/calendar/local-day';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { localDayAt } from '$lib/calendar/time-zone';
import type { Scale } from '$lib/community/vocabulary';
import type { Comparison } from '$lib/filters/filters';
import type { UnitScale, View } from './view';

/** What the page prints below the filters: the resolved days, the zone, and what is not whole about them. */
export type Scope = {
	from: string;
	to: string;
	days: number;
	scale: Scale;
	/** What statistics count as one observation, for "a day" beside a mean. */
	unitScale: UnitScale;
	/** Hours of today that have passed and that it has, when the range includes today. */
	today: { elapsed: number; hours: number } | null;
	/** True when day edges are those of UTC although the view has another zone. */
	approximate: boolean;
	/** What `days` counts: days with complete buckets only, of which there may be none. */
	isComplete: boolean;
	isEmpty: boolean;
	compared: ComparedScope | null;
};

/** The days that the view is compared with, and the moment at which they are cut, in the zone of the view. */
export type ComparedScope = {
	kind: Exclude<Comparison['kind'], 'none'>;
	match: 'weekday' | 'date';
	from: string;
	to: string;
	days: number;
	until: number | null;
	sameLength: boolean;
};

function comparedScope({ filters, compared }: View): ComparedScope | null {
	const { comparison } = filters;
	if (compared === null || comparison.kind === 'none') return null;
	const { days, until, sameLength } = compared;
	const { kind, match } = comparison;
	return { kind, match, ...days, days: countDays(days.from, days.to), until, sameLength };
}

export function scopeOf(view: View): Scope {
	const { range, filters, now, plan, scale } = view;
	const today = localDayAt(now, filters.timeZone);
	const includesToday = range.from <= today && today <= range.to;
	const day = resolveSpan({ from: today, to: today }, filters.timeZone);
	return {
		from: range.from,
		to: range.to,
		days: range.days,
		scale,
		unitScale: view.unitScale,
		today: includesToday
			? { elapsed: Math.floor(elapsedHours(day, now)), hours: Math.round(hoursIn(day) * 10) / 10 }
			: null,
		approximate: plan.approximate || view.compared?.view.plan.approximate === true,
		isComplete: filters.completeOnly,
		isEmpty: view.buckets.length === 0,
		compared: comparedScope(view)
	};
}
