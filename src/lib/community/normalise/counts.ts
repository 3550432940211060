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
const countSchema = z.union([z.number(), digits], ABOUT).pipe(z.int(ABOUT).min(0, ABOUT).max(MOST, ABOUT));

/**
 * A count: a whole number, the same in decimal digits as some encoders write large numbers, or an object that holds
 * it under `total` or `count`.
 * @throws CommunityError `upstream_malformed` for anything negative, fractional, absurd or missing
 */
export function readCount(place: Place): number {
	const { value } = place;
	// Nearly every count of a long series takes this way, which costs far less than a schema. Minus zero is zero.
	if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST) return value || 0;
	const inner = isMap(value) ? pick(place, ['total', 'count']) : null;
	if (inner !== null && !isMap(inner.value)) return readCount(inner);
	return readWith(countSchema, value, place.path);
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
