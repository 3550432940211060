import { z } from 'zod';
import { keptCampaignSchema } from '$lib/campaigns/kept-campaign';

/** The version of the file's shape. A new collection needs no new version; another meaning of an old one does. */
export const RECORDS_VERSION = 1;

/** A path of our own pages, of two parts at most: nothing that could lead to another site. */
export const PAGE_PATH = /^\/(?:[a-z][a-z-]{0,39}(?:\/[a-z][a-z-]{0,39})?)?$/;

/** The longest name of a saved view and the longest question in it, in UTF-16 units. */
export const LONGEST_NAME = 80;
export const LONGEST_QUESTION = 8_000;

/**
 * A question with a name. `path` is the view that it opens, `query` its canonical link without `?`; times are in
 * milliseconds since 1970. Fields of a newer Undertone stay.
 */
const savedViewSchema = z.looseObject({
	id: z.string().regex(/^[0-9a-z]{6,32}$/),
	name: z.string().min(1).max(LONGEST_NAME),
	path: z.string().regex(PAGE_PATH),
	query: z.string().max(LONGEST_QUESTION),
	createdAt: z.int().min(0),
	changedAt: z.int().min(0)
});

export type SavedView = z.output<typeof savedViewSchema>;

/** The id of a demo's campaign that was brought in once, so that it does not come back when somebody deletes it. */
const plantedSchema = z.looseObject({ id: z.string().min(1).max(64) });

/** Every collection of the file: the shape of its items, and how many it takes. */
export const COLLECTIONS = {
	views: { item: savedViewSchema, most: 500 },
	campaigns: { item: keptCampaignSchema, most: 2_000 },
	planted: { item: plantedSchema, most: 200 }
} as const;

export type CollectionName = keyof typeof COLLECTIONS;

/** What the file holds: every collection, and in `foreign` what this Undertone does not know and keeps as it is. */
export type RecordContents = { [K in CollectionName]: z.output<(typeof COLLECTIONS)[K]['item']>[] } & {
	foreign: Record<string, unknown>;
};

export const emptyContents = (): RecordContents => ({ views: [], campaigns: [], planted: [], foreign: {} });
