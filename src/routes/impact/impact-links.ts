import type { DaySpan, FilterDefaults, Filters } from '$lib/filters/filters';
import { href } from '$lib/filters/href';
import { liveLink, LONGEST_LINK, pinnedLink } from '$lib/filters/share-links';
import type { LinkChoice } from '$lib/components/link-choice';
import { formatDayRange } from '$lib/format/dates';
import { formatCount } from '$lib/format/numbers';
import type { ImpactPlan } from '$lib/server/impact/impact-plan';
import { impactPageWords } from '$lib/wording/impact-page-words';
import { linkWords } from '$lib/wording/link-words';

export const IMPACT = '/impact';

/** The form for a new campaign, which stands below the list of all. */
export const PLAN_CAMPAIGN = '/data/campaigns#add';

/** What of the plan the page knows: everything but days one by one. */
export type ShownPlan = Omit<ImpactPlan, 'plan' | 'days' | 'newsDays'>;

type Frame = { filters: Filters; defaults: FilterDefaults };

/** The usual question about a campaign: what its people wrote down decides its brands, baseline and comparison. */
export function campaignHref({ filters, defaults }: Frame, id: string | null): string {
	const range: Filters['range'] =
		filters.range.kind === 'absolute' ? { kind: 'relative', name: '28d' } : filters.range;
	const campaign = { id, baseline: null, controls: [] };
	return href(IMPACT, filters, { brands: [], range, campaign }, { defaults });
}

/** A change of the brands or days that the campaign is compared with. */
export function comparedHref(
	{ filters, defaults }: Frame,
	change: Partial<Filters['campaign']>,
	more: Partial<Filters> = {}
): string {
	return href(IMPACT, filters, { ...more, campaign: { ...filters.campaign, ...change } }, { defaults });
}

/** The link that carries what this report says, and opens on how it was computed. */
export function evidenceHref({ filters, defaults }: Frame, claim: string): string {
	return `${href(IMPACT, { ...filters, waitForAll: false }, { evidence: claim }, { defaults })}#computed`;
}

const spanOf = ({ range }: Filters, during: DaySpan): DaySpan =>
	range.kind === 'absolute' ? { from: range.from, to: range.to } : during;

/**
 * The links by which a report is handed on. The live one asks what the campaign's people write down, whenever it is
 * opened; the pinned one names brands, baseline, comparison and zone, so that no edit of the campaign's changes them.
 */
export function impactLinkChoices(
	origin: string,
	{ filters, defaults }: Frame,
	plan: ShownPlan
): LinkChoice[] {
	const { campaign, brands, controls, spans } = plan;
	const ids = (list: ShownPlan['brands']) => list.map(({ id }) => id);
	const pinned: Filters = {
		...filters,
		evidence: null,
		brands: ids(brands),
		campaign: {
			...filters.campaign,
			baseline: spans.before,
			controls: controls.length === 0 ? 'none' : ids(controls)
		}
	};
	const days = spanOf(filters, spans.during);
	const words = impactPageWords.links;
	const choice = (kind: LinkChoice['kind'], link: string, about: string): LinkChoice => {
		const address = `${origin}${link}`;
		const isLong = address.length > LONGEST_LINK;
		return {
			kind,
			name: linkWords.copy[kind],
			about,
			link,
			address,
			isLong,
			notes: isLong ? [linkWords.copy.tooLong(formatCount(address.length))] : [],
			seen: [
				{
					name: impactPageWords.bar.campaign,
					value: campaign.id === null ? words.noCampaign : campaign.name
				},
				{ name: impactPageWords.bar.brands, value: brands.map(({ name }) => name).join(', ') },
				{ name: impactPageWords.bar.during, value: formatDayRange(spans.during.from, spans.during.to) },
				{ name: impactPageWords.bar.before, value: formatDayRange(spans.before.from, spans.before.to) },
				{
					name: impactPageWords.bar.controls,
					value: controls.map(({ name }) => name).join(', ') || impactPageWords.bar.noControls
				}
			]
		};
	};
	const named = choice(
		'pinned',
		pinnedLink(IMPACT, pinned, { days, brandIds: ids(brands) }),
		words.pinnedAbout
	);
	if (campaign.id === null) return [named];
	return [
		choice('live', liveLink(IMPACT, { ...filters, evidence: null }, { defaults }), words.liveAbout),
		named
	];
}
