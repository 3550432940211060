import { isolateText } from '$lib/format/isolate-text';
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
	const shown = controlsWithNews.slice(0, MOST).map(({ name }) => isolateText(name, LONGEST_NAME));
	const rest = controlsWithNews.length - shown.length;
	return impactWords.names(shown, rest === 0 ? null : countWord(rest));
}
