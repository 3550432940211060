import { z } from 'zod';

/**
 * The answers as the embedded host writes them: the strict form, of which the OpenAPI document and the contract
 * tests are made. What other hosts may write instead is the client's business.
 */
const count = z.int().min(0);
const nameOrNull = z.string().nullable();

export const sentimentCountsWire = z
	.strictObject({ negative: count, neutral: count, positive: count, total: count })
	.meta({ description: 'Labelled interactions by label; `total` is the sum of the three.' });

export const platformsWire = z
	.strictObject({
		facebook: sentimentCountsWire,
		instagram: sentimentCountsWire,
		tiktok: sentimentCountsWire,
		twitter: sentimentCountsWire,
		youtube: sentimentCountsWire,
		other: sentimentCountsWire.optional()
	})
	.meta({ description: 'All five platforms; `other` only where it is not zero.' });

const bucketKeyWire = z.string().meta({
	description:
		'The first day of the bucket in UTC, `2026-05-04`; for HOUR its first minute, `2026-05-04T13:00:00Z`.'
});

export const distributionWire = z.strictObject({ data: platformsWire });
export const sentimentSeriesWire = z.strictObject({ data: z.record(bucketKeyWire, platformsWire) });
export const volumeSeriesWire = z.strictObject({
	data: z.record(
		bucketKeyWire,
		z.object({ total: count }).catchall(count).meta({
			description: 'Interactions by type; `total` is the sum over all types.'
		})
	)
});

export const keywordWire = z.strictObject({
	keyword: z.string(),
	positive: count,
	neutral: count,
	negative: count,
	total: count.meta({ description: 'All interactions with the keyword, labelled or not.' })
});
export const keywordListWire = z.strictObject({ data: z.array(keywordWire) });

const organizationWire = z.strictObject({ id: z.int(), name: z.string() });
export const brandWire = z.strictObject({
	id: z.int().min(1),
	name: z.string(),
	organization: organizationWire.nullable(),
	organization_id: z.int().nullable()
});
export const selfWire = z.strictObject({
	accessible_brands: z.array(z.int().min(1)),
	brands: z.record(z.string().meta({ description: 'The slug of the brand.' }), brandWire),
	organization: organizationWire.nullable(),
	organization_id: z.int().nullable()
});

export const pagingWire = z.strictObject({
	count: count.meta({ description: 'The grand total, whatever the page.' }),
	previous: z.url().nullable(),
	next: z.url().nullable()
});

export const tagWire = z.strictObject({ id: z.int(), name: z.string(), color: nameOrNull });
export const brandTagWire = tagWire.extend({
	brand_id: z.int().min(1).meta({ description: 'The brand that the tag belongs to.' })
});
export const tagListWire = z.strictObject({ data: z.array(brandTagWire), paging: pagingWire });

const sentimentFlagsWire = z
	.strictObject({
		is_negative: z.boolean(),
		is_neutral: z.boolean(),
		is_positive: z.boolean(),
		user_overridden: z.boolean()
	})
	.nullable();

export const interactionWire = z.strictObject({
	id: z.union([z.int(), z.string()]),
	type: z.string(),
	text: z.string(),
	source_updated_at: z.iso.datetime().nullable(),
	source_created_at: z.iso.datetime().nullable(),
	sentiment: sentimentFlagsWire,
	tags: z.array(tagWire),
	username: nameOrNull,
	conversation_id: nameOrNull,
	media_id: nameOrNull,
	permalink: nameOrNull,
	is_closed: z.boolean().nullable(),
	facebook_comment_id: z.string().optional(),
	instagram_comment_id: z.string().optional(),
	tiktok_comment_id: z.string().optional(),
	twitter_comment_id: z.string().optional(),
	youtube_comment_id: z.string().optional()
});
export const interactionListWire = z.strictObject({ data: z.array(interactionWire), paging: pagingWire });

export const oneInteractionWire = z.strictObject({ data: interactionWire });

const participantWire = z.strictObject({ profile_picture_url: z.url().nullable(), user_handle: nameOrNull });
const idWire = z.union([z.int(), z.string()]);

