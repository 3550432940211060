import type { Interaction, Page } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { createInteractionPages } from '$lib/community/interaction-pages';
import { LARGEST_PAGE, type InteractionsQuery } from '$lib/community/interactions-query';
import { MergedMessages, type MessageSource } from '$lib/server/panels/messages-merge';
import { messagesQuery } from '$lib/server/panels/messages-question';
import type { View } from '$lib/server/panels/view';

/**
 * How many messages one file holds at most. Our own host is read to any length that a spreadsheet can open; the live
 * one has a thousand calls a minute for everything, and a file takes a hundred and ten of them.
 */
export const MOST_MESSAGES = { embedded: 100_000, upstream: 10_000 } as const;

const NO_PAGE: Page<Interaction> = { rows: [], total: 0, hasNext: false };

/** The list of one brand from its beginning to its end, whatever comes and goes meanwhile. */
function walkBrand(client: CommunityClient, query: InteractionsQuery): MessageSource<Interaction> {
	let total: number | null = null;
	const ask: CommunityClient['interactions'] = async (question) => {
		const answer = await client.interactions(question);
		total = answer.value.total;
		return answer;
	};
	const pages = createInteractionPages(ask, { ...query, limit: LARGEST_PAGE });
	let age = { asOf: Infinity, stale: false };
	return {
		fetch: async () => {
			const page = await pages.next();
			if (page === null) return { ...age, value: { rows: [], total, hasNext: false } };
			age = { asOf: page.asOf, stale: page.stale };
			return { ...age, value: { rows: page.value, total, hasNext: true } };
		}
	};
}

/** All messages of a view, newest first over all brands; nothing is kept but the ids that came. */
export function walkMessages(client: CommunityClient, view: View): MergedMessages<Interaction> {
	const sources = view.brands.map(({ id }): MessageSource<Interaction> => {
		const query = messagesQuery(view, id, 'newest');
		return query === null
			? { fetch: () => Promise.resolve({ value: NO_PAGE, asOf: view.now, stale: false }) }
			: walkBrand(client, query);
	});
	return new MergedMessages(sources, {
		rankOf: ({ sourceUpdatedAt }: Interaction) => sourceUpdatedAt,
		chunk: LARGEST_PAGE
	});
}
