import { formatPoints } from '$lib/format/numbers';
import { chartWords } from '$lib/wording/chart-words';
import { impactPageWords } from '$lib/wording/impact-page-words';
import type { ChartTable, LateTable } from './chart-data';
import type {
	ComparisonLine,
	ImpactComparisonData,
	ImpactDaysData,
	MoodMixData,
	PlaceboData
} from './impact-data';
import { labelText } from './label-text';
import type { PlaceboBin } from './options/impact-placebo';
import { countText, type Reading, type ReadingRow } from './reading';
import { symbolPath } from './symbols';
import { brandColor, COLOR } from './theme';

/** What the points of a campaign's charts say, as tooltips and as tables. */

const words = impactPageWords.charts;
const NONE = '–';
const MOST_ROWS = 10;

function signed(value: number | null | undefined, locale: string): string {
	return value === null || value === undefined ? NONE : formatPoints(value, { locale });
}

const symbolOf = (slot: number | null) => ({ path: symbolPath(slot), box: 12, color: brandColor(slot) });

type Noted = Pick<ImpactDaysData, 'timeline' | 'levels' | 'gaps'>;

/** The window that a day belongs to, and why it does not count. */
function noteOf({ timeline, levels }: Noted, index: number): string | null {
	const level = levels.find(({ from, to }) => index >= from && index <= to);
	const open = timeline.open.find((bucket) => bucket.index === index);
	return [level?.title, open?.note].filter((part) => part !== undefined).join(', ') || null;
}

const isSkipped = ({ gaps = [] }: Noted, index: number) =>
	gaps.some(({ from, to }) => index >= from && index <= to);

/** The level that is drawn dotted over a day: the same for every day of a window. */
function expectedAt({ levels }: Noted, index: number): number | null {
	return levels.find(({ from, to }) => index >= from && index <= to)?.expected ?? null;
}

/** One day of the campaign: what was measured, the level expected of its window, what the comparison brands read. */
export function readImpactDay(data: ImpactDaysData, index: number): Reading {
	const { timeline, locale, controls } = data;
	const { points, n } = words.columns;
	const expected = expectedAt(data, index);
	const rows: ReadingRow[] = [
		{
			key: 'target',
			symbol: symbolOf(data.slot),
			name: labelText(data.name),
			cells: [signed(data.values[index], locale), countText(data.counts[index], locale)]
		},
		...(expected === null
			? []
			: [plainRow('expected', words.columns.expected, [signed(expected, locale), ''])]),
		...(controls === null
			? []
			: [
					plainRow('controls', labelText(controls.name), [
						signed(controls.values[index], locale),
						countText(controls.counts[index], locale)
					])
				])
	];
	return {
		title: timeline.titles[index] ?? '',
		note: noteOf(data, index),
		columns: [points, n],
		rows: isSkipped(data, index) ? [] : rows,
		more: 0
	};
}

const plainRow = (key: string, name: string, cells: string[]): ReadingRow => ({
	key,
	symbol: null,
	name,
	cells
});

/** Every day with its window; what was not looked at has no row. */
export function impactDaysTable(data: ImpactDaysData): LateTable {
	const { window, n, expected, dayAlone } = words.columns;
	const { controls, expectedByDay, locale } = data;
	const rowOf = (index: number) => [
		data.timeline.titles[index] ?? '',
		noteOf(data, index) ?? NONE,
		signed(data.values[index], locale),
		countText(data.counts[index], locale),
		signed(expectedAt(data, index), locale),
		...(expectedByDay ? [signed(expectedByDay[index], locale)] : []),
		...(controls ? [signed(controls.values[index], locale), countText(controls.counts[index], locale)] : [])
	];
	const shown = shownDays(data);
	return {
		columns: [
			chartWords.columns.when,
			window,
			labelText(data.name),
			n,
			expected,
			...(expectedByDay ? [dayAlone] : []),
			...(controls ? [labelText(controls.name), n] : [])
		],
		count: shown.length,
		makeRows: () => shown.map(rowOf)
	};
}

