import { z } from 'zod';
import { isoDateOrTimeSchema, statisticsQuerySchema } from './statistics-query';

const INTERACTION_SORTS = ['-SOURCE_UPDATED_AT', 'SOURCE_UPDATED_AT', 'RELEVANCE', 'SAMPLE'] as const;

/** The largest page of `community_interactions`. */
export const LARGEST_PAGE = 100;

const shared = statisticsQuerySchema.shape;
const id = z.int().min(1);
const flag = z.boolean().optional();

/** Lists stand in an address with commas between their items, so that an id with a comma cannot be named there. */
const mediaId = z
	.string()
	.max(200)
	.regex(/^[^\s,](?:[^,]*[^\s,])?$/, 'A post id with a comma or with blanks around it cannot be asked for.');

/**
 * What `community_interactions` takes: one brand, its filters, and one page. The filters from `tag_ids` on are an
 * extension of the embedded host: with them the rows behind any number of the statistics can be had.
 */
export const interactionsQuerySchema = z.strictObject({
	brand_id: id,
	types: shared.types,
	source_updated_after: isoDateOrTimeSchema.optional(),
	source_updated_before: isoDateOrTimeSchema.optional(),
	message_nested_date_filter: flag,
	query: shared.query,
	sort: z.enum(INTERACTION_SORTS).optional(),
	is_closed: flag,
	is_archived: flag,
	limit: z.int().min(1).max(LARGEST_PAGE).optional(),
	offset: z.int().min(0).max(100_000_000).optional(),
	tag_ids: shared.tag_ids,
	is_positive: flag,
	is_neutral: flag,
	is_negative: flag,
	is_question: flag,
	is_read: flag,
	is_spam: flag,
	media_ids: z
		.array(z.union([id, mediaId]))
		.max(200)
		.optional(),
	assignee_ids: shared.assignee_ids
});
export type InteractionsQuery = z.infer<typeof interactionsQuerySchema>;
