import { elapsedHours, hoursIn } from '$lib/calendar/buckets';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { localDayAt } from '$lib/calendar/time-zone';
import type { Scale } from '$lib/community/vocabulary';
import type { View } from './view';

/** What the page prints below the filters: the resolved days, the zone, and what is not whole about them. */
export type Scope = {
	from: string;
	to: string;
	days: number;
	scale: Scale;
	/** Hours of today that have passed and that it has, when the range includes today. */
	today: { elapsed: number; hours: number } | null;
	/** True when day edges are those of UTC although the view has another zone. */
	approximate: boolean;
};

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
		today: includesToday
			? { elapsed: Math.floor(elapsedHours(day, now)), hours: Math.round(hoursIn(day) * 10) / 10 }
			: null,
		approximate: plan.approximate
	};
}
