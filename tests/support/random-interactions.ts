import fc from 'fast-check';
import { INTERACTION_TYPES, SENTIMENTS } from '../../src/lib/community/vocabulary';
import type { NewInteraction } from '../../src/lib/server/store/new-interaction';
import { VOCABULARY } from './vocabulary';

export const RANDOM_BRANDS = ['Acme Co', 'Blue Heron', 'Crème & Sons', '__proto__'] as const;
export const RANDOM_TAGS = ['urgent', 'praise', 'constructor'] as const;
export const RANDOM_TYPES = [...INTERACTION_TYPES, 'INSTAGRAM_STORY_REACTION', 'THREADS_COMMENT'] as const;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Before a turn of the year, so that days, weeks, months and quarters all end inside the data. */
export const RANDOM_START = Date.UTC(2025, 11, 18, 5, 17, 23, 456);
export const RANDOM_DAYS = 25;
const KEYS = 600;

const text = fc
	.array(fc.constantFrom(...VOCABULARY.keys()), { maxLength: 7 })
	.map((words) => words.join(' '));

/** Half of the instants are whole minutes or whole days: the edges of buckets and windows. */
export const instant = fc.oneof(
	fc.integer({ min: 0, max: RANDOM_DAYS * DAY }).map((later) => RANDOM_START + later),
	fc
		.integer({ min: 0, max: RANDOM_DAYS * 1440 })
		.map((minutes) => Math.floor(RANDOM_START / MINUTE) * MINUTE + minutes * MINUTE),
	fc.integer({ min: 1, max: RANDOM_DAYS }).map((days) => Math.floor(RANDOM_START / DAY) * DAY + days * DAY)
);

const interaction: fc.Arbitrary<NewInteraction> = fc
	.record({
		number: fc.integer({ min: 1, max: KEYS }),
		brand: fc.constantFrom(...RANDOM_BRANDS),
		type: fc.constantFrom(...RANDOM_TYPES),
		text,
		sentiment: fc.constantFrom(...SENTIMENTS, null),
		updatedAt: instant,
		age: fc.integer({ min: 0, max: 3 * DAY }),
		isClosed: fc.boolean(),
		isQuestion: fc.boolean(),
		isRead: fc.boolean(),
		isSpam: fc.boolean(),
		tags: fc.subarray([...RANDOM_TAGS]),
		author: fc.option(fc.constantFrom('mira', 'jo.k', 'c1'), { nil: null }),
		conversationId: fc.option(fc.constantFrom('c1', 'c2', 'mira'), { nil: null }),
		mediaId: fc.option(fc.constantFrom('m1', '77', '077'), { nil: null }),
		fromBrand: fc.integer({ min: 0, max: 9 }).map((die) => die === 0)
	})
	.map(({ number, age, ...rest }) => ({
		...rest,
		key: `random␟${number}`,
		source: 'random',
		rawText: null,
		createdAt: rest.updatedAt - age,
		parentKey: null,
		permalink: `https://posts.example/${number}`
	}));

/** What a later row changes of an earlier one: a single field, two that trade places, or nothing at all. */
const CHANGES = [
	...[
		'brand',
		'type',
		'text',
		'sentiment',
		'updatedAt',
		'createdAt',
		'tags',
		'author',
		'conversationId',
		'mediaId'
	],
	...['isClosed', 'isQuestion', 'isRead', 'isSpam', 'fromBrand', 'swap', 'nothing']
] as const;

function changed(row: NewInteraction, change: string, donor: NewInteraction): NewInteraction {
	if (change === 'nothing') return { ...row };
	if (change === 'swap') return { ...row, author: row.conversationId, conversationId: row.author };
	return { ...row, [change]: donor[change as keyof NewInteraction] };
}

const place = fc.nat({ max: 10_000 });
const change = fc.record({ row: place, donor: place, change: fc.constantFrom(...CHANGES) });

/** Rows that bring earlier keys again, nearly as they were: what an update misses shows in the field that it changed. */
function followUp(
	rows: NewInteraction[],
	changes: { row: number; donor: number; change: string }[]
): NewInteraction[] {
	const pick = (at: number) => rows[at % rows.length]!;
	return changes.map((one) => changed(pick(one.row), one.change, pick(one.donor)));
}

/** Several hundred interactions in batches; later ones bring some keys again, with other content. */
export const randomBatches = fc
	.record({
		batches: fc.array(fc.array(interaction, { minLength: 180, maxLength: 360, size: 'max' }), {
			minLength: 2,
			maxLength: 3,
			size: 'max'
		}),
		changes: fc.array(change, { minLength: 40, maxLength: 80, size: 'max' })
	})
	.map(({ batches, changes }) => [...batches, followUp(lastOfEachKey(batches), changes)]);

/** What is in the store in the end: of each key its last row. */
export function lastOfEachKey(batches: readonly (readonly NewInteraction[])[]): NewInteraction[] {
	return [...new Map(batches.flat().map((row) => [row.key, row])).values()];
}
