/** Marks the sentences that PrintedScope prints, so that pictures can carry them too. */
export const PRINTED = 'printed-scope';

/** What a picture says below its chart: the filters, the days and the link, as a printed page says them. */
export function printedLines(asOf: string | null): string[] {
	const printed = document.getElementById(PRINTED)?.querySelectorAll('p') ?? [];
	const [filters = '', days = '', ...rest] = [...printed].map((line) => line.textContent?.trim() ?? '');
	return [
		filters,
		asOf === null ? days : `${days} ${asOf[0]?.toUpperCase()}${asOf.slice(1)}.`,
		...rest
	].filter((line) => line !== '');
}
