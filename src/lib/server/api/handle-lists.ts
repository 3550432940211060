import type { z } from 'zod';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import { toInteractionListWire, toMediaListWire, toSelfWire } from '$lib/community/wire';
import { selectInteractions } from '$lib/server/store/queries/community-interactions';
import { selectMedia } from '$lib/server/store/queries/media';
import { selectBrands } from '$lib/server/store/queries/self';
import type { Store } from '$lib/server/store/store';
import { listQuerySchema, mediaQuerySchema, readAddress, type ListQuery } from './address-query';
import { answerCall, type ApiCall } from './answer-call';
import { pagingOf, USUAL_PAGE, type PageAsked } from './paging';
import { parseQuestion, type QuestionSchema } from './parse-question';
import { accept, refuseFields, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';

const PARSING = { place: 'query', largestLimit: LARGEST_PAGE } as const;

type Listed = { brand_id: number; limit?: number; offset?: number };
type Answer<Q> = (store: Store, query: Q, page: PageAsked, url: URL) => Promise<Outcome<unknown>>;

/** A handler of one list: what its address takes, and how the store answers it. */
function list<S extends QuestionSchema>(
	schema: S,
	answer: Answer<z.infer<S>>
): (request: Request, call: ApiCall) => Promise<Response> {
	async function answerAddress(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
		const url = new URL(request.url);
		const address = readAddress(url);
		if (!address.ok) return address;
		const query = parseQuestion(schema, address.value, PARSING);
		if (!query.ok) return query;
		const { brand_id: brand, limit = USUAL_PAGE, offset = 0 } = query.value as Listed;
		const store = await call.store();
		const visible = await requireVisibleBrands(store, [brand]);
		return visible.ok ? answer(store, query.value, { limit, offset }, url) : visible;
	}
	return (request, call) => answerCall(request, call, 'GET', () => answerAddress(request, call));
}

/** A sample is drawn anew each time, so it has no second page, and the contract has it for one type alone. */
function refuseSample({ sort, types, offset }: ListQuery): Outcome<never> | null {
	if (sort !== 'SAMPLE') return null;
	if (types?.length !== 1 || types[0] !== 'COMMUNITY_INTERACTION') {
		return refuseFields('query', { sort: ['SAMPLE is for types=COMMUNITY_INTERACTION alone.'] });
	}
	if (offset) return refuseFields('query', { offset: ['A sample has no second page. Leave it out.'] });
	return null;
}

export const handleInteractions = list(listQuerySchema, async (store, query, page, url) => {
	const refused = refuseSample(query);
	if (refused) return refused;
	const { sort = '-SOURCE_UPDATED_AT' } = query;
	const { rows, total } = await selectInteractions(store, {
		brandId: query.brand_id,
		types: query.types,
		after: query.source_updated_after,
		before: query.source_updated_before,
		query: query.query,
		sort,
		isClosed: query.is_closed ?? query.is_archived,
		...page
	});
	const paging = pagingOf(url, page, total);
	const shown = sort === 'SAMPLE' ? { ...paging, next: null } : paging;
	return accept(toInteractionListWire(rows, shown));
});

export const handleMedia = list(mediaQuerySchema, async (store, { brand_id: brand }, page, url) => {
	const media = await selectMedia(store, brand);
	const rows = media.slice(page.offset, page.offset + page.limit);
	return accept(toMediaListWire(rows, pagingOf(url, page, media.length)));
});

/** The brands that the token can see. */
export function handleSelf(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, 'GET', async () =>
		accept(toSelfWire(await selectBrands(await call.store())))
	);
}
