import { askPlan } from '$lib/calendar/ask-plan';
import { bucketsOf, type Bucket } from '$lib/calendar/buckets';
import { comparedBuckets } from '$lib/calendar/compared-buckets';
import { resolveComparison } from '$lib/calendar/comparison';
import type { Locality, ResolvedRange } from '$lib/calendar/resolve-range';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { chooseScale } from '$lib/calendar/scale';
import { localDayAt } from '$lib/calendar/time-zone';
import type { Scale } from '$lib/community/vocabulary';
import type { Compared, UnitScale, View } from './view';

/** The clocks make two stretches of the same days differ by this at most, in milliseconds. */
const CLOCK_CHANGE = 7_200_000;

/** What a view is before it is known what it is compared with. */
type Uncompared = Omit<View, 'compared'>;

/**
 * The same view over the days that its filters compare it with, or null without a comparison. Its days are cut where
 * those of the range are still to come, and each bucket of the view has the one that it is compared with.
 * @param asOf about when the host counts, in milliseconds since 1970
 */
export function compareView(view: Uncompared, asOf: number): Compared | null {
	const { filters, plan, scale } = view;
	const { timeZone } = plan;
	const range = resolveSpan(plan.range, timeZone);
	// Complete hours only: the range ends within a day, and so does its comparison.
	const counted = plan.range.end < range.end ? Math.min(asOf, plan.range.end) : asOf;
	const found = resolveComparison(filters.comparison, range, { timeZone, asOf: counted });
	if (found === null) return null;
	const whole = resolveSpan(found, timeZone);
	const isCut = found.end < whole.end;
	const buckets = comparedBuckets(view.buckets, {
		comparison: filters.comparison,
		range,
		compared: found,
		scale,
		timeZone
	});
	const passed = Math.min(counted, plan.range.end) - plan.range.start;
	return {
		...cutView(view, found, buckets, isCut),
		days: { from: found.from, to: found.to },
		until: isCut ? found.end : null,
		sameLength: found.days === range.days && Math.abs(found.end - found.start - passed) <= CLOCK_CHANGE
	};
}

/** The view of the compared days, and its buckets as far as the host can be asked for them. */
function cutView(
	view: Uncompared,
	found: ResolvedRange,
	buckets: (Bucket | null)[],
	isCut: boolean
): Pick<Compared, 'view' | 'buckets'> {
	const locality = { timeZone: view.plan.timeZone, weekStart: view.filters.weekStart };
	const last = found.end > found.start ? localDayAt(found.end - 1, locality.timeZone) : found.from;
	const range = { ...found, to: last };
	const known = buckets.filter((bucket) => bucket !== null);
	const wanted = scaleToAsk(view.scale, view.unitScale, known, range, locality);
	const { scale: asked, coarsened } = chooseScale(wanted, found.days);
	const unitScale = coarsened && asked !== 'HOUR' ? asked : view.unitScale;
	const units = found.end > found.start ? bucketsOf(range, unitScale, locality) : [];
	return {
		view: {
			...view,
			range,
			buckets: coarsened ? [] : known,
			units: units.map((unit, index) =>
				isCut && index === units.length - 1 ? { ...unit, partial: true } : unit
			),
			unitScale,
			plan: askPlan(range, asked, locality.timeZone, locality.weekStart),
			compared: null
		},
		buckets: coarsened ? buckets.map(() => null) : buckets
	};
}

/**
 * The scale whose buckets roll up into those that the view is compared with. They follow the days of the range, so
 * that only where they happen to be weeks or months of the calendar the host can be asked for those.
 */
function scaleToAsk(
	scale: Scale,
	unitScale: UnitScale,
	buckets: readonly Bucket[],
	range: ResolvedRange,
	locality: Locality
): Scale {
	if (scale === 'HOUR') return 'HOUR';
	if (unitScale === 'DAY' || range.end <= range.start) return 'DAY';
	const natural = bucketsOf(range, unitScale, locality);
	const begins = new Set(natural.map((bucket) => bucket.from));
	const ends = new Set(natural.map((bucket) => bucket.to));
	return buckets.every((bucket) => begins.has(bucket.from) && ends.has(bucket.to)) ? unitScale : 'DAY';
}
