import { describe, expect, it, vi } from 'vitest';
import type { KeywordsQuery } from '$lib/community/statistics-query';
import { answer, clientOf, daysOf, keyword, viewOf, volumeOf } from './keyword-fixture';
import { askKeywordList, MOST_KEYWORDS } from './keyword-list';
import type { View } from './view';

const SPLIT = { negative: 20, neutral: 30, positive: 50 };
const isEarlier = (view: View, query: KeywordsQuery) =>
	query.source_updated_before! <= new Date(view.plan.range.start).toISOString();

/** A host with one list for the days of the view and another for the days before. */
function hostOf(view: View, now: string[], before: string[]) {
	const list = (words: string[]) => answer({ keywords: words.map((word) => keyword(word, 100, SPLIT)) });
	return {
		topKeywords: vi.fn(async (query: KeywordsQuery) => list(isEarlier(view, query) ? before : now)),
		volumeSeries: vi.fn(async () => answer(volumeOf(view, [150, 250]))),
		sentimentSeries: vi.fn(async () => answer(daysOf(view, 20, SPLIT)))
	};
}

describe('the list of keywords', () => {
	it('asks for 500 words of all brands at once, and tells each one’s share of all interactions', async () => {
		const view = viewOf();
		const host = hostOf(view, ['taste', 'price'], []);
		const { value } = await askKeywordList(clientOf(host), view);
		expect(host.topKeywords).toHaveBeenCalledTimes(1);
		expect(host.topKeywords.mock.calls[0]![0]).toMatchObject({ brand_ids: [1, 2], limit: MOST_KEYWORDS });
		expect(value).toMatchObject({ came: 2, interactions: 400, compared: null });
		expect(value.rows.map(({ word, share, change }) => [word, share, change])).toEqual([
			['taste', 0.25, null],
			['price', 0.25, null]
		]);
	});

	it('says how many words came, also those that are hidden', async () => {
		const view = viewOf({ omitted: ['price'] });
		const { value } = await askKeywordList(clientOf(hostOf(view, ['taste', 'price'], [])), view);
		expect(value.came).toBe(2);
		expect(value.rows.map(({ word }) => word)).toEqual(['taste']);
	});

	it('keeps its rows without the number of all interactions, and shares are unknown and not zero', async () => {
		const view = viewOf();
		const { topKeywords } = hostOf(view, ['taste'], []);
		const { value } = await askKeywordList(clientOf({ topKeywords }), view);
		expect(value.interactions).toBeNull();
		expect(value.rows.map(({ share }) => share)).toEqual([null]);
	});

	it('never takes a word that the earlier list leaves out for zero', async () => {
		const view = viewOf({ comparison: { kind: 'previous', match: 'weekday' } });
		const { value } = await askKeywordList(clientOf(hostOf(view, ['taste', 'wrapper'], ['taste'])), view);
		const changes = new Map(value.rows.map(({ word, change }) => [word, change]));
		expect(changes.get('wrapper')).toEqual({ kind: 'unlisted' });
		expect(changes.get('taste')).toMatchObject({ kind: 'change', difference: 0, verdict: 'unsure' });
		expect(value.compared).toMatchObject({ came: 1 });
	});

	it('keeps its rows when the compared days cannot be loaded, and says so', async () => {
		const view = viewOf({ comparison: { kind: 'previous', match: 'weekday' } });
		const host = hostOf(view, ['taste'], []);
		const { value } = await askKeywordList(
			clientOf({
				...host,
				topKeywords: async (query) => {
					if (isEarlier(view, query)) throw new Error('away');
					return host.topKeywords(query);
				}
			}),
			view
		);
		expect(value.rows.map(({ word, change }) => [word, change])).toEqual([['taste', null]]);
		expect(value.compared).toMatchObject({ came: null });
	});

	it('leaves the sentiment filter away where the host does not take it with keywords', async () => {
		for (const takesIt of [true, false]) {
			const view = viewOf(
				{ sentiments: ['negative'], comparison: { kind: 'previous', match: 'weekday' } },
				2,
				takesIt
			);
			const host = hostOf(view, ['taste'], ['taste']);
			const { value } = await askKeywordList(clientOf(host), view);
			expect(value.isOneSided).toBe(takesIt);
			const asked = host.topKeywords.mock.calls.map(([query]) => query.is_negative);
			expect(asked).toEqual(takesIt ? [true, true] : [undefined, undefined]);
		}
	});

	it('asks nothing where platforms and types exclude each other', async () => {
		const view = viewOf({ platforms: ['tiktok'], types: ['dms'] });
		const { value } = await askKeywordList(clientOf({}), view);
		expect(value).toMatchObject({ rows: [], came: 0, interactions: 0 });
	});
});
