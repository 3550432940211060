import { describe, expect, it, vi } from 'vitest';
import type { CommunityClient } from '$lib/community/client';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { CommunityError } from '$lib/errors/community-error';
import { askSavedCounts } from './saved-counts';
import { brandsInView } from './view';

const NOW = Date.UTC(2026, 4, 4, 12);
const BRANDS = brandsInView(
	[7, 9].map((id) => ({ id, slug: String(id), name: `Brand ${id}`, organization: null })),
	[]
);
const answer = <T>(value: T, asOf = NOW) => Promise.resolve({ value, asOf, stale: false });

function hostOf(failing: (query: StatisticsQuery) => boolean = () => false) {
	const guard = <T>(query: StatisticsQuery, value: T) =>
		failing(query) ? Promise.reject(new CommunityError('upstream_timeout')) : answer(value, NOW - 1_000);
	const sentimentDistribution = vi.fn((query: StatisticsQuery) =>
		guard(query, {
			platforms: [
				{ platform: 'tiktok', negative: 3, neutral: 4, positive: 5 },
				{ platform: 'youtube', negative: 10, neutral: 0, positive: 1 }
			]
		})
	);
	const volumeSeries = vi.fn((query: StatisticsQuery) =>
		guard(query, {
			scale: 'DAY',
			bucketMinutes: null,
			buckets: [
				{ start: NOW, types: [], total: 20 },
				{ start: NOW, types: [], total: 22 }
			]
		})
	);
	const client = { sentimentDistribution, volumeSeries } as unknown as CommunityClient;
	return { client, sentimentDistribution, volumeSeries };
}

const ask = (client: CommunityClient, queries: string[], sentimentEverywhere = true) =>
	askSavedCounts(
		client,
		queries.map((query, index) => ({ id: String(index), query })),
		{ brands: BRANDS, sentimentEverywhere, defaults: { timeZone: 'UTC' }, now: NOW }
	);

describe('the counts of saved filters', () => {
	it('are those of the list: of the chosen sentiments, or of all messages', async () => {
		const { client, sentimentDistribution } = hostOf();
		const queries = [
			'q=delivery&sentiment=negative&closed=false',
			'sentiment=negative&sentiment=neutral',
			''
		];
		const { value, asOf } = await ask(client, queries);
		expect(value.map(({ count }) => count)).toEqual([13, 17, 42]);
		expect(asOf).toBe(NOW - 1_000);
		expect(sentimentDistribution.mock.calls[0]![0]).toMatchObject({
			brand_ids: [7, 9],
			query: 'delivery',
			is_closed: false
		});
	});

	it('cost one call for each question, however often it was saved', async () => {
		const { client, sentimentDistribution, volumeSeries } = hostOf();
		await ask(client, ['q=a', 'q=a', 'q=b', 'q=a&sentiment=negative', 'sentiment=negative&q=a']);
		expect(volumeSeries).toHaveBeenCalledTimes(2);
		expect(sentimentDistribution).toHaveBeenCalledTimes(1);
	});

	it('reach no brand that cannot be seen here, and never all of them in its place', async () => {
		const { client, volumeSeries } = hostOf();
		const { value } = await ask(client, ['brand=7&brand=12', 'brand=12']);
		expect(volumeSeries.mock.calls.map(([query]) => query.brand_ids)).toEqual([[7]]);
		expect(value[1]).toEqual({ id: '1', count: null, reason: 'no-brand' });
	});

	it('are asked without a sentiment where the list of the host is not filtered by it', async () => {
		const { client, sentimentDistribution, volumeSeries } = hostOf();
		const { value } = await ask(client, ['sentiment=negative'], false);
		expect([value[0]!.count, sentimentDistribution.mock.calls.length]).toEqual([42, 0]);
		expect(volumeSeries).toHaveBeenCalledTimes(1);
	});

	it('stay where one of them fails, and are an error where none could be counted', async () => {
		const { client } = hostOf(({ query }) => query === 'late');
		const { value } = await ask(client, ['q=late', 'q=price']);
		expect(value).toEqual([
			{ id: '0', count: null, reason: 'failed' },
			{ id: '1', count: 42, reason: null }
		]);
		await expect(ask(client, ['q=late'])).rejects.toMatchObject({ code: 'upstream_timeout' });
	});

	it('are zero without a call where nothing can match', async () => {
		const { client, volumeSeries } = hostOf();
		const { value } = await ask(client, ['type=ads&platform=tiktok']);
		expect([value[0]!.count, volumeSeries.mock.calls.length]).toEqual([0, 0]);
	});
});
