import { netSentiment, pool, ratedTotal, tooSmall } from '$lib/analytics/score';
import { scoreInterval } from '$lib/analytics/score-interval';
import { rollUp } from '$lib/calendar/roll-up';
import type { SentimentTrendData, TrendSeries } from '$lib/charts/chart-data';
import type { SentimentCounts, SentimentSeries } from '$lib/community/answers';
import { PLATFORMS } from '$lib/community/vocabulary';
import { platformName } from '$lib/format/names';
import type { BrandAnswers } from './ask';
import { countsOfBuckets, countsOfPlatform } from './tally';
import { timelineOf } from './timeline';
import type { View } from './view';

export type Line = { key: string; name: string; slot: number | null; counts: SentimentCounts[] };

/** The counts of each of the view's buckets, summed over some brands, or over one platform of them. */
export function countsByBucket(
	view: View,
	series: readonly SentimentSeries[],
	platform: string | null = null
): SentimentCounts[] {
	const byBrand = series.map(({ buckets }) =>
		rollUp(buckets, view.buckets, (members) =>
			platform === null
				? countsOfBuckets(members)
				: countsOfPlatform(
						members.map((member) => member.platforms),
						platform
					)
		)
	);
	return view.buckets.map((_, index) => pool(byBrand.map((counts) => counts[index]!)));
}

/** How a view is split where the link does not say: by brand when there are several. */
export const splitOf = (view: View) => view.filters.split ?? (view.brands.length > 1 ? 'brand' : 'none');

/** What the trend draws one line of each: brands, platforms or all, with the counts of every bucket. */
export function linesOf(view: View, { answers }: BrandAnswers<SentimentSeries>): Line[] {
	const all = answers.map((answer) => answer.value);
	const split = splitOf(view);
	if (split === 'platform') {
		return PLATFORMS.map((platform, index) => ({
			key: platform,
			name: platformName(platform),
			slot: index + 1,
			counts: countsByBucket(view, all, platform)
		})).filter((line) => line.counts.some((counts) => ratedTotal(counts) > 0));
	}
	if (split === 'none') {
		const only = answers.length === 1 ? answers[0]!.brand : null;
		const name = only?.name ?? 'All brands';
		return [{ key: 'all', name, slot: only?.slot ?? 1, counts: countsByBucket(view, all) }];
	}
	const coloured = answers.filter(({ brand }) => brand.slot !== null);
	const others = answers.filter(({ brand }) => brand.slot === null);
	const lines = coloured.map(({ brand, value }) => ({
		key: String(brand.id),
		name: brand.name,
		slot: brand.slot,
		counts: countsByBucket(view, [value])
	}));
	if (others.length === 0) return lines;
	const rest = others.map((answer) => answer.value);
	return [...lines, { key: 'other', name: 'Other', slot: null, counts: countsByBucket(view, rest) }];
}

/** What travels to the browser keeps four decimals: a hundredth of a point. */
const rounded = (value: number | null | undefined) =>
	value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4;

function seriesOf(line: Line, view: View, focus: boolean): TrendSeries {
	const { score } = view.filters;
	// Nobody draws a trend from four comments: below ten a bucket shows no value.
	const enough = (counts: SentimentCounts) => tooSmall(ratedTotal(counts)) !== 'none';
	const intervals = line.counts.map((counts) => (enough(counts) ? scoreInterval(counts, [], score) : null));
	const total = pool(line.counts);
	return {
		key: line.key,
		name: line.name,
		slot: line.slot,
		values: line.counts.map((counts) => rounded(enough(counts) ? netSentiment(counts, score) : null)),
		counts: line.counts.map(ratedTotal),
		low: intervals.map((interval) => rounded(interval?.low)),
		high: intervals.map((interval) => rounded(interval?.high)),
		focus,
		total: { value: enough(total) ? netSentiment(total, score) : null, n: ratedTotal(total) }
	};
}

/** The trend of the view's score, one line a brand, a platform or in all. */
export function sentimentTrend(
	view: View,
	answers: BrandAnswers<SentimentSeries>,
	asOf: number
): SentimentTrendData {
	const lines = linesOf(view, answers);
	const isPoints = view.filters.score === 'net' || view.filters.score === 'net-rated';
	return {
		locale: view.locale,
		unit: isPoints ? 'points' : 'percent',
		timeline: timelineOf(view, asOf),
		series: lines.map((line) => seriesOf(line, view, lines.length === 1)),
		hidden: view.filters.hidden
	};
}
