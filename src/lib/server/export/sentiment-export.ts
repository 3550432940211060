import { ratedTotal } from '$lib/analytics/score';
import type { SentimentSeries } from '$lib/community/answers';
import type { BrandAnswers } from '$lib/server/panels/ask';
import { askSentiment } from '$lib/server/panels/overview';
import { linesOf, sentimentTrend, splitOf, type Line } from '$lib/server/panels/sentiment-trend';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { wording } from '$lib/wording/wording';
import { answeredBuckets } from './answered-buckets';
import { bucketStart, incompleteNotes } from './bucket-notes';
import type { Cell } from './csv';
import { SCORE_COLUMNS, type ExportContent, type MakeExport } from './export-content';

type Answers = BrandAnswers<SentimentSeries>;

const COUNT_COLUMNS = ['positive', 'neutral', 'negative', 'rated', ...SCORE_COLUMNS, 'complete'];

/** Brands that the chart draws together as "Other" have rows of their own: a table has no colours to run out of. */
const eachByItself = ({ answers, missing }: Answers): Answers => ({
	answers: answers.map(({ brand, value }) => ({ brand: { ...brand, slot: brand.slot ?? 0 }, value })),
	missing
});

/** The stacked charts are drawn over all brands, however the lines are split. */
const asDrawn = (view: View): View =>
	view.filters.chart === 'line' ? view : { ...view, filters: { ...view.filters, split: 'none' } };

/** Whose answers a line sums up: one brand's, or all. */
function answersBehind(line: Line, split: string, { answers }: Answers): SentimentSeries[] {
	const own = answers.filter(({ brand }) => split !== 'brand' || String(brand.id) === line.key);
	return own.map(({ value }) => value);
}

const drawnAsOther = ({ answers }: Answers) =>
	answers.filter(({ brand }) => brand.slot === null).map(({ brand }) => brand);

/** The score of the view by bucket, with the counts that it is made of: one row for each bucket and line. */
export const exportSentimentTrend: MakeExport = async (client, view): Promise<ExportContent> => {
	const { value: answers, asOf, stale } = await askSentiment(client, view);
	return { ...sentimentContent(asDrawn(view), answers, asOf), asOf, stale };
};

function sentimentContent(view: View, answers: Answers, asOf: number): Omit<ExportContent, 'asOf' | 'stale'> {
	const split = splitOf(view);
	const separate = split === 'brand' ? eachByItself(answers) : answers;
	const others = split === 'brand' ? drawnAsOther(answers) : [];
	const isHidden = ({ key }: Line) =>
		view.filters.hidden.includes(key) ||
		(view.filters.hidden.includes('other') && others.some(({ id }) => String(id) === key));
	const lines = linesOf(view, separate);
	const trend = sentimentTrend(view, separate, asOf);
	const open = new Set(trend.timeline.open.map(({ index }) => index));
	const shown = lines
		.filter((line) => !isHidden(line))
		.map((line) => ({
			line,
			series: trend.series.find(({ key }) => key === line.key)!,
			answered: answeredBuckets(view, answersBehind(line, split, separate)),
			names: split === 'platform' ? [wholeName(view), line.key] : [line.name]
		}));
	const rows = view.buckets.flatMap((_, index) =>
		shown.map(({ line, series, answered, names }): Cell[] => {
			const counts = line.counts[index]!;
			const score = [series.values[index], series.low?.[index], series.high?.[index]];
			return [
				bucketStart(view, index),
				...names,
				...(answered[index]
					? [counts.positive, counts.neutral, counts.negative, ratedTotal(counts)]
					: [null, null, null, null]),
				...score.map((value) => value ?? null),
				!open.has(index)
			];
		})
	);
	const { notes } = exportWords;
	return {
		columns: ['bucket_start', 'brand', ...(split === 'platform' ? ['platform'] : []), ...COUNT_COLUMNS],
		rows,
		missing: answers.missing.map(({ name }) => name),
		hidden: lines.filter(isHidden).map(({ name }) => name),
		notes: [
			...(others.length > 0 ? [notes.other(others.map(({ name }) => name).join(', '))] : []),
			notes.score,
			notes.missingBuckets,
			...incompleteNotes(view, trend.timeline)
		]
	};
}

const wholeName = ({ brands }: View) =>
	brands.length === 1 ? brands[0]!.name : wording.panels.split.allBrands;
