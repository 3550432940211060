import { formatDayRange, formatWeekday } from '$lib/format/dates';
import { isolateText } from '$lib/format/isolate-text';
import type { Frame } from '$lib/server/panels/open-view';
import { messageWords } from '$lib/wording/message-words';
import { countWord } from '$lib/wording/wording';
import { chosenBrands } from './active-filters';

const LONGEST_NAME = 60;

/**
 * Whose messages and of which days: inside of a sentence, and as a title of its own.
 * @param brand the one that they are of, where that is known to be one of the chosen
 * @example scopeTitle(frame) // { who: 'Quillby', days: 'Mon 16 Nov 2026', title: 'Quillby, Mon 16 Nov 2026' }
 */
export function scopeTitle(
	frame: Pick<Frame, 'filters' | 'brands' | 'scope'>,
	brand: { name: string } | null = null
) {
	const { from, to } = frame.scope;
	const brands = brand ? [brand] : chosenBrands(frame);
	const names = brands.map(({ name }) => isolateText(name, LONGEST_NAME));
	const days = from === to ? formatWeekday(from) : formatDayRange(from, to);
	if (names.length <= 2) {
		const who = messageWords.and(names);
		return { who, days, title: messageWords.scopeOf(who, days) };
	}
	const count = countWord(names.length);
	return {
		who: messageWords.brands(count),
		days,
		title: messageWords.scopeOf(messageWords.brandsFirst(count), days)
	};
}
