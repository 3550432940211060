import type { Scale } from '$lib/community/vocabulary';
import type { WeekStart } from '$lib/filters/filters';
import { addDays } from './local-day';
import { resolveSpan, type ResolvedRange } from './resolve-range';
import { dayStart, keepsUtc } from './time-zone';

/** The longest range, in days, that is counted by the hour so that the buckets of any zone come out exact. */
export const MOST_EXACT_DAYS = 100;

const MINUTE = 60_000;

/**
 * What to ask of the host, which counts in UTC only, and how to read the answer. `bucketMinutes` is set where
 * whole hours would not meet the zone's day edges. `range` and `timeZone` are those to ask for and to cut the
 * buckets from: the view's own, or UTC days when `approximate` is true.
 */
export type AskPlan = {
	scale: Scale;
	bucketMinutes: 15 | 30 | null;
	approximate: boolean;
	timeZone: string;
	range: ResolvedRange;
};

/**
 * Which scale to ask of the host so that its buckets roll up into local ones.
 *
 * Cases, in the order in which the code takes them: the zone keeps UTC over the range, so the scale is asked as it
 * is (weeks that do not start on Monday by the day); up to 100 days any other zone is asked by the hour, or by the
 * 15 or 30 minutes; beyond that the days are UTC days, and `approximate` tells the page to say so.
 * @example askPlan(range, 'DAY', 'Asia/Kolkata', 'monday') // { scale: 'HOUR', bucketMinutes: 30, … }
 */
export function askPlan(range: ResolvedRange, scale: Scale, timeZone: string, weekStart: WeekStart): AskPlan {
	const asked = scale === 'WEEK' && weekStart !== 'monday' ? 'DAY' : scale;
	if (keepsUtc(range.start, range.end, timeZone)) {
		return { scale: asked, bucketMinutes: null, approximate: false, timeZone, range };
	}
	if (range.days <= MOST_EXACT_DAYS) {
		const bucketMinutes = minutesThatFit(range, timeZone);
		return { scale: 'HOUR', bucketMinutes, approximate: false, timeZone, range };
	}
	const utcRange = resolveSpan(range, 'UTC');
	return { scale: asked, bucketMinutes: null, approximate: true, timeZone: 'UTC', range: utcRange };
}

/** The longest step of 60 (null), 30 or 15 minutes that meets the beginning of every local day of the range. */
function minutesThatFit(range: ResolvedRange, timeZone: string): 15 | 30 | null {
	let widest: 15 | 30 | null = null;
	for (let day = range.from; day <= addDays(range.to, 1); day = addDays(day, 1)) {
		const minutes = (dayStart(day, timeZone) / MINUTE) % 60;
		if (minutes % 30 !== 0) return 15;
		if (minutes !== 0) widest = 30;
	}
	return widest;
}
