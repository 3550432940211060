import type { VolumeLayer, VolumeTrendData } from '$lib/charts/chart-data';
import type { VolumeSeries } from '$lib/community/answers';
import { TYPE_GROUPS } from '$lib/community/vocabulary';
import { formatDayRange } from '$lib/format/dates';
import { wording } from '$lib/wording/wording';
import type { Before, BrandAnswers } from './ask';
import { answeredBuckets, gapsOf, whereKnown } from './answered-buckets';
import { withCampaigns } from './campaign-bands';
import { volumeByBucket, type LayerGroup } from './tally';
import { timelineOf } from './timeline';
import { inPlace } from './units';
import type { View } from './view';

const LAYERS: readonly LayerGroup[] = [...TYPE_GROUPS, 'other'];

/** The compared total of each bucket, over the types that the reader has not hidden. */
function previousTotals(view: View, { compared, answers }: Before<VolumeSeries>): (number | null)[] {
	const series = answers.answers.map((answer) => answer.value);
	const shown = LAYERS.filter((role) => !view.filters.hidden.includes(role));
	const byLayer = shown.map((role) => volumeByBucket(compared.view, series, role));
	const totals = compared.view.buckets.map((_, index) =>
		byLayer.reduce((sum, counts) => sum + counts[index]!, 0)
	);
	return inPlace(
		compared,
		whereKnown(compared.view, answeredBuckets(compared.view, series), Infinity, totals)
	);
}

/**
 * Interactions by group of types, rated or not, beside the total of the compared days if there are any. A group
 * without any interaction has no layer unless all are empty. What the host said nothing about is a gap and no zero.
 */
export function volumeTrend(
	view: View,
	{ answers }: BrandAnswers<VolumeSeries>,
	asOf: number,
	before: Before<VolumeSeries> | null = null
): VolumeTrendData {
	const series = answers.map((answer) => answer.value);
	const answered = answeredBuckets(view, series);
	const gaps = gapsOf(view, answered, asOf);
	const layer = (role: LayerGroup): VolumeLayer => ({
		key: role,
		name: role === 'other' ? 'Other' : wording.filters.typeGroups[role],
		role,
		values: whereKnown(view, answered, asOf, volumeByBucket(view, series, role))
	});
	const other = layer('other');
	const hasOther = other.values.some((count) => (count ?? 0) > 0);
	return {
		locale: view.locale,
		timeline: timelineOf(view, asOf, before !== null),
		...withCampaigns(view),
		layers: [...TYPE_GROUPS.map(layer), ...(hasOther ? [other] : [])],
		...(before && {
			previous: previousTotals(view, before),
			previousLabel: formatDayRange(before.compared.days.from, before.compared.days.to, view.locale)
		}),
		hidden: view.filters.hidden,
		...(gaps.length > 0 && { gaps })
	};
}
