import type { ChartSize, SentimentTrendData } from '../chart-data';
import type { ChartOption } from '../echarts';
import { sentimentTrendOption, trendScale, visibleSeries } from './sentiment-trend';

/** A trend with one of its lines alone, in focus: its interval and its compared period are drawn. */
export function onlyLine(trend: SentimentTrendData, key: string): SentimentTrendData {
	return {
		...trend,
		series: trend.series.filter((series) => series.key === key).map((series) => ({ ...series, focus: true })),
		...(trend.bands && { bands: trend.bands.filter((band) => band.series?.includes(key) ?? true) }),
		...(trend.marks && {
			// The name of the line stands above its chart, and the room beside a ring is small.
			marks: trend.marks
				.filter((mark) => mark.series === key)
				.map((mark) => ({ ...mark, note: mark.shortNote ?? mark.note }))
		})
	};
}

/** The one scale of all charts: wide enough for every line with its interval and its compared period. */
export function sharedScale(trend: SentimentTrendData) {
	const series = visibleSeries(trend).map((line) => ({ ...line, focus: true }));
	return trendScale({ ...trend, series });
}

/**
 * One line of a trend on a small chart of its own. All charts of a trend have the same axes, so that a line that lies
 * higher is higher.
 */
export function smallMultipleOption(trend: SentimentTrendData, key: string, size: ChartSize): ChartOption {
	return sentimentTrendOption(onlyLine(trend, key), size, sharedScale(trend));
}
