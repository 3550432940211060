import { z } from 'zod';
import type { SentimentCounts } from '../answers';
import { readWith } from './malformed';
import { at, isMap, pick, type Place } from './shape';

/** A trillion interactions are no count but a mistake. */
export const MOST = 1_000_000_000_000;

const ABOUT = 'expected a whole number from 0 to a trillion';
const digits = z
	.string()
	.regex(/^\d{1,13}$/, ABOUT)
	.transform(Number);
const countSchema = z
	.union([z.number(), digits], ABOUT)
	.pipe(z.int(ABOUT).min(0, ABOUT).max(MOST, ABOUT).transform(Math.abs));

/** What the schema says of numbers, for far less than a schema costs. Minus zero, which would print, is left to it. */
function isCount(value: unknown): value is number {
	return (
		Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST && !Object.is(value, -0)
	);
}

/**
 * A count: a whole number, the same in decimal digits as some encoders write large numbers, or an object that holds
 * it under `total` or `count`.
 * @throws CommunityError `upstream_malformed` for anything negative, fractional, absurd or missing
 */
export function readCount(place: Place): number {
	const { value } = place;
	if (isCount(value)) return value;
	const inner = isMap(value) ? pick(place, ['total', 'count']) : null;
	if (inner !== null && !isMap(inner.value)) return readCount(inner);
	return readWith(countSchema, value, place.path);
}

/** The documented shape, which nearly every value of a long series has: read at once, without a step further in. */
function readPlain(value: unknown): SentimentCounts | null {
	if (!isMap(value) || Object.hasOwn(value, 'sentiment')) return null;
	const { negative, neutral, positive, total } = value;
	if (!isCount(negative) || !isCount(neutral) || !isCount(positive)) return null;
	if (total !== undefined && !isCount(total)) return null;
	return { negative, neutral, positive };
}

function readLabel(place: Place, label: keyof SentimentCounts): number {
	return readCount(pick(place, [label]) ?? at(place, label));
}

/**
 * The counts by label, flat or nested under `sentiment`. All three have to be there: a missing one is unknown, not
 * zero. A total beside them has to be a count, and is otherwise left alone, since it is their sum.
 * @throws CommunityError `upstream_malformed`
 */
export function readSentiment(place: Place): SentimentCounts {
	const plain = readPlain(place.value);
	if (plain !== null) return plain;
	const nested = pick(place, ['sentiment']);
	const counts = nested !== null && isMap(nested.value) ? nested : place;
	const total = pick(counts, ['total']);
	if (total !== null && total.value !== null) readCount(total);
	return {
		negative: readLabel(counts, 'negative'),
		neutral: readLabel(counts, 'neutral'),
		positive: readLabel(counts, 'positive')
	};
}
