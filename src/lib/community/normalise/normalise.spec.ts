import { describe, expect, it } from 'vitest';
import { isCommunityError } from '$lib/errors/community-error';
import { normaliseSelf } from './brands';
import { normaliseInteractions } from './interactions';
import { LONGEST_KEYWORD } from '../vocabulary';
import { normaliseKeywords } from './keywords';
import { normaliseDistribution } from './platforms';
import { normaliseSentimentSeries, normaliseVolumeSeries, type Asked } from './series';

const day: Asked = { scale: 'DAY', bucketMinutes: null };
const counts = (negative: number, neutral: number, positive: number) => ({ negative, neutral, positive });

/** The path that a malformed answer is refused with. */
function pathOf(read: () => unknown): string | undefined {
	try {
		read();
	} catch (error) {
		if (isCommunityError(error) && error.code === 'upstream_malformed') return error.details.path;
		throw error;
	}
	return undefined;
}

describe('normaliseDistribution', () => {
	it('reads the documented shape', () => {
		const data = { facebook: { ...counts(1, 2, 3), total: 6 }, youtube: { ...counts(0, 0, 0), total: 0 } };
		expect(normaliseDistribution({ data })).toEqual({
			platforms: [
				{ platform: 'facebook', ...counts(1, 2, 3) },
				{ platform: 'youtube', ...counts(0, 0, 0) }
			]
		});
	});

	it.each<[string, unknown]>([
		['without its wrapper', { facebook: counts(1, 2, 3) }],
		['with upper-case keys', { data: { FACEBOOK: { NEGATIVE: 1, NEUTRAL: 2, POSITIVE: 3 } } }],
		['with counts nested under sentiment', { data: { facebook: { sentiment: counts(1, 2, 3), total: 9 } } }],
		['with counts in digits', { data: { facebook: { negative: '1', neutral: '2', positive: '3' } } }],
		[
			'with counts as objects',
			{ data: { facebook: { negative: { total: 1 }, neutral: { count: 2 }, positive: 3 } } }
		],
		[
			'with a pooled total beside the platforms',
			{ data: { total: counts(1, 2, 3), facebook: counts(1, 2, 3) } }
		],
		['with platforms that hold nothing', { data: { facebook: counts(1, 2, 3), tiktok: null, twitter: {} } }]
	])('reads an answer %s', (_what, payload) => {
		expect(normaliseDistribution(payload)).toEqual({
			platforms: [{ platform: 'facebook', ...counts(1, 2, 3) }]
		});
	});

	it('keeps platforms that are not known by their raw name, also one called __proto__', () => {
		const payload: unknown = JSON.parse(
			'{"data": {"__proto__": {"negative": 1, "neutral": 0, "positive": 0}, "Threads": {"negative": 0, "neutral": 0, "positive": 2}}}'
		);
		expect(normaliseDistribution(payload).platforms).toEqual([
			{ platform: '__proto__', ...counts(1, 0, 0) },
			{ platform: 'Threads', ...counts(0, 0, 2) }
		]);
	});

	it.each([[null], [undefined], [{}], [[]], [{ data: null }], [{ data: {} }], [{ data: [] }]])(
		'reads %j as an answer without platforms',
		(payload) => {
			expect(normaliseDistribution(payload)).toEqual({ platforms: [] });
		}
	);

	it.each<[unknown, string]>([
		[{ data: { facebook: { ...counts(1, 2, 3), negative: -1 } } }, 'data.facebook.negative'],
		[{ data: { facebook: { ...counts(1, 2, 3), neutral: 1.5 } } }, 'data.facebook.neutral'],
		[{ data: { facebook: { ...counts(1, 2, 3), positive: Number.NaN } } }, 'data.facebook.positive'],
		[{ data: { facebook: { ...counts(1, 2, 3), positive: 1e13 } } }, 'data.facebook.positive'],
		[{ data: { facebook: { ...counts(1, 2, 3), positive: '9999999999999' } } }, 'data.facebook.positive'],
		[{ data: { facebook: { ...counts(1, 2, 3), positive: '1e3' } } }, 'data.facebook.positive'],
		[{ data: { facebook: { ...counts(1, 2, 3), positive: null } } }, 'data.facebook.positive'],
		[{ data: { facebook: { ...counts(1, 2, 3), positive: true } } }, 'data.facebook.positive'],
		[{ data: { facebook: { negative: 1, neutral: 2 } } }, 'data.facebook.positive'],
		[{ data: { facebook: { sentiment: { negative: 1, positive: 2 } } } }, 'data.facebook.sentiment.neutral'],
		[{ data: { facebook: { ...counts(1, 2, 3), total: -6 } } }, 'data.facebook.total'],
		[{ data: { facebook: counts(1, 2, 3), Facebook: counts(1, 2, 3) } }, 'data.Facebook'],
		[{ data: { facebook: 6 } }, 'data.facebook.negative'],
		[{ data: 'no' }, 'data'],
		[{ data: [1] }, 'data'],
		[{ message: 'please sign in' }, 'message.negative'],
		['<html>', '']
	])('refuses %j at its first problem', (payload, path) => {
		expect(pathOf(() => normaliseDistribution(payload))).toBe(path);
	});
});

