import { formatDayRange, formatWeekday } from '$lib/format/dates';
import type { Frame } from '$lib/server/panels/open-view';
import { messageWords } from '$lib/wording/message-words';
import { countWord } from '$lib/wording/wording';
import { chosenBrands } from './active-filters';

/**
 * Whose messages and of which days, as a title says it.
 * @example scopeTitle(frame) // { who: 'Quillby', days: 'Mon 16 Nov 2026' }
 */
export function scopeTitle(frame: Pick<Frame, 'filters' | 'brands' | 'scope'>): {
	who: string;
	days: string;
} {
	const { from, to } = frame.scope;
	const names = chosenBrands(frame).map((brand) => brand.name);
	return {
		who: names.length <= 2 ? messageWords.and(names) : messageWords.brands(countWord(names.length)),
		days: from === to ? formatWeekday(from) : formatDayRange(from, to)
	};
}
