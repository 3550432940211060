import type { ChartSize, SentimentTrendData } from './chart-data';
import { trendMargin, trendScale, visibleSeries } from './options/sentiment-trend';
import type { PlotMargin } from './options/time-axis';
import type { ValueScale } from './scale';

/** How near to a point the pointer has to be to mean it, in pixels. */
const NEAR = 24;

/**
 * The value at a height of the plot: the inverse of a linear axis.
 * @param y pixels from the top of the chart
 */
export function valueAtY(y: number, { min, max }: ValueScale, margin: PlotMargin, size: ChartSize): number {
	const height = Math.max(1, size.height - margin.top - margin.bottom);
	return max - ((y - margin.top) / height) * (max - min);
}

/** The line whose point of a bucket the pointer is at, or null between the lines. */
export function lineUnder(
	trend: SentimentTrendData,
	index: number,
	y: number,
	size: ChartSize
): string | null {
	const margin = trendMargin(trend);
	const scale = trendScale(trend);
	const pointed = valueAtY(y, scale, margin, size);
	const pixels = Math.max(1, size.height - margin.top - margin.bottom) / (scale.max - scale.min);
	let nearest: { key: string; distance: number } | null = null;
	for (const { key, values } of visibleSeries(trend)) {
		const value = values[index] ?? null;
		if (value === null) continue;
		const distance = Math.abs(value * 100 - pointed) * pixels;
		if (distance <= NEAR && (nearest === null || distance < nearest.distance)) nearest = { key, distance };
	}
	return nearest?.key ?? null;
}

/**
 * The part of a stacked bar that holds a value, or null above the bar and below zero.
 * @param parts from the bottom of the stack to its top
 * @example partAt([{ key: 'a', value: 2 }, { key: 'b', value: 5 }], 3) // 'b'
 */
export function partAt(
	parts: readonly { key: string; value: number | null }[],
	pointed: number
): string | null {
	let top = 0;
	if (pointed < 0) return null;
	for (const { key, value } of parts) {
		top += value ?? 0;
		if (pointed < top) return key;
	}
	return null;
}
