import type { FilterDefaults } from '$lib/filters/filters';
import type { Frame } from '$lib/server/panels/open-view';
import { linkWords } from '$lib/wording/link-words';
import { describeFilters } from '../frame/share/describe-filters';

/** One part of two links, in words. */
export type PartRow = { part: string; name: string; first: string; second: string };

/** The page and the filters of a link, as its own page would read them. */
export type OpenedSide = { path: string; frame: Frame };

function partsOf({ path, frame }: OpenedSide, defaults: FilterDefaults) {
	const page = linkWords.pages[path] ?? path;
	const { from, to } = frame.scope;
	const meaning = { brands: frame.brands, tags: frame.tags, days: { from, to } };
	return [
		{ part: 'page', name: linkWords.parts.page, value: page, raw: path },
		...describeFilters(frame.filters, meaning, defaults)
	];
}

/**
 * Which parts of two links differ, with both values in words, and which are the same. What a link leaves to the
 * setting is compared by what it means.
 */
export function compareFilters(
	first: OpenedSide,
	second: OpenedSide,
	defaults: FilterDefaults
): { different: PartRow[]; same: { part: string; name: string; value: string }[] } {
	const others = partsOf(second, defaults);
	const pairs = partsOf(first, defaults).map((own, index) => ({ own, other: others[index]! }));
	const isSame = ({ own, other }: (typeof pairs)[number]) => own.raw === other.raw;
	return {
		different: pairs
			.filter((pair) => !isSame(pair))
			.map(({ own, other }) => ({ part: own.part, name: own.name, first: own.value, second: other.value })),
		same: pairs.filter(isSame).map(({ own: { part, name, value } }) => ({ part, name, value }))
	};
}
