import { chartWords } from '$lib/wording/chart-words';
import type { SentimentTrendData, TrendSeries } from './chart-data';
import type { FootMark } from './FootNote.svelte';
import { labelText } from './label-text';
import { visibleSeries } from './options/sentiment-trend';
import { openNotes } from './reading';
import { brandColor } from './theme';

/**
 * What the odd marks of a trend mean, in the order in which they stand below it: the line that stands out with what is
 * drawn of it alone, then what all lines share.
 * @param shown the trend as it is drawn: with the focus where the reader points
 * @param trend with the focus that it has by itself
 */
export function trendMarks(shown: SentimentTrendData, trend: SentimentTrendData): FootMark[] {
	const series = trend.series.map(({ values }) => values);
	const open = openNotes(trend.timeline, series);
	return [
		...focusMarks(shown, trend),
		...(open ? [{ kind: 'open-line' as const, text: open }] : []),
		...(trend.marks?.length ? [{ kind: 'ring' as const, text: chartWords.unusual }] : []),
		...(trend.gaps?.length ? [{ kind: 'gap' as const, text: chartWords.hatched }] : [])
	];
}

function focusMarks(shown: SentimentTrendData, trend: SentimentTrendData): FootMark[] {
	const focus = focusOf(shown);
	if (!focus) return [];
	const reason = focus.key === focusOf(trend)?.key ? trend.focusReason : 'pointed';
	const name = labelText(focus.name);
	const color = brandColor(focus.slot);
	const days = trend.previousLabel ?? chartWords.compared;
	const dotted = trend.series.length > 1 ? chartWords.comparedLine(name, days) : days;
	const interval = reason ? chartWords.itsInterval : chartWords.interval;
	return [
		...(reason && isDrawn(focus.values)
			? [{ kind: 'thick' as const, text: chartWords.inFocus[reason](name), color }]
			: []),
		...(isDrawn(focus.low) ? [{ kind: 'interval' as const, text: interval, color }] : []),
		...(isDrawn(focus.previous) ? [{ kind: 'dotted' as const, text: dotted, color }] : [])
	];
}

const focusOf = (trend: SentimentTrendData): TrendSeries | undefined =>
	visibleSeries(trend).find(({ focus }) => focus);

/** Neither a band nor a dotted line is seen of values without a neighbour. */
const isDrawn = (values: readonly (number | null)[] = []) =>
	values.some((value, index) => value !== null && (values[index + 1] ?? null) !== null);
