import type { Scale } from '$lib/community/vocabulary';

/** The most buckets that a series is cut into: 100 days by the hour, 6½ years by the day. */
export const MOST_BUCKETS = 2400;

const FROM_FINE_TO_COARSE: readonly { scale: Scale; bucketsPerDay: number }[] = [
	{ scale: 'HOUR', bucketsPerDay: 24 },
	{ scale: 'DAY', bucketsPerDay: 1 },
	{ scale: 'WEEK', bucketsPerDay: 1 / 7 },
	{ scale: 'MONTH', bucketsPerDay: 1 / 30 },
	{ scale: 'QUARTER', bucketsPerDay: 1 / 90 }
];

/**
 * The scale for a number of days when the link names none: hours under 4 days, days under 120, weeks under 2
 * years (731 days), else months.
 * @example autoScale(28) // 'DAY'
 */
export function autoScale(days: number): Scale {
	if (days < 4) return 'HOUR';
	if (days < 120) return 'DAY';
	return days < 731 ? 'WEEK' : 'MONTH';
}

/**
 * The scale that is shown: the wanted one, or the automatic one for null, made coarser while it would cut the
 * range into more than MOST_BUCKETS. `coarsened` is true when a wanted scale could not be kept: the page says so.
 * @example chooseScale('HOUR', 365) // { scale: 'DAY', coarsened: true }
 */
export function chooseScale(wanted: Scale | null, days: number): { scale: Scale; coarsened: boolean } {
	const scale = wanted ?? autoScale(days);
	const finest = FROM_FINE_TO_COARSE.findIndex((row) => row.scale === scale);
	const fitting = FROM_FINE_TO_COARSE.slice(finest).find((row) => days * row.bucketsPerDay <= MOST_BUCKETS);
	const shown = fitting?.scale ?? 'QUARTER';
	return { scale: shown, coarsened: wanted !== null && shown !== wanted };
}