describe('normaliseSentimentSeries', () => {
	it('reads the documented shape in the order of time', () => {
		const data = {
			'2026-05-05': { tiktok: counts(0, 0, 1) },
			'2026-05-04': { facebook: { ...counts(1, 2, 3), total: 6 } }
		};
		expect(normaliseSentimentSeries({ data }, day)).toEqual({
			scale: 'DAY',
			bucketMinutes: null,
			buckets: [
				{ start: Date.UTC(2026, 4, 4), platforms: [{ platform: 'facebook', ...counts(1, 2, 3) }] },
				{ start: Date.UTC(2026, 4, 5), platforms: [{ platform: 'tiktok', ...counts(0, 0, 1) }] }
			]
		});
	});

	it('keeps a bucket without platforms, and gives no bucket for an empty answer', () => {
		const { buckets } = normaliseSentimentSeries({ '2026-05-04': {} }, day);
		expect(buckets).toEqual([{ start: Date.UTC(2026, 4, 4), platforms: [] }]);
		expect(normaliseSentimentSeries({ data: null }, { scale: 'HOUR', bucketMinutes: 15 })).toEqual({
			scale: 'HOUR',
			bucketMinutes: 15,
			buckets: []
		});
	});

	it('adds up the platforms of buckets that fall together', () => {
		const data = {
			'2026-05-04T01:00:00Z': { facebook: counts(1, 1, 1) },
			'2026-05-04T02:00:00Z': { facebook: counts(1, 0, 2), tiktok: counts(0, 0, 4) }
		};
		expect(normaliseSentimentSeries({ data }, day).buckets).toEqual([
			{
				start: Date.UTC(2026, 4, 4),
				platforms: [
					{ platform: 'facebook', ...counts(2, 1, 3) },
					{ platform: 'tiktok', ...counts(0, 0, 4) }
				]
			}
		]);
	});

	it.each([
		['yesterday'],
		['2026-02-30'],
		['2026-05-04T25:00:00Z'],
		['1066-10-14'],
		['2026-05-04T00:00+23:00'],
		['']
	])('refuses the key %j', (key) => {
		expect(pathOf(() => normaliseSentimentSeries({ data: { [key]: {} } }, day))).toContain('data');
	});
});

