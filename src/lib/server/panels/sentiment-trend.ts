import { pool, ratedTotal } from '$lib/analytics/score';
import {
	MOST_EQUAL_LINES,
	type FocusReason,
	type SentimentTrendData,
	type Slot,
	type TrendSeries
} from '$lib/charts/chart-data';
import type { SentimentCounts, SentimentSeries } from '$lib/community/answers';
import { PLATFORMS } from '$lib/community/vocabulary';
import type { Score } from '$lib/filters/filters';
import { formatDayRange } from '$lib/format/dates';
import { platformName } from '$lib/format/names';
import { wording } from '$lib/wording/wording';
import { answeredBuckets, gapsOf, whereKnown } from './answered-buckets';
import type { Before, BrandAnswers } from './ask';
import { withCampaigns } from './campaign-bands';
import { changeOfScore, type ScoreChange } from './changes';
import { shownScore } from './shown-numbers';
import { countsByBucket } from './tally';
import { timelineOf } from './timeline';
import { completeUnits, inPlace } from './units';
import type { View } from './view';

export type Line = {
	key: string;
	name: string;
	slot: Slot;
	counts: SentimentCounts[];
	/** Which buckets the host said anything about. */
	answered: boolean[];
};

type Label = Pick<Line, 'key' | 'name' | 'slot'>;

/** A line over some answers, or over one platform of them. */
const lineOver = (
	view: View,
	label: Label,
	series: readonly SentimentSeries[],
	platform: string | null = null
): Line => ({
	...label,
	counts: countsByBucket(view, series, platform),
	answered: answeredBuckets(view, series)
});

/** How a view is split where the link does not say: by brand when there are several. */
export const splitOf = (view: View) => view.filters.split ?? (view.brands.length > 1 ? 'brand' : 'none');

/** What the trend draws one line of each: brands, platforms or all, with the counts of every bucket. */
export function linesOf(view: View, { answers }: BrandAnswers<SentimentSeries>): Line[] {
	const all = answers.map((answer) => answer.value);
	const split = splitOf(view);
	if (split === 'platform') {
		return PLATFORMS.map((platform, index) => {
			const label = { key: platform, name: platformName(platform), slot: index + 1 };
			return lineOver(view, label, all, platform);
		}).filter((line) => line.counts.some((counts) => ratedTotal(counts) > 0));
	}
	if (split === 'none') {
		const only = answers.length === 1 ? answers[0]!.brand : null;
		const name = only?.name ?? 'All brands';
		return [lineOver(view, { key: 'all', name, slot: only === null ? 'total' : only.slot }, all)];
	}
	const coloured = answers.filter(({ brand }) => brand.slot !== null);
	const others = answers.filter(({ brand }) => brand.slot === null);
	const lines = coloured.map(({ brand: { id, name, slot }, value }) =>
		lineOver(view, { key: String(id), name, slot }, [value])
	);
	if (others.length === 0) return lines;
	const rest = others.map((answer) => answer.value);
	const name = others.length === 1 ? others[0]!.brand.name : 'Other brands';
	return [...lines, lineOver(view, { key: 'other', name, slot: null }, rest)];
}

/** What travels to the browser keeps four decimals: a hundredth of a point. */
const rounded = (value: number | null | undefined) =>
	value === null || value === undefined ? null : Math.round(value * 1e4) / 1e4;

/** What a series is compared with, whether it is the one that stands out, and when it was counted. */
type Beside = {
	previous: (number | null)[] | null;
	isFocus: boolean;
	asOf: number;
	/** The complete days of the line. */
	days: readonly SentimentCounts[];
};

function seriesOf(line: Line, view: View, { previous, isFocus, asOf, days }: Beside): TrendSeries {
	const { score } = view.filters;
	const levels = line.counts.map((counts) => shownScore(counts, [], score));
	const total = pool(line.counts);
	const shown = shownScore(total, days, score);
	return {
		key: line.key,
		name: line.name,
		slot: line.slot,
		values: levels.map((level) => rounded(level?.value)),
		counts: whereKnown(view, line.answered, asOf, line.counts.map(ratedTotal)),
		low: levels.map((level) => rounded(level?.low)),
		high: levels.map((level) => rounded(level?.high)),
		...(score === 'positive' && { decimals: levels.map((level) => level?.decimals ?? 0) }),
		...(previous && { previous }),
		focus: isFocus,
		total: {
			value: shown?.value ?? null,
			n: ratedTotal(total),
			decimals: shown?.decimals ?? 0
		}
	};
}

