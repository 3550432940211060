import { resolveRange } from '$lib/calendar/resolve-range';
import type { LinkChoice } from '$lib/components/link-choice';
import type { FilterDefaults } from '$lib/filters/filters';
import { readSavedQuery } from '$lib/filters/saved-query';
import { describeFilters } from '../frame/share/describe-filters';
import { linkChoices } from '../frame/share/link-choices';

/** What a page knows around the views that it describes. */
type Around = {
	origin: string;
	defaults: FilterDefaults;
	brands: readonly { id: number; name: string }[];
	/** Milliseconds since 1970. */
	now: number;
};

/** What a question asks, in words, and the links by which it is handed on. */
export type DescribedView = { lines: { name: string; value: string }[]; choices: LinkChoice[] };

/** Always told; the other parts of a question only where they are not as usual. */
const ALWAYS = ['brands', 'range'];

/**
 * A question in words.
 * @param view `link` is the short link of the view, or null while it is not saved
 */
export function describeView(
	{ path, query, link }: { path: string; query: string; link: string | null },
	{ origin, defaults, brands, now }: Around
): DescribedView {
	const filters = readSavedQuery(query, { defaults });
	const { timeZone, weekStart } = filters;
	const { from, to } = resolveRange(filters.range, { timeZone, weekStart, now });
	const days = { from, to, today: null };
	const sharing = { origin, path, filters, defaults, brands, tags: [], days, savedLink: link };
	const lines = describeFilters(filters, sharing, defaults)
		.filter(({ part, isUsual }) => ALWAYS.includes(part) || !isUsual)
		.map(({ name, value }) => ({ name, value }));
	return { lines, choices: linkChoices(sharing) };
}
