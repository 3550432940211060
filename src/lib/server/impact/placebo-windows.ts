import { placebo } from '$lib/analytics/placebo';
import { netSentiment, pool } from '$lib/analytics/score';
import type { PooledDay, Sides } from './pooled-days';
import type { Net, Placebo } from './report';

/** Where the windows lie among the days of a plan: their first days and lengths, as indices and counts. */
type Shape = { start: number; before: number; gap: number; after: number };

/** The shape of the campaign so far; null as long as it has no complete day. */
function shapeOf(days: readonly PooledDay[]): Shape | null {
	const count = (wanted: PooledDay['window']) => days.filter(({ window }) => window === wanted).length;
	const start = days.findIndex(({ window }) => window === 'during');
	const after = days.filter(({ window, isComplete }) => window === 'during' && isComplete).length;
	if (start === -1 || after === 0) return null;
	return { start, before: count('before'), gap: count('between'), after };
}

/** The change of one side about a start. */
function changeAt(days: readonly PooledDay[], start: number, { before, gap, after }: Shape): Net | null {
	const baseline = netSentiment(pool(days.slice(start - gap - before, start - gap)));
	const since = netSentiment(pool(days.slice(start, start + after)));
	return baseline === null || since === null ? null : since - baseline;
}

/**
 * The same windows slid over the days before the campaign, where nothing of it was to be seen. What is ranked is the
 * plain equation of means, of two or with comparison brands of four: it needs no model on any date. Null where the
 * days before are too few for a single window.
 */
export function placeboOf({ targets, controls }: Sides): Placebo | null {
	const shape = shapeOf(targets);
	if (shape === null) return null;
	const differenceAt = (start: number): Net | null => {
		const own = changeAt(targets, start, shape);
		if (controls === null || own === null) return own;
		const others = changeAt(controls, start, shape);
		return others === null ? null : own - others;
	};
	const observed = differenceAt(shape.start);
	if (observed === null) return null;
	const plan = { before: shape.before + shape.gap, after: shape.after, end: shape.start };
	const found = placebo(observed, plan, differenceAt);
	if (found.windows.length === 0) return null;
	const windows = found.windows.map(({ start, difference }) => ({ from: targets[start]!.day, difference }));
	return { observed, windows: windows.reverse(), rank: found.rank, p: found.p };
}
