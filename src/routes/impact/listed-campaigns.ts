import { localDayAt } from '$lib/calendar/time-zone';
import type { Campaign, CampaignBadge } from '$lib/campaigns/campaign';
import type { DaySpan, LocalDay } from '$lib/filters/filters';
import type { View } from '$lib/server/panels/view';

/** A campaign as the list and the filter bar show it. */
export type ListedCampaign = {
	id: string;
	name: string;
	days: DaySpan;
	brandIds: number[];
	comparisonIds: number[];
	badge: CampaignBadge;
	writtenOn: LocalDay | null;
	state: 'planned' | 'running' | 'finished';
};

/** Campaigns for the list, in the order they came; annotations say what happened and are judged by nobody. */
export function listedCampaigns(
	campaigns: readonly Campaign[],
	{ now, filters }: Pick<View, 'now' | 'filters'>
): ListedCampaign[] {
	const today = localDayAt(now, filters.timeZone);
	return campaigns
		.filter(({ kind }) => kind === 'campaign')
		.map(({ id, name, start, end, brandIds, comparisonIds, badge, registration }) => ({
			id,
			name,
			days: { from: start, to: end },
			brandIds,
			comparisonIds,
			badge,
			writtenOn: registration?.on ?? null,
			state: today < start ? 'planned' : today <= end ? 'running' : 'finished'
		}));
}
