import { describe, expect, test } from 'vitest';
import { defaultFilters } from '$lib/filters/filters';
import { coverageTrend, volumeBreaks } from './mix-break';
import { makeView } from './make-view';
import { brandsInView } from './view';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const brands = brandsInView(
	['Ovelle', 'Fennick'].map((name, index) => ({ id: index + 1, slug: name, name, organization: null })),
	[]
);
const { view } = makeView({
	filters: defaultFilters({ timeZone: 'UTC' }),
	brands,
	sentimentEverywhere: true,
	now: NOW,
	locale: 'en-GB',
	asOf: NOW
});
const series = <T>(buckets: T[]) => ({ scale: 'DAY' as const, bucketMinutes: null, buckets });

const volume = (messagesFrom: number, { of = brands, comments = [60, 61, 62], messages = 20 } = {}) => ({
	answers: of.map((brand) => ({
		brand,
		value: series(
			view.buckets.map(({ start }, index) => {
				const types = [
					{ type: 'TIKTOK_COMMENT', count: comments[index % comments.length]! },
					{ type: 'INSTAGRAM_CONVERSATION', count: index < messagesFrom ? 0 : messages }
				];
				return { start, types, total: types[0]!.count + types[1]!.count };
			})
		)
	})),
	missing: []
});

const sentiment = (rated: number, of = brands) => ({
	answers: of.map((brand) => ({
		brand,
		value: series(
			view.buckets.map(({ start }) => ({
				start,
				platforms: [{ platform: 'tiktok', negative: rated - 10, neutral: 0, positive: 10 }]
			}))
		)
	})),
	missing: []
});

describe('a break of the mix', () => {
	test('stands before the day on which direct messages begin to count, with both of their shares', () => {
		const [found, ...more] = volumeBreaks(view, volume(12), NOW);
		expect(more).toEqual([]);
		expect(found!.index).toBe(12);
		expect(found!.note).toBe('Direct messages 0 → 25 %');
		expect(found!.sentence).toContain('7 Nov 2026');
		expect(found!.sentence).toContain('direct messages are 25 % of the volume, before 0 %');
	});

	test('is named by what came, not by what it takes a share from', () => {
		const even = { comments: [30, 30], messages: 20 };
		expect(volumeBreaks(view, volume(9, even), NOW).map(({ note }) => note)).toEqual([
			'Direct messages 0 → 40 %'
		]);
	});

	test('is none where they always counted', () => {
		expect(volumeBreaks(view, volume(0), NOW)).toEqual([]);
	});
});

describe('the coverage', () => {
	test('is what is rated of all interactions, summed over the brands', () => {
		const data = coverageTrend(view, { sentiment: sentiment(30), volume: volume(28) }, NOW);
		expect(data.series[0]!.values[0]).toBeCloseTo(60 / 120, 4);
		expect(data.series[0]!.values[1]).toBeCloseTo(60 / 122, 4);
		expect(data.series[0]!.counts[1]).toBe(122);
	});

	test('leaves out a brand that told only one of the two', () => {
		const data = coverageTrend(view, { sentiment: sentiment(30, [brands[0]!]), volume: volume(28) }, NOW);
		expect(data.series[0]!.values[0]).toBeCloseTo(30 / 60, 4);
	});

	test('is never over 100 %', () => {
		const data = coverageTrend(view, { sentiment: sentiment(90), volume: volume(28) }, NOW);
		expect(Math.max(...data.series[0]!.values.map((value) => value ?? 0))).toBe(1);
	});
});
