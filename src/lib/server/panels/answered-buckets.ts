import { rollUp } from '$lib/calendar/roll-up';
import type { Gap } from '$lib/charts/chart-data';
import { formatDayRange } from '$lib/format/dates';
import { chartWords } from '$lib/wording/chart-words';
import type { View } from './view';

/**
 * For which of the view's buckets any of the host's answers holds something, if only zeros: a bucket without an
 * answer is missing, which is not zero. Answers without a single bucket miss none: they say that nothing is there.
 */
export function answeredBuckets(
	view: Pick<View, 'buckets'>,
	series: readonly { buckets: readonly { start: number }[] }[]
): boolean[] {
	const told = series.filter(({ buckets }) => buckets.length > 0);
	if (told.length === 0) return view.buckets.map(() => true);
	const bySeries = told.map(({ buckets }) => rollUp(buckets, view.buckets, (members) => members.length > 0));
	return view.buckets.map((_, index) => bySeries.some((answered) => answered[index]));
}

/** Values of buckets that the host told, and null for the missing ones and for those that have not begun yet. */
export function whereKnown<T>(
	view: Pick<View, 'buckets'>,
	answered: readonly boolean[],
	asOf: number,
	values: readonly T[]
): (T | null)[] {
	return values.map((value, index) => {
		const hasBegun = (view.buckets[index]?.start ?? -Infinity) < asOf;
		return answered[index] && hasBegun ? value : null;
	});
}

/** More gaps than these have their hatching and no words of their own: those would lie on each other. */
const MOST_NAMED = 2;

/** The stretches that the host said nothing about. What has not begun yet is no gap. */
export function gapsOf(
	{ buckets, locale }: Pick<View, 'buckets' | 'locale'>,
	answered: readonly boolean[],
	asOf: number
): Gap[] {
	const gaps: Gap[] = [];
	let from: number | null = null;
	for (let index = 0; index <= buckets.length; index += 1) {
		const bucket = buckets[index];
		const isMissing = bucket !== undefined && !answered[index] && bucket.start < asOf;
		if (isMissing) from ??= index;
		else if (from !== null) {
			const days = formatDayRange(buckets[from]!.from, buckets[index - 1]!.to, locale);
			gaps.push({ from, to: index - 1, note: chartWords.gap(days) });
			from = null;
		}
	}
	const widest = gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_NAMED);
	return gaps.map((gap) => (widest.includes(gap) ? gap : { ...gap, unnamed: true }));
}
