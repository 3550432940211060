import type { KeptCampaign, Registration } from './kept-campaign';

/** The longest texts of a campaign, in UTF-16 units, and the most brands of one. */
export const LONGEST_CAMPAIGN_NAME = 80;
export const LONGEST_HYPOTHESIS = 1_000;
export const LONGEST_LINK = 2_000;
export const MOST_CAMPAIGN_BRANDS = 200;

/** The largest change that can be expected, in points: net sentiment goes from −100 to +100. */
export const LARGEST_EXPECTED = 200;

/** A campaign is judged on `/impact`; an annotation only says what happened, such as an incident or a launch. */
export const CAMPAIGN_KINDS = ['campaign', 'annotation'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** What a hypothesis is about: one of the scores of a link, or the number of messages. */
export const CAMPAIGN_METRICS = ['net', 'net-rated', 'positive-of-rated', 'positive', 'volume'] as const;
export type CampaignMetric = (typeof CAMPAIGN_METRICS)[number];

/** Names of design tokens, never literals: `ink` is the band that the design gives to every annotation. */
export const CAMPAIGN_COLOURS = [
	'ink',
	'brand-1',
	'brand-2',
	'brand-3',
	'brand-4',
	'brand-5',
	'brand-6',
	'brand-7',
	'brand-8'
] as const;
export type CampaignColour = (typeof CAMPAIGN_COLOURS)[number];

/** Links lead to other people's pages, so they are encrypted and carry no password. */
export function isCampaignLink(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, username, password } = new URL(text);
	return protocol === 'https:' && username === '' && password === '';
}

export type { KeptCampaign, Registration };

/**
 * What can be said about the hypothesis: `unwritten`, written `before-start`, written `after-start`, or written
 * before and `changed-after-start`.
 */
export type CampaignBadge = 'unwritten' | 'before-start' | 'after-start' | 'changed-after-start';

/** A campaign as pages and analyses see it. `writtenBeforeStart` is true for the badge `before-start` alone. */
export type Campaign = KeptCampaign & { badge: CampaignBadge; writtenBeforeStart: boolean };

/** Whether it is one day, drawn as a line and not as a band. */
export function isPoint({ start, end }: Pick<KeptCampaign, 'start' | 'end'>): boolean {
	return start === end;
}

/**
 * Whether a campaign says something about any of these brands.
 * @param brandIds the brands on a chart; a campaign without brands is about all of them
 */
export function concerns(campaign: Pick<KeptCampaign, 'brandIds'>, brandIds: readonly number[]): boolean {
	return campaign.brandIds.length === 0 || campaign.brandIds.some((id) => brandIds.includes(id));
}
