import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction, PlatformCounts } from './answers';
import { SCALES } from './vocabulary';
import {
	toBucketKey,
	toDistributionWire,
	toInteractionWire,
	toKeywordListWire,
	toPlatformsWire,
	toSelfWire,
	toSentimentSeriesWire,
	toVolumeSeriesWire
} from './wire';
import { distributionWire, interactionWire, keywordListWire, platformsWire, selfWire } from './wire-schemas';

const reread = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const counted = (platform: string, negative: number, neutral: number, positive: number): PlatformCounts => ({
	platform,
	negative,
	neutral,
	positive
});
const none = { negative: 0, neutral: 0, positive: 0, total: 0 };

describe('counts by platform', () => {
	it('always name the five platforms, in one order, and no other', () => {
		expect(toPlatformsWire([])).toEqual({
			facebook: none,
			instagram: none,
			tiktok: none,
			twitter: none,
			youtube: none
		});
		const late = toPlatformsWire([counted('youtube', 1, 0, 0), counted('facebook', 0, 0, 1)]);
		expect(Object.keys(late)).toEqual(['facebook', 'instagram', 'tiktok', 'twitter', 'youtube']);
	});

	it('carry the sum of the three labels as their total', () => {
		expect(toPlatformsWire([counted('tiktok', 1, 20, 300)]).tiktok).toEqual({
			negative: 1,
			neutral: 20,
			positive: 300,
			total: 321
		});
	});

	it('show `other` only where it is not zero', () => {
		expect(toPlatformsWire([counted('other', 0, 0, 0)])).not.toHaveProperty('other');
		expect(toPlatformsWire([counted('other', 0, 2, 0)]).other).toMatchObject({ neutral: 2, total: 2 });
	});

	it('add platforms that the contract does not name to `other`, so that no interaction is lost', () => {
		const both = toPlatformsWire([counted('threads', 1, 0, 0), counted('other', 1, 1, 0)]);
		expect(both.other).toEqual({ negative: 2, neutral: 1, positive: 0, total: 3 });
	});

	it('lose nothing, whatever the platforms are called', () => {
		const count = fc.nat(1000);
		const row = fc.record({
			platform: fc.oneof(fc.constantFrom('facebook', 'youtube', '__proto__', 'total'), fc.string()),
			negative: count,
			neutral: count,
			positive: count
		});
		fc.assert(
			fc.property(fc.array(row), (rows) => {
				const written = platformsWire.parse(reread(toPlatformsWire(rows)));
				const total = Object.values(written).reduce((sum, counts) => sum + (counts?.total ?? 0), 0);
				expect(total).toBe(
					rows.reduce((sum, { negative, neutral, positive }) => sum + negative + neutral + positive, 0)
				);
			})
		);
	});
});

describe('the key of a bucket', () => {
	it('is the first day of a bucket of a day or more, in UTC', () => {
		const start = Date.UTC(2026, 3, 27);
		for (const scale of SCALES.filter((name) => name !== 'HOUR')) {
			expect(toBucketKey(start, scale)).toBe('2026-04-27');
		}
	});

	it('is the first minute of an hour, a half or a quarter of one', () => {
		expect(toBucketKey(Date.UTC(2026, 4, 4), 'HOUR')).toBe('2026-05-04T00:00:00Z');
		expect(toBucketKey(Date.UTC(2026, 4, 4, 23, 45), 'HOUR')).toBe('2026-05-04T23:45:00Z');
	});
});

