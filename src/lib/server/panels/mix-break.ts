import { mixBreaks } from '$lib/analytics/mix-break';
import { ratedTotal, tooSmall } from '$lib/analytics/score';
import { wilson } from '$lib/analytics/interval';
import { isComplete } from '$lib/calendar/buckets';
import type { Break, SentimentTrendData } from '$lib/charts/chart-data';
import type { DrawingPair } from '$lib/charts/drawing';
import { COVERAGE_FRAME } from '$lib/charts/frames';
import { sentimentTrendOption } from '$lib/charts/options/sentiment-trend';
import type { Answer, SentimentSeries, VolumeSeries } from '$lib/community/answers';
import { TYPE_GROUPS } from '$lib/community/vocabulary';
import type { Drawings } from '$lib/server/drawings/drawings';
import { formatDay } from '$lib/format/dates';
import { formatPercent } from '$lib/format/numbers';
import { unusualWords } from '$lib/wording/unusual-words';
import { wording } from '$lib/wording/wording';
import type { BrandAnswers } from './ask';
import { withCampaigns } from './campaign-bands';
import { countsByBucket, volumeByBucket, type LayerGroup } from './tally';
import { timelineOf } from './timeline';
import type { View } from './view';

const GROUPS: readonly LayerGroup[] = [...TYPE_GROUPS, 'other'];

/** A break as the chart draws it, and as a sentence below it. */
export type NamedBreak = Break & { sentence: string };

const groupName = (group: LayerGroup) =>
	group === 'other' ? unusualWords.otherTypes : wording.filters.typeGroups[group];

/** A group that moved by less than this part of what the other groups moved by is not what happened. */
const LEAST_PART = 0.5;

/** The group that came or went: one group's gain is the others' loss, and nobody looks for the loss. */
function movedMost(before: readonly number[], after: readonly number[]): number {
	const moved = GROUPS.map((_, group) => Math.abs(after[group]! - before[group]!));
	const most = Math.max(...moved);
	const against = moved.map((by, group) =>
		by >= most * LEAST_PART ? by / (before[group]! + after[group]!) : 0
	);
	return against.indexOf(Math.max(...against));
}

/**
 * Where the mix of types changes for good within a view, such as where a host begins to count direct messages. Each
 * break is named by what came or went: of the groups that moved, the one that moved most against its own part of the
 * volume. Only complete buckets count.
 * @param asOf when the volume was counted
 */
export function volumeBreaks(
	view: View,
	{ answers }: BrandAnswers<VolumeSeries>,
	asOf: number
): NamedBreak[] {
	const series = answers.map((answer) => answer.value);
	const byGroup = GROUPS.map((group) => volumeByBucket(view, series, group));
	const whole = view.buckets.flatMap((bucket, index) =>
		isComplete(bucket, asOf) && !bucket.partial ? [index] : []
	);
	const mixes = whole.map((index) => byGroup.map((counts) => counts[index]!));
	return mixBreaks(mixes).map(({ index, before, after }) => {
		const most = movedMost(before, after);
		const place = whole[index]!;
		const percent = (shares: number[]) =>
			formatPercent(shares[most]! * 100, { decimals: 0, locale: view.locale });
		const name = groupName(GROUPS[most]!);
		const day = formatDay(view.buckets[place]!.from, view.locale);
		const words = unusualWords.coverage;
		return {
			index: place,
			note: words.mark(name, percent(before), percent(after)),
			sentence: words.appeared(day, name.toLowerCase(), percent(after), percent(before))
		};
	});
}

/** The part of the interactions that is rated, over time, with the places where the mix of types changes. */
export type CoveragePanel = { data: SentimentTrendData; drawing: DrawingPair | null; breaks: NamedBreak[] };

type Answers = { sentiment: BrandAnswers<SentimentSeries>; volume: BrandAnswers<VolumeSeries> };

/**
 * Rated messages in percent of all interactions, bucket by bucket, over the brands that told both. A bucket of under
 * ten interactions has no value, and one in progress none under thirty: the first hours of a day would look like a fall. The host may rate what it counts as another type, so a bucket never has over 100 %.
 */
export function coverageTrend(view: View, { sentiment, volume }: Answers, asOf: number): SentimentTrendData {
	const both = sentiment.answers.filter(({ brand }) =>
		volume.answers.some((answer) => answer.brand.id === brand.id)
	);
	const series = volume.answers.filter(({ brand }) => both.some((answer) => answer.brand.id === brand.id));
	const rated = countsByBucket(
		view,
		both.map(({ value }) => value)
	).map(ratedTotal);
	const totals = volumeByBucket(
		view,
		series.map(({ value }) => value)
	);
	const isSaid = (total: number, index: number) =>
		isComplete(view.buckets[index]!, asOf) ? tooSmall(total) !== 'none' : tooSmall(total) === 'ok';
	const shares = totals.map((total, index) =>
		isSaid(total, index) ? wilson(Math.min(rated[index]!, total), total) : null
	);
	const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
	const n = sum(totals);
	const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1e4) / 1e4);
	return {
		locale: view.locale,
		unit: 'percent',
		timeline: timelineOf(view, asOf),
		...withCampaigns(view),
		series: [
			{
				key: 'coverage',
				name: unusualWords.coverage.name,
				slot: null,
				values: shares.map((share) => rounded(share?.estimate)),
				counts: totals,
				low: shares.map((share) => rounded(share?.low)),
				high: shares.map((share) => rounded(share?.high)),
				total: { value: tooSmall(n) === 'none' ? null : Math.min(1, sum(rated) / n), n }
			}
		],
		hidden: []
	};
}

type Waiting = {
	sentiment: Promise<Answer<BrandAnswers<SentimentSeries>>>;
	volume: Promise<Answer<BrandAnswers<VolumeSeries>>>;
};

/**
 * The coverage once both answers have come.
 * @throws what one of the questions failed with: without it there is nothing to divide
 */
export async function askCoverage(
	view: View,
	{ sentiment, volume }: Waiting,
	pens: Drawings | null
): Promise<Answer<CoveragePanel>> {
	const [rated, counted] = await Promise.all([sentiment, volume]);
	const asOf = Math.min(rated.asOf, counted.asOf);
	const breaks = volumeBreaks(view, counted.value, asOf);
	const data = {
		...coverageTrend(view, { sentiment: rated.value, volume: counted.value }, asOf),
		breaks: breaks.map(({ index }) => ({ index, note: '' }))
	};
	const drawing =
		pens?.drawFigure(
			`coverage ${JSON.stringify(data)}`,
			(size) => sentimentTrendOption(data, size),
			COVERAGE_FRAME
		) ?? null;
	return { value: { data, drawing, breaks }, asOf, stale: rated.stale || counted.stale };
}
