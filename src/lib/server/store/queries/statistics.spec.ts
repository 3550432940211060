import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesQuerySchema } from '$lib/community/statistics-query';
import type { SeriesQuery } from '$lib/community/statistics-query';
import { SCALES } from '$lib/community/vocabulary';
import { applyBatch } from '../apply-batch';
import { compact } from '../compact';
import { interaction } from '../fixture';
import type { NewInteraction } from '../new-interaction';
import { askedRows, countKeywords, countPlatforms, fillBuckets } from '../oracle';
import type { Oracle } from '../oracle';
import { openStore } from '../store';
import type { Store } from '../store';
import { selectSentimentDistribution } from './sentiment-distribution-stats';
import { selectSentimentSeries } from './sentiment-time-series';
import { selectTags } from './tags';
import { selectTopKeywords } from './top-keywords';
import { selectVolumeSeries } from './volume-time-series';

const BRANDS = ['Aster & Vale', 'Birch Cycles', 'Cobalt'];
const TYPES = [
	'INSTAGRAM_COMMENT',
	'FACEBOOK_COMMENT',
	'TIKTOK_COMMENT',
	'COMMUNITY_INTERACTION',
	'NEW_KIND'
];
const TEXTS = [
	...[
		'I love this dress',
		'so good it was not late #fail',
		'fail too late',
		'the fail 😍 love',
		'so so good'
	],
	...['@acme 2026 good', '__proto__ constructor', 'good https://example.org so', '自転車が大好き', '']
];
const START = Date.UTC(2026, 3, 20);
const SPAN = 40 * 86_400_000;

const instant = fc.oneof(
	fc.integer({ min: START, max: START + SPAN }),
	fc.integer({ min: 0, max: 40 * 24 }).map((hour) => START + hour * 3_600_000)
);

const change = fc.record({
	key: fc.integer({ min: 1, max: 60 }).map(String),
	brand: fc.constantFrom(...BRANDS),
	type: fc.constantFrom(...TYPES),
	text: fc.constantFrom(...TEXTS),
	sentiment: fc.constantFrom('negative', 'neutral', 'positive', null),
	updatedAt: instant,
	isClosed: fc.boolean(),
	isQuestion: fc.boolean(),
	isSpam: fc.boolean(),
	tags: fc.subarray(['launch', 'sizing']),
	mediaId: fc.constantFrom('7', '8', null),
	fromBrand: fc.integer({ min: 0, max: 9 }).map((number) => number === 0)
});

const moment = fc.oneof(
	instant.map((time) => new Date(time).toISOString()),
	instant.map((time) => new Date(time - (time % 3_600_000)).toISOString()),
	instant.map((time) => new Date(time).toISOString().slice(0, 10))
);

const question = fc.record(
	{
		brand_ids: fc.subarray([1, 2, 3, 9], { minLength: 1 }),
		source_updated_after: moment,
		source_updated_before: moment,
		types: fc.subarray([...TYPES, 'NEVER_SEEN'], { minLength: 1 }),
		query: fc.constantFrom(
			'love',
			'fail',
			'#fail',
			'so good',
			'love, so good',
			'late, fail',
			'unknown, 😍',
			'!!',
			',',
			'大好き'
		),
		tag_ids: fc.subarray([1, 2, 3], { maxLength: 2 }),
		is_negative: fc.boolean(),
		is_neutral: fc.boolean(),
		is_positive: fc.boolean(),
		is_closed: fc.boolean(),
		is_question: fc.boolean(),
		is_spam: fc.boolean(),
		media_ids: fc.subarray([7, '8'], { minLength: 1 })
	},
	{ requiredKeys: ['brand_ids'] }
);

const WINDOW_KEYS = ['source_updated_after', 'source_updated_before'];
const COUNTED_KEYS = [...WINDOW_KEYS, 'is_negative', 'is_neutral', 'is_positive', 'types', 'is_closed'];