describe('normaliseVolumeSeries', () => {
	const start = Date.UTC(2026, 4, 4);
	const read = (bucket: unknown) => normaliseVolumeSeries({ data: { '2026-05-04': bucket } }, day).buckets[0];

	it('reads types, and the host’s own total', () => {
		expect(read({ FACEBOOK_COMMENT: 17, INSTAGRAM_CONVERSATION: 11, total: 28 })).toEqual({
			start,
			types: [
				{ type: 'FACEBOOK_COMMENT', count: 17 },
				{ type: 'INSTAGRAM_CONVERSATION', count: 11 }
			],
			total: 28
		});
	});

	it('reads lower-case keys, totals inside the values, and a missing total as the sum', () => {
		expect(read({ facebook_comment: { total: 17 }, Youtube_Comment: '3', tiktok_comment: null })).toEqual({
			start,
			types: [
				{ type: 'FACEBOOK_COMMENT', count: 17 },
				{ type: 'YOUTUBE_COMMENT', count: 3 }
			],
			total: 20
		});
	});

	it('keeps types that are not known by their raw name, also one called __proto__', () => {
		const bucket: unknown = JSON.parse('{"__proto__": 4, "threads_Reply": 2, "TOTAL": 6}');
		expect(read(bucket)).toEqual({
			start,
			types: [
				{ type: '__proto__', count: 4 },
				{ type: 'threads_Reply', count: 2 }
			],
			total: 6
		});
	});

	it('adds up the types and totals of buckets that fall together', () => {
		const data = {
			'2026-05-04': { FACEBOOK_COMMENT: 1, total: 1 },
			'2026-05-06': { FACEBOOK_COMMENT: 2, TIKTOK_COMMENT: 5, total: 9 }
		};
		expect(normaliseVolumeSeries({ data }, { scale: 'MONTH', bucketMinutes: null }).buckets).toEqual([
			{
				start: Date.UTC(2026, 4, 1),
				types: [
					{ type: 'FACEBOOK_COMMENT', count: 3 },
					{ type: 'TIKTOK_COMMENT', count: 5 }
				],
				total: 10
			}
		]);
	});

	it.each<[unknown, string]>([
		[{ FACEBOOK_COMMENT: -1 }, 'data["2026-05-04"].FACEBOOK_COMMENT'],
		[{ FACEBOOK_COMMENT: 1, facebook_comment: 1 }, 'data["2026-05-04"].facebook_comment'],
		[{ total: 1.5 }, 'data["2026-05-04"].total'],
		[{ FACEBOOK_COMMENT: { mean: 3 } }, 'data["2026-05-04"].FACEBOOK_COMMENT'],
		[17, 'data["2026-05-04"]']
	])('refuses the bucket %j at its first problem', (bucket, path) => {
		expect(pathOf(() => read(bucket))).toBe(path);
	});
});

