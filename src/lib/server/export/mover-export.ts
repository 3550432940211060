import { isolateText } from '$lib/format/isolate-text';
import { formatCount } from '$lib/format/numbers';
import { askMovers, comparedViews, type MoversPanel } from '$lib/server/panels/ask-movers';
import type { Mover } from '$lib/server/panels/keyword-movers';
import { chosenMovers } from '$lib/server/panels/mover-choice';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { moverWords } from '$lib/wording/mover-words';
import type { Cell } from './csv';
import { SCORE_COLUMNS, type ExportContent, type MakeExport } from './export-content';

const words = exportWords.movers;
const LONGEST_NAME = 200;
const COLUMNS = [
	...['keyword', 'more_in', 'a_mentions', 'a_interactions', 'b_mentions', 'b_interactions'],
	...['difference', 'difference_low', 'difference_high', 'zeta', 'p', 'rated'],
	...SCORE_COLUMNS
];

const rounded = (value: number | undefined, decimals: number) =>
	value === undefined ? null : Number(value.toFixed(decimals));

function cellsOf({ word, a, b, difference, low, high, zeta, p, rated, score }: Mover): Cell[] {
	return [
		word,
		difference > 0 ? 'a' : 'b',
		...[a.x, a.n, b.x, b.n],
		...[difference, low, high].map((value) => rounded(value, 6)),
		rounded(zeta, 4),
		Number(p.toPrecision(4)),
		rated,
		...[score?.value, score?.low, score?.high].map((value) => rounded(value, 4))
	];
}

type Sides = NonNullable<ReturnType<typeof comparedViews>>;

function sidesLine({ a, b, brands }: Sides): string {
	const nameOf = (side: 'a' | 'b') => brands && isolateText(brands[side].name, LONGEST_NAME);
	const daysOf = ({ range }: View) => words.days(range.from, range.to);
	return words.sides(nameOf('a') ?? daysOf(a), nameOf('b') ?? daysOf(b));
}

function stateLines({ compared, left, uncounted, isTooLittle }: MoversPanel): string[] {
	const { left: many, leftOne } = moverWords;
	if (isTooLittle) return [moverWords.tooLittle];
	const why =
		uncounted && `${left === 1 ? leftOne : many(formatCount(left))} ${moverWords.uncounted[uncounted]}`;
	return [words.rule(formatCount(compared)), ...(why === null ? [] : [why])];
}

/** A table without anything to compare says what a link to it needs. */
function nothing({ now }: View): ExportContent {
	const known = { asOf: now, stale: false, missing: [], hidden: [] };
	return { columns: COLUMNS, rows: [], formula: null, ...known, notes: [words.nothing] };
}

/** All words that stand out between two periods or two brands, the surest of each side first. */
export const exportKeywordMovers: MakeExport = async (client, view) => {
	const sides = comparedViews(view);
	if (sides === null) return nothing(view);
	const { value: all, asOf, stale } = await askMovers(client, sides);
	const { movers: mood, moversSort } = view.filters;
	const value = chosenMovers(all, { movers: mood, moversSort });
	return {
		columns: COLUMNS,
		rows: [...value.more, ...value.less].map(cellsOf),
		formula: words.formula,
		asOf,
		stale,
		missing: [],
		hidden: [],
		notes: [
			sidesLine(sides),
			...stateLines(value),
			...(mood === null ? [] : [words.only[mood]]),
			...(moversSort === null ? [] : [words.orders[moversSort]]),
			...(value.isOneSided ? [] : [exportWords.notes.score]),
			exportWords.notes.guarded
		]
	};
};
