import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from './answers';
import { normaliseSelf } from './normalise/brands';
import { startOfBucket } from './normalise/buckets';
import { normaliseInteractions } from './normalise/interactions';
import { normaliseKeywords } from './normalise/keywords';
import { normaliseDistribution } from './normalise/platforms';
import { readableName } from './normalise/readable-name';
import { normaliseTags } from './normalise/tags';
import { normaliseSentimentSeries, normaliseVolumeSeries } from './normalise/series';
import { INTERACTION_TYPES, PLATFORMS, SENTIMENTS, platformOfType, type Scale } from './vocabulary';
import {
	toDistributionWire,
	toInteractionListWire,
	toKeywordListWire,
	toSelfWire,
	toSentimentSeriesWire,
	toTagListWire,
	toVolumeSeriesWire
} from './wire';

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const count = fc.nat({ max: 1_000_000 });
const sentiment = fc.record({ negative: count, neutral: count, positive: count });
const platforms = fc
	.tuple(...PLATFORMS.map((platform) => sentiment.map((counts) => ({ platform, ...counts }))))
	.map((all) => all);
const word = fc.oneof(
	fc.string({ minLength: 1 }),
	fc.constantFrom('__proto__', 'constructor', 'total', 'data', '7')
);
/** Names as they can be read; of others the client keeps what can be. */
const readable = fc.string({ minLength: 1 }).map(readableName);
const name = readable.filter((text) => text !== '');
const width = fc.record({
	scale: fc.constantFrom<Scale>('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'),
	minutes: fc.constantFrom(15, 30, 60)
});

/** Buckets without a gap, as the embedded host gives them. */
const starts = fc
	.tuple(width, fc.integer({ min: 1e12, max: 2e12 }), fc.integer({ min: 1, max: 40 }))
	.map(([asked, first, length]) => {
		const found = [startOfBucket(first, asked)];
		const step = asked.scale === 'HOUR' ? asked.minutes * 60_000 : 86_400_000;
		while (found.length < length) {
			const last = found.at(-1) ?? 0;
			let next = last;
			while (startOfBucket(next, asked) === last) next += step;
			found.push(startOfBucket(next, asked));
		}
		return { asked, found };
	});

const time = fc.integer({ min: 1e12, max: 2e12 });
const label = fc.option(fc.string({ minLength: 1 }));
const isComment = (type: string) => platformOfType(type) !== 'other' && !type.endsWith('_CONVERSATION');
const interaction: fc.Arbitrary<Interaction> = fc
	.record({
		id: fc.oneof(fc.integer({ min: 1 }), fc.string({ minLength: 1 })),
		type: fc.constantFrom(...INTERACTION_TYPES, 'THREADS_COMMENT'),
		text: fc.string(),
		sourceUpdatedAt: fc.option(time),
		sourceCreatedAt: fc.option(time),
		sentiment: fc.constantFrom(null, ...SENTIMENTS),
		tags: fc.array(fc.record({ id: fc.integer({ min: 1 }), name: readable, color: label })),
		author: label,
		conversationId: label,
		mediaId: label,
		permalink: fc.option(fc.webPath().map((path) => `https://example.com${path}`)),
		isClosed: fc.option(fc.boolean())
	})
	.map((row) => ({ ...row, commentId: isComment(row.type) ? String(row.id) : null }));

describe('what the embedded host writes, the client reads back', () => {
	it('as a distribution', () => {
		fc.assert(
			fc.property(platforms, (all) => {
				expect(normaliseDistribution(overTheWire(toDistributionWire({ platforms: all })))).toEqual({
					platforms: all
				});
			})
		);
	});

	it('as a sentiment series', () => {
		fc.assert(
			fc.property(starts, platforms, ({ asked, found }, all) => {
				const buckets = found.map((start) => ({ start, platforms: all }));
				const bucketMinutes = asked.scale === 'HOUR' ? asked.minutes : null;
				const wire = toSentimentSeriesWire({ scale: asked.scale, bucketMinutes, buckets });
				const read = normaliseSentimentSeries(overTheWire(wire), { scale: asked.scale, bucketMinutes });
				expect(read.scale).toBe(asked.scale);
				expect(read.buckets).toEqual(buckets);
			})
		);
	});

	it('as a volume series', () => {
		const some = fc.integer({ min: 1, max: 1_000_000 });
		const type = fc.constantFrom(...INTERACTION_TYPES, '__proto__', 'THREADS_COMMENT');
		const types = fc.uniqueArray(fc.record({ type, count: some }), { selector: (one) => one.type });
		fc.assert(
			fc.property(starts, types, count, ({ asked, found }, counts, total) => {
				const buckets = found.map((start) => ({ start, types: counts, total }));
				const bucketMinutes = asked.scale === 'HOUR' ? asked.minutes : null;
				const wire = toVolumeSeriesWire({ scale: asked.scale, bucketMinutes, buckets });
				const read = normaliseVolumeSeries(overTheWire(wire), { scale: asked.scale, bucketMinutes });
				expect(read.scale).toBe(asked.scale);
				expect(read.buckets).toEqual(buckets);
			})
		);
	});

	it('as keywords', () => {
		const keyword = fc.tuple(word, sentiment, count).map(([text, counts, unrated]) => ({
			keyword: text,
			...counts,
			total: counts.negative + counts.neutral + counts.positive + unrated
		}));
		const list = fc.uniqueArray(keyword, { selector: (one) => one.keyword });
		fc.assert(
			fc.property(list, (unsorted) => {
				const keywords = unsorted.sort((left, right) => right.total - left.total);
				expect(normaliseKeywords(overTheWire(toKeywordListWire({ keywords })))).toEqual({ keywords });
			})
		);
	});

	it('as brands', () => {
		const brand = fc.record({ id: fc.integer({ min: 1 }), slug: word, name, organization: fc.option(name) });
		const list = fc.uniqueArray(brand, { selector: (one) => one.id });
		fc.assert(
			fc.property(list, (unsorted) => {
				const distinct = unsorted.filter(
					({ slug }, index) => unsorted.findIndex((one) => one.slug === slug) === index
				);
				const brands = distinct.sort((left, right) => left.id - right.id);
				expect(normaliseSelf(overTheWire(toSelfWire({ brands })))).toEqual({ brands });
			})
		);
	});

	it('as tags', () => {
		const tag = fc.record({
			id: fc.integer({ min: 1 }),
			brandId: fc.integer({ min: 1 }),
			name: readable,
			color: label
		});
		const list = fc.uniqueArray(tag, { selector: ({ id }) => id });
		fc.assert(
			fc.property(list, fc.option(fc.webUrl()), count, (rows, next, total) => {
				const wire = toTagListWire(rows, { count: total, previous: null, next });
				const read = normaliseTags(overTheWire(wire), { limit: 100, offset: 0 });
				expect(read).toEqual({ rows, total, hasNext: next !== null && rows.length > 0 });
			})
		);
	});

	it('as interactions', () => {
		const list = fc.uniqueArray(interaction, { selector: ({ id }) => String(id) });
		fc.assert(
			fc.property(list, fc.option(fc.webUrl()), count, (rows, next, total) => {
				const wire = toInteractionListWire(rows, { count: total, previous: null, next });
				const read = normaliseInteractions(overTheWire(wire), { limit: 20, offset: 0, isSample: false });
				expect(read).toEqual({ rows, total, hasNext: next !== null && rows.length > 0 });
			})
		);
	});
});
