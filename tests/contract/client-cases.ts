import { expect } from 'vitest';
import type {
	Answer,
	Distribution,
	Interaction,
	KeywordList,
	Page,
	SentimentSeries,
	VolumeSeries
} from '../../src/lib/community/answers';
import type { CommunityClient } from '../../src/lib/community/client';
import type { InteractionsQuery } from '../../src/lib/community/interactions-query';
import type { KeywordsQuery, SeriesQuery, StatisticsQuery } from '../../src/lib/community/statistics-query';
import { isCommunityError } from '../../src/lib/errors/community-error';
import { HERON, TEA } from './fixture';

/** The ids that the host under test gave to what the fixture calls by name. */
export type Ids = { tea: number; heron: number; urgent: number; praise: number; heronUrgent: number };

/** One question to the client, and what its answer has to be, whichever host answers it. */
export type ClientCase = {
	title: string;
	ask: (client: CommunityClient, ids: Ids) => Promise<unknown>;
	check: (answer: unknown, ids: Ids) => void;
};

function clientCase<T>(
	title: string,
	ask: (client: CommunityClient, ids: Ids) => Promise<T>,
	check: (answer: T, ids: Ids) => void
): ClientCase {
	return { title, ask, check: (answer, ids) => check(answer as T, ids) };
}

/** Learn the ids with the client itself. */
export async function learnIds(client: CommunityClient): Promise<Ids> {
	const { brands } = (await client.self()).value;
	const brandId = (name: string) => brands.find((brand) => brand.name === name)!.id;
	const [tea, heron] = [brandId(TEA), brandId(HERON)];
	const { value: tags } = await client.tags([tea, heron]);
	const tagId = (brand: number, name: string) =>
		tags.find((tag) => tag.brandId === brand && tag.name === name)!.id;
	return {
		tea,
		heron,
		urgent: tagId(tea, 'urgent'),
		praise: tagId(tea, 'praise'),
		heronUrgent: tagId(heron, 'urgent')
	};
}

type Filters = Partial<StatisticsQuery>;

const ofTea = (filters: Filters = {}) => ({
	distribution: (client: CommunityClient, { tea }: Ids) =>
		client.sentimentDistribution({ brand_ids: [tea], ...filters }),
	sentiment:
		(query: Partial<SeriesQuery>) =>
		(client: CommunityClient, { tea }: Ids) =>
			client.sentimentSeries({ brand_ids: [tea], ...filters, ...query }),
	volume:
		(query: Partial<SeriesQuery>) =>
		(client: CommunityClient, { tea }: Ids) =>
			client.volumeSeries({ brand_ids: [tea], ...filters, ...query })
});

const rowsOfTea =
	(query: Partial<InteractionsQuery> = {}) =>
	(client: CommunityClient, { tea }: Ids) =>
		client.interactions({ brand_id: tea, ...query });

const wordsOfTea =
	(query: Partial<KeywordsQuery> = {}) =>
	(client: CommunityClient, { tea }: Ids) =>
		client.topKeywords({ brand_ids: [tea], ...query });

/** How many interactions pass these filters, whatever their number of buckets. */
const countOfTea = (filters: (ids: Ids) => Filters) => (client: CommunityClient, ids: Ids) =>
	ofTea(filters(ids)).volume({ scale: 'QUARTER' })(client, ids).then(sumOf);

const sumOf = ({ value }: Answer<VolumeSeries>) => value.buckets.reduce((sum, { total }) => sum + total, 0);

type Three = [negative: number, neutral: number, positive: number];

/** The platforms that have any label, as [negative, neutral, positive]. */
function labelsOf({ value }: Answer<Distribution>): Record<string, Three> {
	const counted = value.platforms.map(({ platform, negative, neutral, positive }): [string, Three] => [
		platform,
		[negative, neutral, positive]
	]);
	return Object.fromEntries(counted.filter(([, counts]) => counts.some((count) => count > 0)));
}

const startOf = (start: number) =>
	new Date(start).toISOString().replace(':00.000Z', 'Z').replace('T00:00Z', '');

