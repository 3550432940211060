import { describe, expect, it, vi } from 'vitest';
import type { SentimentSeries } from '$lib/community/answers';
import type { SeriesQuery, StatisticsQuery } from '$lib/community/statistics-query';
import { askMovers } from './ask-movers';
import { answer, clientOf, keyword, viewOf, volumeOf } from './keyword-fixture';
import { askKeywordList } from './keyword-list';
import { askWord, wordOf } from './keyword-word';
import type { View } from './view';

const DAY = 86_400_000;
const WORD = { negative: 90, neutral: 60, positive: 50 };
const report = () => 'reference';

/** Days that differ more than chance makes: every other one is bad. */
function differingDays(view: View, size: number): SentimentSeries {
	const good = { negative: size, neutral: 2 * size, positive: 7 * size };
	const bad = { negative: 7 * size, neutral: 2 * size, positive: size };
	const buckets = Array.from({ length: 20 }, (_, index) => ({
		start: view.plan.range.start + index * DAY,
		platforms: [{ platform: 'instagram', ...(index % 2 === 0 ? good : bad) }]
	}));
	return { scale: 'DAY', bucketMinutes: null, buckets };
}

/** Days of the word alone, that hardly differ. */
function evenDays(view: View): SentimentSeries {
	const buckets = Array.from({ length: 10 }, (_, index) => ({
		start: view.plan.range.start + index * DAY,
		platforms: [{ platform: 'instagram', negative: 9, neutral: 6, positive: 5 }]
	}));
	return { scale: 'DAY', bucketMinutes: null, buckets };
}

/** A host whose one brand has the word in 200 of 2,000 rated messages. */
function hostOf(view: View) {
	return {
		sentimentDistribution: vi.fn(async () => answer({ platforms: [{ platform: 'instagram', ...WORD }] })),
		sentimentSeries: vi.fn(async (query: SeriesQuery) =>
			answer(query.query === undefined ? differingDays(view, 10) : evenDays(view))
		),
		volumeSeries: vi.fn(async (query: StatisticsQuery) =>
			answer(volumeOf(view, query.query === undefined ? [1_000, 1_400] : [100, 100]))
		),
		topKeywords: vi.fn(async () => answer({ keywords: [keyword('delivery', 200, WORD), keyword('oat', 90)] }))
	};
}

async function scoreOnItsPage(view: View, host: ReturnType<typeof hostOf>) {
	const asked = askWord(clientOf(host), view, wordOf('delivery')!, { report, withDrawings: false });
	const counts = await asked.counts;
	if (!counts.ok) throw new Error('the host answered, and the panel failed');
	return counts.value.total!;
}

describe('the interval of a word', () => {
	it('is one in the list, in the list that is filtered for it, and on its own page', async () => {
		const shown = await Promise.all(
			[viewOf({}, 1), viewOf({ query: 'delivery' }, 1)].flatMap((view) => {
				const host = hostOf(view);
				const list = askKeywordList(clientOf(host), view).then(({ value }) => value.rows[0]!);
				return [list, scoreOnItsPage(view, host)];
			})
		);
		const [first, ...others] = shown.map(({ rated, score, shares, shareDecimals }) => ({
			rated,
			score,
			shares,
			shareDecimals
		}));
		for (const other of others) expect(other).toEqual(first);
	});

	it('is as wide as the days of all messages make it, in proportion to its own', async () => {
		const view = viewOf({}, 1);
		const host = hostOf(view);
		const wide = (await askKeywordList(clientOf(host), view)).value;
		host.sentimentSeries.mockRejectedValue(new Error('away'));
		const narrow = (await askKeywordList(clientOf(host), view)).value;
		const half = ({ rows }: typeof wide) => rows[0]!.score!.high - rows[0]!.score!.low;
		expect([wide.isWidened, narrow.isWidened]).toEqual([true, false]);
		expect(half(wide) / half(narrow)).toBeGreaterThan(1.5);
	});

	it('does not depend on which sentiments the view is filtered for', async () => {
		const [all, filtered] = [viewOf({}, 1), viewOf({ sentiments: ['negative'] }, 1)];
		const scores = [all, filtered].map(async (view) => (await scoreOnItsPage(view, hostOf(view))).score);
		expect(await scores[1]).toEqual(await scores[0]);
	});

	it('is the same among the words that moved', async () => {
		const view = viewOf({}, 1);
		const host = hostOf(view);
		const { rows } = (await askKeywordList(clientOf(host), view)).value;
		const before = {
			...hostOf(view),
			topKeywords: async () => answer({ keywords: [keyword('delivery', 20)] })
		};
		const client = clientOf({
			...host,
			topKeywords: (query) => (query.brand_ids[0] === 1 ? host.topKeywords() : before.topKeywords())
		});
		const other = { ...view, brands: [{ ...view.brands[0]!, id: 2 }] };
		const { value } = await askMovers(client, { a: view, b: other });
		const mover = value.more.find(({ word }) => word === 'delivery')!;
		expect({ ...mover.score, decimals: mover.decimals }).toEqual(rows[0]!.score);
	});
});
