import { bucketsOf } from '$lib/calendar/buckets';
import type { SentimentTrendData } from '$lib/charts/chart-data';
import type { SentimentSeries } from '$lib/community/answers';
import { SCALES, type Scale } from '$lib/community/vocabulary';
import type { Split } from '$lib/filters/filters';
import type { Before, BrandAnswers } from './ask';
import { sentimentTrend, splitOf } from './sentiment-trend';
import type { View } from './view';

/** The trend of one word, with what had to be drawn together so that there is one. */
export type WordTrend = {
	data: SentimentTrendData;
	scale: Scale;
	/** All brands together although the view has several: none has enough for a line of its own. */
	isPooled: boolean;
	/** False where no bucket of any size has ten rated mentions. */
	isDrawn: boolean;
};

/** Fewer buckets than this are no trend. */
const FEWEST_BUCKETS = 4;
/** The share of a trend's points that have enough mentions, from which on it is not drawn any coarser. */
const ENOUGH = 0.5;

/** The view in another scale, cut from the same days: the answer that it has already is gathered anew. */
function inScale(view: View, scale: Scale): View {
	const locality = { timeZone: view.plan.timeZone, weekStart: view.filters.weekStart };
	return { ...view, scale, buckets: bucketsOf(view.plan.range, scale, locality) };
}

const inSplit = (view: View, split: Split | null): View => ({ ...view, filters: { ...view.filters, split } });

const besides = (before: Before<SentimentSeries>, split: Split | null): Before<SentimentSeries> => ({
	...before,
	compared: { ...before.compared, view: inSplit(before.compared.view, split) }
});

/**
 * The scales to try, the view's own first. A scale that the link names stays, and only hours and days can be gathered
 * into anything larger: a week does not lie within one month.
 */
function scalesToTry(view: View): Scale[] {
	const canGather = view.plan.scale === 'HOUR' || view.plan.scale === 'DAY';
	if (view.filters.scale !== null || !canGather) return [view.scale];
	return SCALES.slice(SCALES.indexOf(view.scale));
}

/** How much of a trend has a value, from 0 to 1. */
function drawnShare({ series }: SentimentTrendData): number {
	const points = series.flatMap(({ values }) => values);
	return points.length === 0 ? 0 : points.filter((point) => point !== null).length / points.length;
}

/**
 * The finest trend of a word that shows something. A word is rarer than all messages, and below ten rated mentions a
 * point has no value; so where the link leaves it open, the brands are drawn together, and then the buckets made
 * larger, until half of the points have enough. If they never do, it is the one of which most can be drawn.
 */
export function wordTrend(
	view: View,
	answers: BrandAnswers<SentimentSeries>,
	asOf: number,
	before: Before<SentimentSeries> | null = null
): WordTrend {
	const isOpen = view.filters.split === null && splitOf(view) === 'brand';
	const splits = isOpen ? (['brand', 'none'] as const) : [view.filters.split];
	let best: WordTrend | null = null;
	for (const scale of scalesToTry(view)) {
		const scaled = inScale(view, scale);
		// What a larger bucket is compared with is not known, so the compared line stays away from it.
		const earlier = scale === view.scale ? before : null;
		if (best !== null && scaled.buckets.length < FEWEST_BUCKETS) break;
		for (const split of splits) {
			const data = sentimentTrend(inSplit(scaled, split), answers, asOf, earlier && besides(earlier, split));
			const share = drawnShare(data);
			const trend = { data, scale, isPooled: isOpen && split === 'none', isDrawn: share > 0 };
			if (share >= ENOUGH) return trend;
			if (best === null || share > drawnShare(best.data)) best = trend;
		}
	}
	return best!;
}
