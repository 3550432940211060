import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '$lib/analytics/random';
import { randomPlaces, stretchesOf } from './random-places';

function firstOf(count: number, size: number, seed: number): number[] {
	const order = randomPlaces(count, seeded(seed));
	return Array.from({ length: size }, () => order.next().value!);
}

describe('places in random order', () => {
	it('are each given once, and the same for the same seed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 300 }), fc.nat(), (count, seed) => {
				const places = [...randomPlaces(count, seeded(seed))];
				expect(places.toSorted((one, other) => one - other)).toEqual(
					Array.from({ length: count }, (_, place) => place)
				);
				expect([...randomPlaces(count, seeded(seed))]).toEqual(places);
			})
		);
	});

	it('are each equally likely to be among the first, and so is each pair of them', () => {
		const [count, size, runs] = [12, 4, 30_000];
		const alone = new Array<number>(count).fill(0);
		const pairs = new Map<string, number>();
		for (let seed = 1; seed <= runs; seed += 1) {
			const drawn = firstOf(count, size, seed).toSorted((one, other) => one - other);
			drawn.forEach((place, at) => {
				alone[place]! += 1;
				for (const other of drawn.slice(at + 1)) {
					const key = `${place} ${other}`;
					pairs.set(key, (pairs.get(key) ?? 0) + 1);
				}
			});
		}
		const isNear = (found: number, share: number) =>
			Math.abs(found - runs * share) < 4.5 * Math.sqrt(runs * share * (1 - share));
		expect(alone.filter((found) => !isNear(found, size / count))).toEqual([]);
		expect(pairs.size).toBe((count * (count - 1)) / 2);
		const ofPair = (size * (size - 1)) / (count * (count - 1));
		expect([...pairs].filter(([, found]) => !isNear(found, ofPair))).toEqual([]);
	});

	it('of a list of a billion take no memory for those that were not given', () => {
		const drawn = firstOf(1_000_000_000, 400, 3);
		expect(new Set(drawn).size).toBe(400);
		expect(drawn.filter((place) => place >= 500_000_000).length).toBeGreaterThan(150);
	});
});

describe('stretches of a list', () => {
	it('hold every place, at most some rows each, and do not overlap', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(2_000)), fc.integer({ min: 1, max: 100 }), (places, longest) => {
				const stretches = stretchesOf(places, longest);
				const held = stretches.flatMap(({ offset, limit }) =>
					Array.from({ length: limit }, (_, at) => offset + at)
				);
				expect(new Set(held).size).toBe(held.length);
				for (const place of places) expect(held).toContain(place);
				for (const { limit } of stretches) expect(limit).toBeLessThanOrEqual(longest);
			})
		);
	});

	it('are few where places are near each other', () => {
		expect(stretchesOf([250, 3, 90], 100)).toEqual([
			{ offset: 3, limit: 88 },
			{ offset: 250, limit: 1 }
		]);
	});
});
