import type {
	Distribution,
	Interaction,
	InteractionTag,
	KeywordList,
	PlatformCounts,
	Self,
	SentimentSeries,
	VolumeBucket,
	VolumeSeries
} from './answers';
import { PLATFORMS, platformOfType, type Platform, type Scale } from './vocabulary';
import type {
	InteractionListWire,
	InteractionWire,
	KeywordListWire,
	MediaListWire,
	PagingWire,
	PlatformsWire,
	SelfWire,
	SentimentCountsWire,
	TagListWire
} from './wire-schemas';

/**
 * Records are made with `Object.fromEntries`, which defines its keys: a brand or type called `__proto__` becomes a
 * key like any other, where an assignment would lose it.
 */
function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
	return Object.fromEntries(entries);
}

/**
 * Counts by platform as the contract writes them: always the five platforms, and under `other` what belongs to
 * none of them, where there is any.
 * @example toPlatformsWire([]).tiktok // { negative: 0, neutral: 0, positive: 0, total: 0 }
 */
export function toPlatformsWire(platforms: PlatformCounts[]): PlatformsWire {
	const sums: Record<Platform | 'other', SentimentCountsWire> = {
		facebook: { ...NOTHING },
		instagram: { ...NOTHING },
		tiktok: { ...NOTHING },
		twitter: { ...NOTHING },
		youtube: { ...NOTHING },
		other: { ...NOTHING }
	};
	for (const { platform, negative, neutral, positive } of platforms) {
		const sum = sums[KNOWN.has(platform) ? (platform as Platform) : 'other'];
		sum.negative += negative;
		sum.neutral += neutral;
		sum.positive += positive;
		sum.total += negative + neutral + positive;
	}
	if (sums.other.total > 0) return sums;
	const { other: _, ...shown } = sums;
	return shown;
}

const KNOWN: ReadonlySet<string> = new Set(PLATFORMS);
const NOTHING: SentimentCountsWire = { negative: 0, neutral: 0, positive: 0, total: 0 };

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
export function toKeywordListWire({ keywords }: KeywordList): KeywordListWire {
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
export function toSelfWire({ brands }: Self): SelfWire {
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

/** A time as answers write it. */
export function toInstant(time: number | null): string | null {
	return time === null ? null : new Date(time).toISOString();
}

/** A label as answers write it. */
export function toSentimentFlags(sentiment: Interaction['sentiment']): InteractionWire['sentiment'] {
	if (sentiment === null) return null;
	return {
		is_negative: sentiment === 'negative',
		is_neutral: sentiment === 'neutral',
		is_positive: sentiment === 'positive',
		user_overridden: false
	};
}

/** Comments carry the id that a reply to them has to name, under the key of their platform. */
function toCommentId({ type, commentId }: Interaction): Record<string, string> {
	const platform = platformOfType(type);
	if (commentId === null || platform === 'other' || type.endsWith('_CONVERSATION')) return {};
	return { [`${platform}_comment_id`]: commentId };
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
export function toInteractionListWire(rows: readonly Interaction[], paging: PagingWire): InteractionListWire {
	return { data: rows.map(toInteractionWire), paging };
}

/** One page of `tags`: each with the brand that it belongs to. */
export function toTagListWire(
	tags: readonly (InteractionTag & { brandId: number })[],
	paging: PagingWire
): TagListWire {
	return {
		data: tags.map(({ id, brandId, name, color }) => ({ id, brand_id: brandId, name, color })),
		paging
	};
}

/** A post that comments belong to; `latest` is its newest comment. Times are milliseconds since 1970. */
export type Post = {
	mediaId: string;
	platform: string;
	caption: string | null;
	permalink: string | null;
	publishedAt: number | null;
	count: number;
	latest: number;
};

/** One page of `media`. */
export function toMediaListWire(posts: readonly Post[], paging: PagingWire): MediaListWire {
	const data = posts.map((post) => ({
		id: post.mediaId,
		platform: post.platform,
		caption: post.caption,
		permalink: post.permalink,
		published_at: toInstant(post.publishedAt),
		interactions: post.count,
		last_source_updated_at: new Date(post.latest).toISOString()
	}));
	return { data, paging };
}
