import type { Random } from '$lib/analytics/random';

/**
 * The places from 0 up to but without a number, in random order, one at a time and each once: the first k of them are
 * a random sample without replacement in which every place is equally likely. Only the places that were given take
 * memory.
 * Source: Fisher and Yates; Durstenfeld, Communications of the ACM 7 (1964) 420.
 * @example [...randomPlaces(3, seeded(1))] // 0, 1 and 2 in some order
 */
export function* randomPlaces(count: number, random: Random): Generator<number> {
	const moved = new Map<number, number>();
	for (let left = count; left > 0; left -= 1) {
		const at = Math.floor(random() * left);
		yield moved.get(at) ?? at;
		moved.set(at, moved.get(left - 1) ?? left - 1);
		moved.delete(left - 1);
	}
}

/** A stretch of a list that one call brings. */
export type Stretch = { offset: number; limit: number };

/**
 * The fewest stretches of at most some rows that hold all of these places: from the first place that is not held yet
 * to the last that fits.
 * @example stretchesOf([3, 90, 250], 100) // [{ offset: 3, limit: 88 }, { offset: 250, limit: 1 }]
 */
export function stretchesOf(places: readonly number[], longest: number): Stretch[] {
	const stretches: Stretch[] = [];
	for (const place of [...places].sort((one, other) => one - other)) {
		const last = stretches.at(-1);
		if (last && place < last.offset + longest) last.limit = place - last.offset + 1;
		else stretches.push({ offset: place, limit: 1 });
	}
	return stretches;
}