/** Every filter at once finds nothing: some questions have a window alone, some what is counted, some anything. */
const sparseQuestion = fc
	.tuple(
		question,
		fc.constantFrom(WINDOW_KEYS, COUNTED_KEYS, null),
		fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 })
	)
	.map(([asked, keys, dice]) => {
		const kept = Object.entries(asked).filter(([key], index) => {
			if (key === 'brand_ids') return true;
			const most = keys === WINDOW_KEYS ? 8 : 4;
			return (keys?.includes(key) ?? true) && (dice[index] ?? 0) < most;
		});
		return seriesQuerySchema.parse(Object.fromEntries(kept));
	});

const cut = fc.oneof(
	fc.constantFrom(...SCALES).map((scale) => ({ scale })),
	fc
		.constantFrom(15 as const, 30 as const, 60 as const)
		.map((minutes) => ({ scale: 'HOUR' as const, bucket_minutes: minutes }))
);

async function buildOracle(store: Store, rows: Map<string, NewInteraction>): Promise<Oracle> {
	const tags = await selectTags(store, [1, 2, 3]);
	return {
		interactions: [...rows.values()],
		brands: BRANDS,
		tags: tags.sort((a, b) => a.id - b.id).map((tag) => `${tag.brandId}/${tag.name}`)
	};
}

async function expectSameAnswers(store: Store, oracle: Oracle, asked: SeriesQuery): Promise<void> {
	const { scale: _scale, bucket_minutes: _minutes, ...query } = asked;
	const rows = askedRows(oracle, query);
	expect(await selectSentimentDistribution(store, query)).toEqual({ platforms: countPlatforms(rows) });
	expect(await selectTopKeywords(store, { ...query, limit: 5 })).toEqual({
		keywords: countKeywords(rows, { ...query, limit: 5 })
	});
	const buckets = [...fillBuckets(oracle, asked)];
	const sentiment = await selectSentimentSeries(store, asked);
	expect(sentiment.buckets).toEqual(
		buckets.map(([start, own]) => ({ start, platforms: countPlatforms(own) }))
	);
	const volume = await selectVolumeSeries(store, asked);
	expect(volume.buckets.map(({ start, total }) => ({ start, total }))).toEqual(
		buckets.map(([start, own]) => ({ start, total: own.length }))
	);
	for (const [index, [, own]] of buckets.entries()) {
		const counted = new Map(volume.buckets[index]?.types.map(({ type, count }) => [type, count]));
		const expected = TYPES.map((type) => [type, own.filter((row) => row.type === type).length] as const);
		expect(counted).toEqual(new Map(expected.filter(([, count]) => count > 0)));
	}
}

describe('the four statistics', () => {
	it('agree to the integer with a plain count, whatever was written in whatever order and whatever is asked', async () => {
		const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 40 }), {
			minLength: 1,
			maxLength: 4
		});
		await fc.assert(
			fc.asyncProperty(
				batches,
				fc.array(fc.tuple(sparseQuestion, cut), { minLength: 30, maxLength: 30 }),
				fc.boolean(),
				async (written, questions, isCompacted) => {
					const store = await openStore({ directory: ':memory:' });
					try {
						const rows = new Map<string, NewInteraction>();
						await applyBatch(store, {
							interactions: BRANDS.map((brand) => interaction(brand, { brand, fromBrand: true }))
						});
						for (const batch of written) {
							const interactions = batch.map(({ key, ...parts }) => interaction(key, parts));
							await applyBatch(store, { interactions });
							for (const row of interactions) rows.set(row.key, row);
						}
						if (isCompacted) await compact(store);
						const oracle = await buildOracle(store, rows);
						for (const [query, how] of questions)
							await expectSameAnswers(store, oracle, { ...query, ...how });
					} finally {
						await store.close();
					}
				}
			),
			{ numRuns: 8 }
		);
	});
});
