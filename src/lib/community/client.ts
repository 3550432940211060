import { CommunityError } from '$lib/errors/community-error';
import type {
	Answer,
	BrandTag,
	Distribution,
	Interaction,
	KeywordList,
	Page,
	Self,
	SentimentSeries,
	VolumeSeries
} from './answers';
import { exchange, type CommunityFetch } from './exchange';
import { createExtensions } from './extensions';
import { interactionsQuerySchema, type InteractionsQuery } from './interactions-query';
import { normaliseSelf } from './normalise/brands';
import { normaliseInteractions } from './normalise/interactions';
import { normaliseKeywords } from './normalise/keywords';
import { normaliseDistribution } from './normalise/platforms';
import { normaliseSentimentSeries, normaliseVolumeSeries, type Asked } from './normalise/series';
import { addressOf, check, wording } from './question';
import {
	keywordsQuerySchema,
	seriesQuerySchema,
	statisticsQuerySchema,
	type KeywordsQuery,
	type SeriesQuery,
	type StatisticsQuery
} from './statistics-query';
import { tagsQuestion } from './tags-question';
import { threadOrders, type ThreadOrders } from './thread-orders';
import { threadQuestions, type ThreadQuestions } from './thread-questions';

export type { CommunityFetch } from './exchange';

/** The questions and orders of the Community API. Each rejects with a CommunityError and nothing else. */
export type CommunityClient = {
	self: () => Promise<Answer<Self>>;
	sentimentDistribution: (query: StatisticsQuery) => Promise<Answer<Distribution>>;
	sentimentSeries: (query: SeriesQuery) => Promise<Answer<SentimentSeries>>;
	volumeSeries: (query: SeriesQuery) => Promise<Answer<VolumeSeries>>;
	topKeywords: (query: KeywordsQuery) => Promise<Answer<KeywordList>>;
	interactions: (query: InteractionsQuery) => Promise<Answer<Page<Interaction>>>;
	/** The tags of some brands; none where the host has no list of them. */
	tags: (brandIds: readonly number[]) => Promise<Answer<BrandTag[]>>;
} & ThreadQuestions &
	ThreadOrders;

/**
 * `baseUrl` is `/api` or an origin with a path, `selfUrl` the full address of `self`; neither ends with a slash.
 * `now` is the clock, in milliseconds since 1970, for answers that do not tell their age.
 */
export type ClientOptions = { fetch: CommunityFetch; baseUrl: string; selfUrl: string; now: () => number };

const DEFAULT_PAGE = 20;

/** The scale to ask for: days unless a scale was named. */
function askedOf({
	scale = 'DAY',
	bucket_minutes = null
}: {
	scale?: Asked['scale'];
	bucket_minutes?: number | null;
}): Asked {
	return { scale, bucketMinutes: bucket_minutes };
}

/**
 * The one client of the Community API. It does not know who answers: a `fetch` and two addresses decide that. It is
 * the only place that turns aborts, transport codes, statuses and unreadable answers into a CommunityError.
 * @example createCommunityClient({ fetch, baseUrl: '/api', selfUrl: '/api/self', now }).self()
 */
export function createCommunityClient({ fetch, baseUrl, selfUrl, now }: ClientOptions): CommunityClient {
	const ask = <T>(endpoint: string, query: Record<string, unknown>, read: (payload: unknown) => T) =>
		exchange(fetch, now, { url: `${baseUrl}/${endpoint}`, body: wording(query), read });

	const askExtended = createExtensions(now);

	/** A host without `bucket_minutes` answers in whole hours. */
	async function askSeries<T>(
		endpoint: string,
		query: SeriesQuery,
		normalise: (payload: unknown, asked: Asked) => T
	): Promise<Answer<T>> {
		const { bucket_minutes, ...plain } = { ...check(seriesQuerySchema, query), scale: query.scale ?? 'DAY' };
		const askPlain = () => ask(endpoint, plain, (payload) => normalise(payload, askedOf(plain)));
		if (bucket_minutes === undefined) return askPlain();
		const fine = { ...plain, bucket_minutes };
		const askFine = () => ask(endpoint, fine, (payload) => normalise(payload, askedOf(fine)));
		return askExtended('bucket_minutes', askFine, askPlain);
	}

	/** A host without `limit` answers as many keywords as it always does. */
	async function askKeywords(query: KeywordsQuery): Promise<Answer<KeywordList>> {
		const { limit, ...plain } = check(keywordsQuerySchema, query);
		const askPlain = () => ask('top_keywords', plain, normaliseKeywords);
		if (limit === undefined) return askPlain();
		return askExtended('limit', () => ask('top_keywords', { ...plain, limit }, normaliseKeywords), askPlain);
	}

	return {
		self: () => exchange(fetch, now, { url: selfUrl, read: normaliseSelf }),
		sentimentDistribution: async (query) =>
			ask('sentiment_distribution_stats', check(statisticsQuerySchema, query), normaliseDistribution),
		sentimentSeries: (query) => askSeries('sentiment_time_series', query, normaliseSentimentSeries),
		volumeSeries: (query) => askSeries('volume_time_series', query, normaliseVolumeSeries),
		topKeywords: askKeywords,
		interactions: async (query) => {
			const checked = check(interactionsQuerySchema, query);
			const page = { limit: checked.limit ?? DEFAULT_PAGE, offset: checked.offset ?? 0 };
			const isSample = checked.sort === 'SAMPLE';
			if (isSample && page.offset > 0) {
				const message = 'offset: a sample has one page';
				throw new CommunityError('query_invalid', { message, details: { field: 'offset' } });
			}
			return exchange(fetch, now, {
				url: addressOf(`${baseUrl}/community_interactions`, { ...checked, ...page }),
				read: (payload) => normaliseInteractions(payload, { ...page, isSample })
			});
		},
		tags: tagsQuestion(fetch, now, baseUrl),
		...threadQuestions(fetch, now, baseUrl, askExtended),
		...threadOrders(fetch, now, baseUrl)
	};
}