describe('the series', () => {
	it('key their buckets in order of time', () => {
		const buckets = [0, 1, 2].map((day) => ({ start: Date.UTC(2026, 11, 31 + day), platforms: [] }));
		const { data } = toSentimentSeriesWire({ scale: 'DAY', bucketMinutes: null, buckets });
		expect(Object.keys(data)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
	});

	it('name only the types that occur in a bucket, and always the total', () => {
		const buckets = [
			{
				start: Date.UTC(2026, 4, 4),
				types: [
					{ type: 'FACEBOOK_COMMENT', count: 17 },
					{ type: 'TIKTOK_COMMENT', count: 0 }
				],
				total: 17
			},
			{ start: Date.UTC(2026, 4, 5), types: [], total: 0 }
		];
		expect(toVolumeSeriesWire({ scale: 'DAY', bucketMinutes: null, buckets }).data).toEqual({
			'2026-05-04': { FACEBOOK_COMMENT: 17, total: 17 },
			'2026-05-05': { total: 0 }
		});
	});

	it('keep a type that is called __proto__', () => {
		const buckets = [{ start: 0, types: [{ type: '__proto__', count: 3 }], total: 3 }];
		const { data } = toVolumeSeriesWire({ scale: 'DAY', bucketMinutes: null, buckets });
		expect(JSON.stringify(data)).toBe('{"1970-01-01":{"__proto__":3,"total":3}}');
	});
});

describe('the other answers', () => {
	it('write the distribution under `data`', () => {
		const written = toDistributionWire({ platforms: [counted('twitter', 2, 0, 1)] });
		expect(distributionWire.parse(written).data.twitter.total).toBe(3);
	});

	it('write a keyword as a value, in the order of the list', () => {
		const words = ['__proto__', 'constructor', '1', 'love'];
		const keywords = words.map((keyword) => ({ keyword, negative: 0, neutral: 1, positive: 2, total: 9 }));
		const written = keywordListWire.parse(reread(toKeywordListWire({ keywords })));
		expect(written.data.map(({ keyword }) => keyword)).toEqual(words);
		expect(written.data[0]).toEqual({ keyword: '__proto__', negative: 0, neutral: 1, positive: 2, total: 9 });
	});

	it('write the brands by slug, number the organisations, and lift out the one that all share', () => {
		const brand = (id: number, slug: string, organization: string | null) => ({
			id,
			slug,
			name: slug.toUpperCase(),
			organization
		});
		const shared = selfWire.parse(
			reread(toSelfWire({ brands: [brand(7, 'tea', 'Lake Ltd'), brand(9, 'heron', 'Lake Ltd')] }))
		);
		expect(shared).toEqual({
			accessible_brands: [7, 9],
			brands: {
				tea: { id: 7, name: 'TEA', organization: { id: 1, name: 'Lake Ltd' }, organization_id: 1 },
				heron: { id: 9, name: 'HERON', organization: { id: 1, name: 'Lake Ltd' }, organization_id: 1 }
			},
			organization: { id: 1, name: 'Lake Ltd' },
			organization_id: 1
		});
		const apart = toSelfWire({ brands: [brand(1, 'a', 'One'), brand(2, 'b', null), brand(3, 'c', 'Two')] });
		expect(Object.values(apart.brands).map(({ organization_id: id }) => id)).toEqual([1, null, 2]);
		expect(apart).toMatchObject({ organization: null, organization_id: null });
	});

	it('keep a brand whose slug is __proto__', () => {
		const written = toSelfWire({ brands: [{ id: 1, slug: '__proto__', name: 'P', organization: null }] });
		expect(JSON.stringify(written.brands)).toContain('"__proto__":{"id":1');
	});

	const comment: Interaction = {
		id: 12,
		type: 'FACEBOOK_ADS_COMMENT',
		text: 'love it',
		sourceUpdatedAt: Date.UTC(2026, 4, 4, 12),
		sourceCreatedAt: null,
		sentiment: 'positive',
		tags: [{ id: 3, name: 'praise', color: '#00FF00' }],
		author: 'mira',
		conversationId: null,
		mediaId: 'spring-post',
		commentId: '12',
		permalink: null,
		isClosed: false
	};

	it('write a comment with the id that a reply to it names', () => {
		expect(interactionWire.parse(toInteractionWire(comment))).toEqual({
			id: 12,
			type: 'FACEBOOK_ADS_COMMENT',
			text: 'love it',
			source_updated_at: '2026-05-04T12:00:00.000Z',
			source_created_at: null,
			sentiment: { is_negative: false, is_neutral: false, is_positive: true, user_overridden: false },
			tags: [{ id: 3, name: 'praise', color: '#00FF00' }],
			username: 'mira',
			conversation_id: null,
			media_id: 'spring-post',
			permalink: null,
			is_closed: false,
			facebook_comment_id: '12'
		});
	});

	it.each(['TWITTER_CONVERSATION', 'COMMUNITY_INTERACTION', 'THREADS_COMMENT'])(
		'write a %s without a comment id',
		(type) => {
			const written = toInteractionWire({ ...comment, type });
			expect(Object.keys(written).filter((key) => key.endsWith('_comment_id'))).toEqual([]);
		}
	);

	it('write an unlabelled interaction with a null for its sentiment', () => {
		expect(toInteractionWire({ ...comment, sentiment: null }).sentiment).toBeNull();
	});
});