/** The index of a day for a row of its table, which has no rows for what was not looked at. */
export function dayOfRow(data: Noted, row: number): number {
	return shownDays(data)[row] ?? -1;
}

/** The indexes of the days that have a row. */
function shownDays(data: Noted): number[] {
	return data.timeline.titles.map((_, index) => index).filter((index) => !isSkipped(data, index));
}

const nameOf = ({ name }: ComparisonLine) => labelText(name);

/** One day of the comparison: how far each line is from its own mean before. */
export function readComparison(data: ImpactComparisonData, index: number): Reading {
	const { apart, n } = words.columns;
	return {
		title: data.timeline.titles[index] ?? '',
		note: noteOf(data, index),
		columns: [apart, n],
		rows: isSkipped(data, index)
			? []
			: data.lines.map((line) => ({
					key: line.key,
					symbol:
						line.key === 'target'
							? symbolOf(line.slot)
							: { path: symbolPath(null), box: 12, color: COLOR.inkSoft },
					name: nameOf(line),
					cells: [signed(line.values[index], data.locale), countText(line.counts[index], data.locale)]
				})),
		more: 0
	};
}

/** Every day of the comparison with its window. */
export function comparisonTable(data: ImpactComparisonData): LateTable {
	const rowOf = (index: number) => {
		const cells = data.lines.flatMap((line) => [
			signed(line.values[index], data.locale),
			countText(line.counts[index], data.locale)
		]);
		return [data.timeline.titles[index] ?? '', noteOf(data, index) ?? NONE, ...cells];
	};
	const shown = shownDays(data);
	return {
		columns: [
			chartWords.columns.when,
			words.columns.window,
			...data.lines.flatMap((line) => [nameOf(line), words.columns.n])
		],
		count: shown.length,
		makeRows: () => shown.map(rowOf)
	};
}

/** The windows of one column of the dot plot, the farthest from zero first. */
export function readBin({ low, high, windows, isObserved }: PlaceboBin, data: PlaceboData): Reading {
	const { locale, slot } = data;
	const own: ReadingRow[] = isObserved
		? [{ key: 'own', symbol: symbolOf(slot), name: words.ours, cells: [signed(data.observed, locale)] }]
		: [];
	const sorted = windows.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
	const others = sorted.map(({ days, difference }, index) =>
		plainRow(`window-${index}`, days, [signed(difference, locale)])
	);
	return {
		title: words.bin(signed(low, locale), signed(high, locale)),
		note: others.length + own.length === 0 ? chartWords.noData : null,
		columns: [words.columns.difference],
		rows: [...own, ...others].slice(0, MOST_ROWS),
		more: Math.max(0, own.length + others.length - MOST_ROWS)
	};
}

/** Every window by the size of its difference, the campaign itself among them. */
export function placeboTable(data: PlaceboData): ChartTable {
	const own = { days: words.ours, difference: data.observed };
	const sorted = [own, ...data.windows].toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
	return {
		columns: [words.columns.dates, words.columns.difference],
		rows: sorted.map(({ days, difference }) => [days, signed(difference, data.locale)])
	};
}

export function moodMixTable({ rows, locale }: MoodMixData): ChartTable {
	const { platform, mood, share, sum } = words.columns;
	return {
		columns: [platform, mood, share, sum],
		rows: rows.map(({ name, rate, mix }) => [
			labelText(name),
			signed(rate, locale),
			signed(mix, locale),
			signed(rate + mix, locale)
		])
	};
}

/** One platform, or all of them: its mood, its share, and what both make together. */
export function readMoodMix({ rows, locale }: MoodMixData, index: number): Reading {
	const { points, mood, share, sum } = words.columns;
	const row = rows[index];
	const cells = row && [row.rate, row.mix, row.rate + row.mix];
	return {
		title: labelText(row?.name ?? ''),
		note: null,
		columns: [points],
		rows: [mood, share, sum].map((name, part) => plainRow(name, name, [signed(cells?.[part], locale)])),
		more: 0
	};
}