describe('normaliseKeywords', () => {
	const love = { keyword: 'love', ...counts(1, 2, 3), total: 9 };

	it.each<[string, unknown]>([
		['under keyword', { data: [{ keyword: 'love', ...counts(1, 2, 3), total: 9 }] }],
		['under word', { data: [{ word: 'love', ...counts(1, 2, 3), count: 9 }] }],
		['under term', { data: [{ term: 'love', ...counts(1, 2, 3), total_mentions: 9 }] }],
		['as the key of an object', { data: { love: { ...counts(1, 2, 3), total: 9 } } }],
		[
			'with counts nested under sentiment',
			{ data: [{ keyword: 'love', sentiment: counts(1, 2, 3), total: 9 }] }
		],
		['without the wrapper', [{ keyword: 'love', ...counts(1, 2, 3), total: 9 }]]
	])('reads a word %s', (_what, payload) => {
		expect(normaliseKeywords(payload)).toEqual({ keywords: [love] });
	});

	it('takes the sum of the labels for a total that is missing or below it', () => {
		const data = [
			{ keyword: 'a', ...counts(1, 2, 3) },
			{ keyword: 'b', ...counts(1, 2, 3), total: 2 }
		];
		expect(normaliseKeywords({ data }).keywords.map(({ total }) => total)).toEqual([6, 6]);
	});

	it('puts most mentions first, which an object with number-like keys does not', () => {
		const data = { 7: { ...counts(0, 0, 1) }, love: { ...counts(0, 0, 5) } };
		expect(normaliseKeywords({ data }).keywords.map(({ keyword }) => keyword)).toEqual(['love', '7']);
	});

	it('keeps every word, whatever it means to JavaScript, in rows and as keys', () => {
		const words = ['__proto__', 'constructor', 'toString', '#fail', '{a|x}', '👩‍👩‍👧', 'ÄÖ', 'total'];
		const row = (word: string) =>
			`{"keyword": ${JSON.stringify(word)}, "negative": 0, "neutral": 0, "positive": 1}`;
		const rows: unknown = JSON.parse(`{"data": [${words.map(row).join(',')}]}`);
		expect(normaliseKeywords(rows).keywords.map(({ keyword }) => keyword)).toEqual(words);
		const keys = words.map((word) => `${JSON.stringify(word)}: {"negative": 0, "neutral": 0, "positive": 1}`);
		const keyed: unknown = JSON.parse(`{"data": {${keys.join(',')}}}`);
		expect(normaliseKeywords(keyed).keywords.map(({ keyword }) => keyword)).toEqual(words);
	});

	it('mends half a surrogate pair, which no link could hold', () => {
		const payload: unknown = JSON.parse(
			'{"data": [{"word": "\\ud83d", "negative": 0, "neutral": 0, "positive": 1}]}'
		);
		expect(normaliseKeywords(payload).keywords[0]?.keyword).toBe('\ufffd');
	});

	it('leaves out words that no link can hold and says how many, also where two begin alike', () => {
		const long = 'w'.repeat(LONGEST_KEYWORD + 1);
		const words = ['love', long, `${long}!`, 'w'.repeat(LONGEST_KEYWORD)];
		const rows = words.map((word) => ({ word, ...counts(0, 0, 1) }));
		const { keywords, tooLong } = normaliseKeywords(rows);
		expect(keywords.map(({ keyword }) => keyword)).toEqual(['love', 'w'.repeat(LONGEST_KEYWORD)]);
		expect(tooLong).toBe(2);
	});

	it('reads a word that came as a number', () => {
		expect(normaliseKeywords({ data: [{ word: 2026, ...counts(0, 0, 1) }] }).keywords[0]?.keyword).toBe(
			'2026'
		);
	});

	it.each([[null], [[]], [{}], [{ data: [] }], [{ data: {} }], [{ data: null }]])(
		'reads %j as no keywords',
		(payload) => {
			expect(normaliseKeywords(payload)).toEqual({ keywords: [] });
		}
	);

	it.each<[unknown, string]>([
		[{ data: [{ keyword: 'love', negative: 1, neutral: 1, total: 3 }] }, 'data[0].positive'],
		[{ data: [{ ...counts(1, 2, 3) }] }, 'data[0]'],
		[{ data: [{ keyword: '', ...counts(1, 2, 3) }] }, 'data[0].keyword'],
		[{ data: [love, { ...love, keyword: null }] }, 'data[1].keyword'],
		[{ data: [love, love] }, 'data[1]'],
		[{ data: ['love'] }, 'data[0]'],
		[{ data: { love: 30 } }, 'data.love'],
		[{ data: 3 }, 'data']
	])('refuses %j at its first problem', (payload, path) => {
		expect(pathOf(() => normaliseKeywords(payload))).toBe(path);
	});
});

