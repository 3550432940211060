import { addDays, countDays } from '$lib/calendar/local-day';
import { localDayAt } from '$lib/calendar/time-zone';
import type { Range } from '$lib/filters/filters';

/** As many days as the other views show when a link names none. */
const USUAL_DAYS = 28;

/**
 * The days on which a brand can be looked at: those of the link, or where its newest message is older than the usual
 * 28 days, the 28 days up to it. An import of last year would otherwise lead to empty charts.
 * @param newest when the newest message was updated, in milliseconds since 1970; null where there is none
 * @example daysWithData(range, { newest: Date.UTC(2021, 3, 27), now, timeZone: 'UTC' }) // 31 March to 27 April 2021
 */
export function daysWithData(
	range: Range,
	{ newest, now, timeZone }: { newest: number | null; now: number; timeZone: string }
): Range {
	if (newest === null || range.kind === 'absolute') return range;
	const to = localDayAt(newest, timeZone);
	if (countDays(to, localDayAt(now, timeZone)) <= USUAL_DAYS) return range;
	return { kind: 'absolute', from: addDays(to, 1 - USUAL_DAYS), to };
}
