import type { z } from 'zod';
import {
	interactionsQuerySchema,
	LARGEST_PAGE,
	type InteractionsQuery
} from '$lib/community/interactions-query';
import { mediaQuerySchema } from '$lib/community/media-query';
import { tagsQuerySchema } from '$lib/community/tags-query';
import { toInteractionListWire, toMediaListWire, toSelfWire, toTagListWire } from '$lib/community/wire';
import { selectInteractions } from '$lib/server/store/queries/community-interactions';
import { selectMedia } from '$lib/server/store/queries/media';
import { selectBrands } from '$lib/server/store/queries/self';
import { selectTags } from '$lib/server/store/queries/tags';
import type { Store } from '$lib/server/store/store';
import { readAddress } from './address-query';
import { answerCall, type ApiCall } from './answer-call';
import { pagingOf, USUAL_PAGE, type PageAsked } from './paging';
import { parseQuestion, type QuestionSchema } from './parse-question';
import { accept, refuseFields, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';

const PARSING = { place: 'query', largestLimit: LARGEST_PAGE } as const;

type Listed = { brand_id?: number; brand_ids?: number[]; limit?: number; offset?: number };
type Answer<Q> = (store: Store, query: Q, page: PageAsked, url: URL) => Promise<Outcome<unknown>>;

export type ListAnswer = (request: Request, call: ApiCall) => Promise<Outcome<unknown>>;
type ListHandler = (request: Request, call: ApiCall) => Promise<Response>;

/** One list: what its address takes, and how the store answers it. */
export function list<S extends QuestionSchema>(schema: S, answer: Answer<z.infer<S>>): ListAnswer {
	async function answerAddress(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
		const url = new URL(request.url);
		const address = readAddress(url);
		if (!address.ok) return address;
		const query = parseQuestion(schema, address.value, PARSING);
		if (!query.ok) return query;
		const { brand_id: brand, limit = USUAL_PAGE, offset = 0, ...listed } = query.value as Listed;
		const { brand_ids: brands = brand === undefined ? [] : [brand] } = listed;
		const store = await call.store();
		const visible = await requireVisibleBrands(store, brands);
		return visible.ok ? answer(store, query.value, { limit, offset }, url) : visible;
	}
	return answerAddress;
}

/** An endpoint that is one list and nothing else. */
const only =
	(answer: ListAnswer): ListHandler =>
	(request, call) =>
		answerCall(request, call, { GET: () => answer(request, call) });

/** A sample is drawn anew each time, so it has no second page, and the contract has it for one type alone. */
function refuseSample({ sort, types, offset }: InteractionsQuery): Outcome<never> | null {
	if (sort !== 'SAMPLE') return null;
	if (types?.length !== 1 || types[0] !== 'COMMUNITY_INTERACTION') {
		return refuseFields('query', { sort: ['SAMPLE is for types=COMMUNITY_INTERACTION alone.'] });
	}
	if (offset) return refuseFields('query', { offset: ['A sample has no second page. Leave it out.'] });
	return null;
}

const listInteractions = list(interactionsQuerySchema, async (store, query, page, url) => {
	const refused = refuseSample(query);
	if (refused) return refused;
	const { brand_id: brand, sort = '-SOURCE_UPDATED_AT', ...filters } = query;
	const { rows, total } = await selectInteractions(store, { ...filters, brand_ids: [brand], sort, ...page });
	const paging = pagingOf(url, page, total);
	const shown = sort === 'SAMPLE' ? { ...paging, next: null } : paging;
	return accept(toInteractionListWire(rows, shown));
});

export const handleInteractions = only(listInteractions);

/** The tags of some brands, which the address of making a tag lists as well. */
export const listTags = list(tagsQuerySchema, async (store, { brand_ids: brands }, page, url) => {
	const tags = await selectTags(store, brands);
	const rows = tags.slice(page.offset, page.offset + page.limit);
	return accept(toTagListWire(rows, pagingOf(url, page, tags.length)));
});

const listMedia = list(mediaQuerySchema, async (store, { brand_id: brand, media_ids: ids }, page, url) => {
	const media = await selectMedia(store, brand, ids);
	const rows = media.slice(page.offset, page.offset + page.limit);
	return accept(toMediaListWire(rows, pagingOf(url, page, media.length)));
});

export const handleMedia = only(listMedia);

/** The brands that the token can see. */
export function handleSelf(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, {
		GET: async () => accept(toSelfWire(await selectBrands(await call.store())))
	});
}
