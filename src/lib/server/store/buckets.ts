import type { SeriesQuery } from '$lib/community/statistics-query';
import type { Scale } from '$lib/community/vocabulary';
import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from './contributions';
import { invalid } from './window';

/** More buckets than this in one answer are refused. */
export const MOST_BUCKETS = 20_000;

const MILLISECONDS_PER_MINUTE = 60_000;

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * MILLISECONDS_PER_DAY;

/** How a series is cut: `minutes` is set for HOUR with buckets of another length. */
export type Cut = { scale: Scale; minutes: number | null };

/** How the question wants its series cut; days where it does not say. @throws CommunityError query_invalid */
export function cutOf(query: SeriesQuery): Cut {
	const scale = query.scale ?? 'DAY';
	if (query.bucket_minutes !== undefined && scale !== 'HOUR') {
		throw invalid('bucket_minutes', 'Use it with scale HOUR only.');
	}
	return { scale, minutes: query.bucket_minutes ?? null };
}

/** The longest span, in milliseconds, that never crosses the edge of a bucket: what the store groups by. */
export function grainOf(cut: Cut): number {
	if (cut.scale !== 'HOUR') return MILLISECONDS_PER_DAY;
	return cut.minutes === null ? MILLISECONDS_PER_HOUR : cut.minutes * MILLISECONDS_PER_MINUTE;
}

function floorTo(instant: number, length: number, origin: number): number {
	return Math.floor((instant - origin) / length) * length + origin;
}

/** The start of the bucket that an instant falls into; UTC, weeks start on Monday. Milliseconds since 1970. */
export function bucketStart(instant: number, cut: Cut): number {
	if (cut.scale === 'HOUR') {
		const length = cut.minutes === null ? MILLISECONDS_PER_HOUR : cut.minutes * MILLISECONDS_PER_MINUTE;
		return floorTo(instant, length, 0);
	}
	if (cut.scale === 'DAY') return floorTo(instant, MILLISECONDS_PER_DAY, 0);
	if (cut.scale === 'WEEK') return floorTo(instant, 7 * MILLISECONDS_PER_DAY, FIRST_MONDAY);
	const date = new Date(instant);
	const month = date.getUTCMonth();
	return utcMonth(date.getUTCFullYear(), cut.scale === 'QUARTER' ? month - (month % 3) : month);
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. */
function utcMonth(year: number, month: number): number {
	const date = new Date(0);
	date.setUTCFullYear(year, month, 1);
	return date.getTime();
}

/** The start of the bucket after the one that starts here. */
export function nextBucket(start: number, cut: Cut): number {
	if (cut.scale === 'MONTH' || cut.scale === 'QUARTER') {
		const date = new Date(start);
		return utcMonth(date.getUTCFullYear(), date.getUTCMonth() + (cut.scale === 'MONTH' ? 1 : 3));
	}
	if (cut.scale === 'WEEK') return start + 7 * MILLISECONDS_PER_DAY;
	if (cut.scale === 'DAY') return start + MILLISECONDS_PER_DAY;
	return start + (cut.minutes === null ? MILLISECONDS_PER_HOUR : cut.minutes * MILLISECONDS_PER_MINUTE);
}

/**
 * The starts of all buckets that touch the window, in order; `end` is exclusive.
 * @throws CommunityError query_invalid for more than 20,000 of them
 */
export function bucketStarts(window: { start: number; end: number }, cut: Cut): number[] {
	const starts: number[] = [];
	if (window.end <= window.start) return starts;
	for (let start = bucketStart(window.start, cut); start < window.end; start = nextBucket(start, cut)) {
		starts.push(start);
		if (starts.length > MOST_BUCKETS) {
			const most = MOST_BUCKETS.toLocaleString('en');
			throw invalid(
				'source_updated_after',
				`Ask for at most ${most} buckets: a shorter window or a larger scale.`
			);
		}
	}
	return starts;
}
