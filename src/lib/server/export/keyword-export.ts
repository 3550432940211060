import { ratedTotal } from '$lib/analytics/score';
import { askKeywordList, askPooledKeywords, MOST_KEYWORDS } from '$lib/server/panels/keyword-list';
import type { KeywordChange } from '$lib/server/panels/keyword-table';
import type { ShownScore } from '$lib/server/panels/shown-numbers';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { keywordWords } from '$lib/wording/keyword-words';
import type { Cell } from './csv';
import { SCORE_COLUMNS, type MakeExport } from './export-content';

const COLUMNS = ['keyword', 'mentions', 'negative', 'neutral', 'positive', 'rated', ...SCORE_COLUMNS];
const CHANGE_COLUMNS = ['compare_net', 'net_change', 'net_change_low', 'net_change_high', 'change_verdict'];

const withoutSentiment = (view: View): View => ({ ...view, filters: { ...view.filters, sentiments: [] } });

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1e4) / 1e4);

const scoreCells = (score: ShownScore | null): Cell[] => [score?.value, score?.low, score?.high].map(rounded);

function changeCells(change: KeywordChange | null): Cell[] {
	if (change === null) return CHANGE_COLUMNS.map(() => null);
	if (change.kind !== 'change') return [null, null, null, null, change.kind];
	const { before, difference, low, high, verdict } = change;
	return [...[before, difference, low, high].map(rounded), verdict];
}

/**
 * The keywords of the keyword view with their counts, without those that the link hides. The list is asked for twice,
 * once by the view that scores it and once for the counts: a host's cache makes one call of it.
 */
export const exportKeywords: MakeExport = async (client, view) => {
	const asked = view.sentimentEverywhere ? view : withoutSentiment(view);
	const [{ value: panel, asOf, stale }, { value: list }] = await Promise.all([
		askKeywordList(client, view),
		askPooledKeywords(client, asked, MOST_KEYWORDS)
	]);
	const countsOf = new Map(list.keywords.map((counts) => [counts.keyword, counts]));
	const isCompared =
		view.compared !== null && !panel.isOneSided && panel.rows.some(({ change }) => change !== null);
	const { notes } = exportWords;
	return {
		...(panel.isOneSided && { formula: null }),
		columns: [...COLUMNS, ...(isCompared ? CHANGE_COLUMNS : [])],
		rows: panel.rows.map((row): Cell[] => {
			const counts = countsOf.get(row.word);
			return [
				row.word,
				row.total,
				...(counts
					? [counts.negative, counts.neutral, counts.positive, ratedTotal(counts)]
					: [null, null, null, row.rated]),
				...scoreCells(panel.isOneSided ? null : row.score),
				...(isCompared ? changeCells(row.change) : [])
			];
		}),
		asOf,
		stale,
		missing: [],
		hidden: [],
		notes: [
			...(asked === view || view.filters.sentiments.length === 0 ? [] : [notes.notFilteredBy('sentiment')]),
			notes.cutOff,
			...(panel.tooLong === 0 ? [] : [keywordWords.came.tooLong(panel.tooLong, String(panel.tooLong))]),
			...(view.filters.find === null ? [] : [notes.found]),
			notes.keywordScore,
			...(panel.isOneSided
				? [notes.oneSided]
				: [notes.score, panel.isWidened ? notes.keywordSpread : notes.notWidened]),
			...(isCompared ? [notes.change] : []),
			...(view.compared !== null && !isCompared && !panel.isOneSided && panel.rows.length > 0
				? [notes.noComparison]
				: []),
			notes.guarded
		]
	};
};
