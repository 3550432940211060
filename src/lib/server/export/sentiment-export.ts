import { ratedTotal } from '$lib/analytics/score';
import type { SentimentCounts, SentimentSeries } from '$lib/community/answers';
import { isOneSided } from '$lib/filters/one-sided';
import { whereKnown } from '$lib/server/panels/answered-buckets';
import type { Before, BrandAnswers } from '$lib/server/panels/ask';
import { askSentiment } from '$lib/server/panels/overview';
import { linesOf, sentimentTrend, splitOf, type Line } from '$lib/server/panels/sentiment-trend';
import { drawsLines } from '$lib/server/panels/small-multiples';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { wording } from '$lib/wording/wording';
import { bucketStart, incompleteNotes } from './bucket-notes';
import { askedBefore, comparedNotes, comparedStarts, comparedTo } from './compared-columns';
import type { Cell } from './csv';
import { SCORE_COLUMNS, type ExportContent, type MakeExport } from './export-content';

type Answers = BrandAnswers<SentimentSeries>;

const COUNT_COLUMNS = ['positive', 'neutral', 'negative', 'rated', ...SCORE_COLUMNS, 'complete'];
const COMPARED_COLUMNS = ['positive', 'neutral', 'negative', 'rated', 'net'].map((name) => `compare_${name}`);
const NO_COUNTS: Cell[] = [null, null, null, null];

const countCells = (counts: SentimentCounts): Cell[] => [
	counts.positive,
	counts.neutral,
	counts.negative,
	ratedTotal(counts)
];

/** Brands that the chart draws together as "Other" have rows of their own: a table has no colours to run out of. */
const eachByItself = ({ answers, missing }: Answers): Answers => ({
	answers: answers.map(({ brand, value }) => ({ brand: { ...brand, slot: brand.slot ?? 0 }, value })),
	missing
});

/** The stacked charts are drawn over all brands, however the lines are split. */
function asDrawn(view: View): View {
	if (drawsLines(view)) return view;
	const { compared } = view;
	return {
		...view,
		filters: { ...view.filters, split: 'none' },
		compared: compared && { ...compared, view: asDrawn(compared.view) }
	};
}

/** The counts of each of a view's buckets for one line, as cells; empty where the host gave no answer. */
function cellsByBucket(view: View, line: Line | undefined, asOf: number): Cell[][] {
	if (line === undefined) return view.buckets.map(() => NO_COUNTS);
	const known = whereKnown(view, line.answered, asOf, line.counts);
	return known.map((counts) => (counts === null ? NO_COUNTS : countCells(counts)));
}

/** What a row says of the compared days, by bucket. */
function comparedCells(line: Line, previous: (number | null)[], before: Before<SentimentSeries>): Cell[][] {
	const { compared, answers } = before;
	const earlier = linesOf(compared.view, answers).find(({ key }) => key === line.key);
	const starts = comparedStarts(compared);
	const counts = comparedTo(compared, cellsByBucket(compared.view, earlier, Infinity));
	return starts.map((start, index) => [start, ...(counts[index] ?? NO_COUNTS), previous[index] ?? null]);
}

/** The score of the view by bucket, with the counts that it is made of: one row for each bucket and line. */
export const exportSentimentTrend: MakeExport = async (client, asked): Promise<ExportContent> => {
	const view = asDrawn(asked);
	const [{ value, asOf, stale }, earlier] = await Promise.all([
		askSentiment(client, view),
		askedBefore(view, (compared) => askSentiment(client, compared))
	]);
	const isByBrand = splitOf(view) === 'brand';
	const separate = isByBrand ? eachByItself : (answers: Answers) => answers;
	const before = earlier.before && { ...earlier.before, answers: separate(earlier.before.answers) };
	const others = isByBrand ? value.answers.filter(({ brand }) => brand.slot === null) : [];
	const names = others.map(({ brand }) => brand.name);
	const content = sentimentContent(view, separate(value), asOf, before);
	const { hidden } = view.filters;
	const isOther = (key: string) => others.some(({ brand }) => String(brand.id) === key);
	const isHidden = (key: string) => hidden.includes(key) || (hidden.includes('other') && isOther(key));
	const shown = content.lines.filter(({ line }) => !isHidden(line.key));
	return {
		...(isOneSided(view.filters) && { formula: null }),
		columns: [...content.columns, ...(before ? ['compare_bucket_start', ...COMPARED_COLUMNS] : [])],
		rows: view.buckets.flatMap((_, index) => shown.map(({ rows }) => rows[index]!)),
		asOf: Math.min(asOf, earlier.asOf),
		stale: stale || earlier.stale,
		missing: value.missing.map(({ name }) => name),
		hidden: content.lines.filter(({ line }) => isHidden(line.key)).map(({ line }) => line.name),
		notes: [
			...(names.length > 0 ? [exportWords.notes.other(names.join(', '))] : []),
			isOneSided(view.filters) ? exportWords.notes.oneSided : exportWords.notes.score,
			exportWords.notes.missingBuckets,
			...comparedNotes(view, earlier),
			...content.notes
		]
	};
};

/** Every line with its rows, one for each bucket. */
function sentimentContent(
	view: View,
	answers: Answers,
	asOf: number,
	before: Before<SentimentSeries> | null
) {
	const isByPlatform = splitOf(view) === 'platform';
	const trend = sentimentTrend(view, answers, asOf, before);
	const open = new Set(trend.timeline.open.map(({ index }) => index));
	const lines = linesOf(view, answers).map((line) => {
		const { values, low, high, previous } = trend.series.find(({ key }) => key === line.key)!;
		const counts = cellsByBucket(view, line, asOf);
		const isScored = !isOneSided(view.filters);
		const compared = before && comparedCells(line, isScored ? (previous ?? []) : [], before);
		const rows = view.buckets.map((_, index): Cell[] => [
			bucketStart(view, index),
			...(isByPlatform ? [wholeName(view), line.key] : [line.name]),
			...counts[index]!,
			...[values[index], low?.[index], high?.[index]].map((value) => (isScored ? (value ?? null) : null)),
			!open.has(index),
			...(compared?.[index] ?? [])
		]);
		return { line, rows };
	});
	const names = ['bucket_start', 'brand', ...(isByPlatform ? ['platform'] : [])];
	return { lines, columns: [...names, ...COUNT_COLUMNS], notes: incompleteNotes(view, trend.timeline) };
}

const wholeName = ({ brands }: View) =>
	brands.length === 1 ? brands[0]!.name : wording.panels.split.allBrands;
