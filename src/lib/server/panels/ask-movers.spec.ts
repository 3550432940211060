import { describe, expect, it, vi } from 'vitest';
import type { KeywordsQuery, SeriesQuery } from '$lib/community/statistics-query';
import { CommunityError } from '$lib/errors/community-error';
import { askMovers, comparedViews, MOST_COUNTED } from './ask-movers';
import { answer, clientOf, keyword, viewOf, volumeOf } from './keyword-fixture';
import type { View } from './view';

const PREVIOUS = { comparison: { kind: 'previous', match: 'weekday' } } as const;
const isEarlier = (view: View, query: KeywordsQuery) =>
	query.source_updated_before! <= new Date(view.plan.range.start).toISOString();

/** A host of 1,000 interactions in both periods, whose earlier list lacks the new words: 3 have each of them. */
function hostOf(view: View, fresh: readonly string[]) {
	const usual = ['taste', 'price', 'delivery'].map((word) => keyword(word, 100));
	const listed = [...usual, ...fresh.map((word) => keyword(word, 90))];
	return {
		topKeywords: vi.fn(async (query: KeywordsQuery) =>
			answer({ keywords: isEarlier(view, query) ? usual : listed })
		),
		volumeSeries: vi.fn(async ({ query }: SeriesQuery) =>
			answer(volumeOf(view, [fresh.includes(query ?? '') ? 3 : 1000]))
		)
	};
}

async function moversOf(view: View, fresh: readonly string[], host = hostOf(view, fresh)) {
	const { value } = await askMovers(clientOf(host), comparedViews(view)!);
	const counted = host.volumeSeries.mock.calls.map(([query]) => query).filter(({ query }) => query);
	return { value, counted };
}

describe('what the words of a view are held against', () => {
	it('is the compared days, else the other one of exactly two brands', () => {
		const both = comparedViews(viewOf(PREVIOUS))!;
		expect(both).toMatchObject({ brands: null, a: { brands: [{ id: 1 }, { id: 2 }] } });
		expect(both.b.plan.range.end).toBeLessThanOrEqual(both.a.plan.range.start);
		const brands = comparedViews(viewOf())!;
		expect(brands).toMatchObject({ a: { brands: [{ id: 1 }] }, b: { brands: [{ id: 2 }] } });
		expect(comparedViews(viewOf({}, 1))).toBeNull();
		expect(comparedViews(viewOf({}, 3))).toBeNull();
	});
});

describe('asking for words that moved', () => {
	it('asks the side that does not list a word for its exact count, and compares that', async () => {
		const view = viewOf(PREVIOUS);
		const { value, counted } = await moversOf(view, ['wrapper']);
		expect(counted).toHaveLength(1);
		expect(counted[0]).toMatchObject({ query: 'wrapper', brand_ids: [1, 2] });
		expect(isEarlier(view, counted[0]!)).toBe(true);
		expect(value.more).toMatchObject([{ word: 'wrapper', a: { x: 90, n: 1000 }, b: { x: 3, n: 1000 } }]);
		expect(value).toMatchObject({ compared: 4, left: 0, uncounted: null });
	});

	it('asks for a bounded number of words, and says how many it left out', async () => {
		const fresh = Array.from({ length: MOST_COUNTED + 5 }, (_, index) => `new${index}`);
		const { value, counted } = await moversOf(viewOf(PREVIOUS), fresh);
		expect(counted).toHaveLength(MOST_COUNTED);
		expect(value).toMatchObject({ compared: MOST_COUNTED + 3, left: 5, uncounted: 'many' });
	});

	it('counts no word beside a filter for words, since the host would take both for “or”', async () => {
		const { value, counted } = await moversOf(viewOf({ ...PREVIOUS, query: 'price' }), ['wrapper']);
		expect(counted.map(({ query }) => query)).toEqual(['price', 'price']);
		expect(value).toMatchObject({ more: [], left: 1, uncounted: 'word-filter' });
	});

	it('leaves a word out whose count fails, and keeps the others', async () => {
		const view = viewOf(PREVIOUS);
		const host = hostOf(view, ['wrapper', 'foil']);
		const count = host.volumeSeries.getMockImplementation()!;
		host.volumeSeries.mockImplementation(async (query) => {
			if (query.query === 'foil') throw new CommunityError('upstream_failed', { message: 'busy' });
			return count(query);
		});
		const { value } = await moversOf(view, ['wrapper', 'foil'], host);
		expect(value).toMatchObject({ more: [{ word: 'wrapper' }], left: 1, uncounted: 'failed' });
	});
});