/** The buckets that have any label, by their start and over all platforms. */
function labelledBuckets({ value }: Answer<SentimentSeries>): Record<string, Three> {
	const sums = value.buckets.map(({ start, platforms }): [string, Three] => [
		startOf(start),
		platforms.reduce<Three>(
			([negative, neutral, positive], one) => [
				negative + one.negative,
				neutral + one.neutral,
				positive + one.positive
			],
			[0, 0, 0]
		)
	]);
	return Object.fromEntries(sums.filter(([, counts]) => counts.some((count) => count > 0)));
}

/** The buckets that have any interaction, with their total. */
function filledBuckets({ value }: Answer<VolumeSeries>): Record<string, number> {
	const totals = value.buckets.map(({ start, total }): [string, number] => [startOf(start), total]);
	return Object.fromEntries(totals.filter(([, total]) => total > 0));
}

const keysOf = ({ value }: Answer<Page<Interaction>>) =>
	value.rows.map(({ permalink }) => permalink?.split('/').at(-1));

const wordOf = ({ value }: Answer<KeywordList>, word: string) =>
	value.keywords.find(({ keyword }) => keyword === word);

/** What a failed question comes to, as far as the rest of the app can see. */
async function failureOf(asked: Promise<unknown>): Promise<unknown> {
	const error: unknown = await asked.then(
		() => new Error('The question was answered.'),
		(thrown: unknown) => thrown
	);
	if (!isCommunityError(error)) throw error;
	const { code, status, details } = error;
	return { code, status, field: details.field ?? null, errors: details.errors ?? null };
}

const failure = (code: string, status: number | null, field: string | null = null) =>
	expect.objectContaining({ code, status, field });

