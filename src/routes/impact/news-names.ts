import { isolateText } from '$lib/format/isolate-text';
import { formatDayRange } from '$lib/format/dates';
import type { OtherNews } from '$lib/server/impact/news';
import type { ImpactReport } from '$lib/server/impact/report';
import { impactWords } from '$lib/wording/impact-words';
import { countWord } from '$lib/wording/wording';

const LONGEST_NAME = 60;
const MOST = 3;

/**
 * The comparison brands with a campaign or news of their own, as a sentence lists them: three by name at most.
 * @example newsNames(report) // 'Ovelle and Saltgrove'
 */
export function newsNames({ controlsWithNews }: Pick<ImpactReport, 'controlsWithNews'>): string {
	return listed(controlsWithNews.map(({ name }) => isolateText(name, LONGEST_NAME)));
}

function listed(names: readonly string[]): string {
	const rest = names.length - MOST;
	return impactWords.names(names.slice(0, MOST), rest <= 0 ? null : countWord(rest));
}

/**
 * The other campaigns and incidents of one window with their days, and whether it is only one.
 * @returns null where none lies in it
 * @example newsIn(report, 'before') // { names: 'Slow Mornings (7 – 20 Nov 2026)', isOne: true }
 */
export function newsIn(
	{ otherNews }: Pick<ImpactReport, 'otherNews'>,
	window: 'before' | 'during'
): { names: string; isOne: boolean } | null {
	const isIn = (one: OtherNews) => (window === 'before' ? one.isBefore : one.isDuring);
	const found = otherNews.filter(isIn);
	if (found.length === 0) return null;
	const dated = found.map(({ name, days }) =>
		impactWords.dated(isolateText(name, LONGEST_NAME), formatDayRange(days.from, days.to))
	);
	return { names: listed(dated), isOne: found.length === 1 };
}
