import { describe, expect, test } from 'vitest';
import { defaultFilters } from '$lib/filters/filters';
import { makeView } from './make-view';
import { shareOfVoice } from './share-of-voice';
import { brandsInView } from './view';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const brands = brandsInView(
	['Ovelle', 'Fennick', 'Quillby'].map((name, index) => ({
		id: index + 1,
		slug: name,
		name,
		organization: null
	})),
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

type Counts = [platform: string, negative: number, neutral: number, positive: number][];

const distribution = (list: Counts[], missing = 0) => ({
	answers: list.map((counts, index) => ({
		brand: brands[index]!,
		value: {
			platforms: counts.map(([platform, negative, neutral, positive]) => ({
				platform,
				negative,
				neutral,
				positive
			}))
		}
	})),
	missing: brands.slice(brands.length - missing)
});

const volumes = (totals: number[], missing: typeof brands = []) => ({
	asOf: NOW,
	stale: false,
	value: { ...volumeAnswers(totals), missing }
});

const volumeAnswers = (totals: number[]) => ({
	answers: totals.map((count, index) => ({
		brand: brands[index]!,
		value: {
			scale: 'DAY' as const,
			bucketMinutes: null,
			buckets: [
				{ start: view.buckets[3]!.start, total: count, types: [{ type: 'TIKTOK_COMMENT', count }] },
				{ start: view.buckets[4]!.start, total: 1, types: [{ type: 'INSTAGRAM_CONVERSATION', count: 1 }] }
			]
		}
	}))
});

const even: Counts[] = [[['facebook', 10, 60, 30]], [['facebook', 10, 60, 30]], [['facebook', 10, 60, 30]]];

describe('the share of voice', () => {
	test('adds up to 100.0 in every column, and its counts to the total', () => {
		const voice = shareOfVoice(view, distribution(even), volumes([9_999, 9_999, 9_999]));
		for (const column of ['volume', 'positive', 'negative'] as const) {
			const sum = voice.rows.reduce((total, row) => total + row[column]!.share!, 0);
			expect(sum).toBeCloseTo(100, 10);
		}
		expect(voice.rows.map((row) => row.volume!.share).sort()).toEqual([33.3, 33.3, 33.4]);
		expect(voice.rows.map((row) => row.positive.share).sort()).toEqual([33, 33, 34]);
		expect([voice.total.volume, voice.total.positive].map((column) => column?.decimals)).toEqual([1, 0]);
		const { volume, positive, negative, rated, score } = voice.total;
		expect([volume?.count, positive.count, negative.count, rated]).toEqual([30_000, 90, 30, 300]);
		expect(score?.value).toBeCloseTo(0.2, 12);
	});

	test('puts the loudest brand first, and is of the volume where it is known', () => {
		const voice = shareOfVoice(view, distribution(even), volumes([9, 149, 39]));
		expect(voice.rows.map(({ name, volume }) => [name, volume!.count, volume!.share])).toEqual([
			['Fennick', 150, 75],
			['Quillby', 40, 20],
			['Ovelle', 10, 5]
		]);
	});

	test('says no share of fewer than ten: one message is no 100.0 % of anything', () => {
		const one: Counts[] = [[['facebook', 1, 6, 30]], [['facebook', 0, 60, 30]], [['facebook', 8, 60, 30]]];
		const voice = shareOfVoice(view, distribution(one), null);
		expect(voice.rows.map(({ negative }) => negative.share)).toEqual([null, null, null]);
		expect(voice.rows.map(({ negative }) => negative.count).sort()).toEqual([0, 1, 8]);
		expect(voice.total.negative).toEqual({ count: 9, decimals: 0, size: 'none' });
		const ten = shareOfVoice(view, distribution([...one.slice(0, 2), [['facebook', 9, 60, 30]]]), null);
		expect(ten.total.negative).toEqual({ count: 10, decimals: 0, size: 'interval' });
		expect(ten.rows.map(({ negative }) => negative.share).sort()).toEqual([0, 10, 90]);
	});

	test('has no volume when one brand did not tell it: a column without a brand is no share', () => {
		const voice = shareOfVoice(view, distribution(even), volumes([9, 19], [brands[2]!]));
		expect(voice.rows.every(({ volume }) => volume === null)).toBe(true);
		expect(voice.total.volume).toBeNull();
	});

	test('names the brands that could not be loaded', () => {
		expect(shareOfVoice(view, distribution(even.slice(0, 2), 1), null).missing).toEqual(['Quillby']);
	});

	test('warns where the platforms of a brand differ more than its interval is wide', () => {
		// Both brands score +50 on Instagram and −50 on X; Ovelle lives on Instagram and Fennick on X.
		const mixed: Counts[] = [
			[
				['instagram', 90, 180, 630],
				['twitter', 70, 20, 10]
			],
			[
				['instagram', 10, 20, 70],
				['twitter', 630, 180, 90]
			]
		];
		const [ovelle, fennick] = shareOfVoice(view, distribution(mixed), null).rows.sort((a, b) => a.id - b.id);
		expect(ovelle!.score!.value).toBeCloseTo(0.48, 12);
		expect(fennick!.score!.value).toBeCloseTo(-0.48, 12);
		expect(ovelle!.standardised).toBeCloseTo(0, 12);
		expect(fennick!.standardised).toBeCloseTo(0, 12);
		expect([ovelle!.differs, fennick!.differs]).toEqual([true, true]);
	});

	test('warns of nothing where all brands live on the same platforms', () => {
		expect(shareOfVoice(view, distribution(even), null).rows.map(({ differs }) => differs)).toEqual([
			false,
			false,
			false
		]);
	});
});
