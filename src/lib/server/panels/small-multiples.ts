import type { SentimentTrendData } from '$lib/charts/chart-data';
import type { DrawingPair } from '$lib/charts/drawing';
import { multipleFrame } from '$lib/charts/frames';
import { smallMultipleOption } from '$lib/charts/options/small-multiples';
import { visibleSeries } from '$lib/charts/options/sentiment-trend';
import { drawnChart } from '$lib/filters/one-sided';
import type { Drawings } from '$lib/server/drawings/drawings';
import type { View } from './view';

/** Whether the trend is drawn as lines: all on one chart, or one chart for each. The stacks are of all brands. */
export const drawsLines = ({ filters }: Pick<View, 'filters'>) =>
	['line', 'multiples'].includes(drawnChart(filters));

/** A drawing for each line that is shown, by its key. */
export function drawMultiples(pens: Drawings, trend: SentimentTrendData): Record<string, DrawingPair> {
	const version = JSON.stringify(trend);
	const shown = visibleSeries(trend);
	return Object.fromEntries(
		shown.map(({ key }) => [
			key,
			pens.drawFigure(
				`multiple ${key} ${version}`,
				(size) => smallMultipleOption(trend, key, size),
				multipleFrame(shown.length)
			)
		])
	);
}
