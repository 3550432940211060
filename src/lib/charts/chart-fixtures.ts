import type {
	DistributionData,
	SentimentTrendData,
	Timeline,
	TrendSeries,
	VolumeTrendData
} from './chart-data';

/** Charts for the specs of this room: small, and every value can be told from the others. */

/** This many days of which every seventh is a tick and the last is in progress. */
export function timelineOf(count: number): Timeline {
	const labels = Array.from({ length: count }, (_, index) => `${index + 1} Nov`);
	return {
		labels,
		titles: labels.map((label) => `${label} 2026`),
		ticks: labels.flatMap((_, index) => (index % 7 === 0 ? [index] : [])),
		open: [{ index: count - 1, note: 'in progress, 9 of 24 h' }]
	};
}

/** A brand whose values swing around a level. */
export function seriesOf(slot: number, count: number, more: Partial<TrendSeries> = {}): TrendSeries {
	const values = Array.from(
		{ length: count },
		(_, index) => 0.6 - slot * 0.15 + 0.05 * Math.sin(index * slot)
	);
	return {
		key: `brand-${slot}`,
		name: `Brand ${slot}`,
		slot,
		values,
		counts: values.map((_, index) => 100 + index),
		low: values.map((value) => value - 0.08),
		high: values.map((value) => value + 0.08),
		total: { value: 0.6 - slot * 0.15, n: 2800 },
		...more
	};
}

export function trendOf(series: TrendSeries[], more: Partial<SentimentTrendData> = {}): SentimentTrendData {
	const count = series[0]?.values.length ?? 0;
	return { locale: 'en-GB', unit: 'points', timeline: timelineOf(count), series, hidden: [], ...more };
}

export function volumeOf(count: number, more: Partial<VolumeTrendData> = {}): VolumeTrendData {
	const values = (size: number) => Array.from({ length: count }, (_, index) => size + (index % 5) * 10);
	return {
		locale: 'en-GB',
		timeline: timelineOf(count),
		layers: [
			{ key: 'comments', name: 'Organic comments', role: 'comments', values: values(1200) },
			{ key: 'ads', name: 'Ad comments', role: 'ads', values: values(400) },
			{ key: 'dms', name: 'Direct messages', role: 'dms', values: values(200) }
		],
		hidden: [],
		...more
	};
}

export function splitOf(more: Partial<DistributionData> = {}): DistributionData {
	return {
		locale: 'en-GB',
		stack: 'share',
		rows: [
			{ key: 'all', name: 'All brands', strong: true, counts: [20, 100, 80], shares: [10, 50, 40], n: 200 },
			{ key: 'a', name: 'Tarn & Moss', counts: [5, 60, 35], shares: [5, 60, 35], n: 100 },
			{ key: 'caption', name: 'By platform', caption: true, counts: null, shares: null, n: null },
			{ key: 'b', name: 'TikTok', counts: [1, 2, 4], shares: null, n: 7, note: 'too few to say' },
			{ key: 'c', name: 'YouTube', counts: null, shares: null, n: null, note: 'not loaded' }
		],
		...more
	};
}
