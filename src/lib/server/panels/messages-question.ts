import type { InteractionsQuery } from '$lib/community/interactions-query';
import type { Filters } from '$lib/filters/filters';
import { statisticsQuery } from './ask';
import type { View } from './view';

/** In which order messages are listed. */
export const MESSAGE_SORTS = ['newest', 'oldest', 'relevance'] as const;
export type MessageSort = (typeof MESSAGE_SORTS)[number];

const HOST_SORTS = {
	newest: '-SOURCE_UPDATED_AT',
	oldest: 'SOURCE_UPDATED_AT',
	relevance: 'RELEVANCE'
} as const;

/** What the statistics are filtered by and the list of messages of this host is not. */
export type Unfiltered = 'sentiment' | 'tag';

/** The documented list has no filter by sentiment or tag, so those are sent to the embedded host alone. */
export function unfilteredBy({ filters, sentimentEverywhere }: View): Unfiltered[] {
	if (sentimentEverywhere) return [];
	return [
		...(filters.sentiments.length > 0 ? (['sentiment'] as const) : []),
		...(filters.tags.length > 0 ? (['tag'] as const) : [])
	];
}

/** The filters as the list of this host can apply them. */
export function listedFilters(view: View): Filters {
	return view.sentimentEverywhere ? view.filters : { ...view.filters, sentiments: [], tags: [] };
}

/**
 * The question for the messages of one brand, over the very window that the statistics ask for. Null where platforms
 * and types exclude each other: then nothing can match, and nothing is asked.
 */
export function messagesQuery(view: View, brandId: number, sort: MessageSort): InteractionsQuery | null {
	const query = statisticsQuery(listedFilters(view), view.plan.range, [brandId]);
	if (query === null) return null;
	const { brand_ids: _, ...filters } = query;
	return { ...filters, brand_id: brandId, sort: HOST_SORTS[sort] };
}

/** Relevance is a rank that the host gives within one brand, and only for words. */
export function canSortByRelevance(view: View): boolean {
	return view.filters.query !== '' && view.brands.length === 1;
}

/**
 * The order that a link asks for, or the newest first and why the link's own could not be used.
 */
export function sortOf(view: View): { sort: MessageSort; refused: 'unknown' | 'relevance' | null } {
	const asked = view.filters.sort;
	if (asked === null) return { sort: 'newest', refused: null };
	const sort = MESSAGE_SORTS.find((name) => name === asked);
	if (sort === undefined) return { sort: 'newest', refused: 'unknown' };
	if (sort === 'relevance' && !canSortByRelevance(view)) return { sort: 'newest', refused: 'relevance' };
	return { sort, refused: null };
}
