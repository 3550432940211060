import type { SentimentCounts } from '$lib/community/answers';
import type { Score } from '$lib/filters/filters';
import { falseDiscoveries } from './false-discovery';
import { poissonTails } from './poisson-limits';
import { median, medianDeviation, NORMAL_DEVIATION } from './robust';
import { netSentiment, pool } from './score';
import { studentTails } from './student-t';

/** How far back a day is compared with, in days: eight of each weekday. */
export const BASELINE_DAYS = 56;

/** A day has to have this many of its own weekday before it. */
const FEWEST_WEEKDAYS = 4;
/** Below this median nothing is unusual. */
const LEAST_MEDIAN = 20;
/** The score of a day says something from here on. */
const LEAST_RATED = 30;
/** A day before with fewer than these tells nothing about scores. */
const LEAST_RATED_BEFORE = 10;
/**
 * How many of the markers may be chance. It is the 5 % that are promised less a reserve: a spread from 56 days is not
 * Student's to the last digit, and without it 5.2 to 5.7 % of quiet brand-weeks carry a marker in the simulation.
 */
const RATE = 0.04;
/** The variance of a median of normal values, in terms of that of their mean. */
const MEDIAN_VARIANCE = Math.PI / 2;
/** Degrees of freedom of a spread without its outliers, for each day that it is taken from. */
const FREEDOM = 0.75;

/**
 * A day of a series as it is watched: `value` on a scale where a jump of the same size means the same, `noise` the
 * variance that this day's own number of messages explains, `count` the messages.
 */
export type WatchedDay = { weekday: number; value: number; noise: number; count: number };

/** A finding about one day: `expected` on the scale of the values, `z` with its sign, `p` of both sides. */
export type Surprise = { expected: number; z: number; p: number };

/**
 * The volume of a day on the scale of its logarithm, where a doubling is as large for every brand.
 * @example watchedVolume(100, 1).value // ln 100.5
 */
export function watchedVolume(count: number, weekday: number): WatchedDay {
	return { weekday, value: Math.log(count + 0.5), noise: 1 / (count + 0.5), count };
}

/**
 * The scores of days in a row. The noise of a day is the variance of one message, over all of the days, divided by
 * its number of messages: a day of 30 may swing further than one of 300. Null where there is nothing to divide by.
 */
export function watchedScores(
	days: readonly { weekday: number; counts: SentimentCounts }[],
	score: Score
): (WatchedDay | null)[] {
	const variance = messageVariance(pool(days.map((day) => day.counts)), score);
	return days.map(({ weekday, counts }) => {
		const value = netSentiment(counts, score);
		const count = denominator(counts, score);
		return value === null ? null : { weekday, value, noise: variance / count, count };
	});
}

function denominator({ positive, neutral, negative }: SentimentCounts, score: Score): number {
	return score === 'net' || score === 'positive' ? positive + neutral + negative : positive + negative;
}

/** The variance of one message's part in a score: 1, 0 and −1 for the net ones, 1 and 0 for the shares. */
function messageVariance(counts: SentimentCounts, score: Score): number {
	const n = denominator(counts, score);
	const mean = netSentiment(counts, score) ?? 0;
	const squares =
		score === 'net' || score === 'net-rated' ? counts.positive + counts.negative : counts.positive;
	return n === 0 ? 0 : Math.max(0, squares / n - mean * mean);
}

type Baseline = { same: WatchedDay[]; all: WatchedDay[] };

/** The days that a day is compared with, or null where they are too few or too empty to say what is usual. */
function baselineOf(before: readonly (WatchedDay | null)[], weekday: number, least: number): Baseline | null {
	const known = before.filter((day) => day !== null);
	const sameDays = known.filter((day) => day.weekday === weekday);
	const counts = sameDays.map((day) => day.count);
	if (sameDays.length < FEWEST_WEEKDAYS || median(counts) < LEAST_MEDIAN) return null;
	if (counts.filter((count) => count === 0).length > counts.length / 2) return null;
	const all = known.filter((day) => day.count >= least);
	const same = all.filter((day) => day.weekday === weekday);
	return same.length < FEWEST_WEEKDAYS ? null : { same, all };
}

/** What is usual on each weekday, and how much of each weekday's own median it takes. */
function usualOf(all: readonly WatchedDay[]): { centre: (weekday: number) => number; weight: number } {
	const overall = median(all.map((day) => day.value));
	const weekdays = [...new Set(all.map((day) => day.weekday))];
	const medians = new Map(
		weekdays.map((weekday) => [
			weekday,
			median(all.filter((day) => day.weekday === weekday).map((day) => day.value))
		])
	);
	const between =
		[...medians.values()].reduce((sum, value) => sum + (value - overall) ** 2, 0) /
		Math.max(1, weekdays.length - 1);
	const spread = (NORMAL_DEVIATION * medianDeviation(all.map((day) => day.value))) ** 2;
	const byChance = (MEDIAN_VARIANCE * spread * weekdays.length) / all.length;
	const weight = between > byChance ? 1 - byChance / between : 0;
	return { centre: (weekday) => overall + weight * ((medians.get(weekday) ?? overall) - overall), weight };
}

/** Days further out than this many deviations are no part of the spread. */
const OUTSIDE = 3;
/** The variance of normal values that lie within three deviations, as a share of the whole. */
const VARIANCE_INSIDE = 0.973;

/**
 * The variance between days that is left when the noise of each is taken off, never under 0. The median deviation
 * tells which days before were unusual themselves, and the others tell the variance.
 */
