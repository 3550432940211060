import { describe, expect, test } from 'vitest';
import { median, medianDeviation, robustZ } from './robust';
import {
	BASELINE_DAYS,
	surpriseOf,
	unusualDays,
	watchedScores,
	watchedVolume,
	type WatchedDay,
	type WatchedSeries
} from './unusual';

/** A small seeded generator (Park and Miller 1988), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
	let state = (seed * 48_271) % 2_147_483_647 || 1;
	for (let step = 0; step < 20; step += 1) state = (state * 48_271) % 2_147_483_647;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

type Random = () => number;
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function poisson(random: Random, mean: number): number {
	let count = 0;
	for (let left = mean; left > 0; left -= 30) {
		const floor = Math.exp(-Math.min(left, 30));
		for (let product = random(); product > floor; product *= random()) count += 1;
	}
	return count;
}

type Effect = { day: number; mood: number; volume: number };
type World = { mean: number; moodShock: number; volumeShock: number; effects: Effect[] };

/** Days of a brand: a level, a weekday, a shock of each day, and messages that are drawn around them. */
function drawDays(random: Random, world: World, count: number) {
	const [positive, negative] = [0.38, 0.2];
	return Array.from({ length: count }, (_, index) => {
		const weekday = index % 7;
		const effect = world.effects.find(({ day }) => day === index) ?? { mood: 0, volume: 1 };
		const busy = (weekday < 5 ? 1.05 : 0.85) * effect.volume;
		const mean = world.mean * busy * Math.exp(normal(random) * world.volumeShock);
		const mood = (normal(random) * world.moodShock + effect.mood + (weekday === 0 ? -0.015 : 0)) / 2;
		const draw = (share: number) => poisson(random, mean * Math.max(0.02, share));
		const counts = {
			positive: draw(positive + mood),
			negative: draw(negative - mood),
			neutral: draw(1 - positive - negative)
		};
		return { weekday, counts, volume: counts.positive + counts.negative + counts.neutral };
	});
}

/** A brand as it is watched: its score and its volume over some days after the eight weeks. */
function watch(random: Random, key: string, world: World, shown: number): WatchedSeries[] {
	const days = drawDays(random, world, BASELINE_DAYS + shown);
	const common = { key, from: BASELINE_DAYS, until: days.length };
	return [
		{ ...common, kind: 'score', days: watchedScores(days, 'net') },
		{ ...common, kind: 'volume', days: days.map((day) => watchedVolume(day.volume, day.weekday)) }
	];
}

const QUIET: World = { mean: 60, moodShock: 0.06, volumeShock: 0.15, effects: [] };

describe('the robust deviation', () => {
	test('is the published one', () => {
		expect(robustZ(40, [10, 12, 11, 13, 12, 11, 10, 12, 40])).toBeCloseTo(18.885741, 6);
	});

	test('is not moved by a few strange values', () => {
		expect(median([4, 1, 1_000_000, 2, 3])).toBe(3);
		expect(medianDeviation([4, 1, 1_000_000, 2, 3])).toBe(1);
	});

	test('says nothing where most values are the same', () => {
		expect(robustZ(9, [5, 5, 5, 5, 9])).toBeNull();
	});
});

/** Eight weeks in which every day has the same count. */
const even = (count: number, weeks = 8): WatchedDay[] =>
	Array.from({ length: weeks * 7 }, (_, index) => watchedVolume(count, index % 7));

describe('a day', () => {
	test('goes by the exact limits of a Poisson count where all days before it were alike', () => {
		// Garwood's limits of 41 are 29.4 and 55.6, those of 42 are 30.3 and 56.8.
		expect(surpriseOf(watchedVolume(42, 0), even(30), 'volume')!.p).toBeLessThan(0.05);
		expect(surpriseOf(watchedVolume(41, 0), even(30), 'volume')!.p).toBeGreaterThan(0.05);
	});

	test('is not judged after less than four of its own weekday', () => {
		expect(surpriseOf(watchedVolume(500, 0), even(30, 3), 'volume')).toBeNull();
		expect(surpriseOf(watchedVolume(500, 0), even(30, 4), 'volume')).not.toBeNull();
	});

	test('is not judged where the median count is below twenty', () => {
		expect(surpriseOf(watchedVolume(500, 0), even(19), 'volume')).toBeNull();
		expect(surpriseOf(watchedVolume(500, 0), even(20), 'volume')).not.toBeNull();
	});

	test('is not judged where more than half of its weekdays were empty', () => {
		const half = even(50).map((day, index) => (index < 35 ? watchedVolume(0, day.weekday) : day));
		expect(surpriseOf(watchedVolume(500, 0), half, 'volume')).toBeNull();
	});

	test('has no unusual score under thirty messages, however far it lies', () => {
		const random = randomFrom(5);
		const days = watchedScores(drawDays(random, QUIET, BASELINE_DAYS), 'net');
		const of = (count: number): WatchedDay => ({ weekday: 0, value: -1, noise: 0.6 / count, count });
		expect(surpriseOf(of(29), days, 'score')).toBeNull();
		expect(surpriseOf(of(30), days, 'score')!.z).toBeLessThan(-5);
	});

	test('may swing further when it has few messages', () => {
		const days = watchedScores(drawDays(randomFrom(6), QUIET, BASELINE_DAYS), 'net');
		const of = (count: number): WatchedDay => ({ weekday: 0, value: -0.15, noise: 0.55 / count, count });
		expect(Math.abs(surpriseOf(of(40), days, 'score')!.z)).toBeLessThan(
			Math.abs(surpriseOf(of(400), days, 'score')!.z)
		);
	});
});

