import { campaignWords } from '$lib/wording/campaign-words';
import type { Band } from './chart-data';
import { titleText } from './label-text';
import { shownBands } from './options/band-places';

/**
 * What a chart shows, in words, with the campaigns and annotations that are drawn on it.
 * @example markedSummary('Volume by day', { bands }) // 'Volume by day. Marked: Spring (Fennick), 2 – 15 Nov 2026.'
 */
export function markedSummary(summary: string, chart: { bands?: Band[]; hidden?: string[] }): string {
	const titles = shownBands(chart).map(({ name, title }) => titleText(title ?? name));
	return titles.length === 0 ? summary : `${summary}. ${campaignWords.charts.summary(titles.join('; '))}`;
}