describe('normaliseSelf', () => {
	const acme = { id: 144, name: 'Acme', organization: { id: 1, name: 'Group' }, organization_id: 1 };

	it('reads the documented shape, with and without a wrapper, in the order of the ids', () => {
		const payload = {
			accessible_brands: [144, 7],
			brands: { acme, beta: { id: 7, name: 'Beta' } },
			organization: null
		};
		const self = {
			brands: [
				{ id: 7, slug: 'beta', name: 'Beta', organization: null },
				{ id: 144, slug: 'acme', name: 'Acme', organization: 'Group' }
			]
		};
		expect(normaliseSelf(payload)).toEqual(self);
		expect(normaliseSelf({ data: payload })).toEqual(self);
	});

	it('leaves out what the token cannot see, and shows a brand that nobody describes by its id', () => {
		const payload = { accessible_brands: [9], brands: { acme }, organization: { name: 'Group' } };
		expect(normaliseSelf(payload).brands).toEqual([{ id: 9, slug: '9', name: '9', organization: 'Group' }]);
	});

	it('takes all brands where no list says otherwise, and the slug for a name that is missing', () => {
		const payload: unknown = JSON.parse(
			'{"brands": {"__proto__": {"id": 3, "name": "", "organization": "Own"}}}'
		);
		expect(normaliseSelf(payload).brands).toEqual([
			{ id: 3, slug: '__proto__', name: '__proto__', organization: 'Own' }
		]);
	});

	it.each([[null], [{}], [{ brands: null }], [{ accessible_brands: [], brands: { acme } }]])(
		'reads %j as no brands',
		(payload) => {
			expect(normaliseSelf(payload)).toEqual({ brands: [] });
		}
	);

	it.each<[unknown, string]>([
		[{ brands: { acme: { name: 'Acme' } } }, 'brands.acme.id'],
		[{ brands: { acme: { id: 0 } } }, 'brands.acme.id'],
		[{ brands: { acme: { id: 1.5 } } }, 'brands.acme.id'],
		[{ brands: { acme: { id: 1, name: 4 } } }, 'brands.acme.name'],
		[{ brands: { acme, again: acme } }, 'brands.again'],
		[{ brands: { acme: 144 } }, 'brands.acme'],
		[{ accessible_brands: ['144'], brands: { acme } }, 'accessible_brands[0]'],
		['<html>', '']
	])('refuses %j at its first problem', (payload, path) => {
		expect(pathOf(() => normaliseSelf(payload))).toBe(path);
	});
});

