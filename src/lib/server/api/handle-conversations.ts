import {
	conversationChangeSchema,
	messageBodySchema,
	messagesQuerySchema,
	USUAL_MESSAGES,
	type MessagesQuery
} from '$lib/community/conversation-query';
import { LARGEST_PAGE } from '$lib/community/interactions-query';
import {
	toConversationWire,
	toFactsWire,
	toMessageListWire,
	toMessageWire,
	type KnownFacts,
	type KnownMessage
} from '$lib/community/thread-wire';
import type { PagingWire } from '$lib/community/wire-schemas';
import { checkReply } from '$lib/replies/reply-rules';
import { editInteractions } from '$lib/server/store/edit-interactions';
import { asMessage, selectConversationFacts, selectMessages } from '$lib/server/store/queries/conversations';
import { findReply, writeReply } from '$lib/server/store/replies';
import type { Store } from '$lib/server/store/store';
import { readAddress } from './address-query';
import { answerCall, type ApiCall } from './answer-call';
import { pagingOf } from './paging';
import { parseQuestion } from './parse-question';
import { pathId } from './path-id';
import { accept, created, refuse, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';
import { readBody, refuseReply, replyName } from './write-call';

const PARSING = { place: 'query', largestLimit: LARGEST_PAGE } as const;

const NO_CONVERSATION = refuse({
	status: 404,
	message: 'There is no such conversation. GET /api/community_interactions names them in conversation_id.'
});

/** The conversation that an address names, if the store has it and the token can see its brand. */
async function findConversation(
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

const brandSchema = messagesQuerySchema.pick({ brand_id: true });

/** The conversation that a call names which changes something. */
async function findNamed(request: Request, store: Store): Promise<Outcome<KnownFacts>> {
	const url = new URL(request.url);
	const address = readAddress(url);
	if (!address.ok) return address;
	const query = parseQuestion(brandSchema, address.value, PARSING);
	return query.ok ? findConversation(store, pathId(url, 'conversations'), query.value.brand_id) : query;
}

/** Close a conversation or open it again. */
async function changeConversation(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
	const body = await readBody(request, conversationChangeSchema);
	if (!body.ok) return body;
	const store = await call.store();
	const found = await findNamed(request, store);
	if (!found.ok) return found;
	const { id: conversationId, brandId } = found.value;
	await editInteractions(store, { conversationId, brandId }, { isClosed: body.value.is_closed });
	const facts = await selectConversationFacts(store, { conversationId, brandId });
	return facts === null ? NO_CONVERSATION : accept({ data: toFactsWire(facts) });
}

/** A conversation at its newer address: its facts and its messages, and whether it is closed. */
export function handleConversation(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, {
		GET: () => answerMessages(request, call, 'conversations', toConversationWire),
		PATCH: () => changeConversation(request, call)
	});
}

/** Answer a direct message, within the rules of its platform. A reply that came before is not checked again. */
async function replyToConversation(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
	const [body, name] = [await readBody(request, messageBodySchema), replyName(request)];
	if (!body.ok) return body;
	if (!name.ok) return name;
	const store = await call.store();
	const found = await findNamed(request, store);
	if (!found.ok) return found;
	const { id: conversationId, brandId, type, isGroup, lastReceivedAt } = found.value;
	const target = { kind: 'message', type, isGroup, lastReceivedAt } as const;
	const { text, problems } = checkReply(target, body.value.text, call.now);
	const reply = { name: name.value, brandId, text, conversationId, mediaId: null, parentKey: null };
	const before = await findReply(store, reply);
	if (before === null && problems.length > 0) return refuseReply(problems);
	const written = before ?? (await writeReply(store, { ...reply, type, at: call.now }));
	return created({ data: toMessageWire(asMessage(written)) });
}

/** The address at which a direct message is answered. */
export function handleMessageReply(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, { POST: () => replyToConversation(request, call) });
}
