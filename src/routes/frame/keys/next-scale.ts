import { autoScale, chooseScale } from '$lib/calendar/scale';
import { SCALES, type Scale } from '$lib/community/vocabulary';

/** The fewest days that hold more than one point of a scale. */
const FEWEST_DAYS: Record<Scale, number> = { HOUR: 1, DAY: 2, WEEK: 8, MONTH: 32, QUARTER: 93 };

/**
 * The next coarser scale that suits a number of days, and the finest one after the coarsest; null where that is
 * what the range takes by itself.
 * @example nextScale('DAY', 28) // 'WEEK'
 */
export function nextScale(shown: Scale, days: number): Scale | null {
	const suits = (scale: Scale) => days >= FEWEST_DAYS[scale] && !chooseScale(scale, days).coarsened;
	const all = [...SCALES, ...SCALES];
	const next = all.slice(SCALES.indexOf(shown) + 1).find((scale) => scale === shown || suits(scale)) ?? shown;
	return next === autoScale(days) ? null : next;
}
