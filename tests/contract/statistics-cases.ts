import { expect } from 'vitest';
import {
	brandIds,
	contractCase,
	embeddedCase,
	post,
	postFor,
	refusalOf,
	tagId,
	wrongFields,
	type Caller
} from './ask';

const DISTRIBUTION = '/sentiment_distribution_stats';
const SENTIMENT = '/sentiment_time_series';
const VOLUME = '/volume_time_series';
const KEYWORDS = '/top_keywords';
const STATISTICS = [DISTRIBUTION, SENTIMENT, VOLUME, KEYWORDS];

type Counts = { negative: number; neutral: number; positive: number; total: number };
type Platforms = Record<string, Counts>;
type Volume = Record<string, Record<string, number>>;
type Keyword = Counts & { keyword: string };

const counts = (negative: number, neutral: number, positive: number): Counts => ({
	negative,
	neutral,
	positive,
	total: negative + neutral + positive
});
const none = counts(0, 0, 0);
const NO_PLATFORM: Platforms = {
	facebook: none,
	instagram: none,
	tiktok: none,
	twitter: none,
	youtube: none
};

/** A body about the first brand of the fixture. */
async function askTea(ask: Caller, path: string, filters: object = {}): Promise<unknown> {
	const { tea } = await brandIds(ask);
	return postFor(ask, path, { brand_ids: [tea], ...filters });
}

/** How many interactions pass these filters, by the volume of a single bucket or several. */
async function countTea(ask: Caller, filters: object): Promise<number> {
	const buckets = (await askTea(ask, VOLUME, { scale: 'QUARTER', ...filters })) as Volume;
	return Object.values(buckets).reduce((sum, { total = 0 }) => sum + total, 0);
}

async function keywordsOf(ask: Caller, filters: object = {}): Promise<Map<string, Keyword>> {
	const list = (await askTea(ask, KEYWORDS, filters)) as Keyword[];
	return new Map(list.map((keyword) => [keyword.keyword, keyword]));
}

async function keysOfTea(ask: Caller, path: string, filters: object): Promise<string[]> {
	return Object.keys((await askTea(ask, path, filters)) as object);
}

