import { formatCount } from '$lib/format/numbers';
import type { ChartSize, SentimentStackData } from '../chart-data';
import type { ChartOption } from '../echarts';
import { countScale, type ValueScale } from '../scale';
import { SENTIMENT_COLOR, SENTIMENT_HATCH } from '../theme';
import { backgroundAreas, rulesAcross } from './annotations';
import { stackedSeries } from './stacked-bars';
import { plotGrid, QUIET, timeAxis, type PlotMargin } from './time-axis';
import { countAxis } from './volume-trend';

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

/** Negative, neutral and positive over time, as stacked counts or as shares of what was rated. */
export function sentimentStackOption(stack: SentimentStackData, size: ChartSize): ChartOption {
	const margin = stackMargin(stack);
	const columns = stackColumns(stack);
	// What is not counted is not drawn: a bar of nothing has an edge all the same.
	const counted = SENTIMENTS.filter((sentiment) => stack.only?.includes(sentiment) ?? true);
	const layers = counted.map((sentiment) => ({
		name: sentiment,
		values: columns[sentiment],
		color: SENTIMENT_COLOR[sentiment],
		hatch: SENTIMENT_HATCH[sentiment]
	}));
	return {
		...QUIET,
		grid: plotGrid(margin),
		xAxis: timeAxis(stack.timeline, size, margin, true),
		yAxis: countAxis(stackScale(stack), stack.locale, margin),
		series: [
			{
				type: 'line',
				data: stack.timeline.labels.map(() => null),
				silent: true,
				markArea: backgroundAreas(stack, size, margin, true),
				markLine: rulesAcross(stack, size, margin, true)
			},
			...stackedSeries(layers, stack.timeline)
		]
	};
}

/** Room for the largest value on the left. */
export function stackMargin(stack: SentimentStackData): PlotMargin {
	const widest = formatCount(stackScale(stack).max, stack.locale).length;
	return { left: Math.max(28, widest * 7 + 6), right: 4, top: stack.bands?.length ? 30 : 12, bottom: 28 };
}

/** Shares run from 0 to 100, counts from 0 to above the highest bucket. */
export function stackScale(stack: SentimentStackData): ValueScale {
	if (stack.mode === 'share') return { min: 0, max: 100, step: 25 };
	return countScale(Math.max(0, ...bucketSizes(stack).map((size) => size ?? 0)));
}

/** The rated messages of each bucket; null where there is no answer. */
export function bucketSizes({ negative, neutral, positive }: SentimentStackData): (number | null)[] {
	return negative.map((value, index) => {
		const parts = [value, neutral[index] ?? null, positive[index] ?? null];
		return parts.some((part) => part === null)
			? null
			: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
	});
}

/** Counts as they are, or percentages of their bucket: a bucket without rated messages has no shares. */
export function stackColumns(stack: SentimentStackData) {
	const sizes = bucketSizes(stack);
	const column = (counts: (number | null)[]) =>
		counts.map((count, index) => partOf(count, sizes[index] ?? null, stack.mode));
	return {
		negative: column(stack.negative),
		neutral: column(stack.neutral),
		positive: column(stack.positive)
	};
}

function partOf(count: number | null, size: number | null, mode: SentimentStackData['mode']): number | null {
	if (count === null || size === null) return null;
	if (mode === 'count') return count;
	return size === 0 ? null : (count / size) * 100;
}
