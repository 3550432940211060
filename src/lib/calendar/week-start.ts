import type { WeekStart } from '$lib/filters/filters';

/** What engines know of a language's calendar; older ones have it as a value, and the compiler's library not at all. */
type WithWeek = { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** By ISO weekday. A week that begins on a day that links have no word for is counted from Monday. */
const BY_FIRST_DAY: Record<number, WeekStart> = { 6: 'saturday', 7: 'sunday' };

/**
 * The day on which the weeks of a language's country begin, by the Unicode CLDR: the United States count from Sunday,
 * Egypt from Saturday, Europe from Monday.
 * @param locale a language tag that is well formed
 * @example weekStartOf('en-US') // 'sunday'
 */
export function weekStartOf(locale: string): WeekStart {
	const known = new Intl.Locale(locale) as Intl.Locale & WithWeek;
	const { firstDay } = known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 };
	return BY_FIRST_DAY[firstDay] ?? 'monday';
}
