import { concerns, type Campaign } from '$lib/campaigns/campaign';
import type { DaySpan } from '$lib/filters/filters';

const overlaps = (one: { start: string; end: string }, span: DaySpan) =>
	one.start <= span.to && one.end >= span.from;

/**
 * Other campaigns and annotations in some days that say something about any of some brands. An annotation stands for
 * known news, such as an incident.
 * @param ownId the campaign that is looked at, which is no news about itself; null when there is none
 */
export function newsAbout(
	campaigns: readonly Campaign[],
	brandIds: readonly number[],
	{ ownId, span }: { ownId: string | null; span: DaySpan }
): Campaign[] {
	return campaigns.filter(
		(campaign) => campaign.id !== ownId && overlaps(campaign, span) && concerns(campaign, brandIds)
	);
}

/** Whether something is about every one of these brands: then the comparison takes it out of the difference. */
export function isShared({ brandIds }: Pick<Campaign, 'brandIds'>, brands: readonly number[]): boolean {
	return brandIds.length === 0 || brands.every((id) => brandIds.includes(id));
}