/** A message as Dash Social documents it. */
export const messageWire = z.strictObject({
	created_at: z.iso.datetime(),
	id: idWire,
	platform: z.string(),
	text: z.string(),
	username: nameOrNull
});
const nextPageWire = z.strictObject({ previous: z.url().nullable(), next: z.url().nullable() });
export const messageListWire = z.strictObject({
	data: z.strictObject({ follower_participant: participantWire, messages: z.array(messageWire) }),
	paging: nextPageWire.meta({ description: 'Without a count.' })
});

/** A message with what the embedded host knows beyond that. */
export const threadMessageWire = messageWire.extend({
	is_from_brand: z.boolean(),
	subtype: nameOrNull.meta({ description: '`story_reply`, `story_mention`, or null for a plain message.' }),
	sentiment: sentimentFlagsWire,
	tags: z.array(tagWire),
	is_closed: z.boolean()
});
export const oneMessageWire = z.strictObject({ data: threadMessageWire });
const conversationFactsWire = z.strictObject({
	id: z.string(),
	brand_id: z.int().min(1),
	type: z.string(),
	platform: z.string(),
	is_closed: z.boolean().meta({ description: 'Whether all messages of the customer are closed.' }),
	is_group: z.boolean().meta({ description: 'Whether more than one customer takes part.' }),
	last_received_at: z.iso.datetime().nullable().meta({ description: 'When a customer last wrote.' }),
	follower_participant: participantWire,
	participants: z.array(participantWire)
});
export const oneConversationWire = z.strictObject({ data: conversationFactsWire });
export const conversationWire = z.strictObject({
	data: conversationFactsWire.extend({ messages: z.array(threadMessageWire) }),
	paging: pagingWire
});

export const commentWire = interactionWire.extend({
	parent_comment_id: nameOrNull.meta({
		description: 'The comment that this one answers; null for a root comment.'
	}),
	is_from_brand: z.boolean()
});
export const oneCommentWire = z.strictObject({ data: commentWire });
export const commentListWire = z.strictObject({
	data: z.array(commentWire),
	scope: z
		.enum(['post', 'thread'])
		.meta({ description: 'Whether these are all comments of a post, or one thread of it.' }),
	paging: pagingWire
});

export const newTagWire = z.strictObject({
	data: z.strictObject({
		brand_id: z.int().min(1),
		name: z.string(),
		color: nameOrNull,
		created_at: z.iso.datetime(),
		id: z.int(),
		updated_at: z.iso.datetime()
	})
});

export const mediaWire = z.strictObject({
	id: z.string(),
	platform: z.string(),
	caption: nameOrNull,
	permalink: nameOrNull,
	published_at: z.iso.datetime().nullable(),
	interactions: count.meta({ description: 'Comments on the post.' }),
	last_source_updated_at: z.iso.datetime()
});
export const mediaListWire = z.strictObject({ data: z.array(mediaWire), paging: pagingWire });

const fieldErrorsWire = z.record(z.string(), z.array(z.string()));

export const errorWire = z.strictObject({
	code: z.int().meta({ description: 'The HTTP status again.' }),
	status: z.string().meta({ description: 'The reason phrase of the status.' }),
	message: z.string().optional(),
	errors: z
		.strictObject({ json: fieldErrorsWire.optional(), query: fieldErrorsWire.optional() })
		.optional()
		.meta({ description: 'What is wrong with each field of the body (`json`) or of the address (`query`).' })
});

export type SentimentCountsWire = z.infer<typeof sentimentCountsWire>;
export type PlatformsWire = Record<string, SentimentCountsWire>;
export type InteractionWire = z.infer<typeof interactionWire>;
export type PagingWire = z.infer<typeof pagingWire>;
export type KeywordListWire = z.infer<typeof keywordListWire>;
export type SelfWire = z.infer<typeof selfWire>;
export type InteractionListWire = z.infer<typeof interactionListWire>;
export type MessageListWire = z.infer<typeof messageListWire>;
export type ThreadMessageWire = z.infer<typeof threadMessageWire>;
export type ConversationFactsWire = z.infer<typeof conversationFactsWire>;
export type CommentWire = z.infer<typeof commentWire>;
export type CommentListWire = z.infer<typeof commentListWire>;
export type NewTagWire = z.infer<typeof newTagWire>;
export type TagListWire = z.infer<typeof tagListWire>;
export type MediaListWire = z.infer<typeof mediaListWire>;
export type ErrorWire = z.infer<typeof errorWire>;
