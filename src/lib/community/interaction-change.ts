import { z } from 'zod';

const id = z.int().min(1);

/**
 * The body that changes one interaction, an extension of the embedded host: close it or open it again, put tags on it
 * and take tags off. What is not named stays; all of it happens, or nothing.
 */
export const interactionChangeSchema = z.strictObject({
	is_closed: z.boolean().optional(),
	add_tag_ids: z.array(id).min(1).max(50).optional(),
	remove_tag_ids: z.array(id).min(1).max(50).optional()
});
export type InteractionChange = z.infer<typeof interactionChangeSchema>;
