import type { DaySpan, FilterDefaults, Filters } from '$lib/filters/filters';
import { liveLink, LONGEST_LINK, pinnedLink } from '$lib/filters/share-links';
import { formatDayRange } from '$lib/format/dates';
import { formatCount } from '$lib/format/numbers';
import type { LinkChoice } from '$lib/components/link-choice';
import { linkWords } from '$lib/wording/link-words';
import { countWord } from '$lib/wording/wording';
import { describeFilters } from './describe-filters';

/** A page as somebody wants to hand it on. */
export type Sharing = {
	origin: string;
	path: string;
	filters: Filters;
	defaults: FilterDefaults;
	brands: readonly { id: number; name: string }[];
	tags: readonly { id: number; name: string }[];
	days: DaySpan & { today: unknown };
	/** The link of the saved view that the page shows: it takes the place of a live link that is too long. */
	savedLink: string | null;
};

const words = linkWords.copy;

/** Always said; the other parts only where they are not as usual. */
const ALWAYS = ['brands', 'range', 'timeZone'];

function allBrands(count: number): string {
	return count === 1 ? linkWords.seen.oneBrandPinned : linkWords.seen.allBrandsPinned(countWord(count));
}

/**
 * The links that a page can be handed on by: live and pinned, or pinned alone where its days are dates already. Each
 * says when it opens on what, and what the next person sees.
 */
export function linkChoices(sharing: Sharing): LinkChoice[] {
	const { origin, path, filters, defaults, brands, days } = sharing;
	const dates = formatDayRange(days.from, days.to);
	const lines = describeFilters(filters, sharing, defaults).filter(
		({ part, isUsual }) => ALWAYS.includes(part) || !isUsual
	);
	const everyone = filters.brands.length === 0;
	const seen = (days: string, all: string) =>
		lines.map(({ part, name, value }) => ({
			name,
			value: part === 'range' ? days : part === 'brands' && everyone ? all : value
		}));
	const choice = (kind: LinkChoice['kind'], link: string, about: string, notes: string[]): LinkChoice => {
		const address = `${origin}${link}`;
		const isLong = address.length > LONGEST_LINK;
		return {
			kind,
			name: words[kind],
			about,
			link,
			address,
			isLong,
			notes: isLong ? [...notes, words.tooLong(formatCount(address.length))] : notes,
			seen: []
		};
	};
	const pinned = {
		...choice(
			'pinned',
			pinnedLink(path, filters, { days, brandIds: brands.map(({ id }) => id) }),
			words.pinnedAbout(dates),
			[
				...(days.today === null ? [] : [words.unfinished]),
				...(filters.range.kind === 'absolute' ? [words.datesAlready] : [])
			]
		),
		seen: seen(dates, allBrands(brands.length))
	};
	if (filters.range.kind === 'absolute') return [pinned];
	const inWords = linkWords.liveDays[filters.range.name];
	const own = liveLink(path, filters, { defaults });
	const isShort = `${origin}${own}`.length <= LONGEST_LINK;
	const live = {
		...choice('live', isShort ? own : (sharing.savedLink ?? own), words.liveAbout(inWords), []),
		seen: seen(
			inWords.replace(/^./, (first) => first.toUpperCase()),
			linkWords.seen.allBrandsLive
		)
	};
	return [live, pinned];
}
