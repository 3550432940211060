import { describe, expect, it, vi } from 'vitest';
import type { SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { answer, clientOf, daysOf, keyword, viewOf, volumeOf } from './keyword-fixture';
import { askWord, wordOf } from './keyword-word';
import type { View } from './view';

const report = () => 'reference';
const COUNTS = { negative: 1, neutral: 2, positive: 3 };

describe('a word of a link', () => {
	it('is tidied as the host reads it', () => {
		expect(wordOf('  new   recipe ')).toMatchObject({ query: 'new recipe', text: 'new recipe' });
		expect(wordOf('taste,,taste, price ')?.query).toBe('taste,price');
	});

	it('is none where it would ask for everything', () => {
		for (const text of [null, '', ' ', ',', ' , ,']) expect(wordOf(text)).toBeNull();
	});
});

/** A host that knows a word: brand 1 has more of it than brand 2, and the days before had half. */
function hostOf(view: View) {
	const isEarlier = (query: StatisticsQuery) =>
		query.source_updated_before! <= new Date(view.plan.range.start).toISOString();
	const daysFrom = (query: StatisticsQuery) =>
		isEarlier(query) && view.compared ? view.compared.view : view;
	const count = (query: StatisticsQuery) => (3 - query.brand_ids[0]!) * (isEarlier(query) ? 1 : 2);
	return {
		sentimentDistribution: vi.fn(async () => answer({ platforms: [{ platform: 'tiktok', ...COUNTS }] })),
		sentimentSeries: vi.fn(async (query: SeriesQuery) => answer(daysOf(daysFrom(query), 10, COUNTS))),
		volumeSeries: vi.fn(async (query: SeriesQuery) =>
			answer(volumeOf(daysFrom(query), [count(query), 0, count(query)]))
		),
		topKeywords: vi.fn(async () =>
			answer({
				keywords: [keyword('Taste', 9), keyword('oat', 5), keyword('hidden', 4), keyword('__proto__', 3)]
			})
		)
	};
}

async function ask(view: View, host: ReturnType<typeof hostOf>, text = 'taste') {
	const asked = askWord(clientOf(host), view, wordOf(text)!, { report, withDrawings: false });
	const [counts, companions] = await Promise.all([asked.counts, asked.companions]);
	if (!counts.ok || !companions.ok) throw new Error('the host answered, and a panel failed');
	return { counts: counts.value, companions: companions.value, asked };
}

describe('the exact count of a word', () => {
	it('asks every brand for the word itself, whatever else the filters search for', async () => {
		const view = viewOf({ query: 'price', sentiments: ['negative'] });
		const host = hostOf(view);
		await ask(view, host);
		for (const question of [host.sentimentDistribution, host.volumeSeries, host.sentimentSeries]) {
			const queries = question.mock.calls.map((call) => (call as unknown as [StatisticsQuery])[0]);
			const ofWord = queries.filter(({ query }) => query !== undefined);
			expect(ofWord.map(({ brand_ids, query }) => [brand_ids, query])).toEqual([
				[[1], 'taste'],
				[[2], 'taste']
			]);
			expect(queries.every((query) => query.is_negative === undefined)).toBe(true);
		}
	});

	it('asks for all messages only how much their days vary', async () => {
		const host = hostOf(viewOf());
		await ask(viewOf({ query: 'price' }), host);
		const ofAll = (question: { mock: { calls: unknown[][] } }) =>
			question.mock.calls
				.map(([query]) => query as StatisticsQuery)
				.filter(({ query }) => query === undefined)
				.map(({ brand_ids }) => brand_ids);
		expect(ofAll(host.sentimentSeries)).toEqual([[1], [2]]);
		expect([...ofAll(host.sentimentDistribution), ...ofAll(host.volumeSeries)]).toEqual([]);
	});

	it('is the sum of the volume, by brand and in all, and a brand without the word has a true zero', async () => {
		const view = viewOf();
		const host = hostOf(view);
		host.volumeSeries.mockImplementation(async (query) =>
			answer(volumeOf(view, query.brand_ids[0] === 1 ? [4, 0, 3] : []))
		);
		const { counts } = await ask(view, host);
		expect(counts.brands.map(({ brand, mentions }) => [brand, mentions])).toEqual([
			[1, 7],
			[2, 0]
		]);
		expect(counts.total).toMatchObject({ mentions: 7, rated: 12 });
		expect(counts.brands[0]!.bars.slice(0, 4)).toEqual([4, 0, 3, 0]);
		expect(counts.brands[0]!.bars).toHaveLength(28);
	});

	it('tells no total of brands of which one is missing, and names it', async () => {
		const view = viewOf();
		const host = hostOf(view);
		host.volumeSeries.mockImplementation(async (query) => {
			if (query.brand_ids[0] === 2) throw new Error('away');
			return answer(volumeOf(view, [5]));
		});
		const { counts } = await ask(view, host);
		expect(counts.total).toBeNull();
		expect(counts.missing).toEqual(['Brand 2']);
		expect(counts.brands.map(({ mentions }) => mentions)).toEqual([5, null]);
	});

	it('counts the compared days as exactly, also where no list of theirs holds the word', async () => {
		const view = viewOf({ comparison: { kind: 'previous', match: 'weekday' } });
		const { counts } = await ask(view, hostOf(view));
		expect(counts.brands.map(({ mentions }) => mentions)).toEqual([8, 4]);
		expect(counts.brands.map(({ change }) => change?.mentions.before)).toEqual([4, 2]);
		expect(counts.total?.change?.mentions).toMatchObject({ before: 6, difference: 6 });
		expect(counts.compared?.isHere).toBe(true);
	});

	it('keeps the counts when the compared days cannot be loaded, and says so', async () => {
		const view = viewOf({ comparison: { kind: 'previous', match: 'weekday' } });
		const host = hostOf(view);
		host.volumeSeries.mockImplementation(async (query) => {
			if (query.source_updated_before! <= new Date(view.plan.range.start).toISOString())
				throw new Error('away');
			return answer(volumeOf(view, [5]));
		});
		const { counts } = await ask(view, host);
		expect(counts.total).toMatchObject({ mentions: 10, change: null });
		expect(counts.compared?.isHere).toBe(false);
	});

	it('has no sentiment below ten rated messages', async () => {
		const view = viewOf({}, 1);
		const { counts } = await ask(view, hostOf(view));
		expect(counts.total).toMatchObject({ rated: 6, score: null, shares: null, certain: false });
	});
});

describe('the words that a word comes with', () => {
	it('leave out the word itself and those that are hidden', async () => {
		const view = viewOf({ omitted: ['hidden'] });
		const { companions } = await ask(view, hostOf(view));
		expect(companions).toEqual([
			{ word: 'oat', text: 'oat', total: 5 },
			{ word: '__proto__', text: '__proto__', total: 3 }
		]);
	});

	it('leave out every word of a phrase', async () => {
		const view = viewOf();
		const { companions } = await ask(view, hostOf(view), 'oat taste');
		expect(companions.map(({ word }) => word)).toEqual(['hidden', '__proto__']);
	});

	it('fail alone', async () => {
		const view = viewOf();
		const host = hostOf(view);
		host.topKeywords.mockRejectedValue(new Error('away'));
		const asked = askWord(clientOf(host), view, wordOf('taste')!, { report, withDrawings: false });
		expect((await asked.companions).ok).toBe(false);
		expect((await asked.counts).ok).toBe(true);
		expect((await asked.trend).ok).toBe(true);
		expect((await asked.volume).ok).toBe(true);
	});
});
