import { formatDayRange } from '$lib/format/dates';
import { isolateText } from '$lib/format/isolate-text';
import type { Frame } from '$lib/server/panels/open-view';
import { wording } from '$lib/wording/wording';

const LONGEST_NAME = 80;

/**
 * Whom and which days the questions of a page were about, for the panel that got no answer; null on pages without.
 * @example askedFor(data) // 'Asked for Ovelle, 26 Oct – 22 Nov 2026.'
 */
export function askedFor({ brands, filters, scope }: Partial<Frame>): string | null {
	if (!brands || !filters || !scope) return null;
	const chosen = brands.filter(({ id }) => filters.brands.length === 0 || filters.brands.includes(id));
	if (chosen.length === 0) return null;
	const names = chosen.map(({ name }) => isolateText(name, LONGEST_NAME));
	const who = wording.lead.brands(names, names.length) ?? '';
	return wording.states.asked(who, formatDayRange(scope.from, scope.to));
}
