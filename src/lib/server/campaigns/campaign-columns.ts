/** The columns that every file has; the command and the page name them in this order. */
export const MAIN_COLUMNS = ['name', 'start', 'end', 'brands', 'comparison', 'hypothesis', 'link'] as const;

/** What a file of our own holds besides, so that nothing is lost on the way. */
const MORE_COLUMNS = ['kind', 'metric', 'colour', 'expected'] as const;

export const CAMPAIGN_COLUMNS = [...MAIN_COLUMNS, ...MORE_COLUMNS] as const;
export type CampaignColumn = (typeof CAMPAIGN_COLUMNS)[number];

/** Without these a line says nothing. */
export const NEEDED_COLUMNS = ['name', 'start'] as const satisfies readonly CampaignColumn[];

/** Between the names of several brands. */
export const BRAND_SEPARATOR = '|';