function varianceBetween(residuals: readonly number[], noises: readonly number[]): number {
	const robust = (NORMAL_DEVIATION * medianDeviation(residuals)) ** 2;
	const first = Math.max(0, robust - median(noises));
	let [squares, noise, count] = [0, 0, 0];
	residuals.forEach((residual, index) => {
		const own = noises[index]!;
		if (residual ** 2 > OUTSIDE ** 2 * (first + own)) return;
		squares += residual ** 2;
		noise += own;
		count += 1;
	});
	return count === 0 ? first : Math.max(0, squares / count / VARIANCE_INSIDE - noise / count);
}

/**
 * How surprising a day is after the eight weeks before it.
 *
 * What is usual is the median of the eight weeks, moved towards the median of the day's own weekday as far as the
 * weekdays differ more than chance makes them. The spread is how far the days before were away from their own usual:
 * those beyond three times 1.4826 · MAD are left out, the noise of their numbers of messages is taken off, and that of
 * this day's number put on. The p-value is Student's. Where the MAD is 0, volumes go by the exact limits of a Poisson
 * count.
 * @param before the 56 days before it, in any order; null where there is no value
 * @returns null where it can't be said: under four of the weekday, their median count under 20, more than half of
 * them empty, or a score of under 30 messages
 */
export function surpriseOf(
	day: WatchedDay,
	before: readonly (WatchedDay | null)[],
	kind: 'score' | 'volume'
): Surprise | null {
	if (kind === 'score' && day.count < LEAST_RATED) return null;
	const baseline = baselineOf(before, day.weekday, kind === 'score' ? LEAST_RATED_BEFORE : 0);
	if (baseline === null) return null;
	const { all, same } = baseline;
	const { centre, weight } = usualOf(all);
	const expected = centre(day.weekday);
	const lost = 1 + 6 * weight;
	const fit = Math.sqrt(all.length / (all.length - lost));
	const residuals = all.map((past) => (past.value - centre(past.weekday)) * fit);
	if (kind === 'volume' && medianDeviation(residuals) === 0) return poissonSurprise(day, same, expected);
	const between = varianceBetween(
		residuals,
		all.map((past) => past.noise)
	);
	const noise = kind === 'volume' ? 1 / (Math.exp(expected) + 0.5) : day.noise;
	const typical = between + median(all.map((past) => past.noise));
	const ofCentre = MEDIAN_VARIANCE * typical * (weight / same.length + (1 - weight) / all.length);
	const variance = between + noise + ofCentre;
	if (!(variance > 0)) return null;
	const z = (day.value - expected) / Math.sqrt(variance);
	return { expected, z, p: studentTails(z, FREEDOM * (all.length - lost)) };
}

function poissonSurprise(day: WatchedDay, same: readonly WatchedDay[], expected: number): Surprise {
	const mean = median(same.map((past) => past.count));
	return { expected, z: (day.count - mean) / Math.sqrt(mean), p: poissonTails(day.count, mean) };
}

/** A watched series: all of its days in a row, of which those from `from` on are judged. */
export type WatchedSeries = {
	key: string;
	kind: 'score' | 'volume';
	days: readonly (WatchedDay | null)[];
	from: number;
	/** The first index whose day is not over yet. */
	until: number;
};

/** An unusual day of a series; `index` counts from the first of its days. */
export type UnusualDay = Surprise & { key: string; kind: 'score' | 'volume'; index: number };

/** Every day of several series that can be judged, unusual or not; the others are too few to say what is usual. */
export function judgedDays(series: readonly WatchedSeries[]): UnusualDay[] {
	return series.flatMap(({ key, kind, days, from, until }) =>
		days.slice(0, until).flatMap((day, index): UnusualDay[] => {
			if (index < from || day === null) return [];
			const before = days.slice(Math.max(0, index - BASELINE_DAYS), index);
			const surprise = surpriseOf(day, before, kind);
			return surprise === null ? [] : [{ key, kind, index, ...surprise }];
		})
	);
}

/**
 * The unusual ones of all days that could be judged, the most surprising first. All days of all series are one family:
 * of the days that are marked at most 5 % are there by chance (Benjamini and Hochberg), and where nothing happened
 * at all, at least 95 of 100 views have no mark. Of a change that lasts the first three days are marked.
 */
export function unusualOf(judged: readonly UnusualDay[]): UnusualDay[] {
	const stands = falseDiscoveries(
		judged.map(({ p }) => p),
		RATE
	);
	return withoutLevels(judged.filter((_, index) => stands[index])).sort((a, b) => a.p - b.p);
}

/** The unusual days of several series together: those of all days that can be judged. */
export const unusualDays = (series: readonly WatchedSeries[]): UnusualDay[] => unusualOf(judgedDays(series));

/** After so many days to one side within a week that side is a level of its own, and its next day is no news. */
const DAYS_OF_NEWS = 3;
const DAYS_OF_LEVEL = 7;

/**
 * Without the days that only go on with a change that lasts: eight weeks take their time to call it usual, and until
 * then every day of it lies outside. A change is told on its first three days; a day to the other side is news.
 */
function withoutLevels(found: readonly UnusualDay[]): UnusualDay[] {
	const isLike = (a: UnusualDay, b: UnusualDay) =>
		a.key === b.key && a.kind === b.kind && Math.sign(a.z) === Math.sign(b.z);
	return found.filter((day) => {
		const before = found.filter(
			(other) => isLike(day, other) && other.index < day.index && other.index >= day.index - DAYS_OF_LEVEL
		);
		return before.length < DAYS_OF_NEWS;
	});
}
