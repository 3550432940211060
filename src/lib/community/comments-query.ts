import { z } from 'zod';
import { interactionsQuerySchema } from './interactions-query';
import type { Platform } from './vocabulary';

/** Where each platform's comments are listed and answered. */
export const COMMENT_ENDPOINTS: Record<Platform, string> = {
	facebook: 'facebook_comments',
	instagram: 'instagram_comments',
	tiktok: 'tiktok_comments',
	twitter: 'tweets',
	youtube: 'youtube_comments'
};

const { brand_id, limit, offset } = interactionsQuerySchema.shape;
const mediaId = z.union([z.int().min(1), z.string().min(1).max(200)]);
const commentId = z.union([z.int().min(1), z.string().min(1).max(200)]);

/**
 * What a platform's list of comments takes: the post by its `media_id`. `comment_id` is an extension of the embedded
 * host: only the thread that this comment belongs to; with it the post need not be named.
 */
export const commentsQuerySchema = z.strictObject({
	brand_id,
	media_id: mediaId.optional(),
	comment_id: commentId.optional(),
	limit,
	offset
});
export type CommentsQuery = z.infer<typeof commentsQuerySchema>;

/** The body of a reply to a comment. `media_id` may be left out for a comment whose post nobody knows. */
export const commentBodySchema = z.strictObject({
	brand_id,
	media_id: mediaId.optional(),
	parent_comment_id: commentId,
	text: z.string()
});
export type CommentBody = z.infer<typeof commentBodySchema>;
