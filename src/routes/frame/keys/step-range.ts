import { addDays, countDays, shiftPeriods, startOfPeriod, type Period } from '$lib/calendar/local-day';
import { periodSteps } from '$lib/calendar/period-steps';
import type { DaySpan, LocalDay, Range, RangeName, WeekStart } from '$lib/filters/filters';

type Now = { today: LocalDay; weekStart: WeekStart };

/** Ranges that began with a period of the calendar: the one before them is that whole period. */
const BEGUN: Partial<Record<RangeName, Period>> = { wtd: 'WEEK', mtd: 'MONTH', qtd: 'QUARTER' };

/** Days up to today that have a name of their own: with it the range moves on with the clock. */
const NAMED: Record<number, RangeName> = { 1: 'today', 7: '7d', 28: '28d', 30: '30d', 90: '90d' };

const absolute = ({ from, to }: DaySpan): Range => ({ kind: 'absolute', from, to });

function before(range: Range, shown: DaySpan, weekStart: WeekStart): Range {
	const period = range.kind === 'relative' ? BEGUN[range.name] : undefined;
	if (period !== undefined) {
		const first = shiftPeriods(startOfPeriod(shown.from, period, weekStart), period, -1);
		return absolute({ from: first, to: addDays(shiftPeriods(first, period, 1), -1) });
	}
	return absolute(periodSteps({ ...shown, days: countDays(shown.from, shown.to) }, weekStart).previous);
}

function after(shown: DaySpan, { today, weekStart }: Now): Range | null {
	if (shown.to >= today) return null;
	const days = countDays(shown.from, shown.to);
	const { next, unit } = periodSteps({ ...shown, days }, weekStart);
	if (next.to < today) return absolute(next);
	if (unit === 'month') return { kind: 'relative', name: 'mtd' };
	if (unit === 'quarter') return { kind: 'relative', name: 'qtd' };
	const name = NAMED[days];
	return name ? { kind: 'relative', name } : absolute({ from: addDays(today, 1 - days), to: today });
}

/**
 * The range one period back or on. Going on ends at today, with the name of the range where it has one; null where
 * the days shown are the newest already.
 * @param shown the days that the range means now
 * @example stepRange({ kind: 'relative', name: 'mtd' }, { from: '2026-11-01', to: '2026-11-22' }, -1, now)
 * // { kind: 'absolute', from: '2026-10-01', to: '2026-10-31' }
 */
export function stepRange(range: Range, shown: DaySpan, step: -1 | 1, now: Now): Range | null {
	return step === -1 ? before(range, shown, now.weekStart) : after(shown, now);
}
