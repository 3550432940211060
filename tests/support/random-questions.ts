import fc from 'fast-check';
import type { Question } from './oracle';
import { instant, RANDOM_BRANDS, RANDOM_TAGS, RANDOM_TYPES } from './random-interactions';
import { VOCABULARY } from './vocabulary';

/** A question before the host's ids are known: brands and tags by their names. */
export type NamedQuestion = Omit<Question, 'brand_ids' | 'tag_ids'> & {
	brands: string[];
	tags: { brand: string; tag: string }[];
};

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Most questions leave most fields out, so that filters meet in twos and threes and seldom exclude everything. */
function sometimes<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
	return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

const iso = (time: number) => new Date(time).toISOString();

/** The ways in which ISO 8601 writes a moment; some of them round it down, which makes another moment of it. */
const WRITINGS: ((time: number) => string)[] = [
	(time) => iso(time).slice(0, 10),
	iso,
	(time) => iso(time).replace('Z', ''),
	(time) => iso(time).slice(0, 16),
	(time) => iso(time + 345 * MINUTE).replace('Z', '+05:45'),
	(time) => iso(time - 210 * MINUTE).replace('Z', '-03:30')
];

/** Some windows reach far beyond the data, over whole months that the store may have summed up. */
const edge = fc.oneof(
	{ weight: 5, arbitrary: instant },
	{
		weight: 1,
		arbitrary: fc.tuple(instant, fc.integer({ min: -70, max: 70 })).map(([time, days]) => time + days * DAY)
	}
);

const writtenWindow = fc
	.record({
		times: fc.tuple(edge, edge),
		writings: fc.tuple(fc.constantFrom(...WRITINGS), fc.constantFrom(...WRITINGS)),
		open: fc.constantFrom('none', 'none', 'start', 'end', 'both')
	})
	.map(({ times, writings: [writeStart, writeEnd], open }) => {
		const start = Math.min(...times);
		// A day later, a window that was rounded down is still no shorter than nothing.
		const end = Math.max(...times) + (writeStart === writeEnd ? 0 : DAY);
		return {
			source_updated_after: open === 'start' || open === 'both' ? undefined : writeStart(start),
			source_updated_before: open === 'end' || open === 'both' ? undefined : writeEnd(end)
		};
	});

/** Commas join alternatives, and what is left out of texts is in no phrase. */
const askable = [...VOCABULARY].flatMap(([written, word]) =>
	word === null || written.includes(',') ? [] : [written]
);
const words = fc.array(fc.constantFrom(...askable), { minLength: 1, maxLength: 2 });
const query = fc
	.array(words, { minLength: 1, maxLength: 3 })
	.map((parts) => parts.map((part) => part.join(' ')).join(','));

const buckets: fc.Arbitrary<{ scale?: string; bucket_minutes?: number }> = fc.oneof(
	fc.record({ scale: fc.constantFrom(undefined, 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'HOUR') }),
	fc.record({ scale: fc.constant('HOUR'), bucket_minutes: fc.constantFrom(15, 30, 60) })
);

const closed: fc.Arbitrary<{ is_closed?: boolean; is_archived?: boolean }> = fc.oneof(
	fc.record({ is_closed: fc.boolean() }),
	fc.record({ is_archived: fc.boolean() })
);

export const namedQuestion: fc.Arbitrary<NamedQuestion> = fc
	.record({
		brands: fc.subarray([...RANDOM_BRANDS], { minLength: 1 }),
		window: writtenWindow,
		buckets,
		types: sometimes(fc.subarray([...RANDOM_TYPES, 'NEVER_SEEN'], { minLength: 1 })),
		query: sometimes(query),
		tags: sometimes(
			fc.array(
				fc.record({ brand: fc.constantFrom(...RANDOM_BRANDS), tag: fc.constantFrom(...RANDOM_TAGS) }),
				{ maxLength: 2 }
			)
		),
		is_positive: sometimes(fc.boolean()),
		is_neutral: sometimes(fc.boolean()),
		is_negative: sometimes(fc.boolean()),
		closed: sometimes(closed),
		is_question: sometimes(fc.boolean()),
		is_read: sometimes(fc.boolean()),
		is_spam: sometimes(fc.boolean()),
		media_ids: sometimes(fc.subarray<number | string>(['m1', 77, '077', 'm2'], { minLength: 1 })),
		assignee_ids: fc.oneof(
			{ weight: 19, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.constant<number[]>([3]) }
		),
		limit: sometimes(fc.integer({ min: 1, max: 12 }))
	})
	.map(({ window, buckets: cut, closed: flag, tags = [], ...rest }) => ({
		...rest,
		...window,
		...cut,
		...flag,
		tags
	}));
