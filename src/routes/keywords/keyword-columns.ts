import { keywordWords } from '$lib/wording/keyword-words';
import type { Column } from './keyword-order';

/** How a column is laid out; the columns of sentiment stand in one, the bar. */
export type ColumnKind = 'word' | 'right' | 'right share' | 'bar' | 'score' | 'right change';

/** A column of the table; `long` is its name where there is room, and for those who hear it. */
export type GridColumn = { column: Column; name: string; kind: ColumnKind; long?: string };

const words = keywordWords.table;

/** Which columns a table of keywords has, in their order. */
export function gridColumns(has: {
	shares: boolean;
	/** The name of the score; null where the columns of sentiment would only repeat the filter. */
	scoreTitle: string | null;
	/** The long name of the change; null without a comparison. */
	changeTitle: string | null;
}): GridColumn[] {
	const { shares, scoreTitle, changeTitle } = has;
	const columns: (GridColumn | null)[] = [
		{ column: 'keyword', name: words.keyword, kind: 'word' },
		{ column: 'mentions', name: words.mentions, kind: 'right' },
		shares ? { column: 'share', name: words.share, kind: 'right share', long: words.shareLong } : null,
		scoreTitle === null ? null : { column: 'negative', name: words.negative, kind: 'bar' },
		scoreTitle === null ? null : { column: 'net', name: scoreTitle, kind: 'score' },
		changeTitle === null
			? null
			: { column: 'change', name: words.change, kind: 'right change', long: changeTitle }
	];
	return columns.filter((column) => column !== null);
}
