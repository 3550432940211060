import type { PagingWire } from '$lib/community/wire-schemas';

export type PageAsked = { limit: number; offset: number };

/** The rows that a list answers when no `limit` is asked for. */
export const USUAL_PAGE = 20;

function addressOf(url: URL, { limit, offset }: PageAsked): string {
	const address = new URL(url);
	address.searchParams.set('limit', String(limit));
	address.searchParams.set('offset', String(offset));
	return address.href;
}

/** The grand total and the pages on either side, as absolute addresses of the origin that was asked. */
export function pagingOf(url: URL, { limit, offset }: PageAsked, total: number): PagingWire {
	const before = { limit, offset: Math.max(0, offset - limit) };
	const after = { limit, offset: offset + limit };
	return {
		count: total,
		previous: offset > 0 ? addressOf(url, before) : null,
		next: after.offset < total ? addressOf(url, after) : null
	};
}
