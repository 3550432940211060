import { askPlan, MOST_EXACT_DAYS, type AskPlan } from '$lib/calendar/ask-plan';
import { addDays, countDays } from '$lib/calendar/local-day';
import { resolveSpan } from '$lib/calendar/resolve-range';
import type { DaySpan, Filters, IgnoredValue, LocalDay } from '$lib/filters/filters';

/** A campaign is compared with at least so many days, and with twice its own length when that is more. */
const USUAL_BASELINE = 28;
/** What remains of an effect is looked at for as long as the campaign was, but not longer than this. */
const LONGEST_AFTER = 28;
/** Days before the baseline, over which the same windows are slid to see what chance does. */
export const HISTORY_DAYS = 180;
/** A longer window says nothing about a campaign, and its baseline would be twice as long again. */
export const LONGEST_WINDOW = 1_096;

/** Whether an earlier window, as long as the campaign's days that are over, can lie before its baseline. */
function fitsHistory({ from, to }: DaySpan, today: LocalDay): boolean {
	const over = firstOf(to, addDays(today, -1));
	return over < from || countDays(from, over) <= HISTORY_DAYS;
}

/** The windows of a campaign, as local days. `after` is null as long as none of its days has come. */
export type ImpactSpans = { before: DaySpan; during: DaySpan; after: DaySpan | null };

/** Where a day belongs. `history` is before the baseline, `between` after it and before the start. */
export type DayWindow = 'history' | 'before' | 'between' | 'during' | 'after';

const lastOf = (one: LocalDay, other: LocalDay): LocalDay => (one > other ? one : other);
const firstOf = (one: LocalDay, other: LocalDay): LocalDay => (one < other ? one : other);

/**
 * The days before a start that a campaign is compared with when the link names none.
 * @example usualBaseline({ from: '2026-11-02', to: '2026-11-15' }) // 2026-10-05 to 2026-11-01
 */
function usualBaseline(during: DaySpan): DaySpan {
	const days = Math.max(USUAL_BASELINE, 2 * countDays(during.from, during.to));
	return { from: addDays(during.from, -days), to: addDays(during.from, -1) };
}

/** The days that the link compares with, or the usual ones with a notice where they can be no baseline. */
export function baselineOf(
	asked: DaySpan | null,
	during: DaySpan
): { baseline: DaySpan; ignored: IgnoredValue[] } {
	if (asked === null) return { baseline: usualBaseline(during), ignored: [] };
	const reason =
		asked.to >= during.from
			? `the days before have to end before ${during.from}, when the campaign starts`
			: countDays(asked.from, during.from) > LONGEST_WINDOW
				? `use a day at most ${LONGEST_WINDOW} days before the start`
				: null;
	if (reason === null) return { baseline: asked, ignored: [] };
	const key = asked.to >= during.from ? 'baseline_to' : 'baseline_from';
	const value = key === 'baseline_to' ? asked.to : asked.from;
	return { baseline: usualBaseline(during), ignored: [{ key, value, reason }] };
}

/** The days after the end that have come, as many as the campaign was long and at most four weeks. */
export function daysAfter(during: DaySpan, today: LocalDay): DaySpan | null {
	const most = Math.min(LONGEST_AFTER, countDays(during.from, during.to));
	const span = { from: addDays(during.to, 1), to: firstOf(addDays(during.to, most), today) };
	return span.from <= span.to ? span : null;
}

/**
 * The window that a day belongs to, or null for a day after all of them.
 * @example windowOf(spans, spans.during.to) // 'during'
 */
export function windowOf({ before, during, after }: ImpactSpans, day: LocalDay): DayWindow | null {
	if (day < before.from) return 'history';
	if (day <= before.to) return 'before';
	if (day < during.from) return 'between';
	if (day <= during.to) return 'during';
	return after !== null && day <= after.to ? 'after' : null;
}

/**
 * One stretch of days for everything: the windows as far as they have come, and before them as much history as is of
 * use. In a zone away from UTC the host's hours make exact days up to 100 days, so there the history is cut before
 * the day edges are. Before the start the latest weeks are asked for as well: they tell what could be seen. A campaign
 * that is longer than the history has no earlier window to be slid, and no history is asked for.
 * @param today the local day of now; no later one is asked for
 */
export function impactAskPlan(
	spans: ImpactSpans,
	{ timeZone, weekStart }: Pick<Filters, 'timeZone' | 'weekStart'>,
	today: LocalDay
): AskPlan {
	const to = firstOf(spans.after?.to ?? spans.during.to, today);
	const isToCome = to < spans.during.from;
	const latest = isToCome ? addDays(to, -2 * USUAL_BASELINE) : to;
	const from = lastOf(firstOf(spans.before.from, latest), FIRST_DAY);
	const planOf = (history: number) => {
		const first = lastOf(addDays(from, -history), FIRST_DAY);
		return askPlan(resolveSpan({ from: first, to }, timeZone), 'DAY', timeZone, weekStart);
	};
	if (!fitsHistory(spans.during, today)) return planOf(0);
	const whole = planOf(HISTORY_DAYS);
	const spare = MOST_EXACT_DAYS - countDays(from, to);
	return whole.approximate && spare >= 0 ? planOf(spare) : whole;
}

/** No link names an earlier day. */
export const FIRST_DAY = '1970-01-01';
