import { exportWords } from '$lib/wording/export-words';

/** Marks the sentences that PrintedScope prints, so that pictures can carry them too. */
export const PRINTED = 'printed-scope';

/**
 * What a picture says below its chart: the filters, the days and the link, as a printed page says them, and when the
 * numbers were counted.
 */
export function printedLines(countedAt: string): string[] {
	const printed = document.getElementById(PRINTED)?.querySelectorAll('p') ?? [];
	const [filters = '', days = '', ...rest] = [...printed].map((line) =>
		(line.textContent ?? '').replace(/\s+/g, ' ').trim()
	);
	return [filters, `${days} ${exportWords.printed.asOf(countedAt)}`.trim(), ...rest].filter(
		(line) => line !== ''
	);
}
