import { formatDateTime } from '$lib/format/dates';
import { formatPercent, formatPoints } from '$lib/format/numbers';
import { impactPageWords } from '$lib/wording/impact-page-words';
import { hasNumber, type ShownReport } from './impact-sentence';

const words = impactPageWords.panels.computed;

export type ComputedRow = { name: string; value: string; isCode?: boolean };

/** Two decimals, so that the sum can be followed. */
const exact = (value: number) => formatPoints(value, { decimals: 2 });
/** Behind an operator: without a plus of its own, and a minus in brackets, so that no two signs meet. */
const behind = (value: number) => {
	const text = exact(value);
	return text.startsWith('−') ? `(${text})` : text.replace('+', '');
};

/**
 * How the number of the card came about, row by row.
 * @example computedRows(report)[2] // { name: 'Equation', value: '(+33.19 − 23.12) − (26.51 − 26.25) = +9.81' }
 */
export function computedRows(report: ShownReport): ComputedRow[] {
	const { evidence, headline, breakEven } = report;
	const { rows } = words;
	const method = evidence.method;
	return [
		...(method === null ? [] : [{ name: rows.method, value: words.methods[method] }]),
		{ name: rows.score, value: words.score },
		...equationRow(report),
		...(headline === null || !hasNumber(report)
			? []
			: [
					{
						name: rows.flip,
						value: breakEven === null ? words.flipNever : words.flip(formatPercent(breakEven * 100))
					}
				]),
		{ name: rows.version, value: words.formula(String(evidence.formulaVersion)) },
		{
			name: rows.asOf,
			value: words.asOf(formatDateTime(evidence.asOf, evidence.timeZone), evidence.timeZone)
		},
		{ name: rows.data, value: words.hash(shortHash(evidence.dataHash)), isCode: true }
	];
}

/** @example shortHash('7c1e…') // '7c1e2f9ab3d4…0ca94b' */
const shortHash = (hash: string) => `${hash.slice(0, 12)}…${hash.slice(-6)}`;

/** The means that the number is made of. A regression that takes weekday and trend off moves the sum a little. */
function equationRow(report: ShownReport): ComputedRow[] {
	const { evidence, headline, windows } = report;
	if (headline === null || !hasNumber(report)) return [];
	const { equation } = evidence;
	const adjusted = (sum: number) =>
		exact(sum) === exact(headline.estimate) ? '' : words.adjusted(exact(headline.estimate));
	if (equation !== null) {
		const { targetAfter, targetBefore, controlsAfter, controlsBefore } = equation;
		const sum = targetAfter - targetBefore - (controlsAfter - controlsBefore);
		const told = words.beside(
			[exact(targetAfter), behind(targetBefore)],
			[behind(controlsAfter), behind(controlsBefore)],
			exact(sum)
		);
		return [{ name: words.rows.equation, value: `${told}${adjusted(sum)}` }];
	}
	const netOf = (kind: 'before' | 'during') => windows.find((window) => window.kind === kind)?.net ?? null;
	const [after, before] = [netOf('during'), netOf('before')];
	if (after === null || before === null) return [];
	const told = words.plain(exact(after), behind(before), exact(after - before));
	return [{ name: words.rows.equation, value: `${told}${adjusted(after - before)}` }];
}
