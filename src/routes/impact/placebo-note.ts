import { decimalsOf, formatPoints } from '$lib/format/numbers';
import { impactPageWords } from '$lib/wording/impact-page-words';
import type { ShownReport } from './impact-sentence';

/**
 * Why the campaign stands elsewhere among the earlier dates than on the card: beside comparison brands the card's
 * difference is adjusted, and that of every date is plain. Empty where both are the same kind of number.
 */
export function placeboNote({ placebo, headline }: Pick<ShownReport, 'placebo' | 'headline'>): string {
	if (placebo === null || headline?.method !== 'difference-in-differences') return '';
	const card = formatPoints(headline.estimate, { decimals: decimalsOf(headline) });
	return impactPageWords.panels.placebo.plain(formatPoints(placebo.observed), card);
}
