import { expect } from 'vitest';
import { answerOf, askSelf, type Caller, type Json, type Row } from './ask';
import { MARSH, type OTTER } from './thread-fixture';

export type MessageRow = Json & { id: number; text: string; username: string | null; created_at: string };
export type CommentRow = Row & { parent_comment_id: string | null; is_from_brand: boolean };
type Paging = { count?: number; next: string | null; previous: string | null };
export type MessagePage = { data: Json & { messages: MessageRow[] }; paging: Paging };
export type CommentPage = { data: CommentRow[]; scope: string; paging: Paging & { count: number } };

/** The id that this host gave to a brand of the fixture. */
export async function brandNamed(ask: Caller, name: typeof MARSH | typeof OTTER = MARSH): Promise<number> {
	const { brands } = await askSelf(ask);
	return Object.values(brands).find((brand) => brand.name === name)!.id;
}

export async function askMessages(ask: Caller, id: string, query = ''): Promise<MessagePage> {
	const path = `/interaction/${encodeURIComponent(id)}/messages`;
	return (await answerOf(await ask(`${path}${query}`))) as MessagePage;
}

export async function askConversation(ask: Caller, id: string, query = ''): Promise<MessagePage> {
	const path = `/conversations/${encodeURIComponent(id)}`;
	return (await answerOf(await ask(`${path}${query}`))) as MessagePage;
}

export async function askComments(ask: Caller, endpoint: string, query: string): Promise<CommentPage> {
	const brand = await brandNamed(ask);
	return (await answerOf(await ask(`/${endpoint}?brand_id=${brand}&${query}`))) as CommentPage;
}

/** Send a body by POST or PATCH. */
export function send(
	ask: Caller,
	method: 'POST' | 'PATCH',
	path: string,
	body: unknown,
	headers: Record<string, string> = {}
): Promise<Response> {
	const whole = { 'content-type': 'application/json', ...headers };
	const written = typeof body === 'string' ? body : JSON.stringify(body);
	return ask(path, { method, headers: whole, body: written });
}

/** What a call that makes something new answers. */
export async function madeBy(response: Response): Promise<Json> {
	const body = (await response.json()) as Json;
	expect({ status: response.status, body: response.status === 201 ? '' : body }).toEqual({
		status: 201,
		body: ''
	});
	return body.data as Json;
}

export const replyPath = (id: string) => `/conversations/${encodeURIComponent(id)}/messages`;

/** The comment of the fixture whose text is its key. */
export async function commentNamed(ask: Caller, endpoint: string, text: string): Promise<CommentRow> {
	const { data } = await askComments(ask, endpoint, 'media_id=lamp-post&limit=100');
	return data.find((row) => row.text === text)!;
}
