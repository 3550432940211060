import { ratedTotal } from '$lib/analytics/score';
import type { VolumeSeries } from '$lib/community/answers';
import { volumeByGroup, type LayerGroup } from '$lib/server/panels/tally';
import type { ImpactPlan } from './impact-plan';
import type { PooledDay } from './pooled-days';

/** A tenth of everything has to be counted otherwise, as for the breaks of the volume trend. */
const LEAST_CHANGE = 0.1;
/** On each side so many interactions have to be counted. */
const LEAST_COUNT = 100;
/** And a group has to grow or shrink by half itself; a share also moves when others grow. */
const LEAST_GROWTH = 1.5;

/**
 * Groups whose part is somebody's decision: advertising that is bought, direct messages that are counted. More
 * comments under one's own posts are what a campaign is for.
 */
const DECIDED: readonly LayerGroup[] = ['ads', 'dms', 'other'];

type Side = { days: number; rated: number; volume: number; byGroup: number[] };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function hasMoved(group: number, before: Side, after: Side): boolean {
	const share = (side: Side) => side.byGroup[group]! / side.volume;
	const daily = (side: Side) => side.byGroup[group]! / side.days;
	const growth = Math.max(daily(after), daily(before)) / Math.min(daily(after), daily(before));
	return Math.abs(share(after) - share(before)) >= LEAST_CHANGE && growth >= LEAST_GROWTH;
}

/**
 * Whether something else is counted since the start: the share of interactions that are rated moved by ten points or
 * more, or advertising, direct messages or unknown types became ten points more or less of all and grew or shrank by
 * half themselves. A campaign moves none of these by changing how people feel.
 */
export function countsOtherwise(
	{ days: buckets }: ImpactPlan,
	targets: readonly PooledDay[],
	volume: readonly VolumeSeries[]
): boolean {
	const [total, ...groups] = volumeByGroup({ buckets }, volume, [null, ...DECIDED]);
	const sideOf = (window: PooledDay['window']): Side => {
		const indices = targets.flatMap((day, index) => (day.isComplete && day.window === window ? [index] : []));
		const of = (counts: readonly number[]) => sum(indices.map((index) => counts[index]!));
		const rated = sum(indices.map((index) => ratedTotal(targets[index]!)));
		return { days: indices.length, rated, volume: of(total!), byGroup: groups.map(of) };
	};
	const [before, after] = [sideOf('before'), sideOf('during')];
	if (before.volume < LEAST_COUNT || after.volume < LEAST_COUNT) return false;
	const coverage = Math.abs(after.rated / after.volume - before.rated / before.volume);
	return coverage >= LEAST_CHANGE || DECIDED.some((_, group) => hasMoved(group, before, after));
}
