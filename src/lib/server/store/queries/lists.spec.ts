import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyBatch } from '../apply-batch';
import { tenInteractions } from '../fixture';
import { openStore } from '../store';
import type { Store } from '../store';
import { selectInteractions } from './community-interactions';
import type { InteractionsQuery } from './community-interactions';
import { storeFreshness } from './freshness';
import { selectMedia } from './media';
import { selectBrands } from './self';
import { selectTags } from './tags';
import { selectVolumeSeries } from './volume-time-series';

let store: Store;

beforeAll(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: tenInteractions() });
});

afterAll(() => store.close());

async function keys(query: Partial<InteractionsQuery>): Promise<{ keys: string[]; total: number }> {
	const plain = { brand_ids: [1], sort: '-SOURCE_UPDATED_AT' as const, limit: 100, offset: 0 };
	const { rows, total } = await selectInteractions(store, { ...plain, ...query });
	return { keys: rows.map((row) => row.key), total };
}

describe('the list of interactions', () => {
	it('is the newest first, or the oldest', async () => {
		expect(await keys({})).toEqual({ keys: ['5', '4', '3', '2', '1'], total: 5 });
		expect(await keys({ sort: 'SOURCE_UPDATED_AT' })).toEqual({ keys: ['1', '2', '3', '4', '5'], total: 5 });
	});

	it('comes by pages that know the total', async () => {
		expect(await keys({ limit: 2, offset: 1 })).toEqual({ keys: ['4', '3'], total: 5 });
		expect(await keys({ limit: 2, offset: 9 })).toEqual({ keys: [], total: 5 });
	});

	it('puts first what matches most alternatives, then the newest', async () => {
		const query = { query: 'love, dress, so good', sort: 'RELEVANCE' as const };
		expect(await keys(query)).toEqual({ keys: ['3', '2', '1', '5', '4'], total: 5 });
	});

	it('draws a sample of what was asked for', async () => {
		const sample = await keys({ sort: 'SAMPLE', types: ['COMMUNITY_INTERACTION'], limit: 1 });
		expect(sample).toEqual({ keys: ['5'], total: 1 });
	});

	it('leaves out what the brand wrote itself', async () => {
		expect((await keys({ brand_ids: [2] })).keys).toEqual(['10', '8', '7', '6']);
	});

	it.each<[string, Partial<InteractionsQuery>, string[]]>([
		['a hashtag and not the word', { query: '#fail' }, ['2']],
		['the word and not the hashtag', { query: 'fail' }, ['4']],
		['the exact phrase', { query: 'so good' }, ['5', '2']],
		['no phrase out of order', { query: 'good so' }, []],
		[
			'a window with bare days',
			{ source_updated_after: '2026-05-05', source_updated_before: '2026-05-11' },
			['5', '4']
		],
		[
			'a window with times',
			{ source_updated_after: '2026-05-04T09:30:00Z', source_updated_before: '2026-05-05T00:00:00Z' },
			['3', '2']
		],
		['a time with an offset', { source_updated_after: '2026-05-11T14:00:00+02:00' }, ['5']],
		['closed ones', { is_closed: true }, ['2']],
		['all tags', { tag_ids: [1, 2] }, ['1']],
		['one label', { is_negative: true }, ['2']],
		['the posts', { media_ids: [77] }, ['1']],
		['a type that was never seen', { types: ['NEVER_SEEN'] }, []]
	])('finds %s', async (_, query, expected) => {
		expect(await keys(query)).toEqual({ keys: expected, total: expected.length });
	});

	it('has as many rows as the volume counts for the same question', async () => {
		const query = { brand_ids: [1, 2], query: 'love, fail', is_positive: true };
		const { total } = await selectInteractions(store, { ...query, sort: 'SAMPLE', limit: 1, offset: 0 });
		const { buckets } = await selectVolumeSeries(store, query);
		expect(buckets.reduce((sum, bucket) => sum + bucket.total, 0)).toBe(total);
		expect(total).toBeGreaterThan(0);
	});

	it('tells all that is known of one', async () => {
		const { rows } = await selectInteractions(store, {
			...{ brand_ids: [1], sort: 'SOURCE_UPDATED_AT', limit: 1, offset: 0 }
		});
		expect(rows[0]).toMatchObject({
			...{ key: '1', type: 'INSTAGRAM_COMMENT', text: 'I love this dress', sentiment: 'positive' },
			...{ sourceUpdatedAt: Date.UTC(2026, 4, 4, 9), author: null, mediaId: '77', isClosed: false },
			tags: [
				{ id: 1, name: 'launch', color: null },
				{ id: 2, name: 'sizing', color: null }
			]
		});
	});
});

describe('what the store knows', () => {
	it('are its brands in the order of their ids', async () => {
		expect(await selectBrands(store)).toEqual({
			brands: [
				{ id: 1, slug: 'aster-vale', name: 'Aster & Vale', organization: null },
				{ id: 2, slug: 'birch-cycles', name: 'Birch Cycles', organization: null }
			]
		});
	});

	it('is how new and how much it is', async () => {
		const freshness = await storeFreshness(store);
		expect(freshness.count).toBe(9);
		expect(freshness.brands.map(({ brandId, count }) => [brandId, count])).toEqual([
			[1, 5],
			[2, 4]
		]);
		expect(freshness.newest).toBe(Date.UTC(2026, 5, 3, 8, 15));
	});

	it('are the tags of a brand and the posts that it commented on', async () => {
		expect((await selectTags(store, [1])).map((tag) => tag.name)).toEqual(['launch', 'sizing']);
		expect(await selectTags(store, [2])).toEqual([]);
		expect(await selectMedia(store, 1)).toEqual([
			{
				mediaId: '77',
				platform: 'instagram',
				caption: null,
				permalink: null,
				publishedAt: null,
				count: 1,
				latest: Date.UTC(2026, 4, 4, 9)
			}
		]);
	});
});

describe('a question that cannot be answered', () => {
	const query = { brand_ids: [1], source_updated_after: '2020-01-01', source_updated_before: '2026-01-01' };

	it('asks for too many buckets', async () => {
		await expect(selectVolumeSeries(store, { ...query, scale: 'HOUR' })).rejects.toMatchObject({
			code: 'query_invalid',
			details: { field: 'source_updated_after' }
		});
	});

	it('asks for minutes in a scale that is not HOUR', async () => {
		await expect(selectVolumeSeries(store, { ...query, bucket_minutes: 30 })).rejects.toMatchObject({
			code: 'query_invalid',
			details: { field: 'bucket_minutes' }
		});
	});
});
