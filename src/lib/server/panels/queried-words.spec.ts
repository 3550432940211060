import { describe, expect, it, vi } from 'vitest';
import type { StatisticsQuery } from '$lib/community/statistics-query';
import { answer, clientOf, daysOf, keyword, viewOf, volumeOf } from './keyword-fixture';
import { askKeywordList } from './keyword-list';
import { queriedWords } from './queried-words';

const whole = { phi: 1, rated: 2_000, counts: { negative: 400, neutral: 600, positive: 1_000 } };
const verdictOf = (negative: number, neutral: number, positive: number) =>
	queriedWords(viewOf(), { negative, neutral, positive }, whole).others?.verdict;

describe('the words that a view is filtered for', () => {
	it('are held against all messages without them, and not against themselves', () => {
		const { score, others } = queriedWords(viewOf(), { negative: 100, neutral: 50, positive: 50 }, whole);
		expect(score?.value).toBe(-0.25);
		expect(others?.score.value).toBeCloseTo((950 - 300) / 1_800, 12);
		expect(others?.verdict).toBe('worse');
	});

	it('are better or worse only where that is sure', () => {
		expect(verdictOf(10, 40, 150)).toBe('better');
		expect(verdictOf(42, 58, 100)).toBe('alike');
		const uncertain = queriedWords(
			viewOf(),
			{ negative: 60, neutral: 60, positive: 80 },
			{ ...whole, phi: 80 }
		);
		expect(uncertain.others?.verdict).toBe('alike');
		expect(verdictOf(60, 60, 80)).toBe('worse');
	});

	it('are held against nothing where there are no others, or too few', () => {
		expect(queriedWords(viewOf(), whole.counts, whole).others).toBeNull();
		expect(queriedWords(viewOf(), { negative: 60, neutral: 60, positive: 80 }, null).others).toBeNull();
		expect(queriedWords(viewOf(), { negative: 3, neutral: 2, positive: 4 }, whole).score).toBeNull();
	});

	it('cost one question, and none where nothing is asked for or sentiments are', async () => {
		const host = (view: ReturnType<typeof viewOf>) => ({
			topKeywords: vi.fn(async () => answer({ keywords: [keyword('late', 20, { negative: 20 })] })),
			volumeSeries: vi.fn(async () => answer(volumeOf(view, [40]))),
			sentimentSeries: vi.fn(async () => answer(daysOf(view, 20, whole.counts))),
			sentimentDistribution: vi.fn(async (_: StatisticsQuery) =>
				answer({ platforms: [{ platform: 'tiktok', negative: 20, neutral: 5, positive: 5 }] })
			)
		});
		const asked = viewOf({ query: 'late' });
		const own = host(asked);
		const { value } = await askKeywordList(clientOf(own), asked);
		expect(own.sentimentDistribution.mock.calls.map(([{ query }]) => query)).toEqual(['late']);
		expect(value.queried).toMatchObject({ rated: 30, others: { verdict: 'worse' } });
		for (const view of [viewOf(), viewOf({ query: 'late', sentiments: ['negative'] })]) {
			const other = host(view);
			const answered = await askKeywordList(clientOf(other), view);
			expect(other.sentimentDistribution).not.toHaveBeenCalled();
			expect(answered.value.queried).toBeNull();
		}
	});

	it('leave the list as it is where the question fails', async () => {
		const view = viewOf({ query: 'late' });
		const { value } = await askKeywordList(
			clientOf({ topKeywords: async () => answer({ keywords: [keyword('late', 20)] }) }),
			view
		);
		expect(value).toMatchObject({ came: 1, queried: null });
	});
});