const selfAndLists: ClientCase[] = [
	clientCase(
		'`self` names the brands in the order of their ids, and its age',
		(client) => client.self(),
		({ value, asOf, stale }, { tea, heron }) => {
			expect(value.brands).toEqual(
				[
					{ id: tea, slug: 'northwind-tea', name: TEA, organization: null },
					{ id: heron, slug: 'blue-heron', name: HERON, organization: null }
				].sort((left, right) => left.id - right.id)
			);
			expect(stale).toBe(false);
			expect(asOf).toBe(Date.UTC(2026, 6, 2, 8, 30, 0, 250));
		}
	),
	clientCase(
		'`tags` names the tags of the brands, each with its brand',
		(client, { tea, heron }) => client.tags([heron, tea]),
		({ value }, { tea, heron, praise, urgent, heronUrgent }) => {
			const sorted = [...value].sort((left, right) => left.id - right.id);
			const expected = [
				{ id: praise, brandId: tea, name: 'praise', color: null },
				{ id: urgent, brandId: tea, name: 'urgent', color: null },
				{ id: heronUrgent, brandId: heron, name: 'urgent', color: null }
			];
			expect(sorted).toEqual(expected.sort((left, right) => left.id - right.id));
		}
	),
	clientCase(
		'`interactions` has the newest first, every field read, and the grand total',
		rowsOfTea({ limit: 3, offset: 5, source_updated_before: '2026-05-31' }),
		({ value }) => {
			expect(value).toMatchObject({ total: 8, hasNext: false });
			const [first] = value.rows;
			expect(value.rows.map(({ text }) => text)).toEqual([
				'When does my order ship?',
				'I love the new blend 😍',
				'Late delivery and the price is too high #fail'
			]);
			expect(first).toEqual({
				id: expect.any(Number) as unknown,
				type: 'INSTAGRAM_CONVERSATION',
				text: 'When does my order ship?',
				sourceUpdatedAt: Date.UTC(2026, 4, 4, 13),
				sourceCreatedAt: Date.UTC(2026, 4, 4, 13),
				sentiment: null,
				tags: [],
				author: 'mira',
				conversationId: 'dm-1',
				mediaId: null,
				commentId: null,
				permalink: 'https://posts.example/unlabelled-dm',
				isClosed: false
			});
		}
	),
	clientCase('a page tells whether there is another one', rowsOfTea({ limit: 4, offset: 4 }), ({ value }) => {
		expect([value.rows.length, value.total, value.hasNext]).toEqual([4, 10, true]);
	}),
	clientCase(
		'a list is sorted by time or by relevance',
		async (client, ids) => [
			await rowsOfTea({ sort: 'SOURCE_UPDATED_AT', limit: 2 })(client, ids),
			await rowsOfTea({ sort: 'RELEVANCE', query: 'late,price,love', limit: 2 })(client, ids)
		],
		(pages) => {
			expect(pages.map(keysOf)).toEqual([
				['sunday-last-instant', 'monday-first-instant'],
				['sunday-last-instant', 'written-in-april']
			]);
		}
	),
	clientCase(
		'a sample is one page of its type',
		rowsOfTea({ sort: 'SAMPLE', types: ['COMMUNITY_INTERACTION'], limit: 1 }),
		(page) => {
			expect(keysOf(page)).toEqual(['no-platform']);
			expect(page.value.hasNext).toBe(false);
		}
	),
	clientCase(
		'a list takes every filter of the statistics',
		async (client, ids) => {
			const { urgent, praise } = ids;
			const filters: Partial<InteractionsQuery>[] = [
				{ tag_ids: [urgent, praise] },
				{ is_negative: true, is_neutral: true, is_spam: false },
				{ media_ids: ['spring-post', 12] },
				{ is_question: true },
				{ is_read: true },
				{ is_closed: true },
				{ assignee_ids: [7] },
				{ types: ['THREADS_COMMENT', 'TIKTOK_COMMENT'] },
				{
					source_updated_after: '2026-05-04T18:30:00+05:30',
					source_updated_before: '2026-05-04T18:45:00+05:30'
				}
			];
			return Promise.all(filters.map((filter) => rowsOfTea(filter)(client, ids)));
		},
		(pages) => {
			expect(pages.map(keysOf)).toEqual([
				['monday-first-instant'],
				['next-sunday', 'three-times-price', 'sunday-last-instant'],
				['monday-first-instant', 'sunday-last-instant'],
				['unlabelled-dm'],
				['three-times-price'],
				['no-platform'],
				[],
				['unknown-type', 'written-in-april'],
				['unlabelled-dm']
			]);
		}
	),
	clientCase(
		'a list of nothing is an empty page with a total of 0',
		rowsOfTea({ query: 'nobodysaidthis' }),
		({ value }) => expect(value).toEqual({ rows: [], total: 0, hasNext: false })
	)
];

