import type { Conversation, ConversationFacts, Message, Page, Participant } from '../answers';
import { readInstant } from './instant';
import { malformed, readWith } from './malformed';
import { readPageAt, type AskedPage } from './page';
import {
	idSchema,
	readAuthor,
	readClosed,
	readFlag,
	readLabel,
	readOtherId,
	readTags,
	readText
} from './row-fields';
import { at, isMap, isNothing, pick, unwrap, type Place } from './shape';

/** What was asked for: which conversation, which page of it, and in which order. */
export type AskedMessages = Omit<AskedPage, 'isSample'> & { id: string; isNewestFirst: boolean };

function readParticipant(place: Place): Participant | null {
	if (isNothing(place.value)) return null;
	if (!isMap(place.value)) return { handle: readText(place), pictureUrl: null };
	return {
		handle: readText(pick(place, ['user_handle', 'username', 'handle', 'name'])),
		pictureUrl: readPicture(pick(place, ['profile_picture_url', 'picture_url']))
	};
}

/** Other people's pictures come over https, or not at all. */
function readPicture(place: Place | null): string | null {
	const address = readText(place);
	return address !== null && URL.parse(address)?.protocol === 'https:' ? address : null;
}

function readParticipants(place: Place): Participant[] {
	if (isNothing(place.value)) return [];
	if (!Array.isArray(place.value)) throw malformed(place.path, 'expected a list of participants');
	return place.value.flatMap((value: unknown, step) => {
		const participant = readParticipant({ value, path: { holder: place.path, step } });
		return participant === null ? [] : [participant];
	});
}

/** Whose message it is: the host's own word, else whether its author is the customer, else unknown. */
function readIsFromBrand(row: Place, author: string | null, customer: Participant | null): boolean | null {
	const said = readFlag(pick(row, ['is_from_brand']));
	if (said !== null) return said;
	const handle = customer?.handle ?? null;
	if (author === null || handle === null) return null;
	const plain = (name: string) => name.replace(/^@/, '').toLowerCase();
	return plain(author) !== plain(handle);
}

/**
 * One message, see `Message` for what is missing where the host does not say.
 * @throws CommunityError `upstream_malformed`
 */
export function readMessage(row: Place, customer: Participant | null): Message {
	if (!isMap(row.value)) throw malformed(row.path, 'expected a message');
	const id = at(row, 'id');
	const author = readAuthor(row);
	return {
		id: readWith(idSchema, id.value, id.path),
		text: readText(pick(row, ['text', 'message'])) ?? '',
		createdAt: readInstant(pick(row, ['created_at', 'source_created_at']) ?? at(row, 'created_at')),
		platform: readText(pick(row, ['platform']))?.toLowerCase() ?? null,
		author,
		isFromBrand: readIsFromBrand(row, author, customer),
		subtype: readText(pick(row, ['subtype']))?.toLowerCase() ?? null,
		sentiment: readLabel(row),
		tags: readTags(row),
		isClosed: readClosed(row)
	};
}

/**
 * The facts of a conversation, as far as the host tells them.
 * @throws CommunityError `upstream_malformed`
 */
export function readFacts(data: Place, id: string): ConversationFacts {
	const customer = readParticipant(at(data, 'follower_participant'));
	const participants = readParticipants(at(data, 'participants'));
	return {
		id,
		brandId: numberOf(readOtherId(at(data, 'brand_id'))),
		type: readText(at(data, 'type')),
		platform: readText(at(data, 'platform'))?.toLowerCase() ?? null,
		isClosed: readClosed(data),
		isGroup: readFlag(pick(data, ['is_group'])) ?? (participants.length > 1 ? true : null),
		lastReceivedAt: readInstant(at(data, 'last_received_at')),
		customer,
		participants: participants.length === 0 && customer !== null ? [customer] : participants
	};
}

function numberOf(text: string | null): number | null {
	return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The messages of a conversation are a list under `messages`, or the answer itself. */
function messagesOf(data: Place): Place {
	if (Array.isArray(data.value) || isNothing(data.value)) return data;
	const messages = pick(data, ['messages']);
	if (messages === null) throw malformed(data.path, 'expected messages');
	return messages;
}

/** When the customer last wrote, as far as this page tells: only the newest page of a conversation can. */
function newestReceived({ rows }: Page<Message>, { offset, isNewestFirst }: AskedMessages): number | null {
	if (offset > 0 || !isNewestFirst) return null;
	const times = rows.flatMap(({ isFromBrand, createdAt }) =>
		isFromBrand === false ? (createdAt ?? []) : []
	);
	return times.length === 0 ? null : Math.max(...times);
}

/**
 * The answer of `interaction/{id}/messages` and of `conversations/{id}`: `{data: {follower_participant, messages}}`
 * and, where the host tells them, the facts of the conversation.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseConversation({ data: { messages: [] } }, { id: 'a', limit: 100, offset: 0, isNewestFirst: true })
 */
export function normaliseConversation(payload: unknown, asked: AskedMessages): Conversation {
	const data = unwrap(payload);
	const facts = readFacts(data, asked.id);
	const page = { limit: asked.limit, offset: asked.offset, isSample: false };
	const messages = readPageAt(messagesOf(data), payload, page, (row) => readMessage(row, facts.customer));
	return {
		...facts,
		platform: facts.platform ?? messages.rows[0]?.platform ?? null,
		lastReceivedAt: facts.lastReceivedAt ?? newestReceived(messages, asked),
		messages
	};
}
