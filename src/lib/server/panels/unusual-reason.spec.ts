import { describe, expect, test } from 'vitest';
import type { Answer, Keyword, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { groupOfType } from '$lib/community/vocabulary';
import { defaultFilters, type Filters } from '$lib/filters/filters';
import { makeView } from './make-view';
import { explainDay } from './unusual-reason';
import { brandsInView } from './view';

const DAY = '2026-11-16';
const NOW = Date.parse('2026-11-22T12:00:00Z');
const START = Date.parse(`${DAY}T00:00:00Z`);
const of = (negative: number, neutral: number, positive: number): SentimentCounts => ({
	negative,
	neutral,
	positive
});
const answer = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ value, asOf: NOW, stale: false });

/** Every earlier day is alike; on the day itself 40 negative comments about the wrapper come on TikTok. */
function fakeClient(asked: string[]): CommunityClient {
	const usual = of(10, 20, 20);
	const isDay = (start: number) => start === START;
	const keyword = (word: string, counts: SentimentCounts): Keyword => ({
		keyword: word,
		total: counts.negative + counts.neutral + counts.positive,
		...counts
	});
	return {
		sentimentSeries: (query: { types?: string[]; query?: string }) => {
			asked.push(query.query ?? `${groupOfType(query.types?.[0] ?? '')}`);
			const isComments = groupOfType(query.types?.[0] ?? '') === 'comments';
			const loud = (start: number) => isDay(start) && (query.query === 'wrapper' || isComments);
			const base = query.query === 'wrapper' || !isComments ? of(0, 0, 0) : usual;
			const buckets = Array.from({ length: 57 }, (_, index) => START - (56 - index) * 86_400_000);
			return answer({
				scale: 'DAY' as const,
				bucketMinutes: null,
				buckets: buckets.map((start) => ({
					start,
					platforms: [
						{ platform: 'facebook', ...base },
						{ platform: 'tiktok', ...(loud(start) ? of(40, 0, 0) : of(0, 0, 0)) }
					]
				}))
			});
		},
		topKeywords: (query: { source_updated_after?: string }) =>
			answer({
				keywords:
					Date.parse(query.source_updated_after ?? '') === START
						? [keyword('taste', of(2, 2, 8)), keyword('wrapper', of(40, 0, 0))]
						: [keyword('taste', of(100, 100, 400))]
			}),
		sentimentDistribution: (query: { source_updated_after?: string }) =>
			answer({
				platforms: [
					{
						platform: 'facebook',
						...(Date.parse(query.source_updated_after ?? '') === START ? of(50, 20, 20) : of(560, 1120, 1120))
					}
				]
			})
	} as unknown as CommunityClient;
}

function viewOf(change: Partial<Filters> = {}) {
	const brands = brandsInView([{ id: 4, slug: 'quillby', name: 'Quillby', organization: null }], []);
	const filters: Filters = {
		...defaultFilters({ timeZone: 'UTC' }),
		range: { kind: 'absolute', from: DAY, to: DAY },
		scale: 'DAY',
		...change
	};
	return makeView({ filters, brands, sentimentEverywhere: true, now: NOW, locale: 'en-GB', asOf: NOW }).view;
}

describe('the reason of a day', () => {
	test('is told three times, and each time adds up to the same jump', async () => {
		const { platforms, types, words } = await explainDay(fakeClient([]), viewOf());
		// Usually (20 − 10) / 50; on the day (20 − 50) / 90.
		const jump = -30 / 90 - 10 / 50;
		for (const told of [platforms!, types!, words!]) {
			expect(told.jump).toBeCloseTo(jump, 12);
			expect(told.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(jump, 12);
		}
		expect(platforms!.parts[0]!.name).toBe('TikTok');
		expect(types!.parts[0]!.name).toBe('Organic comments');
		expect(words!.parts[0]!.name).toBe('with “wrapper”');
		// All of the fall came with messages that nobody wrote before.
		expect(words!.parts[0]!.value).toBeLessThan(-0.4);
	});

	test('asks for no keyword under a filter by keywords, since a comma there means "or"', async () => {
		const asked: string[] = [];
		const { words } = await explainDay(fakeClient(asked), viewOf({ query: 'bar' }));
		expect(words).toBeNull();
		expect(asked).toEqual(['bar', 'bar', 'bar']);
	});

	test('asks for the groups of types alone that the filters leave', async () => {
		const asked: string[] = [];
		await explainDay(fakeClient(asked), viewOf({ types: ['comments'] }));
		expect(asked).toEqual(['comments', 'wrapper']);
	});
});
