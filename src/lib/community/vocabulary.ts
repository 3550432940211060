import { z } from 'zod';

/** The five networks whose sentiment the Community API reports, under the keys that its answers use. */
export const PLATFORMS = ['facebook', 'instagram', 'tiktok', 'twitter', 'youtube'] as const;
export const platformSchema = z.enum(PLATFORMS);
export type Platform = z.infer<typeof platformSchema>;

/** The interaction types that Dash Social documents. Answers may hold others; they keep their raw name. */
export const INTERACTION_TYPES = [
	'FACEBOOK_COMMENT',
	'INSTAGRAM_COMMENT',
	'TIKTOK_COMMENT',
	'TWITTER_RETWEET',
	'YOUTUBE_COMMENT',
	'FACEBOOK_ADS_COMMENT',
	'INSTAGRAM_ADS_COMMENT',
	'INSTAGRAM_CONVERSATION',
	'FACEBOOK_CONVERSATION',
	'TWITTER_CONVERSATION',
	'COMMUNITY_INTERACTION'
] as const;
export const interactionTypeSchema = z.enum(INTERACTION_TYPES);
export type InteractionType = z.infer<typeof interactionTypeSchema>;

/** How people group the types: what a brand posted, what it paid for, and what was said to it in private. */
export const TYPE_GROUPS = ['comments', 'ads', 'dms'] as const;
export const typeGroupSchema = z.enum(TYPE_GROUPS);
export type TypeGroup = z.infer<typeof typeGroupSchema>;

export const TYPES_BY_GROUP: Record<TypeGroup, readonly InteractionType[]> = {
	comments: ['FACEBOOK_COMMENT', 'INSTAGRAM_COMMENT', 'TIKTOK_COMMENT', 'TWITTER_RETWEET', 'YOUTUBE_COMMENT'],
	ads: ['FACEBOOK_ADS_COMMENT', 'INSTAGRAM_ADS_COMMENT'],
	dms: ['INSTAGRAM_CONVERSATION', 'FACEBOOK_CONVERSATION', 'TWITTER_CONVERSATION', 'COMMUNITY_INTERACTION']
};

/** What an Instagram message can be beside plain: both come as direct messages. */
export const MESSAGE_SUBTYPES = ['story_reply', 'story_mention'] as const;
export const messageSubtypeSchema = z.enum(MESSAGE_SUBTYPES);
export type MessageSubtype = z.infer<typeof messageSubtypeSchema>;

/** The order in which sentiments are always shown. */
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export const sentimentSchema = z.enum(SENTIMENTS);
export type Sentiment = z.infer<typeof sentimentSchema>;

export const SCALES = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'] as const;
export const scaleSchema = z.enum(SCALES);
export type Scale = z.infer<typeof scaleSchema>;

/**
 * The platform that a type belongs to: its prefix. `COMMUNITY_INTERACTION` and types that are not known yet
 * without a known prefix are `other`.
 * @example platformOfType('INSTAGRAM_ADS_COMMENT') // 'instagram'
 */
export function platformOfType(type: string): Platform | 'other' {
	const prefix = type.split('_', 1)[0]?.toLowerCase();
	return PLATFORMS.find((platform) => platform === prefix) ?? 'other';
}

const GROUP_OF_TYPE = new Map<string, TypeGroup>(
	TYPE_GROUPS.flatMap((group) => TYPES_BY_GROUP[group].map((type) => [type, group] as const))
);

/**
 * The group that a type belongs to, or null for a type that is not known yet.
 * @example groupOfType('FACEBOOK_ADS_COMMENT') // 'ads'
 */
export function groupOfType(type: string): TypeGroup | null {
	return GROUP_OF_TYPE.get(type) ?? null;
}

/**
 * The longest keyword that is kept, in UTF-16 units: as many as a link can hold of one word. A longer one could be shown
 * only cut, and a cut word is another word: it would count and find what the host never counted.
 */
export const LONGEST_KEYWORD = 200;
