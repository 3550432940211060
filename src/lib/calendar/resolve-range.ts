import type { DaySpan, LocalDay, Range, RangeName, WeekStart } from '$lib/filters/filters';
import { addDays, addMonths, countDays, shiftPeriods, startOfPeriod, type Period } from './local-day';
import { dayStart, localDayAt } from './time-zone';

/** Where and how days are counted. */
export type Locality = { timeZone: string; weekStart: WeekStart };

/**
 * Local days, both inclusive, with the instants at which they begin and end (half-open, milliseconds since 1970)
 * and how many days they are.
 */
export type ResolvedRange = DaySpan & { start: number; end: number; days: number };

/**
 * The instants of a span of local days.
 * @example resolveSpan({ from: '2026-03-08', to: '2026-03-08' }, 'America/New_York') // 23 hours long
 */
export function resolveSpan(span: DaySpan, timeZone: string): ResolvedRange {
	return {
		from: span.from,
		to: span.to,
		start: dayStart(span.from, timeZone),
		end: dayStart(addDays(span.to, 1), timeZone),
		days: countDays(span.from, span.to)
	};
}

/**
 * What a range means at an instant. Rolling ranges and ranges "to date" include today; `12mo` is the current
 * calendar month up to today and the eleven before it; `last-week`, `last-month` and `last-quarter` are whole.
 * @example
 * resolveRange({ kind: 'relative', name: '7d' }, { timeZone: 'UTC', weekStart: 'monday', now })
 * // { from: '2026-11-16', to: '2026-11-22', days: 7, start: …, end: … }
 */
export function resolveRange(range: Range, locality: Locality & { now: number }): ResolvedRange {
	const { timeZone, weekStart, now } = locality;
	if (range.kind === 'absolute') return resolveSpan(range, timeZone);
	return resolveSpan(spanOfName(range.name, localDayAt(now, timeZone), weekStart), timeZone);
}

function spanOfName(name: RangeName, today: LocalDay, weekStart: WeekStart): DaySpan {
	const rolling = (days: number): DaySpan => ({ from: addDays(today, 1 - days), to: today });
	const toDate = (period: Period): DaySpan => ({ from: startOfPeriod(today, period, weekStart), to: today });
	const last = (period: Period): DaySpan => {
		const first = startOfPeriod(today, period, weekStart);
		return { from: shiftPeriods(first, period, -1), to: addDays(first, -1) };
	};
	const spans: Record<RangeName, () => DaySpan> = {
		today: () => rolling(1),
		yesterday: () => last('DAY'),
		'7d': () => rolling(7),
		'28d': () => rolling(28),
		'30d': () => rolling(30),
		'90d': () => rolling(90),
		'12mo': () => ({ from: addMonths(startOfPeriod(today, 'MONTH', weekStart), -11), to: today }),
		wtd: () => toDate('WEEK'),
		'last-week': () => last('WEEK'),
		mtd: () => toDate('MONTH'),
		'last-month': () => last('MONTH'),
		qtd: () => toDate('QUARTER'),
		'last-quarter': () => last('QUARTER'),
		ytd: () => ({ from: `${today.slice(0, 4)}-01-01`, to: today })
	};
	return spans[name]();
}
