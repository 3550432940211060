import { z } from 'zod';
import { scaleSchema } from './vocabulary';

/**
 * An ISO 8601 date or date and time, as the Community API takes it: `2024-08-15`, `2024-08-15T00:00:00Z` or
 * `2024-08-15T00:00:00-04:00`. A time without an offset is UTC.
 */
export const isoDateOrTimeSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

const interactionTypeName = z
	.string()
	.regex(/^[A-Z][A-Z0-9_]{1,63}$/, 'Use a type name such as INSTAGRAM_COMMENT.');
const id = z.int().min(1);

/**
 * The body that the four statistics share. Several `brand_ids` give one pooled answer; the three sentiment flags
 * are joined with OR; `tag_ids` with AND; commas in `query` with OR. `is_archived` is the older name of
 * `is_closed`. `bucket_minutes` and `limit` are extensions of the embedded host.
 * Source: Dash Social, Community API reference; what is inferred is listed in docs/api.md.
 */
export const statisticsQuerySchema = z.strictObject({
	brand_ids: z.array(id).min(1).max(200),
	source_updated_after: isoDateOrTimeSchema.optional(),
	source_updated_before: isoDateOrTimeSchema.optional(),
	types: z.array(interactionTypeName).min(1).max(50).optional(),
	query: z.string().max(500).optional(),
	tag_ids: z.array(id).max(50).optional(),
	is_positive: z.boolean().optional(),
	is_neutral: z.boolean().optional(),
	is_negative: z.boolean().optional(),
	is_closed: z.boolean().optional(),
	is_archived: z.boolean().optional(),
	is_question: z.boolean().optional(),
	is_read: z.boolean().optional(),
	is_spam: z.boolean().optional(),
	media_ids: z
		.array(z.union([id, z.string().min(1).max(200)]))
		.max(200)
		.optional(),
	assignee_ids: z.array(id).max(200).optional()
});
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>;

/** The body of the two time series. `bucket_minutes` is an extension for zones that are not whole hours from UTC. */
export const seriesQuerySchema = statisticsQuerySchema.extend({
	scale: scaleSchema.optional(),
	bucket_minutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).optional()
});
export type SeriesQuery = z.infer<typeof seriesQuerySchema>;

/** The body of `top_keywords`; `limit` is an extension of the embedded host. */
export const keywordsQuerySchema = statisticsQuerySchema.extend({
	limit: z.int().min(1).max(500).optional()
});
export type KeywordsQuery = z.infer<typeof keywordsQuerySchema>;
