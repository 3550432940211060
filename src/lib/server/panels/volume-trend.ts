import { rollUp } from '$lib/calendar/roll-up';
import type { VolumeLayer, VolumeTrendData } from '$lib/charts/chart-data';
import type { VolumeSeries } from '$lib/community/answers';
import { groupOfType, TYPE_GROUPS, type TypeGroup } from '$lib/community/vocabulary';
import { wording } from '$lib/wording/wording';
import type { BrandAnswers } from './ask';
import { timelineOf } from './timeline';
import type { View } from './view';

type Group = TypeGroup | 'other';

/** Interactions of each of the view's buckets, summed over brands, for one group of types or for all. */
export function volumeByBucket(
	view: View,
	series: readonly VolumeSeries[],
	group: Group | null = null
): number[] {
	const wanted = (type: string) => group === null || (groupOfType(type) ?? 'other') === group;
	const byBrand = series.map(({ buckets }) =>
		rollUp(buckets, view.buckets, (members) =>
			members.reduce(
				(sum, member) => sum + member.types.reduce((n, { type, count }) => (wanted(type) ? n + count : n), 0),
				0
			)
		)
	);
	return view.buckets.map((_, index) => byBrand.reduce((sum, counts) => sum + counts[index]!, 0));
}

/** Interactions by group of types, rated or not. A group without any interaction has no layer unless all are empty. */
export function volumeTrend(
	view: View,
	{ answers }: BrandAnswers<VolumeSeries>,
	asOf: number
): VolumeTrendData {
	const series = answers.map((answer) => answer.value);
	const layer = (role: Group): VolumeLayer => ({
		key: role,
		name: role === 'other' ? 'Other' : wording.filters.typeGroups[role],
		role,
		values: volumeByBucket(view, series, role)
	});
	const other = layer('other');
	const hasOther = other.values.some((count) => (count ?? 0) > 0);
	return {
		locale: view.locale,
		timeline: timelineOf(view, asOf),
		layers: [...TYPE_GROUPS.map(layer), ...(hasOther ? [other] : [])],
		hidden: view.filters.hidden
	};
}