/** Nobody draws a trend from four comments: below ten a bucket shows no value. */
const valueOf = (counts: SentimentCounts, score: Score) => rounded(shownScore(counts, [], score)?.value);

/** How each line changed against the compared days, by its key; those of which nothing can be said are left out. */
export function lineChanges(
	view: View,
	answers: BrandAnswers<SentimentSeries>,
	asOf: number,
	{ compared, answers: earlier }: Before<SentimentSeries>
): Map<string, ScoreChange> {
	const previous = new Map(unitLines(compared.view, earlier).map((line) => [line.key, line]));
	const changes = new Map<string, ScoreChange>();
	for (const line of unitLines(view, answers)) {
		const before = previous.get(line.key);
		const change =
			before &&
			changeOfScore(
				completeUnits(view, line.counts, asOf),
				completeUnits(compared.view, before.counts, asOf),
				view.filters.score
			);
		if (change) changes.set(line.key, change);
	}
	return changes;
}

const unitLines = (view: View, answers: BrandAnswers<SentimentSeries>) =>
	linesOf({ ...view, buckets: view.units }, answers);

/** The complete days of each line by its key; weeks or months where the statistics count in them. */
const completeByLine = (view: View, answers: BrandAnswers<SentimentSeries>, asOf: number) =>
	new Map(
		unitLines(view, answers).map(({ key, counts }) => [key, completeUnits(view, counts, asOf).complete])
	);

/** A line that stands out, and why among others. */
type Focus = { key: string; reason?: FocusReason };

/**
 * Which line has its interval and its compared line drawn: the only one that is shown; else, with a comparison, the
 * one whose change is the surest, so that the chart shows what the sentence above it says; else, of more lines than
 * the eye can follow at once, the one with the most messages. The rest of the brands is no brand, so it never is.
 */
function focusOf(lines: readonly Line[], changes: ReadonlyMap<string, ScoreChange>): Focus | null {
	if (lines.length === 1) return { key: lines[0]!.key };
	const named = lines.filter(({ slot }) => slot !== null);
	const moved = named
		.flatMap(({ key }) => ({ key, change: changes.get(key) }))
		.filter(({ change }) => change?.verdict === 'clear' || change?.verdict === 'likely')
		.sort((a, b) => a.change!.p - b.change!.p);
	if (moved[0]) return { key: moved[0].key, reason: 'surest-change' };
	if (lines.length <= MOST_EQUAL_LINES) return null;
	const sizes = named.map(({ key, counts }) => ({ key, n: ratedTotal(pool(counts)) }));
	return { key: sizes.reduce((most, line) => (line.n > most.n ? line : most)).key, reason: 'most-messages' };
}

/** The trend of the view's score, one line a brand, a platform or in all, beside the compared days if there are any. */
export function sentimentTrend(
	view: View,
	answers: BrandAnswers<SentimentSeries>,
	asOf: number,
	before: Before<SentimentSeries> | null = null
): SentimentTrendData {
	const { score, hidden } = view.filters;
	const lines = linesOf(view, answers);
	const changes = before ? lineChanges(view, answers, asOf, before) : new Map<string, ScoreChange>();
	const days = completeByLine(view, answers, asOf);
	const earlier = before ? linesOf(before.compared.view, before.answers) : [];
	const focus = focusOf(
		lines.filter(({ key }) => !hidden.includes(key)),
		changes
	);
	const previousOf = (key: string) => {
		const line = earlier.find((candidate) => candidate.key === key);
		return before && line
			? inPlace(
					before.compared,
					line.counts.map((counts) => valueOf(counts, score))
				)
			: null;
	};
	const isPoints = score === 'net' || score === 'net-rated';
	const all = answers.answers.map((answer) => answer.value);
	const gaps = gapsOf(view, answeredBuckets(view, all), asOf);
	return {
		locale: view.locale,
		unit: isPoints ? 'points' : 'percent',
		timeline: timelineOf(view, asOf, before !== null),
		series: lines.map((line) =>
			seriesOf(line, view, {
				previous: previousOf(line.key),
				isFocus: line.key === focus?.key,
				asOf,
				days: days.get(line.key) ?? []
			})
		),
		...(focus?.reason && { focusReason: focus.reason }),
		formula: wording.scores[score].formula,
		...(before && {
			previousLabel: formatDayRange(before.compared.days.from, before.compared.days.to, view.locale)
		}),
		hidden,
		...withCampaigns(view, splitOf(view) === 'brand'),
		...(gaps.length > 0 && { gaps })
	};
}
