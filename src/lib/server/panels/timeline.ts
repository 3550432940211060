import { elapsedHours, hoursIn, isComplete, type Bucket } from '$lib/calendar/buckets';
import type { Timeline } from '$lib/charts/chart-data';
import type { Scale } from '$lib/community/vocabulary';
import { formatBucket } from '$lib/format/bucket';
import { formatDayRange, formatShortDay, formatTime } from '$lib/format/dates';
import { chartWords } from '$lib/wording/chart-words';
import type { View } from './view';

/** Indexes whose buckets begin something larger: days by the hour, weeks by the day, months by the week, years. */
function ticksOf(
	buckets: readonly Bucket[],
	scale: Scale,
	weekStart: View['filters']['weekStart']
): number[] {
	const weekday = { sunday: 0, monday: 1, saturday: 6 }[weekStart];
	const fewHours = buckets.length <= 50;
	const begins = (bucket: Bucket, previous: Bucket | undefined, index: number): boolean => {
		if (scale === 'HOUR') return previous?.from !== bucket.from || (fewHours && index % 6 === 0);
		if (scale === 'DAY') return new Date(`${bucket.from}T00:00:00Z`).getUTCDay() === weekday;
		if (scale === 'WEEK')
			return previous === undefined || previous.from.slice(0, 7) !== bucket.from.slice(0, 7);
		return true;
	};
	return buckets.flatMap((bucket, index) => (begins(bucket, buckets[index - 1], index) ? [index] : []));
}

/** From so many hours on a bucket is told in days: nobody knows how long 1,416 hours are. */
const HOURS_IN_DAYS = 48;

/** How much of a bucket has passed and how long it is: in hours, within an hour in minutes, and in days beyond two. */
function progressNote(bucket: Bucket, asOf: number): string {
	const [elapsed, whole] = [elapsedHours(bucket, asOf), hoursIn(bucket)];
	if (whole <= 1)
		return chartWords.inProgress(String(Math.floor(elapsed * 60)), `${Math.round(whole * 60)} min`);
	if (whole >= HOURS_IN_DAYS) {
		const days = String(Math.round(whole / 24));
		return chartWords.inProgress(String(Math.floor(elapsed / 24)), `${days} days`);
	}
	return chartWords.inProgress(String(Math.floor(elapsed)), `${Math.round(whole * 10) / 10} h`);
}

/** Why a bucket is not whole: not begun or still running when it was counted, or cut by the edge of the range. */
function openNote(bucket: Bucket, asOf: number): string | null {
	if (bucket.start >= asOf) return chartWords.toCome;
	if (!isComplete(bucket, asOf)) return progressNote(bucket, asOf);
	return bucket.partial ? chartWords.cut : null;
}

/** On the axis an hour at the beginning of a day carries the day's name, and a week that of its first day. */
function axisLabel(bucket: Bucket, previous: Bucket | undefined, { scale, plan, locale }: View): string {
	const opensDay = scale === 'HOUR' && previous?.from !== bucket.from;
	if (opensDay || scale === 'WEEK') return formatShortDay(bucket.period, locale);
	return formatBucket(bucket, scale, plan.timeZone, { locale });
}

/** What a compared bucket is called: its day or hour, else its days, and until when where it is cut. */
function comparedTitle(bucket: Bucket, { scale, plan, compared, locale }: View): string {
	const name =
		scale === 'DAY' || scale === 'HOUR'
			? formatBucket(bucket, scale, plan.timeZone, { locale, long: true })
			: formatDayRange(bucket.from, bucket.to, locale);
	const isCut = compared?.until === bucket.end;
	return isCut ? chartWords.until(name, formatTime(bucket.end, plan.timeZone, locale)) : name;
}

/**
 * The time axis of a view's charts: labels, ticks, and which buckets are not whole as of an instant.
 * @param isCompared whether the chart draws what the view is compared with, so that its days are named, too
 */
export function timelineOf(view: View, asOf: number, isCompared = false): Timeline {
	const { buckets, scale, filters, locale } = view;
	const { timeZone } = view.plan;
	return {
		labels: buckets.map((bucket, index) => axisLabel(bucket, buckets[index - 1], view)),
		titles: buckets.map((bucket) => formatBucket(bucket, scale, timeZone, { locale, long: true })),
		ticks: ticksOf(buckets, scale, filters.weekStart),
		open: buckets.flatMap((bucket, index) => {
			const note = openNote(bucket, asOf);
			return note === null ? [] : [{ index, note }];
		}),
		days: buckets.map(({ from, to }) => (from === to ? from : `${from}/${to}`)),
		...(isCompared && {
			compared: view.compared?.buckets.map((bucket) => bucket && comparedTitle(bucket, view))
		})
	};
}
