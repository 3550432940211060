import { CommunityError, isCommunityError } from '$lib/errors/community-error';
import type { Answer, CommentPage, Conversation, MediaPost } from './answers';
import { COMMENT_ENDPOINTS, commentsQuerySchema, type CommentsQuery } from './comments-query';
import { messagesQuerySchema, USUAL_MESSAGES, type MessagesQuery } from './conversation-query';
import { exchange, type CommunityFetch } from './exchange';
import type { AskExtended } from './extensions';
import { LARGEST_PAGE } from './interactions-query';
import { mediaQuerySchema, type MediaQuery } from './media-query';
import { normaliseComments } from './normalise/interactions';
import { normaliseConversation } from './normalise/conversation';
import { normalisePosts } from './normalise/media-posts';
import { isMap } from './normalise/shape';
import { pathSegment } from './path-segment';
import { addressOf, check, REFUSAL_MEMORY } from './question';
import type { Platform } from './vocabulary';

export type ConversationQuery = MessagesQuery & { conversation_id: string };
export type PlatformCommentsQuery = CommentsQuery & { platform: Platform };

/** The questions about what stands around a message. Each rejects with a CommunityError and nothing else. */
export type ThreadQuestions = {
	/** A conversation with one page of its messages, the newest first unless `sort` says otherwise. */
	conversation: (query: ConversationQuery) => Promise<Answer<Conversation>>;
	/** The comments under a post, or with `comment_id` the thread of one of them, in the order of time. */
	comments: (query: PlatformCommentsQuery) => Promise<Answer<CommentPage>>;
	/** The posts of a brand that the host knows; none where it has no list of them. */
	posts: (query: MediaQuery) => Promise<Answer<MediaPost[]>>;
};

/** How hosts answer a question that they do not have: no such address, method or field. */
const NO_SUCH_QUESTION = [400, 404, 405, 410, 422, 501];
const USUAL_COMMENTS = 20;

function hasStatus(error: unknown, statuses: readonly number[]): boolean {
	return isCommunityError(error) && error.status !== null && statuses.includes(error.status);
}

/** Whether the host may still have the conversation at the older of its two addresses. */
function isWorthTheOlder(error: unknown): boolean {
	const isUnreadable = isCommunityError(error) && error.code === 'upstream_malformed';
	return isUnreadable || hasStatus(error, NO_SUCH_QUESTION);
}

/**
 * The newer of the two addresses of a conversation has more to tell, but its answer is documented nowhere: a host
 * that does not have it, or answers what cannot be read, is asked at the older one, whose answer is documented.
 */
function conversationQuestion(
	fetch: CommunityFetch,
	now: () => number,
	baseUrl: string,
	askExtended: AskExtended
): ThreadQuestions['conversation'] {
	let unreadableAt = Number.NEGATIVE_INFINITY;

	return async ({ conversation_id: id, ...rest }) => {
		const segment = pathSegment('conversation_id', id);
		const { brand_id: brand, ...plain } = check(messagesQuerySchema, rest);
		const page = { limit: plain.limit ?? USUAL_MESSAGES, offset: plain.offset ?? 0 };
		const sort = plain.sort ?? '-CREATED_AT';
		const asked = { id, ...page, isNewestFirst: sort === '-CREATED_AT' };
		const askAt = (path: string, query: MessagesQuery) =>
			exchange(fetch, now, {
				url: addressOf(`${baseUrl}/${path}`, { ...query, ...page, sort }),
				read: (payload) => normaliseConversation(payload, asked)
			});
		const askOlder = () => askAt(`interaction/${segment}/messages`, plain);
		const askNewer = () => {
			const path = `conversations/${segment}`;
			if (brand === undefined) return askAt(path, plain);
			const askBranded = () => askAt(path, { ...plain, brand_id: brand });
			return askExtended('brand_id', askBranded, () => askAt(path, plain));
		};
		if (now() - unreadableAt < REFUSAL_MEMORY) return askOlder();
		try {
			return await askNewer();
		} catch (error) {
			if (!isWorthTheOlder(error)) throw error;
			// A conversation that is not there says nothing about the address itself.
			if (!hasStatus(error, [400, 404, 410, 422])) unreadableAt = now();
			return askOlder();
		}
	};
}

function commentsQuestion(
	fetch: CommunityFetch,
	now: () => number,
	baseUrl: string,
	askExtended: AskExtended
): ThreadQuestions['comments'] {
	return async ({ platform, ...rest }) => {
		const { comment_id: comment, ...plain } = check(commentsQuerySchema, rest);
		const page = { limit: plain.limit ?? USUAL_COMMENTS, offset: plain.offset ?? 0 };
		const ask = (query: CommentsQuery) =>
			exchange(fetch, now, {
				url: addressOf(`${baseUrl}/${COMMENT_ENDPOINTS[platform]}`, { ...query, ...page }),
				read: (payload): CommentPage => ({
					...normaliseComments(payload, page, platform),
					platform,
					scope: isMap(payload) && payload['scope'] === 'thread' ? 'thread' : 'post'
				})
			});
		const askPost = async () => {
			if (plain.media_id !== undefined) return ask(plain);
			const message = 'media_id: comments are listed by their post';
			throw new CommunityError('query_invalid', { message, details: { field: 'media_id' } });
		};
		if (comment === undefined) return askPost();
		return askExtended('comment_id', () => ask({ ...plain, comment_id: comment }), askPost);
	};
}

function postsQuestion(fetch: CommunityFetch, now: () => number, baseUrl: string): ThreadQuestions['posts'] {
	let refusedAt = Number.NEGATIVE_INFINITY;

	return async (query) => {
		const checked = check(mediaQuerySchema, query);
		const none: Answer<MediaPost[]> = { value: [], asOf: now(), stale: false };
		if (now() - refusedAt < REFUSAL_MEMORY) return none;
		const page = { limit: checked.limit ?? LARGEST_PAGE, offset: checked.offset ?? 0 };
		try {
			const answer = await exchange(fetch, now, {
				url: addressOf(`${baseUrl}/media`, { ...checked, ...page }),
				read: (payload) => normalisePosts(payload, page)
			});
			return { ...answer, value: answer.value.rows };
		} catch (error) {
			if (!hasStatus(error, NO_SUCH_QUESTION)) throw error;
			refusedAt = now();
			return none;
		}
	};
}

/**
 * The questions about threads, for the one client.
 * @param now the clock, in milliseconds since 1970
 */
export function threadQuestions(
	fetch: CommunityFetch,
	now: () => number,
	baseUrl: string,
	askExtended: AskExtended
): ThreadQuestions {
	return {
		conversation: conversationQuestion(fetch, now, baseUrl, askExtended),
		comments: commentsQuestion(fetch, now, baseUrl, askExtended),
		posts: postsQuestion(fetch, now, baseUrl)
	};
}
