import { z } from 'zod';
import { interactionsQuerySchema } from './interactions-query';

const { brand_id, media_ids, limit, offset } = interactionsQuerySchema.shape;

/** What `media` takes, an extension of the embedded host: one brand, and which of its posts. */
export const mediaQuerySchema = z.strictObject({ brand_id, media_ids, limit, offset });
export type MediaQuery = z.infer<typeof mediaQuerySchema>;
