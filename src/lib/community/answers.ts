import type { Platform, Scale, Sentiment } from './vocabulary';

/**
 * What the client makes of every answer, whichever host sent it. Names that other people choose (platforms, types,
 * keywords) are values in arrays and never object keys, so that a keyword `__proto__` is a word like any other.
 */

/** Interactions with a label, counted by label. */
export type SentimentCounts = { negative: number; neutral: number; positive: number };

/** The counts of one platform; `platform` is one of PLATFORMS, `other`, or a name that is not known yet. */
export type PlatformCounts = SentimentCounts & { platform: string };

/** Answer of `sentiment_distribution_stats`. */
export type Distribution = { platforms: PlatformCounts[] };

/** One bucket of `sentiment_time_series`; `start` is an instant in UTC, in milliseconds since 1970. */
export type SentimentBucket = { start: number; platforms: PlatformCounts[] };

/** Answer of `sentiment_time_series`, in order of time. `scale` is what the host really answered in. */
export type SentimentSeries = { scale: Scale; bucketMinutes: number | null; buckets: SentimentBucket[] };

export type TypeCount = { type: string; count: number };

/** One bucket of `volume_time_series`; `total` is the host's own, the sum over all types. */
export type VolumeBucket = { start: number; types: TypeCount[]; total: number };

/** Answer of `volume_time_series`, in order of time. */
export type VolumeSeries = { scale: Scale; bucketMinutes: number | null; buckets: VolumeBucket[] };

/** One keyword; `total` counts every interaction with the word, labelled or not. */
export type Keyword = SentimentCounts & { keyword: string; total: number };

/**
 * Answer of `top_keywords`, most mentions first, cut off at a length that only the host knows. `tooLong` is how many
 * words were left out because no link can hold them; it is there only where there are any.
 */
export type KeywordList = { keywords: Keyword[]; tooLong?: number };

export type Brand = { id: number; slug: string; name: string; organization: string | null };

/** Answer of `self`: the brands that the token can see, in order of their ids. */
export type Self = { brands: Brand[] };

export type InteractionTag = { id: number; name: string; color: string | null };

/** A tag in the list of a brand's tags; `brandId` is null where the host does not say whose it is. */
export type BrandTag = InteractionTag & { brandId: number | null };

/** One message or comment. Times are milliseconds since 1970. */
export type Interaction = {
	id: number | string;
	type: string;
	text: string;
	sourceUpdatedAt: number | null;
	sourceCreatedAt: number | null;
	sentiment: Sentiment | null;
	tags: InteractionTag[];
	author: string | null;
	conversationId: string | null;
	mediaId: string | null;
	/** What a reply to this comment has to name; null for direct messages, and where the host does not say. */
	commentId: string | null;
	permalink: string | null;
	isClosed: boolean | null;
};

/** One page of a list; `total` is the grand total, or null where the host does not say. */
export type Page<T> = { rows: T[]; total: number | null; hasNext: boolean };

/**
 * A value with its age: `asOf` is when the host that counted it said so, in milliseconds since 1970, and `stale` is
 * true when a newer value was asked for and could not be had.
 */
export type Answer<T> = { value: T; asOf: number; stale: boolean };

/** Somebody who takes part in a conversation. */
export type Participant = { handle: string | null; pictureUrl: string | null };

/**
 * One message of a conversation. `isFromBrand` is null where the host does not say whose it is and the names do not
 * tell; `subtype` is `story_reply`, `story_mention`, a word that is not known yet, or null for a plain message.
 */
export type Message = {
	id: number | string;
	text: string;
	createdAt: number | null;
	platform: string | null;
	author: string | null;
	isFromBrand: boolean | null;
	subtype: string | null;
	sentiment: Sentiment | null;
	tags: InteractionTag[];
	isClosed: boolean | null;
};

/** What is known of a conversation as a whole; null where the host does not say. */
export type ConversationFacts = {
	id: string;
	brandId: number | null;
	type: string | null;
	platform: string | null;
	isClosed: boolean | null;
	isGroup: boolean | null;
	/** When the customer last wrote: the window for replies counts from here. */
	lastReceivedAt: number | null;
	customer: Participant | null;
	participants: Participant[];
};

/** A conversation with one page of its messages. */
export type Conversation = ConversationFacts & { messages: Page<Message> };

/** A comment as the thread under a post shows it, the brand's own among them. */
export type Comment = Interaction & { parentCommentId: string | null; isFromBrand: boolean | null };

/** `scope` is `post` where one thread was asked for and the host answers all comments of the post instead. */
export type CommentPage = Page<Comment> & { platform: Platform; scope: 'thread' | 'post' };

/** A post that comments belong to; null where the host does not say. */
export type MediaPost = {
	id: string;
	platform: string | null;
	caption: string | null;
	permalink: string | null;
	publishedAt: number | null;
	comments: number | null;
	lastCommentAt: number | null;
};
