import type { SeriesQuery } from '$lib/community/statistics-query';
import { bucketStart, bucketStarts, cutOf, grainOf } from '../buckets';
import type { Cut } from '../buckets';
import type { Store } from '../store';
import { windowOfQuery } from '../window';
import type { Window } from '../window';

/** A series before it is counted: its buckets and the window that they cover. */
export type SeriesFrame = { cut: Cut; window: Window; starts: number[]; indexOf: (slot: number) => number };

/** True when the series begins and ends where the question says, whatever its brands. */
export function hasOwnWindow(query: SeriesQuery): boolean {
	return query.source_updated_after !== undefined && query.source_updated_before !== undefined;
}

/**
 * Lay out a series. Where the question leaves an end of the window open, the first or the last interaction of its
 * brands takes that place.
 * @throws CommunityError query_invalid, store_unavailable
 */
export async function frameSeries(store: Store, query: SeriesQuery): Promise<SeriesFrame> {
	const cut = cutOf(query);
	const window = windowOfQuery(query);
	const starts = await seriesStarts(store, query, window, cut);
	return { cut, window, starts, indexOf: placesOf(starts, cut) };
}

/** Where the bucket of a slot stands, or -1. Hours and days are all as long as each other, so their place is counted. */
function placesOf(starts: readonly number[], cut: Cut): (slot: number) => number {
	const [first = 0] = starts;
	if (cut.scale === 'HOUR' || cut.scale === 'DAY') {
		const length = grainOf(cut);
		return (slot) => {
			const place = Math.floor((slot - first) / length);
			return place >= 0 && place < starts.length ? place : -1;
		};
	}
	const places = new Map(starts.map((start, index) => [start, index]));
	return (slot) => places.get(bucketStart(slot, cut)) ?? -1;
}

async function seriesStarts(store: Store, query: SeriesQuery, window: Window, cut: Cut): Promise<number[]> {
	if (window.start !== null && window.end !== null) {
		return bucketStarts({ start: window.start, end: window.end }, cut);
	}
	const spans = await store.spans();
	const present = query.brand_ids.map((brand) => spans.get(brand)).filter((span) => span !== undefined);
	if (present.length === 0) return [];
	const start = window.start ?? Math.min(...present.map((span) => span.first));
	const end = window.end ?? Math.max(...present.map((span) => span.last)) + 1;
	return bucketStarts({ start, end }, cut);
}
