import type { Comparison, DaySpan } from '$lib/filters/filters';
import { addDays, addMonths, countDays } from './local-day';
import { resolveSpan, type ResolvedRange } from './resolve-range';
import { dayStart, localDayAt } from './time-zone';

/** 52 weeks: the shift of a year that keeps every weekday. */
const YEAR_OF_WEEKS = 364;

/**
 * The days that a range is compared with, or null for no comparison.
 *
 * Cases, in the order in which the code takes them: none; custom days as they are; a year earlier by the weekday
 * (364 days) or by the date (29 February becomes 28 February, so the lengths can differ by a day); as many days
 * just before the range by the date, or shifted by the fewest whole weeks that keep clear of it.
 * @example
 * comparisonSpan({ kind: 'previous', match: 'weekday' }, { from: '2026-10-24', to: '2026-11-22' })
 * // 30 days, shifted by 35: { from: '2026-09-19', to: '2026-10-18' }
 */
export function comparisonSpan(comparison: Comparison, span: DaySpan): DaySpan | null {
	if (comparison.kind === 'none') return null;
	if (comparison.kind === 'custom') return comparison.span;
	const isByWeekday = comparison.match === 'weekday';
	if (comparison.kind === 'year') {
		return isByWeekday
			? shifted(span, -YEAR_OF_WEEKS)
			: { from: addMonths(span.from, -12), to: addMonths(span.to, -12) };
	}
	const days = countDays(span.from, span.to);
	return shifted(span, isByWeekday ? -Math.ceil(days / 7) * 7 : -days);
}

const shifted = (span: DaySpan, days: number): DaySpan => ({
	from: addDays(span.from, days),
	to: addDays(span.to, days)
});

/**
 * The comparison with its instants, cut to what has passed of the range: while its last days are still to come or
 * going on, the comparison ends with the same day of its own, at the same time since local midnight, so that
 * today so far is never compared with a whole day. Days of one's own that are more or fewer than those of the range
 * have no such day and are taken whole. Nothing after `asOf` is ever part of a comparison. `days` and `to` stay
 * those of the whole comparison.
 * @param asOf when the numbers of the range were counted, in milliseconds since 1970
 * @example resolveComparison({ kind: 'previous', match: 'date' }, today, { timeZone, asOf }) // yesterday until now
 */
export function resolveComparison(
	comparison: Comparison,
	range: ResolvedRange,
	{ timeZone, asOf }: { timeZone: string; asOf: number }
): ResolvedRange | null {
	const span = comparisonSpan(comparison, range);
	if (span === null) return null;
	const all = resolveSpan(span, timeZone);
	const whole = { ...all, end: Math.max(all.start, Math.min(all.end, asOf)) };
	const hasOwnLength = comparison.kind === 'custom' && whole.days !== range.days;
	if (asOf >= range.end || hasOwnLength) return whole;
	const today = localDayAt(asOf, timeZone);
	const day = addDays(span.from, countDays(range.from, today) - 1);
	const passed = dayStart(day, timeZone) + (asOf - dayStart(today, timeZone));
	// A day of 23 hours is over before one of 25: the moment never leaves its day.
	const end = Math.min(passed, dayStart(addDays(day, 1), timeZone), whole.end);
	return { ...whole, end: Math.max(whole.start, end) };
}
