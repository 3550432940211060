import { pool, ratedTotal } from '$lib/analytics/score';
import { countDays } from '$lib/calendar/local-day';
import type { DaySpan } from '$lib/filters/filters';
import type { ImpactPlan } from './impact-plan';
import type { PooledDay } from './pooled-days';

/** Fewer days before cannot tell whether the brands moved alike; see the warning `short-baseline`. */
const FEWEST_DAYS = 14;
/** Fewer rated messages make no mean to compare with. */
const FEWEST_MESSAGES = 10;

type Asked = Pick<ImpactPlan, 'spans' | 'otherNews' | 'newsDays'>;

/**
 * Other days before the start that hold nothing else: as many as now, else the fewest that are enough, and of those
 * the latest. Only days that were looked at and have rated messages are offered, so that the offer leads to a number.
 * @returns null where the days before are clear already, and where no others are
 */
export function clearBefore(
	{ spans, otherNews, newsDays }: Asked,
	targets: readonly PooledDay[]
): DaySpan | null {
	if (!otherNews.some(({ isBefore }) => isBefore)) return null;
	const known = targets.filter(({ day, isComplete }) => isComplete && day < spans.during.from);
	const asMany = countDays(spans.before.from, spans.before.to);
	for (const days of new Set([asMany, FEWEST_DAYS])) {
		for (let last = known.length - 1; last >= days - 1; last -= 1) {
			const span = { from: known[last - days + 1]!.day, to: known[last]!.day };
			if (isClear(span, newsDays) && isRated(known.slice(last - days + 1, last + 1))) return span;
		}
	}
	return null;
}

const isClear = ({ from, to }: DaySpan, news: readonly DaySpan[]) =>
	news.every((one) => one.to < from || one.from > to);

const isRated = (days: readonly PooledDay[]) => ratedTotal(pool(days)) >= FEWEST_MESSAGES;