describe('normaliseInteractions', () => {
	const asked = { limit: 2, offset: 0, isSample: false };
	const read = (row: unknown) => normaliseInteractions({ data: [row] }, asked).rows[0];
	const nothing = {
		type: 'UNKNOWN',
		text: '',
		sourceUpdatedAt: null,
		sourceCreatedAt: null,
		sentiment: null,
		tags: [],
		author: null,
		conversationId: null,
		mediaId: null,
		commentId: null,
		permalink: null,
		isClosed: null
	};

	it('reads a whole row', () => {
		const row = {
			id: 12,
			type: 'INSTAGRAM_CONVERSATION',
			text: 'Hi',
			source_updated_at: '2026-05-04T10:00:00+02:00',
			source_created_at: '2026-05-04 08:00',
			sentiment: { is_negative: false, is_neutral: false, is_positive: true, user_overridden: true },
			tags: [{ id: 3, name: 'VIP', color: '#FF0000', brand_id: 1 }],
			username: 'ann',
			conversation_id: 77,
			media_id: 'm1',
			permalink: 'https://example.com/p/1',
			is_closed: false
		};
		expect(read(row)).toEqual({
			id: 12,
			type: 'INSTAGRAM_CONVERSATION',
			text: 'Hi',
			sourceUpdatedAt: Date.UTC(2026, 4, 4, 8),
			sourceCreatedAt: Date.UTC(2026, 4, 4, 8),
			sentiment: 'positive',
			tags: [{ id: 3, name: 'VIP', color: '#FF0000' }],
			author: 'ann',
			conversationId: '77',
			mediaId: 'm1',
			commentId: null,
			permalink: 'https://example.com/p/1',
			isClosed: false
		});
	});

	it('reads a row that has nothing but its id', () => {
		expect(read({ id: 'a' })).toEqual({ id: 'a', ...nothing });
		const empty = {
			id: 'a',
			text: null,
			tags: null,
			sentiment: {},
			source_updated_at: '',
			conversation_id: ''
		};
		expect(read(empty)).toEqual({ id: 'a', ...nothing });
	});

	it.each<[unknown, string]>([
		[{ facebook_comment_id: 'f1' }, 'FACEBOOK_COMMENT'],
		[{ type: 'tiktok_comment' }, 'TIKTOK_COMMENT'],
		[{ type: 'THREADS_reply' }, 'THREADS_reply'],
		[{ type: '', youtube_comment_id: 'y', twitter_comment_id: null }, 'YOUTUBE_COMMENT']
	])('gives %j the type %s', (row, type) => {
		expect(read({ id: 1, ...(row as object) })?.type).toBe(type);
	});

	it.each<[unknown, string | null]>([
		['POSITIVE', 'positive'],
		['neutral', 'neutral'],
		[{ is_negative: true }, 'negative'],
		[{ is_negative: false, is_neutral: null }, null],
		[null, null]
	])('reads the sentiment %j as %s', (sentiment, label) => {
		expect(read({ id: 1, sentiment })?.sentiment).toBe(label);
	});

	it.each([['http://example.com'], ['javascript:alert(1)'], ['/p/1'], ['']])(
		'leaves the link %j out',
		(permalink) => {
			expect(read({ id: 1, permalink })?.permalink).toBeNull();
		}
	);

	it('reads an author in an object, and is_archived for is_closed', () => {
		expect(read({ id: 1, author: { user_handle: 'bob' }, is_archived: true })).toMatchObject({
			author: 'bob',
			isClosed: true
		});
	});

	it('keeps the first of rows that come twice', () => {
		const { rows } = normaliseInteractions(
			{
				data: [
					{ id: 1, text: 'a' },
					{ id: '1', text: 'b' }
				]
			},
			asked
		);
		expect(rows.map(({ text }) => text)).toEqual(['a']);
	});

	it.each<[string, unknown, { total: number | null; hasNext: boolean }]>([
		[
			'a next address',
			{ paging: { count: 9, previous: null, next: 'https://elsewhere/x' } },
			{ total: 9, hasNext: true }
		],
		['no next address', { paging: { count: 9, next: null } }, { total: 9, hasNext: false }],
		['a total alone', { paging: { count: 3 } }, { total: 3, hasNext: true }],
		['a total that is reached', { paging: { count: 2 } }, { total: 2, hasNext: false }],
		['nothing, after a full page', {}, { total: null, hasNext: true }]
	])('knows from %s whether there is more', (_what, paging, expected) => {
		const payload = { data: [{ id: 1 }, { id: 2 }], ...(paging as object) };
		expect(normaliseInteractions(payload, asked)).toMatchObject(expected);
		expect(normaliseInteractions(payload, { ...asked, isSample: true }).hasNext).toBe(false);
	});

	it('expects nothing after an empty page or a short one', () => {
		const next = { paging: { next: 'https://elsewhere/x' } };
		expect(normaliseInteractions({ data: [], ...next }, asked).hasNext).toBe(false);
		expect(normaliseInteractions({ data: [{ id: 1 }] }, asked).hasNext).toBe(false);
		expect(normaliseInteractions(null, asked)).toEqual({ rows: [], total: null, hasNext: false });
	});

	it.each<[unknown, string]>([
		[{ text: 'no id' }, 'data[0].id'],
		[{ id: null }, 'data[0].id'],
		[{ id: 1, text: 5 }, 'data[0].text'],
		[{ id: 1, source_updated_at: 'yesterday' }, 'data[0].source_updated_at'],
		[{ id: 1, source_updated_at: 1_777_000_000 }, 'data[0].source_updated_at'],
		[{ id: 1, sentiment: 'mixed' }, 'data[0].sentiment'],
		[{ id: 1, sentiment: { is_negative: true, is_positive: true } }, 'data[0].sentiment'],
		[{ id: 1, sentiment: { is_negative: 1 } }, 'data[0].sentiment.is_negative'],
		[
			{
				id: 1,
				tags: [
					{ id: 1, name: 'a' },
					{ id: 'x', name: 'b' }
				]
			},
			'data[0].tags[1].id'
		],
		[{ id: 1, is_closed: 'yes' }, 'data[0].is_closed'],
		['row', 'data[0]']
	])('refuses the row %j at its first problem', (row, path) => {
		expect(pathOf(() => read(row))).toBe(path);
	});
});
