import { z } from 'zod';
import type {
	Distribution,
	Interaction,
	KeywordList,
	PlatformCounts,
	Self,
	SentimentCounts,
	SentimentSeries,
	VolumeBucket,
	VolumeSeries
} from './answers';
import { PLATFORMS, platformOfType, type Scale } from './vocabulary';

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

export const organizationWire = z.strictObject({ id: z.int(), name: z.string() });
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
export const interactionWire = z.strictObject({
	id: z.union([z.int(), z.string()]),
	type: z.string(),
	text: z.string(),
	source_updated_at: z.iso.datetime().nullable(),
	source_created_at: z.iso.datetime().nullable(),
	sentiment: z
		.strictObject({
			is_negative: z.boolean(),
			is_neutral: z.boolean(),
			is_positive: z.boolean(),
			user_overridden: z.boolean()
		})
		.nullable(),
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

export const mediaWire = z.strictObject({
	id: z.string(),
	platform: z.string(),
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
export type ErrorWire = z.infer<typeof errorWire>;

/**
 * Records are made with `Object.fromEntries`, which defines its keys: a brand or type called `__proto__` becomes a
 * key like any other, where an assignment would lose it.
 */
function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
	return Object.fromEntries(entries);
}

function toCounts({ negative, neutral, positive }: SentimentCounts): SentimentCountsWire {
	return { negative, neutral, positive, total: negative + neutral + positive };
}

function add(left: SentimentCounts, right: SentimentCounts): SentimentCounts {
	return {
		negative: left.negative + right.negative,
		neutral: left.neutral + right.neutral,
		positive: left.positive + right.positive
	};
}

/**
 * Counts by platform as the contract writes them: always the five platforms, and under `other` what belongs to
 * none of them, where there is any.
 * @example toPlatformsWire([]).tiktok // { negative: 0, neutral: 0, positive: 0, total: 0 }
 */
export function toPlatformsWire(platforms: PlatformCounts[]): PlatformsWire {
	const nothing: SentimentCounts = { negative: 0, neutral: 0, positive: 0 };
	const sums = new Map<string, SentimentCounts>(PLATFORMS.map((platform) => [platform, nothing]));
	for (const counts of platforms) {
		const key = sums.has(counts.platform) ? counts.platform : 'other';
		sums.set(key, add(sums.get(key) ?? nothing, counts));
	}
	const written = [...sums].map(([platform, counts]) => [platform, toCounts(counts)] as const);
	return recordOf(written.filter(([platform, counts]) => platform !== 'other' || counts.total > 0));
}

/**
 * The name of a bucket in a series: its first day in UTC, or for `HOUR` its first minute.
 * @param start milliseconds since 1970
 * @example toBucketKey(Date.UTC(2026, 4, 4), 'WEEK') // '2026-05-04'
 * @example toBucketKey(Date.UTC(2026, 4, 4, 13), 'HOUR') // '2026-05-04T13:00:00Z'
 */
export function toBucketKey(start: number, scale: Scale): string {
	const iso = new Date(start).toISOString();
	return scale === 'HOUR' ? `${iso.slice(0, 16)}:00Z` : iso.slice(0, 10);
}

/** The answer of `sentiment_distribution_stats`. */
export function toDistributionWire({ platforms }: Distribution): { data: PlatformsWire } {
	return { data: toPlatformsWire(platforms) };
}

/** The answer of `sentiment_time_series`, keyed by `toBucketKey`. */
export function toSentimentSeriesWire({ scale, buckets }: SentimentSeries): {
	data: Record<string, PlatformsWire>;
} {
	return {
		data: recordOf(
			buckets.map(({ start, platforms }) => [toBucketKey(start, scale), toPlatformsWire(platforms)])
		)
	};
}

function toVolumeBucketWire({ types, total }: VolumeBucket): Record<string, number> {
	const seen = types.filter(({ count: n }) => n > 0).map(({ type, count: n }) => [type, n] as const);
	return recordOf([...seen, ['total', total]]);
}

/** The answer of `volume_time_series`, keyed by `toBucketKey`; a bucket names the types that occur in it. */
export function toVolumeSeriesWire({ scale, buckets }: VolumeSeries): {
	data: Record<string, Record<string, number>>;
} {
	return {
		data: recordOf(buckets.map((bucket) => [toBucketKey(bucket.start, scale), toVolumeBucketWire(bucket)]))
	};
}

/** The answer of `top_keywords`; the keyword is a value, so that any word can be one. */
export function toKeywordListWire({ keywords }: KeywordList): z.infer<typeof keywordListWire> {
	return {
		data: keywords.map(({ keyword, positive, neutral, negative, total }) => ({
			keyword,
			positive,
			neutral,
			negative,
			total
		}))
	};
}

/**
 * The answer of `self`. Organisations have no ids of their own here: they are numbered in the order in which the
 * brands name them. The outer organisation is the one that all brands share, or null.
 */
export function toSelfWire({ brands }: Self): z.infer<typeof selfWire> {
	const names = [...new Set(brands.flatMap(({ organization }) => organization ?? []))];
	const organizationOf = (name: string | null) =>
		name === null ? null : { id: names.indexOf(name) + 1, name };
	const [first] = brands;
	const shared =
		first !== undefined && brands.every(({ organization }) => organization === first.organization)
			? organizationOf(first.organization)
			: null;
	return {
		accessible_brands: brands.map(({ id }) => id),
		brands: recordOf(
			brands.map(({ id, slug, name, organization: own }) => {
				const organization = organizationOf(own);
				return [slug, { id, name, organization, organization_id: organization?.id ?? null }];
			})
		),
		organization: shared,
		organization_id: shared?.id ?? null
	};
}

function toInstant(time: number | null): string | null {
	return time === null ? null : new Date(time).toISOString();
}

function toSentimentFlags(sentiment: Interaction['sentiment']): InteractionWire['sentiment'] {
	if (sentiment === null) return null;
	return {
		is_negative: sentiment === 'negative',
		is_neutral: sentiment === 'neutral',
		is_positive: sentiment === 'positive',
		user_overridden: false
	};
}

/** Comments carry the id that a reply to them has to name, under the key of their platform. */
function toCommentId({ id, type }: Interaction): Record<string, string> {
	const platform = platformOfType(type);
	if (platform === 'other' || type.endsWith('_CONVERSATION')) return {};
	return { [`${platform}_comment_id`]: String(id) };
}

/** One row of `community_interactions`. */
export function toInteractionWire(interaction: Interaction): InteractionWire {
	const { id, type, text, tags, author, conversationId, mediaId, permalink, isClosed } = interaction;
	return {
		id,
		type,
		text,
		source_updated_at: toInstant(interaction.sourceUpdatedAt),
		source_created_at: toInstant(interaction.sourceCreatedAt),
		sentiment: toSentimentFlags(interaction.sentiment),
		tags: tags.map((tag) => ({ id: tag.id, name: tag.name, color: tag.color })),
		username: author,
		conversation_id: conversationId,
		media_id: mediaId,
		permalink,
		is_closed: isClosed,
		...toCommentId(interaction)
	};
}

/** One page of `community_interactions`. */
export function toInteractionListWire(
	rows: readonly Interaction[],
	paging: PagingWire
): z.infer<typeof interactionListWire> {
	return { data: rows.map(toInteractionWire), paging };
}

/** A post that comments belong to; `latest` is its newest comment, in milliseconds since 1970. */
export type Post = { mediaId: string; platform: string; count: number; latest: number };

/** One page of `media`. */
export function toMediaListWire(posts: readonly Post[], paging: PagingWire): z.infer<typeof mediaListWire> {
	const data = posts.map(({ mediaId, platform, count: interactions, latest }) => ({
		id: mediaId,
		platform,
		interactions,
		last_source_updated_at: new Date(latest).toISOString()
	}));
	return { data, paging };
}