const statistics: ClientCase[] = [
	clientCase('the distribution counts labels by platform', ofTea().distribution, (answer) => {
		expect(labelsOf(answer)).toEqual({
			facebook: [1, 0, 1],
			instagram: [0, 2, 0],
			tiktok: [0, 0, 1],
			youtube: [0, 0, 1],
			other: [1, 0, 1]
		});
	}),
	clientCase(
		'several brands are pooled',
		(client, { tea, heron }) => client.sentimentDistribution({ brand_ids: [tea, heron] }),
		(answer) => expect(labelsOf(answer)).toMatchObject({ facebook: [1, 0, 2], instagram: [1, 2, 0] })
	),
	clientCase('the sentiment of days', ofTea().sentiment({ scale: 'DAY' }), (answer) => {
		expect([answer.value.scale, answer.value.buckets.length]).toEqual(['DAY', 60]);
		expect(labelledBuckets(answer)).toEqual({
			'2026-05-03': [1, 0, 0],
			'2026-05-04': [0, 1, 1],
			'2026-05-06': [1, 0, 1],
			'2026-05-10': [0, 1, 0],
			'2026-05-11': [0, 0, 1],
			'2026-07-01': [0, 0, 1]
		});
	}),
	clientCase('the sentiment of weeks', ofTea().sentiment({ scale: 'WEEK' }), (answer) => {
		expect([answer.value.scale, answer.value.buckets.length]).toEqual(['WEEK', 10]);
		expect(labelledBuckets(answer)).toEqual({
			'2026-04-27': [1, 0, 0],
			'2026-05-04': [1, 2, 2],
			'2026-05-11': [0, 0, 1],
			'2026-06-29': [0, 0, 1]
		});
	}),
	clientCase('the sentiment of months', ofTea().sentiment({ scale: 'MONTH' }), (answer) => {
		expect([answer.value.scale, answer.value.buckets.length]).toEqual(['MONTH', 3]);
		expect(labelledBuckets(answer)).toEqual({ '2026-05-01': [2, 2, 3], '2026-07-01': [0, 0, 1] });
	}),
	clientCase('the sentiment of quarters', ofTea().sentiment({ scale: 'QUARTER' }), (answer) => {
		expect([answer.value.scale, answer.value.buckets.length]).toEqual(['QUARTER', 2]);
		expect(labelledBuckets(answer)).toEqual({ '2026-04-01': [2, 2, 3], '2026-07-01': [0, 0, 1] });
	}),
	clientCase(
		'the sentiment of hours',
		ofTea({ source_updated_after: '2026-05-04', source_updated_before: '2026-05-04' }).sentiment({
			scale: 'HOUR'
		}),
		(answer) => {
			expect([answer.value.scale, answer.value.buckets.length]).toEqual(['HOUR', 24]);
			expect(labelledBuckets(answer)).toEqual({ '2026-05-04': [0, 0, 1], '2026-05-04T13:00Z': [0, 1, 0] });
		}
	),
	clientCase('the volume of days', ofTea().volume({}), (answer) => {
		expect([answer.value.scale, answer.value.buckets.length]).toEqual(['DAY', 60]);
		expect(filledBuckets(answer)).toMatchObject({ '2026-05-04': 3, '2026-06-01': 1 });
		const monday = answer.value.buckets.find(({ start }) => start === Date.UTC(2026, 4, 4));
		expect([...monday!.types].sort((left, right) => (left.type < right.type ? -1 : 1))).toEqual([
			{ type: 'FACEBOOK_COMMENT', count: 1 },
			{ type: 'INSTAGRAM_COMMENT', count: 1 },
			{ type: 'INSTAGRAM_CONVERSATION', count: 1 }
		]);
	}),
	clientCase('the volume of weeks', ofTea().volume({ scale: 'WEEK' }), (answer) => {
		expect([answer.value.scale, answer.value.buckets.length]).toEqual(['WEEK', 10]);
		expect(filledBuckets(answer)).toEqual({
			'2026-04-27': 1,
			'2026-05-04': 6,
			'2026-05-11': 1,
			'2026-06-01': 1,
			'2026-06-29': 1
		});
	}),
	clientCase('the volume of months', ofTea().volume({ scale: 'MONTH' }), (answer) => {
		expect(answer.value.scale).toBe('MONTH');
		expect(filledBuckets(answer)).toEqual({ '2026-05-01': 8, '2026-06-01': 1, '2026-07-01': 1 });
	}),
	clientCase('the volume of quarters', ofTea().volume({ scale: 'QUARTER' }), (answer) => {
		expect(answer.value.scale).toBe('QUARTER');
		expect(filledBuckets(answer)).toEqual({ '2026-04-01': 9, '2026-07-01': 1 });
	}),
	clientCase(
		'the volume of hours and of their parts',
		async (client, ids) => {
			const { volume } = ofTea({
				source_updated_after: '2026-05-06T09:30:00Z',
				source_updated_before: '2026-05-06T10:00:00Z'
			});
			const minutes = [15, 30, 60] as const;
			return Promise.all(
				minutes.map((bucket_minutes) => volume({ scale: 'HOUR', bucket_minutes })(client, ids))
			);
		},
		(answers) => {
			expect(answers.map(({ value }) => value.bucketMinutes)).toEqual([15, 30, 60]);
			expect(answers.map(filledBuckets)).toEqual([
				{ '2026-05-06T09:30Z': 1, '2026-05-06T09:45Z': 1 },
				{ '2026-05-06T09:30Z': 2 },
				{ '2026-05-06T09:00Z': 2 }
			]);
		}
	),
	clientCase(
		'empty buckets are there with zeros',
		ofTea({ query: 'blend' }).volume({ scale: 'MONTH' }),
		(answer) => {
			expect(answer.value.buckets.map(({ types, total }) => [types.length, total])).toEqual([
				[1, 1],
				[0, 0],
				[0, 0]
			]);
		}
	),
	clientCase('keywords come with the most mentions first, counted by label', wordsOfTea(), (answer) => {
		const totals = answer.value.keywords.map(({ total }) => total);
		expect(totals).toEqual([...totals].sort((left, right) => right - left));
		expect(wordOf(answer, 'price')).toEqual({
			keyword: 'price',
			negative: 1,
			neutral: 1,
			positive: 0,
			total: 2
		});
		expect(wordOf(answer, 'brew')).toMatchObject({ positive: 1, total: 2 });
		expect(wordOf(answer, '__proto__')).toMatchObject({ total: 1 });
		expect(wordOf(answer, '👩\u200d👩\u200d👧')).toMatchObject({ total: 1 });
	}),
	clientCase('a list of keywords is as long as was asked for', wordsOfTea({ limit: 3 }), ({ value }) => {
		expect(value.keywords).toHaveLength(3);
	})
];

