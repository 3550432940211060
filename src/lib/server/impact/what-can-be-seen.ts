import {
	dayDeviation,
	daysUntilSeen,
	smallestUnderPeeking,
	type DayDeviation
} from '$lib/analytics/detectability';
import { FIRST_LOOK } from '$lib/analytics/confidence-sequence';
import { addDays, countDays } from '$lib/calendar/local-day';
import type { ImpactPlan } from './impact-plan';
import type { PooledDay, Sides } from './pooled-days';
import type { Detectability } from './report';

/** The differences that readers ask about: 2, 5, 10 and 15 points. */
const EFFECTS = [0.02, 0.05, 0.1, 0.15];
/** The latest days say best how much the coming ones will differ. */
const LATEST_DAYS = 28;

/** The latest complete days before the start. */
function latestDays(days: readonly PooledDay[]): PooledDay[] {
	const isBefore = ({ window }: PooledDay) => window !== 'during' && window !== 'after';
	return days.filter((day) => day.isComplete && isBefore(day)).slice(-LATEST_DAYS);
}

/**
 * How much a day of the comparison differs: that of the brands under test, and of the comparison brands as if they
 * moved on their own, which is the most that they can add.
 */
function deviationOf({ targets, controls }: Sides): number | null {
	const own = dayDeviation(latestDays(targets));
	const others = controls && dayDeviation(latestDays(controls));
	if (own === null || (controls !== null && others === null)) return null;
	return Math.hypot(own.deviation, others?.deviation ?? 0);
}

/**
 * What a campaign could show, judged by the latest days before its start and for somebody who looks every day. Null
 * once it is over, where too little is known, and where it is shorter than the first look.
 */
export function detectabilityOf(
	{ state, spans, plannedDays }: ImpactPlan,
	sides: Sides
): Detectability | null {
	const deviation = deviationOf(sides);
	if (state === 'finished' || plannedDays < FIRST_LOOK || deviation === null) return null;
	const { before, during } = spans;
	const baseline: DayDeviation = { deviation, days: countDays(before.from, before.to) };
	return {
		smallest: smallestUnderPeeking(baseline, plannedDays, plannedDays),
		effects: EFFECTS.map((effect) => {
			const days = daysUntilSeen(baseline, effect, plannedDays, plannedDays);
			// A day is counted when it is over, so it is known on the day after.
			return { effect, days, day: days === null ? null : addDays(during.from, days) };
		})
	};
}
