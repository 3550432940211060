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
export type TagsQuery = z.infer<typeof tagsQuerySchema>;
