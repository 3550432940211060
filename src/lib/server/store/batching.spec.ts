import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { applyBatch } from './apply-batch';
import { tenInteractions } from './fixture';
import { selectSentimentDistribution } from './queries/sentiment-distribution-stats';
import { selectSentimentSeries } from './queries/sentiment-time-series';
import { selectVolumeSeries } from './queries/volume-time-series';
import { openStore } from './store';
import type { Store } from './store';

const may = { source_updated_after: '2026-05-01', source_updated_before: '2026-06-30' };
const questions: [string, Omit<SeriesQuery, 'brand_ids'>][] = [
	['a window', may],
	['a window and a word', { ...may, query: 'love' }],
	[
		'a window, a label and a type',
		{ ...may, is_positive: true, types: ['INSTAGRAM_COMMENT', 'TWITTER_RETWEET'] }
	],
	['no window', {}]
];

let store: Store;

beforeAll(async () => {
	store = await openStore({ directory: ':memory:' });
	await applyBatch(store, { interactions: tenInteractions() });
});

afterAll(() => store.close());

/** Ask for brands 1, 2, 2 and 9 one after the other, and then all at once. */
async function askBothWays<Q extends StatisticsQuery, T>(
	select: (store: Store, query: Q) => Promise<T>,
	query: Omit<Q, 'brand_ids'>
): Promise<{ apart: T[]; together: T[] }> {
	const asked = [1, 2, 2, 9].map((brand) => ({ ...query, brand_ids: [brand] }) as unknown as Q);
	const apart: T[] = [];
	for (const one of asked) apart.push(await select(store, one));
	return { apart, together: await Promise.all(asked.map((one) => select(store, one))) };
}

describe('questions that arrive together', () => {
	it.each(questions)('about brands apart, with %s, are answered as each would be alone', async (_, query) => {
		for (const select of [selectSentimentSeries, selectVolumeSeries]) {
			const { apart, together } = await askBothWays<SeriesQuery, unknown>(select, query);
			expect(together).toEqual(apart);
		}
		const { scale: _scale, ...statistics } = { scale: undefined, ...query };
		const { apart, together } = await askBothWays(selectSentimentDistribution, statistics);
		expect(together).toEqual(apart);
	});

	it('reach the store as one statement', async () => {
		const rows = vi.spyOn(store, 'rows');
		const ask = (brand: number, query: object) =>
			selectSentimentDistribution(store, { ...query, brand_ids: [brand] });
		await Promise.all([ask(1, may), ask(2, may), ask(9, may)]);
		expect(rows).toHaveBeenCalledTimes(1);
		await Promise.all([ask(1, may), ask(2, { ...may, is_positive: true })]);
		expect(rows).toHaveBeenCalledTimes(3);
		rows.mockRestore();
	});

	it('fail for every caller, and the next ones are asked anew', async () => {
		const rows = vi.spyOn(store, 'rows').mockRejectedValueOnce(new Error('gone'));
		const ask = (brand: number) => selectSentimentDistribution(store, { ...may, brand_ids: [brand] });
		const failed = await Promise.allSettled([ask(1), ask(2)]);
		expect(failed.map((result) => result.status)).toEqual(['rejected', 'rejected']);
		expect((await ask(1)).platforms).toHaveLength(6);
		rows.mockRestore();
	});

	it('leave a pooled question pooled', async () => {
		const [pooled, first, second] = await Promise.all(
			[[1, 2], [1], [2]].map((brand_ids) => selectSentimentDistribution(store, { ...may, brand_ids }))
		);
		const negatives = (answer: typeof pooled) =>
			answer?.platforms.reduce((sum, platform) => sum + platform.negative, 0) ?? 0;
		expect(negatives(pooled)).toBe(negatives(first) + negatives(second));
	});

	it.each([
		['a window', may],
		['a label and a type', { ...may, is_positive: true, types: ['INSTAGRAM_COMMENT', 'TWITTER_RETWEET'] }],
		['what only the interactions tell', { ...may, is_question: false }],
		['weeks', { ...may, scale: 'WEEK' as const }],
		['no window', {}]
	])('about words apart, with %s, are answered as each would be alone', async (_, query) => {
		for (const brand_ids of [[1], [1, 2]]) {
			const ask = (word: string) => selectVolumeSeries(store, { ...query, brand_ids, query: word });
			const words = ['love', 'Love', 'delivery', 'nobodysaidthis', 'love delivery', 'love, delivery'];
			const apart: unknown[] = [];
			for (const word of words) apart.push(await ask(word));
			expect(await Promise.all(words.map(ask))).toEqual(apart);
		}
	});

	it('about words reach the store as one statement beside the one that looks the words up', async () => {
		const [numbers, columns] = [vi.spyOn(store, 'numbers'), vi.spyOn(store, 'columns')];
		const ask = (query: string, other: object = {}) =>
			selectVolumeSeries(store, { ...may, ...other, brand_ids: [1, 2], query });
		await Promise.all([ask('love'), ask('delivery'), ask('late')]);
		expect([numbers.mock.calls.length, columns.mock.calls.length]).toEqual([1, 1]);
		await Promise.all([ask('love'), ask('delivery', { tag_ids: [1] }), ask('late', { is_negative: true })]);
		expect(numbers).toHaveBeenCalledTimes(4);
		for (const spy of [numbers, columns]) spy.mockRestore();
	});
});