/** Each filter with the number of interactions that pass it. */
const FILTERS: [title: string, filters: (ids: Ids) => Filters, count: number][] = [
	['types are joined with or', () => ({ types: ['TIKTOK_COMMENT', 'THREADS_COMMENT'] }), 2],
	['a type that was never seen matches nothing', () => ({ types: ['NEVER_SEEN'] }), 0],
	['a word matches whole words whatever their case', () => ({ query: 'LATE' }), 1],
	['a phrase matches exactly', () => ({ query: 'Delivery Of The' }), 1],
	['a comma in a query means or', () => ({ query: 'late delivery, brew' }), 3],
	['a hashtag is not its word', () => ({ query: '#fail' }), 1],
	['an emoji is a word', () => ({ query: '😍' }), 1],
	['a + and a & in a query are themselves', () => ({ query: 'love + a & b' }), 0],
	['a query is never a pattern', () => ({ query: 'br%,.*' }), 0],
	['a blank query restricts nothing', () => ({ query: ' , ' }), 10],
	['one tag', ({ urgent }) => ({ tag_ids: [urgent] }), 2],
	['all of the tags', ({ urgent, praise }) => ({ tag_ids: [urgent, praise] }), 1],
	['the tag of another brand matches nothing', ({ heronUrgent }) => ({ tag_ids: [heronUrgent] }), 0],
	['one sentiment', () => ({ is_positive: true }), 4],
	['two sentiments are joined with or', () => ({ is_positive: true, is_negative: true }), 6],
	['a false sentiment restricts nothing', () => ({ is_positive: false }), 10],
	['closed ones', () => ({ is_closed: true }), 1],
	['open ones', () => ({ is_closed: false }), 9],
	['the older name of closed', () => ({ is_archived: true }), 1],
	['questions, read ones and spam', () => ({ is_question: true, is_read: false, is_spam: false }), 1],
	['the posts', () => ({ media_ids: ['spring-post', 12] }), 2],
	['assignees', () => ({ assignee_ids: [7] }), 0],
	['bare days', () => ({ source_updated_after: '2026-05-03', source_updated_before: '2026-05-10' }), 7],
	[
		'an instant is inside at the beginning and outside at the end',
		() => ({
			source_updated_after: '2026-05-03T23:59:59.999Z',
			source_updated_before: '2026-05-04T00:00:00Z'
		}),
		1
	],
	[
		'a time with an offset',
		() => ({
			source_updated_after: '2026-05-04T09:00:00-04:00',
			source_updated_before: '2026-05-04T09:15:00-04:00'
		}),
		1
	],
	['an open beginning', () => ({ source_updated_before: '2026-05-04T13:00' }), 2],
	['an open end', () => ({ source_updated_after: '2026-06-01' }), 2],
	[
		'an empty window',
		() => ({ source_updated_after: '2026-05-04T00:00:00Z', source_updated_before: '2026-05-04T00:00:00Z' }),
		0
	]
];

