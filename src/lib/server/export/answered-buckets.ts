import { rollUp } from '$lib/calendar/roll-up';
import type { View } from '$lib/server/panels/view';

/**
 * For which of the view's buckets any of the host's answers holds something, if only zeros: a bucket without an
 * answer is missing, and exported as an empty cell.
 */
export function answeredBuckets(
	view: View,
	series: readonly { buckets: readonly { start: number }[] }[]
): boolean[] {
	const bySeries = series.map(({ buckets }) =>
		rollUp(buckets, view.buckets, (members) => members.length > 0)
	);
	return view.buckets.map((_, index) => bySeries.some((answered) => answered[index]));
}
