import type { SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import type { InteractionType, Scale, Sentiment } from '$lib/community/vocabulary';
import { decodeFilters } from '$lib/filters/decode-filters';
import { openView } from './open-view';

/** For the specs of this room: a host that counts rows one by one, so that what it answers can be counted again. */

export type CountedRow = {
	at: number;
	brand: number;
	type: InteractionType;
	sentiment: Sentiment | null;
	words: string[];
};

const HOUR = 3_600_000;
const DEFAULTS = { timeZone: 'UTC' };
const PLATFORM_OF: Partial<Record<InteractionType, string>> = {
	TIKTOK_COMMENT: 'tiktok',
	INSTAGRAM_ADS_COMMENT: 'instagram',
	FACEBOOK_CONVERSATION: 'facebook'
};
const TYPES = Object.keys(PLATFORM_OF) as InteractionType[];
const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;

/** Numbers from 0 up to 1 that are the same in every run. */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Span = { from: number; to: number; brands: readonly number[]; each: number };

/** Rows at random moments, about `each` an hour and brand; a brand's mood is that of its number. */
export function randomRows({ from, to, brands, each }: Span, random: () => number): CountedRow[] {
	const rows: CountedRow[] = [];
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
	for (let hour = from; hour < to; hour += HOUR) {
		for (const brand of brands) {
			for (let count = 0; count < Math.round(each * 2 * random()); count += 1) {
				const sentiment =
					random() < 0.15 ? null : random() < 0.2 + 0.05 * brand ? 'positive' : pick(SENTIMENTS);
				const words = random() < 0.4 ? ['taste'] : random() < 0.2 ? ['price'] : [];
				rows.push({ at: hour + random() * HOUR, brand, type: pick(TYPES), sentiment, words });
			}
		}
	}
	return rows.filter(({ at }) => at < to);
}

/** The counts by sentiment of some rows. */
export function countSentiments(rows: readonly CountedRow[]): SentimentCounts {
	const count = (wanted: Sentiment) => rows.filter(({ sentiment }) => sentiment === wanted).length;
	return { positive: count('positive'), neutral: count('neutral'), negative: count('negative') };
}

function bucketStart(at: number, scale: Scale): number {
	const date = new Date(at);
	const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
	const starts: Record<Scale, () => number> = {
		HOUR: () => at - (at % HOUR),
		DAY: () => Date.UTC(year, month, day),
		WEEK: () => Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7)),
		MONTH: () => Date.UTC(year, month),
		QUARTER: () => Date.UTC(year, month - (month % 3))
	};
	return starts[scale]();
}

export type CountingHost = {
	rows: readonly CountedRow[];
	brands: readonly number[];
	now: number;
	/** When it told its brands; now unless given. */
	toldAt?: number;
	/** Questions that fail: by their name and the instant at which their window begins. */
	fails?: (question: string, query: StatisticsQuery) => boolean;
	/** Rows that only a question about all brands counts. */
	extra?: number;
};

/** The client of such a host, and what it was asked. */
function countingClient({ rows, brands, now, toldAt = now, fails = () => false, extra = 0 }: CountingHost) {
	const asked: { question: string; query: StatisticsQuery }[] = [];
	const answer = <T>(value: T) => Promise.resolve({ value, asOf: now, stale: false });
	const matching = (query: StatisticsQuery) => {
		const after = Date.parse(query.source_updated_after ?? '');
		const before = Date.parse(query.source_updated_before ?? '');
		return rows.filter(
			({ at, brand, sentiment }) =>
				at >= after &&
				at < before &&
				query.brand_ids.includes(brand) &&
				(query.is_positive !== true || sentiment === 'positive')
		);
	};
	const byPlatform = (found: readonly CountedRow[]) =>
		[...Map.groupBy(found, ({ type }) => PLATFORM_OF[type] ?? 'other')].map(([platform, members]) => ({
			platform,
			...countSentiments(members)
		}));
	const inBuckets = (found: readonly CountedRow[], scale: Scale) =>
		[...Map.groupBy(found, ({ at }) => bucketStart(at, scale))].sort(([a], [b]) => a - b);

	const ask = <T>(question: string, query: StatisticsQuery, value: (found: CountedRow[]) => T) => {
		asked.push({ question, query });
		if (fails(question, query)) return Promise.reject(new Error(`${question} fails`));
		return answer(value(matching(query)));
	};
	const client = {
		self: () =>
			Promise.resolve({
				asOf: toldAt,
				stale: false,
				value: {
					brands: brands.map((id) => ({
						id,
						slug: `b${id}`,
						name: `Brand ${id}`,
						organization: null
					}))
				}
			}),
		tags: () => answer([]),
		sentimentDistribution: (query: StatisticsQuery) =>
			ask('distribution', query, (found) => {
				const platforms = byPlatform(found);
				if (query.brand_ids.length > 1 && platforms[0]) platforms[0].positive += extra;
				return { platforms };
			}),
		sentimentSeries: (query: StatisticsQuery & { scale: Scale }) =>
			ask('sentiment', query, (found) => ({
				scale: query.scale,
				bucketMinutes: null,
				buckets: inBuckets(found, query.scale).map(([start, members]) => ({
					start,
					platforms: byPlatform(members)
				}))
			})),
		volumeSeries: (query: StatisticsQuery & { scale: Scale }) =>
			ask('volume', query, (found) => ({
				scale: query.scale,
				bucketMinutes: null,
				buckets: inBuckets(found, query.scale).map(([start, members]) => ({
					start,
					total: members.length,
					types: [...Map.groupBy(members, ({ type }) => type)].map(([type, { length: count }]) => ({
						type,
						count
					}))
				}))
			})),
		topKeywords: (query: StatisticsQuery) =>
			ask('keywords', query, (found) => ({
				keywords: [...new Set(found.flatMap(({ words }) => words))].map((keyword) => {
					const members = found.filter(({ words }) => words.includes(keyword));
					return { keyword, total: members.length, ...countSentiments(members) };
				})
			}))
	} as unknown as CommunityClient;
	return { client, asked };
}

/** The view that a link opens on such a host. */
export async function openCounting(query: string, host: CountingHost) {
	const { client, asked } = countingClient(host);
	const { filters, ignored } = decodeFilters(new URL(`https://undertone.test/${query}`).searchParams, {
		defaults: DEFAULTS
	});
	const link = {
		filters,
		ignored,
		defaults: DEFAULTS,
		now: host.now,
		host: 'embedded' as const,
		isDemo: false
	};
	const { view, frame } = await openView(client, link, () => 'E1');
	return { client, asked, view, frame };
}