const filtering = FILTERS.map(([title, filters, count]) =>
	clientCase(`as a filter: ${title}`, countOfTea(filters), (counted) => expect(counted).toBe(count))
);

const UNSEEN = 987_654;

const failures: ClientCase[] = [
	clientCase(
		'a brand that cannot be seen is a refusal with 403, in every question',
		async (client, { tea }) =>
			Promise.all([
				failureOf(client.sentimentDistribution({ brand_ids: [tea, UNSEEN] })),
				failureOf(client.sentimentSeries({ brand_ids: [UNSEEN] })),
				failureOf(client.volumeSeries({ brand_ids: [UNSEEN] })),
				failureOf(client.topKeywords({ brand_ids: [tea, UNSEEN] })),
				failureOf(client.interactions({ brand_id: UNSEEN })),
				failureOf(client.tags([tea, UNSEEN]))
			]),
		(answers) => expect(answers).toEqual(Array(6).fill(failure('upstream_refused', 403)))
	),
	clientCase(
		'a question that the host cannot mean is invalid, and names the field with the host’s words',
		async (client, { tea }) => {
			const reversed = { source_updated_after: '2026-05-05', source_updated_before: '2026-05-03' };
			const endless = { source_updated_after: '2020-01-01', source_updated_before: '2026-01-01' };
			return Promise.all([
				failureOf(client.sentimentDistribution({ brand_ids: [tea], ...reversed })),
				failureOf(client.volumeSeries({ brand_ids: [tea], ...endless, scale: 'HOUR' })),
				failureOf(client.interactions({ brand_id: tea, sort: 'SAMPLE', types: ['TIKTOK_COMMENT'] })),
				failureOf(client.topKeywords({ brand_ids: [tea], media_ids: [] }))
			]);
		},
		(answers) => {
			expect(answers).toEqual([
				failure('query_invalid', 422, 'source_updated_before'),
				failure('query_invalid', 422, 'source_updated_after'),
				failure('query_invalid', 422, 'sort'),
				failure('query_invalid', 422, 'media_ids')
			]);
			for (const { errors } of answers as { errors: Record<string, string[]> }[]) {
				expect(Object.values(errors)[0]?.[0]).toMatch(/\.$/);
			}
		}
	),
	clientCase(
		'a question that no host can mean is invalid before it is sent',
		async (client, { tea }) => failureOf(client.volumeSeries({ brand_ids: [tea], types: [] })),
		(answer) => expect(answer).toEqual(failure('query_invalid', null, 'types'))
	)
];

export const clientCases: ClientCase[] = [...selfAndLists, ...statistics, ...filtering, ...failures];

/** What comes of a host that has none of the addresses that it is asked for. */
export const nowhereCases: ClientCase[] = [
	clientCase(
		'an address that is not there is not found',
		async (client) =>
			Promise.all([
				failureOf(client.self()),
				failureOf(client.topKeywords({ brand_ids: [1] })),
				failureOf(client.interactions({ brand_id: 1 }))
			]),
		(answers) => expect(answers).toEqual(Array(3).fill(failure('not_found', 404)))
	),
	clientCase(
		'a host without a list of tags has no tags',
		(client) => client.tags([1]),
		({ value }) => expect(value).toEqual([])
	)
];

/** What comes of a host whose store is away. */
export const awayCases: ClientCase[] = [
	clientCase(
		'a host whose store is away has failed, and says when to ask again',
		async (client) =>
			client.topKeywords({ brand_ids: [1] }).then(
				() => null,
				(error: unknown) =>
					isCommunityError(error) ? [error.code, error.status, error.details.retryAfter] : error
			),
		(answer) => expect(answer).toEqual(['upstream_failed', 503, 5])
	)
];
