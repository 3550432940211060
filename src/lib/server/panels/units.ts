import { pool } from '$lib/analytics/score';
import { isComplete } from '$lib/calendar/buckets';
import type { Answer, SentimentCounts, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import type { BrandAnswers } from './ask';
import { countsByBucket, volumeByBucket } from './tally';
import type { Compared, View } from './view';

/** What the statistics count in: everything of a period, and its complete days (or weeks, or months) one by one. */
export type Units<T> = { total: T; complete: T[] };

const inUnits = ({ units }: View) => ({ buckets: units });

/** Which units are whole: over when they were counted, and not cut by the edge of the range. */
const wholeUnits = (view: View, asOf: number) =>
	view.units.map((unit) => isComplete(unit, asOf) && !unit.partial);

/** Counts of each unit of a view, in all and those of its complete units alone. */
export function completeUnits(
	view: View,
	counts: readonly SentimentCounts[],
	asOf: number
): Units<SentimentCounts> {
	const whole = wholeUnits(view, asOf);
	return { total: pool(counts), complete: counts.filter((_, index) => whole[index]) };
}

/**
 * The rated messages of a view, over some brands.
 * @param asOf when they were counted, in milliseconds since 1970
 */
export function sentimentUnits(
	view: View,
	series: readonly SentimentSeries[],
	asOf: number
): Units<SentimentCounts> {
	return completeUnits(view, countsByBucket(inUnits(view), series), asOf);
}

/** The complete days of one brand, or none where the host did not tell them: then its intervals are not widened. */
export function daysOfBrand(
	view: View,
	sentiment: Answer<BrandAnswers<SentimentSeries>> | null,
	id: number
): SentimentCounts[] {
	const own = sentiment?.value.answers.find(({ brand }) => brand.id === id);
	return own && sentiment ? sentimentUnits(view, [own.value], sentiment.asOf).complete : [];
}

/** The interactions of a view, over some brands and all types. */
export function volumeUnits(view: View, series: readonly VolumeSeries[], asOf: number): Units<number> {
	const counts = volumeByBucket(inUnits(view), series);
	const whole = wholeUnits(view, asOf);
	return {
		total: counts.reduce((sum, count) => sum + count, 0),
		complete: counts.filter((_, index) => whole[index])
	};
}

/** How many days the complete units of a view have together. */
export function completeDays(view: View, asOf: number): number {
	const whole = wholeUnits(view, asOf);
	return view.units.reduce(
		(days, { from, to }, index) =>
			days + (whole[index] ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 : 0),
		0
	);
}

/** Values of the compared buckets, in the places of the buckets that they are compared with; null where there is none. */
export function inPlace<T>({ buckets }: Compared, values: readonly T[]): (T | null)[] {
	let next = 0;
	return buckets.map((bucket) => (bucket === null ? null : (values[next++] ?? null)));
}
