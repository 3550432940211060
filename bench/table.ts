import type { Figure } from './measure';

/** A table of the report, all of it text. */
export type Table = { title: string; heads: string[]; rows: string[][] };

function shortNumber(value: number): string {
	if (!Number.isFinite(value)) return '—';
	const size = Math.abs(value);
	const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
	return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function spread({ median, low, high }: Figure, unit = ''): string {
	return `${shortNumber(median)}${unit} (${shortNumber(low)}–${shortNumber(high)})`;
}

/** A median with its lowest and highest value. */
export const milliseconds = (figure: Figure) => spread(figure);
export const times = (figure: Figure) => spread(figure, ' ×');

export function wholeNumber(value: number): string {
	return Math.round(value).toLocaleString('en');
}

/** A median of large numbers, such as rows a second. */
export function wholeFigure({ median, low, high }: Figure): string {
	return `${wholeNumber(median)} (${wholeNumber(low)}–${wholeNumber(high)})`;
}

const lengthOf = (cell: string) => [...cell].length;

/** A table as Markdown whose columns stand under each other, with everything but the first column to the right. */
export function markdown({ title, heads, rows }: Table): string {
	const lines = [heads, ...rows];
	const widths = heads.map((_, column) => Math.max(3, ...lines.map((line) => lengthOf(line[column] ?? ''))));
	const isText = heads.map((_, column) =>
		rows.every((row) => !/^[\d—]/.test(row[column] ?? '') || column === 0)
	);
	const cells = (line: string[]) =>
		widths.map((width, column) => {
			const cell = line[column] ?? '';
			const gap = ' '.repeat(width - lengthOf(cell));
			return isText[column] ? cell + gap : gap + cell;
		});
	const rule = widths.map(
		(width, column) => '-'.repeat(isText[column] ? width : width - 1) + (isText[column] ? '' : ':')
	);
	const print = (parts: string[]) => `| ${parts.join(' | ')} |`;
	return [`### ${title}`, '', print(cells(heads)), print(rule), ...rows.map((row) => print(cells(row)))].join(
		'\n'
	);
}
