import { z } from 'zod';
import { interactionsQuerySchema } from './interactions-query';
import { statisticsQuerySchema } from './statistics-query';

const { limit, offset } = interactionsQuerySchema.shape;

/** What `tags` takes, an extension of the embedded host: the brands whose tags are listed, and one page. */
export const tagsQuerySchema = z.strictObject({
	brand_ids: statisticsQuerySchema.shape.brand_ids,
	limit,
	offset
});

/** The longest name of a tag, in UTF-16 code units. */
export const LONGEST_TAG_NAME = 64;

/** The body of `POST /tags`, which makes a tag of one brand. */
export const tagBodySchema = z.strictObject({
	brand_id: z.int().min(1),
	name: z.string().min(1).max(LONGEST_TAG_NAME),
	color: z.string().regex(/^#[0-9A-F]{6}$/)
});
export type TagBody = z.infer<typeof tagBodySchema>;
