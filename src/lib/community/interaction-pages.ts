import type { Answer, Interaction, Page } from './answers';
import { LARGEST_PAGE, type InteractionsQuery } from './interactions-query';
import { walkPages, type PageWalk } from './walk-pages';

type Ask = (query: InteractionsQuery) => Promise<Answer<Page<Interaction>>>;

/**
 * Walks a list of interactions while interactions come, go and are closed: none comes twice, and none that is in the
 * list the whole time is missing. A sample has one page.
 * @example const pages = createInteractionPages(client.interactions, { brand_id: 144 });
 * @example for (let page = await pages.next(); page !== null; page = await pages.next()) show(page.value);
 */
export function createInteractionPages(ask: Ask, query: InteractionsQuery): PageWalk<Interaction> {
	return walkPages((offset, limit) => ask({ ...query, limit, offset }), {
		limit: query.limit ?? LARGEST_PAGE,
		offset: query.offset,
		keyOf: ({ id }) => String(id),
		isOnePage: query.sort === 'SAMPLE'
	});
}
