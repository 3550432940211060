import { concerns, type Campaign } from '$lib/campaigns/campaign';
import type { DaySpan } from '$lib/filters/filters';

/** Whether something has a day within a span. */
const overlaps = (one: { start: string; end: string }, span: DaySpan) =>
	one.start <= span.to && one.end >= span.from;

/** The days that are looked at, and the campaign that is looked at in them. */
export type LookedAt = { ownId: string | null; spans: readonly DaySpan[] };

/** Something else that is about the brands under test, and in which of the two windows it lies: one, or both. */
export type OtherNews = { name: string; days: DaySpan; isBefore: boolean; isDuring: boolean };

/** @example otherNews(slowMornings, { before, during }) // { name: 'Slow Mornings', days, isBefore: true, isDuring: false } */
export function otherNews(
	{ name, start, end }: Campaign,
	{ before, during }: { before: DaySpan; during: DaySpan }
): OtherNews {
	return {
		name,
		days: { from: start, to: end },
		isBefore: overlaps({ start, end }, before),
		isDuring: overlaps({ start, end }, during)
	};
}

/**
 * Other campaigns and annotations in some days that say something about any of some brands. An annotation stands for
 * known news, such as an incident.
 * @param ownId the campaign that is looked at, which is no news about itself; null when there is none
 * @param spans the days that count; what lies between two of them is in no number
 */
export function newsAbout(
	campaigns: readonly Campaign[],
	brandIds: readonly number[],
	{ ownId, spans }: LookedAt
): Campaign[] {
	return campaigns.filter(
		(campaign) =>
			campaign.id !== ownId && spans.some((span) => overlaps(campaign, span)) && concerns(campaign, brandIds)
	);
}

/** Whether something is about every one of these brands: then the comparison takes it out of the difference. */
export function isShared({ brandIds }: Pick<Campaign, 'brandIds'>, brands: readonly number[]): boolean {
	return brandIds.length === 0 || brands.every((id) => brandIds.includes(id));
}
