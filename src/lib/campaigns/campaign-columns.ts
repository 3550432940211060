/**
 * The columns of a file of campaigns, in the order of an export. The import, the export, the command and the help on
 * the page all read this list, so that none of them tells of fewer.
 */
export const CAMPAIGN_COLUMNS = [
	'name',
	'start',
	'end',
	'brands',
	'comparison',
	'hypothesis',
	'link',
	'kind',
	'metric',
	'colour',
	'expected'
] as const;
export type CampaignColumn = (typeof CAMPAIGN_COLUMNS)[number];

/** Without these a line says nothing. */
export const NEEDED_COLUMNS = ['name', 'start'] as const satisfies readonly CampaignColumn[];

/** Between the names of several brands. */
export const BRAND_SEPARATOR = '|';
