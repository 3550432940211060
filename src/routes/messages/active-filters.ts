import type { Sentiment } from '$lib/community/vocabulary';
import type { Filters } from '$lib/filters/filters';
import { isolateText } from '$lib/format/isolate-text';
import { platformName, typeName } from '$lib/format/names';
import type { Frame } from '$lib/server/panels/open-view';
import { messageWords } from '$lib/wording/message-words';
import { wording } from '$lib/wording/wording';

/** A filter in force, and the change that takes it away. */
export type ActiveFilter = { name: string; sentiment: Sentiment | null; without: Partial<Filters> };

const LONGEST_WORD = 40;

type Part = Pick<Frame, 'filters' | 'brands' | 'tags'>;

/** Every filter that leaves messages out, one by one: the range is none of them, since there always is one. */
export function activeFilters({ filters, brands, tags }: Part): ActiveFilter[] {
	const { typeGroups, sentiments } = wording.filters;
	const words = messageWords.filters;
	const plain = (name: string, without: Partial<Filters>): ActiveFilter => ({
		name,
		sentiment: null,
		without
	});
	const less = <T>(list: readonly T[], item: T) => list.filter((other) => other !== item);
	const alternatives = filters.query === '' ? [] : filters.query.split(',');
	const isRatedOnly = filters.sentiments.length === 3;
	return [
		...filters.brands.map((id) =>
			plain(isolateText(brands.find((brand) => brand.id === id)?.name ?? String(id), LONGEST_WORD), {
				brands: less(filters.brands, id)
			})
		),
		...filters.platforms.map((platform) =>
			plain(platformName(platform), { platforms: less(filters.platforms, platform) })
		),
		...filters.types.map((type) =>
			plain(type in typeGroups ? typeGroups[type as keyof typeof typeGroups] : typeName(type), {
				types: less(filters.types, type)
			})
		),
		...(isRatedOnly
			? [plain(words.rated, { sentiments: [] })]
			: filters.sentiments.map((sentiment) => ({
					name: sentiments[sentiment],
					sentiment,
					without: { sentiments: less(filters.sentiments, sentiment) }
				}))),
		...alternatives.map((word) =>
			plain(words.quoted(isolateText(word, LONGEST_WORD)), { query: less(alternatives, word).join(',') })
		),
		...filters.tags.map((id) =>
			plain(isolateText(tags.find((tag) => tag.id === id)?.name ?? String(id), LONGEST_WORD), {
				tags: less(filters.tags, id)
			})
		),
		...(filters.closed === null ? [] : [plain(filters.closed ? words.closed : words.open, { closed: null })])
	];
}

/** The brands that the filters choose: all of them where none is named. */
export function chosenBrands({ filters, brands }: Pick<Frame, 'filters' | 'brands'>) {
	return filters.brands.length === 0 ? brands : brands.filter((brand) => filters.brands.includes(brand.id));
}
