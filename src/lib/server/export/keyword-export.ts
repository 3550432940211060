import { ratedTotal } from '$lib/analytics/score';
import { askPooledKeywords, MOST_KEYWORDS } from '$lib/server/panels/keyword-list';
import { keywordTable } from '$lib/server/panels/keyword-table';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import type { Cell } from './csv';
import { SCORE_COLUMNS, type MakeExport } from './export-content';

const COLUMNS = ['keyword', 'mentions', 'negative', 'neutral', 'positive', 'rated', ...SCORE_COLUMNS];

const withoutSentiment = (view: View): View => ({ ...view, filters: { ...view.filters, sentiments: [] } });

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1e4) / 1e4);

/** The keywords of the table with their counts, without those that the link hides. */
export const exportKeywords: MakeExport = async (client, view) => {
	const asked = view.sentimentEverywhere ? view : withoutSentiment(view);
	const { value: list, asOf, stale } = await askPooledKeywords(client, asked, MOST_KEYWORDS);
	const countsOf = new Map(list.keywords.map((counts) => [counts.keyword, counts]));
	const { notes } = exportWords;
	return {
		columns: COLUMNS,
		rows: keywordTable(view, list).rows.map((row): Cell[] => {
			const counts = countsOf.get(row.word)!;
			return [
				row.word,
				row.total,
				counts.negative,
				counts.neutral,
				counts.positive,
				ratedTotal(counts),
				rounded(row.score?.value),
				rounded(row.score?.low),
				rounded(row.score?.high)
			];
		}),
		asOf,
		stale,
		missing: [],
		hidden: [],
		notes: [
			...(asked === view ? [] : [notes.notFilteredBy('sentiment')]),
			notes.cutOff,
			notes.keywordScore,
			notes.score,
			notes.guarded
		]
	};
};