test('only complete days are judged', () => {
	const random = randomFrom(11);
	const world = { ...QUIET, effects: [{ day: BASELINE_DAYS + 6, mood: -0.6, volume: 4 }] };
	const series = watch(random, 'a', world, 7);
	expect(unusualDays(series).map(({ index }) => index)).toContain(BASELINE_DAYS + 6);
	expect(unusualDays(series.map((one) => ({ ...one, until: BASELINE_DAYS + 6 })))).toEqual([]);
});

test('a planted day is found among eight brands, in both its mood and its volume', () => {
	const planted = { ...QUIET, effects: [{ day: BASELINE_DAYS + 21, mood: -0.42, volume: 3.2 }] };
	const found = { score: 0, volume: 0 };
	for (let seed = 1; seed <= 20; seed += 1) {
		const random = randomFrom(seed);
		const series = [1, 2, 3, 4, 5, 6, 7].flatMap((brand) => watch(random, String(brand), QUIET, 28));
		const marked = unusualDays([...series, ...watch(random, 'planted', planted, 28)]);
		const own = marked.filter(({ key, index }) => key === 'planted' && index === BASELINE_DAYS + 21);
		if (own.some(({ kind, z }) => kind === 'score' && z < 0)) found.score += 1;
		if (own.some(({ kind, z }) => kind === 'volume' && z > 0)) found.volume += 1;
	}
	expect(found.score).toBeGreaterThanOrEqual(18);
	expect(found.volume).toBeGreaterThanOrEqual(18);
});

test('a lasting rise is marked where it begins, and not on every day that follows', () => {
	for (let seed = 1; seed <= 20; seed += 1) {
		const risen = Array.from({ length: 25 }, (_, index) => ({
			day: BASELINE_DAYS + 3 + index,
			mood: 0.4,
			volume: 3.2
		}));
		const marked = unusualDays(watch(randomFrom(seed), 'risen', { ...QUIET, effects: risen }, 28));
		for (const kind of ['score', 'volume'] as const) {
			const days = marked.filter((day) => day.kind === kind).map(({ index }) => index - BASELINE_DAYS);
			const risenDays = days.filter((day) => day >= 3);
			const what = `${kind}, seed ${seed}: days ${days.join(' ')}`;
			expect(Math.min(...risenDays), what).toBeLessThanOrEqual(4);
			expect(risenDays.length, what).toBeLessThanOrEqual(4);
		}
	}
});

test('a day that falls out of a new level is marked all the same', () => {
	const effects = Array.from({ length: 20 }, (_, index) => ({
		day: BASELINE_DAYS + index,
		mood: 0,
		volume: index === 14 ? 0.25 : 3.2
	}));
	const marked = unusualDays(watch(randomFrom(5), 'risen', { ...QUIET, effects }, 28));
	expect(marked.filter(({ z }) => z < 0).map(({ index }) => index - BASELINE_DAYS)).toContain(14);
});

describe('where nothing happened', () => {
	test.each([
		{ brands: 8, shown: 28, views: 25, world: QUIET },
		{ brands: 1, shown: 7, views: 400, world: QUIET },
		{ brands: 1, shown: 7, views: 400, world: { ...QUIET, mean: 400, moodShock: 0.08 } },
		{ brands: 3, shown: 14, views: 80, world: { ...QUIET, mean: 30, moodShock: 0, volumeShock: 0 } }
	])(
		'at most 5 % of brand-weeks carry a marker ($brands brands, $shown days, $world.mean messages a day)',
		({ brands, shown, views, world }) => {
			const marked = new Set<string>();
			for (let view = 1; view <= views; view += 1) {
				const random = randomFrom(view * 7_919);
				const series = Array.from({ length: brands }, (_, brand) =>
					watch(random, String(brand), world, shown)
				).flat();
				for (const { key, index } of unusualDays(series)) {
					marked.add(`${view} ${key} ${Math.floor((index - BASELINE_DAYS) / 7)}`);
				}
			}
			const brandWeeks = views * brands * (shown / 7);
			expect(marked.size / brandWeeks).toBeLessThanOrEqual(0.05);
		}
	);
});