export const statisticsCases = [
	contractCase(
		'the distribution counts labelled interactions by platform, `other` only where it is not zero',
		async (ask) => {
			expect(await askTea(ask, DISTRIBUTION)).toEqual({
				facebook: counts(1, 0, 1),
				instagram: counts(0, 2, 0),
				tiktok: counts(0, 0, 1),
				twitter: none,
				youtube: counts(0, 0, 1),
				other: counts(1, 0, 1)
			});
		}
	),
	contractCase(
		'all five platforms appear even when nothing is counted, and `other` does not',
		async (ask) => {
			expect(await askTea(ask, DISTRIBUTION, { query: 'nobodysaidthis' })).toEqual(NO_PLATFORM);
		}
	),
	contractCase('the sentiment series has the same platforms in each bucket', async (ask) => {
		const window = { source_updated_after: '2026-05-03', source_updated_before: '2026-05-04' };
		expect(await askTea(ask, SENTIMENT, window)).toEqual({
			'2026-05-03': { ...NO_PLATFORM, facebook: counts(1, 0, 0) },
			'2026-05-04': { ...NO_PLATFORM, facebook: counts(0, 0, 1), instagram: counts(0, 1, 0) }
		});
	}),
	contractCase(
		'volume counts unlabelled interactions and direct messages, which sentiment leaves out',
		async (ask) => {
			const day = { source_updated_after: '2026-05-04', source_updated_before: '2026-05-04' };
			expect(await askTea(ask, VOLUME, day)).toEqual({
				'2026-05-04': { FACEBOOK_COMMENT: 1, INSTAGRAM_CONVERSATION: 1, INSTAGRAM_COMMENT: 1, total: 3 }
			});
			expect(await askTea(ask, DISTRIBUTION, { ...day, types: ['INSTAGRAM_CONVERSATION'] })).toEqual(
				NO_PLATFORM
			);
		}
	),
	contractCase('what the brand wrote itself is in no statistic', async (ask) => {
		expect(await countTea(ask, { query: 'we love that' })).toBe(0);
		expect((await keywordsOf(ask)).get('love')).toMatchObject({ total: 2 });
	}),
	contractCase('several brands give one pooled answer: the sum of the single ones', async (ask) => {
		const { tea, heron } = await brandIds(ask);
		const [pooled, first, second] = (await Promise.all(
			[[tea, heron], [tea], [heron]].map((brands) => postFor(ask, DISTRIBUTION, { brand_ids: brands }))
		)) as Platforms[];
		expect(pooled!.facebook).toEqual(counts(1, 0, 2));
		for (const label of ['negative', 'neutral', 'positive', 'total'] as const) {
			for (const platform of Object.keys(pooled!)) {
				const sum = (first![platform]?.[label] ?? 0) + (second![platform]?.[label] ?? 0);
				expect(pooled![platform]![label]).toBe(sum);
			}
		}
	}),
	contractCase('a brand that is named twice is counted once', async (ask) => {
		const { tea } = await brandIds(ask);
		expect(await postFor(ask, DISTRIBUTION, { brand_ids: [tea, tea] })).toEqual(
			await askTea(ask, DISTRIBUTION)
		);
	}),

	contractCase('window and buckets go by the source update time, not by the time of writing', async (ask) => {
		const april = { source_updated_after: '2026-04-01', source_updated_before: '2026-04-30' };
		expect(await countTea(ask, april)).toBe(0);
		const may = await askTea(ask, VOLUME, {
			source_updated_after: '2026-05-06',
			source_updated_before: '2026-05-06'
		});
		expect(may).toMatchObject({ '2026-05-06': { TIKTOK_COMMENT: 1 } });
	}),
	contractCase('a timed window includes its beginning and excludes its end', async (ask) => {
		const from = (after: string, before: string) =>
			countTea(ask, { source_updated_after: after, source_updated_before: before });
		expect(await from('2026-05-03T23:59:59.999Z', '2026-05-04T00:00:00Z')).toBe(1);
		expect(await from('2026-05-04T00:00:00Z', '2026-05-04T13:00:00Z')).toBe(1);
		expect(await from('2026-05-04T00:00:00Z', '2026-05-04T13:00:00.001Z')).toBe(2);
	}),
	contractCase('a bare date covers its whole UTC day on both ends', async (ask) => {
		expect(
			await countTea(ask, { source_updated_after: '2026-05-03', source_updated_before: '2026-05-03' })
		).toBe(1);
		expect(
			await countTea(ask, { source_updated_after: '2026-05-03', source_updated_before: '2026-05-10' })
		).toBe(7);
	}),
	contractCase('a time with an offset is that instant, and a time without one is UTC', async (ask) => {
		const hour = (after: string, before: string) =>
			countTea(ask, { source_updated_after: after, source_updated_before: before });
		expect(await hour('2026-05-04T09:00:00-04:00', '2026-05-04T09:15:00-04:00')).toBe(1);
		expect(await hour('2026-05-04T18:30:00+05:30', '2026-05-04T18:45:00+05:30')).toBe(1);
		expect(await hour('2026-05-04T13:00', '2026-05-04T13:15')).toBe(1);
	}),
	contractCase('absent window ends mean the first and the last interaction', async (ask) => {
		const days = await keysOfTea(ask, VOLUME, {});
		expect([days[0], days.at(-1), days.length]).toEqual(['2026-05-03', '2026-07-01', 60]);
		const later = await keysOfTea(ask, VOLUME, { source_updated_after: '2026-06-29' });
		expect(later).toEqual(['2026-06-29', '2026-06-30', '2026-07-01']);
		const earlier = await keysOfTea(ask, SENTIMENT, { source_updated_before: '2026-05-05T00:00:00Z' });
		expect(earlier).toEqual(['2026-05-03', '2026-05-04']);
	}),
	contractCase(
		'an empty window has no buckets, and a window without interactions has empty ones',
		async (ask) => {
			const instant = {
				source_updated_after: '2026-05-04T00:00:00Z',
				source_updated_before: '2026-05-04T00:00:00Z'
			};
			expect(await askTea(ask, VOLUME, instant)).toEqual({});
			const quiet = { source_updated_after: '2020-02-29', source_updated_before: '2020-03-01' };
			expect(await askTea(ask, VOLUME, quiet)).toEqual({
				'2020-02-29': { total: 0 },
				'2020-03-01': { total: 0 }
			});
			expect(await askTea(ask, SENTIMENT, quiet)).toEqual({
				'2020-02-29': NO_PLATFORM,
				'2020-03-01': NO_PLATFORM
			});
		}
	),

	contractCase('the scale is DAY when none is asked for', async (ask) => {
		const window = { source_updated_after: '2026-05-03', source_updated_before: '2026-05-05' };
		const silent = await askTea(ask, SENTIMENT, window);
		expect(silent).toEqual(await askTea(ask, SENTIMENT, { ...window, scale: 'DAY' }));
		expect(Object.keys(silent as object)).toEqual(['2026-05-03', '2026-05-04', '2026-05-05']);
	}),
	contractCase('hours are keyed by their first minute in UTC', async (ask) => {
		const window = {
			source_updated_after: '2026-05-04T12:30:00Z',
			source_updated_before: '2026-05-04T14:00:00Z'
		};
		expect(await askTea(ask, VOLUME, { ...window, scale: 'HOUR' })).toEqual({
			'2026-05-04T12:00:00Z': { total: 0 },
			'2026-05-04T13:00:00Z': { INSTAGRAM_CONVERSATION: 1, INSTAGRAM_COMMENT: 1, total: 2 }
		});
	}),
	contractCase('weeks start on Monday and are keyed by it', async (ask) => {
		const window = { source_updated_after: '2026-05-03', source_updated_before: '2026-05-11' };
		expect(await askTea(ask, VOLUME, { ...window, scale: 'WEEK' })).toMatchObject({
			'2026-04-27': { total: 1 },
			'2026-05-04': { total: 6 },
			'2026-05-11': { total: 1 }
		});
	}),
	contractCase('months and quarters are keyed by their first day', async (ask) => {
		expect(await askTea(ask, VOLUME, { scale: 'MONTH' })).toMatchObject({
			'2026-05-01': { total: 8 },
			'2026-06-01': { total: 1 },
			'2026-07-01': { total: 1 }
		});
		expect(await askTea(ask, VOLUME, { scale: 'QUARTER' })).toMatchObject({
			'2026-04-01': { total: 9 },
			'2026-07-01': { total: 1 }
		});
	}),
	contractCase('empty buckets inside the window are emitted with zeros', async (ask) => {
		const window = { source_updated_after: '2026-05-07', source_updated_before: '2026-05-09' };
		expect(await askTea(ask, VOLUME, window)).toEqual({
			'2026-05-07': { total: 0 },
			'2026-05-08': { total: 0 },
			'2026-05-09': { total: 0 }
		});
	}),
	contractCase('a bucket that the window cuts counts only what is inside the window', async (ask) => {
		const window = {
			source_updated_after: '2026-05-06T09:45:00Z',
			source_updated_before: '2026-05-10T23:00:00Z'
		};
		const weeks = await askTea(ask, VOLUME, { ...window, scale: 'WEEK' });
		expect(weeks).toEqual({ '2026-05-04': { COMMUNITY_INTERACTION: 1, total: 1 } });
	}),
	contractCase('`bucket_minutes` of 15, 30 or 60 divides the hours, as an extension', async (ask) => {
		const window = {
			source_updated_after: '2026-05-06T09:30:00Z',
			source_updated_before: '2026-05-06T10:00:00Z'
		};
		const asked = (minutes: number) =>
			askTea(ask, VOLUME, { ...window, scale: 'HOUR', bucket_minutes: minutes });
		expect(await asked(15)).toEqual({
			'2026-05-06T09:30:00Z': { TIKTOK_COMMENT: 1, total: 1 },
			'2026-05-06T09:45:00Z': { COMMUNITY_INTERACTION: 1, total: 1 }
		});
		expect(await asked(30)).toEqual({
			'2026-05-06T09:30:00Z': { TIKTOK_COMMENT: 1, COMMUNITY_INTERACTION: 1, total: 2 }
		});
		expect(Object.keys((await asked(60)) as object)).toEqual(['2026-05-06T09:00:00Z']);
	}),
	contractCase('`bucket_minutes` without the scale HOUR is refused with 422', async (ask) => {
		const { tea } = await brandIds(ask);
		for (const scale of [{}, { scale: 'DAY' }]) {
			const response = await post(ask, VOLUME, { brand_ids: [tea], bucket_minutes: 15, ...scale });
			expect(await wrongFields(response, 'json')).toHaveProperty('bucket_minutes');
		}
	}),
	contractCase('a question for more than 20,000 buckets is refused with 422', async (ask) => {
		const { tea } = await brandIds(ask);
		for (const path of [SENTIMENT, VOLUME]) {
			const body = (before: string) => ({
				brand_ids: [tea],
				source_updated_after: '2020-01-01T00:00:00Z',
				source_updated_before: before,
				scale: 'HOUR'
			});
			const exact = await post(ask, path, body('2022-04-13T08:00:00Z'));
			expect(Object.keys(((await exact.json()) as { data: object }).data)).toHaveLength(20_000);
			await refusalOf(await post(ask, path, body('2022-04-13T08:00:00.001Z')), 422);
			await refusalOf(await post(ask, path, body('9999-12-31T23:59:59Z')), 422);
		}
	}),

	contractCase('types are joined with or, and a type that nobody knows yet can be asked for', async (ask) => {
		expect(await countTea(ask, { types: ['TIKTOK_COMMENT', 'THREADS_COMMENT'] })).toBe(2);
		expect(await countTea(ask, { types: ['NEVER_SEEN'] })).toBe(0);
	}),
	contractCase('the totals of the single types add up to the total', async (ask) => {
		const buckets = Object.values((await askTea(ask, VOLUME, { scale: 'MONTH' })) as Volume);
		for (const { total, ...types } of buckets) {
			expect(Object.values(types).reduce((sum, count) => sum + count, 0)).toBe(total);
		}
	}),
	contractCase('an interaction has to carry all of the tags asked for', async (ask) => {
		const { tea } = await brandIds(ask);
		const [urgent, praise] = [await tagId(ask, tea, 'urgent'), await tagId(ask, tea, 'praise')];
		expect(await countTea(ask, { tag_ids: [urgent] })).toBe(2);
		expect(await countTea(ask, { tag_ids: [urgent, praise] })).toBe(1);
		expect(await countTea(ask, { tag_ids: [9_007_199_254_740_991] })).toBe(0);
	}),
	contractCase('a tag belongs to one brand: the same name elsewhere is another tag', async (ask) => {
		const { tea, heron } = await brandIds(ask);
		const urgent = await tagId(ask, heron, 'urgent');
		expect(urgent).not.toBe(await tagId(ask, tea, 'urgent'));
		expect(await countTea(ask, { tag_ids: [urgent] })).toBe(0);
	}),
	contractCase('several sentiment flags are joined with or; a false flag restricts nothing', async (ask) => {
		expect(await countTea(ask, { is_positive: true })).toBe(4);
		expect(await countTea(ask, { is_positive: true, is_negative: true })).toBe(6);
		expect(await countTea(ask, { is_positive: false })).toBe(10);
		expect(await countTea(ask, { is_positive: false, is_neutral: true })).toBe(2);
	}),
	contractCase('the sentiment filter works on all four statistics', async (ask) => {
		const filters = { is_negative: true, scale: undefined };
		expect(await askTea(ask, DISTRIBUTION, filters)).toEqual({
			...NO_PLATFORM,
			facebook: counts(1, 0, 0),
			other: counts(1, 0, 0)
		});
		expect([...(await keywordsOf(ask, filters)).values()].every((word) => word.total === word.negative)).toBe(
			true
		);
		expect(await countTea(ask, { is_negative: true })).toBe(2);
		const days = (await askTea(ask, SENTIMENT, {
			is_negative: true,
			source_updated_before: '2026-05-04'
		})) as Record<string, Platforms>;
		expect(days['2026-05-04']).toEqual(NO_PLATFORM);
	}),
	contractCase('`is_closed` and its older name `is_archived` ask the same', async (ask) => {
		expect(await countTea(ask, { is_closed: true })).toBe(1);
		expect(await countTea(ask, { is_archived: true })).toBe(1);
		expect(await countTea(ask, { is_closed: false, is_archived: false })).toBe(9);
	}),
	contractCase(
		'`is_closed` and `is_archived` that contradict each other are refused with 422',
		async (ask) => {
			const { tea } = await brandIds(ask);
			const response = await post(ask, VOLUME, { brand_ids: [tea], is_closed: true, is_archived: false });
			expect(await wrongFields(response, 'json')).toHaveProperty('is_archived');
		}
	),
	contractCase('questions, read and spam can be asked for', async (ask) => {
		expect(await countTea(ask, { is_question: true })).toBe(1);
		expect(await countTea(ask, { is_read: true })).toBe(1);
		expect(await countTea(ask, { is_spam: true })).toBe(1);
		expect(await countTea(ask, { is_spam: false })).toBe(9);
	}),
	contractCase('`media_ids` are joined with or, and `assignee_ids` of nobody match nothing', async (ask) => {
		expect(await countTea(ask, { media_ids: ['spring-post', 12] })).toBe(2);
		expect(await countTea(ask, { media_ids: ['spring'] })).toBe(0);
		expect(await countTea(ask, { assignee_ids: [7] })).toBe(0);
	}),

	contractCase('one word matches whole words only, whatever their case', async (ask) => {
		expect(await countTea(ask, { query: 'LATE' })).toBe(1);
		expect(await countTea(ask, { query: 'lat' })).toBe(0);
		expect(await countTea(ask, { query: 'strasse' })).toBe(1);
	}),
	contractCase(
		'a one-word query matches the tokens of the index exactly: `#fail` is not `fail`',
		async (ask) => {
			expect(await countTea(ask, { query: 'fail' })).toBe(1);
			expect(await countTea(ask, { query: '#FAIL' })).toBe(1);
			expect(await countTea(ask, { query: 'fail,#fail' })).toBe(2);
		}
	),
	contractCase('several words match the exact phrase, on word edges', async (ask) => {
		expect(await countTea(ask, { query: 'late delivery' })).toBe(1);
		expect(await countTea(ask, { query: 'Delivery Of The' })).toBe(1);
		expect(await countTea(ask, { query: 'delivery late' })).toBe(0);
	}),
	contractCase('a comma in a query means or', async (ask) => {
		expect(await countTea(ask, { query: 'late delivery, brew' })).toBe(3);
		expect(await countTea(ask, { query: ' , brew ,' })).toBe(2);
	}),
	contractCase('a blank query restricts nothing', async (ask) => {
		expect(await countTea(ask, { query: '' })).toBe(10);
		expect(await countTea(ask, { query: ' , ' })).toBe(10);
	}),
	contractCase('a query is literal, never a pattern', async (ask) => {
		for (const query of ['.*', '%', '_', '[a-z]+', 'br%', 'br_w', "'", '\\', '"brew"*']) {
			const found = await countTea(ask, { query });
			expect({ query, found: found < 3 }).toEqual({ query, found: true });
		}
		expect(await countTea(ask, { query: 'br%' })).toBe(0);
		expect(await countTea(ask, { query: '.*' })).toBe(0);
	}),
	contractCase('stop words, numbers and mentions are found but not listed', async (ask) => {
		const listed = await keywordsOf(ask);
		for (const word of ['the', '42', '@northwind']) {
			expect({ word, found: await countTea(ask, { query: word }) }).not.toEqual({ word, found: 0 });
			expect({ word, listed: listed.has(word) }).toEqual({ word, listed: false });
		}
	}),
	contractCase('addresses and HTML entities are neither listed nor found', async (ask) => {
		const listed = await keywordsOf(ask, { limit: 500 });
		expect(['https', 'tea.example', 'amp', '&amp;'].filter((word) => listed.has(word))).toEqual([]);
		expect(await countTea(ask, { query: 'tea.example' })).toBe(0);
		expect(await countTea(ask, { query: 'amp' })).toBe(0);
	}),

	contractCase('a keyword counts once per interaction', async (ask) => {
		const words = await keywordsOf(ask);
		expect(words.get('price')).toEqual({ keyword: 'price', ...counts(1, 1, 0) });
		expect(words.get('love')).toEqual({ keyword: 'love', ...counts(0, 0, 2) });
	}),
	contractCase('the total of a keyword counts all its interactions, labelled or not', async (ask) => {
		const words = await keywordsOf(ask, { limit: 500 });
		expect(words.get('brew')).toEqual({ keyword: 'brew', negative: 0, neutral: 0, positive: 1, total: 2 });
		expect(words.get('order')).toEqual({ keyword: 'order', negative: 0, neutral: 0, positive: 0, total: 1 });
	}),
	contractCase('the keyword __proto__ is a word like any other', async (ask) => {
		const list = (await askTea(ask, KEYWORDS, { limit: 500 })) as Keyword[];
		expect(list.filter(({ keyword }) => keyword === '__proto__')).toEqual([
			{ keyword: '__proto__', ...counts(0, 0, 1) }
		]);
		expect(await countTea(ask, { query: '__proto__' })).toBe(1);
	}),
	contractCase('emoji are keywords of their own, joined ones whole', async (ask) => {
		const words = await keywordsOf(ask, { limit: 500 });
		const emoji = ['😍', '👩\u200d👩\u200d👧', '❤\ufe0f'].map((word) => words.get(word)?.total);
		expect(emoji).toEqual([1, 1, 1]);
		expect(words.has('👩')).toBe(false);
	}),
	contractCase('hashtags keep their sign', async (ask) => {
		const words = await keywordsOf(ask, { limit: 500 });
		expect([words.get('#fail')?.total, words.get('fail')?.total]).toEqual([1, 1]);
	}),
	contractCase('keywords come with the most mentions first', async (ask) => {
		const list = (await askTea(ask, KEYWORDS)) as Keyword[];
		const totals = list.map(({ total }) => total);
		expect(totals).toEqual([...totals].sort((left, right) => right - left));
		expect(totals[0]).toBe(2);
	}),
	contractCase('`limit` cuts the list of keywords off, up to 500', async (ask) => {
		const { tea } = await brandIds(ask);
		expect(await postFor(ask, KEYWORDS, { brand_ids: [tea], limit: 3 })).toHaveLength(3);
		for (const limit of [0, 501, 2.5, '3']) {
			const response = await post(ask, KEYWORDS, { brand_ids: [tea], limit });
			expect(await wrongFields(response, 'json')).toHaveProperty('limit');
		}
	}),

	contractCase('a brand that the token cannot see is 403 for the whole request', async (ask) => {
		const { tea } = await brandIds(ask);
		for (const path of STATISTICS) {
			await refusalOf(await post(ask, path, { brand_ids: [tea, 987_654] }), 403);
			await refusalOf(await post(ask, path, { brand_ids: [9_007_199_254_740_991] }), 403);
		}
	}),
	contractCase('unknown fields are refused with 422 naming them', async (ask) => {
		const { tea } = await brandIds(ask);
		for (const path of STATISTICS) {
			const body = `{"brand_ids":[${tea}],"sentiment":"positive","__proto__":1,"constructor":2}`;
			const fields = await wrongFields(await post(ask, path, body), 'json');
			expect(Object.keys(fields).sort()).toEqual(['__proto__', 'constructor', 'sentiment']);
		}
	}),
	contractCase('fields of another endpoint are refused with 422 saying whose they are', async (ask) => {
		const { tea } = await brandIds(ask);
		const scaled = await wrongFields(
			await post(ask, DISTRIBUTION, { brand_ids: [tea], scale: 'DAY' }),
			'json'
		);
		expect(scaled.scale?.[0]).toContain('sentiment_time_series');
		const limited = await wrongFields(await post(ask, VOLUME, { brand_ids: [tea], limit: 5 }), 'json');
		expect(limited.limit?.[0]).toContain('top_keywords');
	}),
	contractCase(
		'documented fields that the embedded host does not support are refused with 422 saying so',
		async (ask) => {
			const { tea } = await brandIds(ask);
			const unsupported = {
				ai_category_ids: [1],
				assignee_id: 1,
				interaction_rule_id: 1,
				interaction_rule_ids: [1],
				is_follow_up: true,
				message_content: 'x',
				multiple_keywords: ['x'],
				operators: ['AND'],
				response_recommended: true,
				subtype: 'x',
				ticket_id: 1
			};
			const response = await post(ask, VOLUME, { brand_ids: [tea], ...unsupported });
			const fields = await wrongFields(response, 'json');
			expect(Object.keys(fields).sort()).toEqual(Object.keys(unsupported).sort());
			for (const [sentence] of Object.values(fields))
				expect(sentence).toContain('embedded host does not support');
		}
	),
	contractCase('a missing or empty list of brands is refused with 422', async (ask) => {
		for (const path of STATISTICS) {
			for (const body of [
				{},
				{ brand_ids: [] },
				{ brand_ids: null },
				{ brand_ids: 144 },
				{ brand_ids: ['144'] }
			]) {
				expect(await wrongFields(await post(ask, path, body), 'json')).toHaveProperty('brand_ids');
			}
		}
	}),
	contractCase('an empty list of types is refused with 422', async (ask) => {
		const { tea } = await brandIds(ask);
		const response = await post(ask, VOLUME, { brand_ids: [tea], types: [] });
		expect(await wrongFields(response, 'json')).toHaveProperty('types');
	}),
	contractCase('a value of the wrong kind is refused with 422 naming its field', async (ask) => {
		const { tea } = await brandIds(ask);
		const wrong = {
			source_updated_after: [
				'yesterday',
				'2026-13-01',
				'2026-02-30',
				'2026-05-04T25:00:00Z',
				1_777_852_800,
				null
			],
			types: ['INSTAGRAM_COMMENT', ['instagram comment'], [7]],
			query: [7, ['love'], 'x'.repeat(501)],
			tag_ids: [1, [0], ['1']],
			is_positive: ['true', 1, null],
			scale: ['day', 'YEAR', 5],
			bucket_minutes: [5, '15']
		};
		for (const [field, values] of Object.entries(wrong)) {
			for (const value of values) {
				const response = await post(ask, SENTIMENT, { brand_ids: [tea], scale: 'HOUR', [field]: value });
				expect(Object.keys(await wrongFields(response, 'json'))).toEqual([field]);
			}
		}
	}),
	contractCase('a window whose end is earlier than its beginning is refused with 422', async (ask) => {
		const { tea } = await brandIds(ask);
		const window = { source_updated_after: '2026-05-05', source_updated_before: '2026-05-03' };
		for (const path of STATISTICS) {
			const fields = await wrongFields(await post(ask, path, { brand_ids: [tea], ...window }), 'json');
			expect(fields).toHaveProperty('source_updated_before');
		}
	}),
	embeddedCase('a body that is no JSON object is refused with 422', async (ask) => {
		const notUtf8 = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
		for (const body of ['', '{', 'null', '[]', '"x"', '7', '{"brand_ids":[1],}', notUtf8]) {
			expect(await wrongFields(await post(ask, KEYWORDS, body), 'json')).toHaveProperty('body');
		}
	}),
	embeddedCase('deep and endless bodies are refused with 422 and little text', async (ask) => {
		const deep = `{"query":${'['.repeat(100_000)}${']'.repeat(100_000)},"brand_ids":[1]}`;
		expect(await wrongFields(await post(ask, KEYWORDS, deep), 'json')).toEqual({
			query: [expect.any(String)]
		});
		const endless = `{"brand_ids":[${'0,'.repeat(200_000)}0]}`;
		const response = await post(ask, KEYWORDS, endless);
		const text = await response.clone().text();
		expect(await wrongFields(response, 'json')).toEqual({ brand_ids: [expect.any(String)] });
		expect(text.length).toBeLessThan(1000);
		const many = `{${Array.from({ length: 5000 }, (_, index) => `"field${index}":1`).join(',')}}`;
		expect(Object.keys(await wrongFields(await post(ask, KEYWORDS, many), 'json')).length).toBeLessThan(50);
	}),
	contractCase('a body above 512 KiB is refused with 413', async (ask) => {
		const { tea } = await brandIds(ask);
		const body = JSON.stringify({ brand_ids: [tea], query: 'x' }) + ' '.repeat(512 * 1024);
		await refusalOf(await post(ask, KEYWORDS, body), 413);
	}),
	embeddedCase('the statistics take POST only: any other method is 405 and says so', async (ask) => {
		for (const path of STATISTICS) {
			for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
				const response = await ask(path, { method });
				expect(response.headers.get('allow')).toBe('POST');
				await refusalOf(response, 405);
			}
		}
	})
];
