import { bucketsOf } from '$lib/calendar/buckets';
import { resolveSpan } from '$lib/calendar/resolve-range';
import { localDayAt } from '$lib/calendar/time-zone';
import type { Answer, Interaction, KeywordList, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { PLATFORMS, SENTIMENTS, platformOfType, type Sentiment } from '$lib/community/vocabulary';
import { CommunityError } from '$lib/errors/community-error';
import { decodeFilters } from '$lib/filters/decode-filters';
import { openView } from '$lib/server/panels/open-view';

/** Wednesday noon. */
export const NOW = Date.UTC(2026, 10, 18, 12);
export const ORIGIN = 'https://undertone.test';
const DEFAULTS = { timeZone: 'UTC' };
const TYPES = ['FACEBOOK_COMMENT', 'INSTAGRAM_ADS_COMMENT', 'TWITTER_CONVERSATION', 'MASTODON_POST'];
const HOUR = 3_600_000;

export type FakeHost = {
	brands: string[];
	/** Brands that fail to answer, by their id. */
	failing?: number[];
	/** The host leaves out what begins at these instants. */
	silentAt?: number[];
	keywords?: KeywordList['keywords'];
	/** Those of brands that have others, by their id. */
	keywordsOf?: Record<number, KeywordList['keywords']>;
	messages?: Interaction[];
	stale?: boolean;
	/** Our own host where nothing else is said. */
	kind?: 'embedded' | 'upstream';
};

const seeds = new Map<string, number>();

function seedOf(name: string): number {
	const known = seeds.get(name);
	if (known !== undefined) return known;
	const seed = [...name].reduce(
		(hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 16_777_619),
		2_166_136_261
	);
	seeds.set(name, seed);
	return seed;
}

/** The same count for the same question, from 0 to 29 and often small, without any state. */
function countOf(name: string, hour: number): number {
	let mixed = Math.imul(seedOf(name) ^ (hour / HOUR), 0x9e3779b1);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
	return Math.floor(((mixed >>> 8) % 1000) ** 2 / 33_334);
}

/** The hours of a window that the host has an answer for. */
function hoursIn({ source_updated_after: after, source_updated_before: before }: StatisticsQuery): number[] {
	const [start, end] = [Date.parse(after!), Math.min(Date.parse(before!), NOW)];
	return Array.from(
		{ length: Math.max(0, Math.ceil((end - start) / HOUR)) },
		(_, index) => start + index * HOUR
	);
}

function countsAt(query: StatisticsQuery, hour: number) {
	const chosen = SENTIMENTS.filter((sentiment) => query[`is_${sentiment}`]);
	const isCounted = (sentiment: Sentiment) => chosen.length === 0 || chosen.includes(sentiment);
	return PLATFORMS.filter(
		(platform) => !query.types || query.types.some((type) => platformOfType(type) === platform)
	).map((platform) => {
		const [negative, neutral, positive] = SENTIMENTS.map((sentiment) =>
			isCounted(sentiment)
				? Math.floor(countOf(`${query.brand_ids[0]} ${platform} ${sentiment}`, hour) / 12)
				: 0
		);
		return { platform, negative: negative!, neutral: neutral!, positive: positive! };
	});
}

/** A host that counts by the hour, and adds up to whatever is asked. */
function seriesOf<T>(query: SeriesQuery, silentAt: readonly number[], count: (hours: number[]) => T) {
	const scale = query.scale ?? 'DAY';
	const [start, end] = [Date.parse(query.source_updated_after!), Date.parse(query.source_updated_before!)];
	const days = { from: localDayAt(start, 'UTC'), to: localDayAt(end - 1, 'UTC') };
	const range = scale === 'HOUR' ? { ...days, start, end } : resolveSpan(days, 'UTC');
	const minutes = query.bucket_minutes ?? 60;
	const step = minutes * 60_000;
	const buckets =
		scale === 'HOUR'
			? Array.from({ length: (end - start) / step }, (_, index) => ({
					start: start + index * step,
					end: start + (index + 1) * step
				}))
			: bucketsOf(range, scale, { timeZone: 'UTC', weekStart: 'monday' });
	const hours = hoursIn(query);
	return buckets
		.filter((bucket) => !silentAt.includes(bucket.start))
		.map((bucket) => ({
			start: bucket.start,
			...count(hours.filter((hour) => hour >= bucket.start && hour < bucket.end))
		}));
}

function sum<T extends { [key: string]: string | number }>(key: keyof T, lists: T[][]): T[] {
	const byKey = new Map<T[keyof T], T>();
	for (const row of lists.flat()) {
		const known = byKey.get(row[key]);
		if (known === undefined) byKey.set(row[key], { ...row });
		else
			for (const [name, value] of Object.entries(row)) {
				if (typeof value === 'number') Object.assign(known, { [name]: (known[name] as number) + value });
			}
	}
	return [...byKey.values()];
}

/** A client of a host that exists in this file only. */
export function fakeClient(host: FakeHost): CommunityClient {
	const { failing = [], silentAt = [], keywords = [], keywordsOf = {}, messages = [], stale = false } = host;
	const answer = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ value, asOf: NOW, stale });
	const guard = <T>(ids: number[], value: () => T): Promise<Answer<T>> =>
		ids.some((id) => failing.includes(id))
			? Promise.reject(new CommunityError('upstream_timeout'))
			: answer(value());
	const unasked = () => Promise.reject(new CommunityError('upstream_failed'));
	const scaleOf = ({ scale = 'DAY', bucket_minutes }: SeriesQuery) => ({
		scale,
		bucketMinutes: bucket_minutes ?? null
	});
	return {
		self: () =>
			answer({
				brands: host.brands.map((name, index) => ({
					id: index + 1,
					slug: String(index),
					name,
					organization: null
				}))
			}),
		sentimentDistribution: (query) =>
			guard(query.brand_ids, () => ({
				platforms: sum(
					'platform',
					hoursIn(query).map((hour) => countsAt(query, hour))
				)
			})),
		sentimentSeries: (query) =>
			guard(query.brand_ids, (): SentimentSeries => ({
				...scaleOf(query),
				buckets: seriesOf(query, silentAt, (hours) => ({
					platforms: sum(
						'platform',
						hours.map((hour) => countsAt(query, hour))
					)
				}))
			})),
		volumeSeries: (query) =>
			guard(query.brand_ids, (): VolumeSeries => ({
				...scaleOf(query),
				buckets: seriesOf(query, silentAt, (hours) => {
					const types = sum(
						'type',
						hours.map((hour) =>
							TYPES.map((type) => ({ type, count: countOf(`${query.brand_ids.join()} ${type}`, hour) }))
						)
					);
					return { types, total: types.reduce((total, { count }) => total + count, 0) };
				})
			})),
		topKeywords: (query) =>
			guard(query.brand_ids, () => ({ keywords: keywordsOf[query.brand_ids[0]!] ?? keywords })),
		interactions: ({ brand_id, offset = 0, limit = 20 }) =>
			guard([brand_id], () => {
				const own = messages.filter((_, index) => index % host.brands.length === brand_id - 1);
				return {
					rows: own.slice(offset, offset + limit),
					total: own.length,
					hasNext: offset + limit < own.length
				};
			}),
		tags: () => answer([]),
		conversation: unasked,
		comments: unasked,
		posts: unasked,
		replyToConversation: unasked,
		replyToComment: unasked,
		changeConversation: unasked,
		changeInteraction: unasked,
		createTag: unasked
	};
}

/** The page that a link opens on a fake host. */
export async function openFake(address: string, host: FakeHost) {
	const client = fakeClient(host);
	const url = new URL(address, ORIGIN);
	const decoded = decodeFilters(url.searchParams, { defaults: DEFAULTS });
	const link = { ...decoded, defaults: DEFAULTS, now: NOW, host: host.kind ?? 'embedded', isDemo: false };
	return { client, ...(await openView(client, link, () => 'E1')) };
}
