import { messagesQuerySchema, USUAL_MESSAGES, type MessagesQuery } from '$lib/community/conversation-query';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import {
	toConversationWire,
	toMessageListWire,
	type KnownFacts,
	type KnownMessage
} from '$lib/community/thread-wire';
import type { PagingWire } from '$lib/community/wire-schemas';
import { selectConversationFacts, selectMessages } from '$lib/server/store/queries/conversations';
import type { Store } from '$lib/server/store/store';
import { readAddress } from './address-query';
import { answerCall, type ApiCall } from './answer-call';
import { pagingOf } from './paging';
import { parseQuestion } from './parse-question';
import { pathId } from './path-id';
import { accept, refuse, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';

const PARSING = { place: 'query', largestLimit: LARGEST_PAGE } as const;

export const NO_CONVERSATION = refuse({
	status: 404,
	message: 'There is no such conversation. GET /api/community_interactions names them in conversation_id.'
});

/** The conversation that an address names, if the store has it and the token can see its brand. */
export async function findConversation(
	store: Store,
	conversationId: string | null,
	brandId: number | undefined
): Promise<Outcome<KnownFacts>> {
	if (brandId !== undefined) {
		const visible = await requireVisibleBrands(store, [brandId]);
		if (!visible.ok) return visible;
	}
	const facts =
		conversationId === null ? null : await selectConversationFacts(store, { conversationId, brandId });
	return facts === null ? NO_CONVERSATION : accept(facts);
}

type Write = (facts: KnownFacts, messages: readonly KnownMessage[], paging: PagingWire) => unknown;

async function answerMessages(
	request: Request,
	call: ApiCall,
	after: string,
	write: Write
): Promise<Outcome<unknown>> {
	const url = new URL(request.url);
	const address = readAddress(url);
	if (!address.ok) return address;
	const query = parseQuestion(messagesQuerySchema, address.value, PARSING);
	if (!query.ok) return query;
	const { brand_id: brand, limit = USUAL_MESSAGES, offset = 0, ...rest }: MessagesQuery = query.value;
	const store = await call.store();
	const found = await findConversation(store, pathId(url, after), brand);
	if (!found.ok) return found;
	const { messages, total } = await selectMessages(store, {
		conversationId: found.value.id,
		brandId: found.value.brandId,
		isNewestFirst: rest.sort !== 'CREATED_AT',
		mustIncludeText: rest.must_include_text ?? false,
		limit,
		offset
	});
	return accept(write(found.value, messages, pagingOf(url, { limit, offset }, total)));
}

/** The messages of a conversation at its documented address. */
export function handleMessages(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, {
		GET: () => answerMessages(request, call, 'interaction', toMessageListWire)
	});
}

/** A conversation at its newer address: its facts and its messages. */
export function handleConversation(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, {
		GET: () => answerMessages(request, call, 'conversations', toConversationWire)
	});
}
