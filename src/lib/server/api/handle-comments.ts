import { commentBodySchema, commentsQuerySchema, type CommentBody } from '$lib/community/comments-query';
import { toCommentListWire, toCommentWire } from '$lib/community/thread-wire';
import type { Platform } from '$lib/community/vocabulary';
import { checkReply } from '$lib/replies/reply-rules';
import { selectComment, selectComments, type StoredComment } from '$lib/server/store/queries/comments';
import { findReply, writeReply } from '$lib/server/store/replies';
import type { Store } from '$lib/server/store/store';
import { answerCall, type ApiCall } from './answer-call';
import { list, type ListAnswer } from './handle-lists';
import { pagingOf } from './paging';
import { accept, created, refuse, refuseFields, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';
import { readBody, refuseReply, replyName } from './write-call';

const NO_COMMENT = refuse({
	status: 404,
	message: 'This brand has no such comment on this platform. GET /api/community_interactions lists them.'
});

/** A comment's id as this host gives them: a whole number, or nothing that it could have given. */
export function commentNumber(id: string | number): number | null {
	return /^[1-9]\d{0,14}$/.test(String(id)) ? Number(id) : null;
}

/** The comment whose thread is asked for, or null where the whole post is. */
async function findAsked(
	store: Store,
	which: { brandId: number; platform: Platform },
	comment: string | number | undefined
): Promise<Outcome<number | null>> {
	if (comment === undefined) return accept(null);
	const id = commentNumber(comment);
	const found = id === null ? null : await selectComment(store, { ...which, id });
	return found === null ? NO_COMMENT : accept(found.id);
}

function listComments(platform: Platform): ListAnswer {
	return list(commentsQuerySchema, async (store, query, page, url) => {
		const { brand_id: brandId, media_id: media, comment_id: comment } = query;
		if (media === undefined && comment === undefined) {
			const fix = 'This field is required. Give the id of the post, or comment_id for one thread.';
			return refuseFields('query', { media_id: [fix] });
		}
		const asked = await findAsked(store, { brandId, platform }, comment);
		if (!asked.ok) return asked;
		const mediaId = media === undefined ? null : String(media);
		const question = { brandId, platform, mediaId, commentId: asked.value, ...page };
		const { comments, total } = await selectComments(store, question);
		const scope = asked.value === null ? 'post' : 'thread';
		return accept(toCommentListWire(comments, scope, pagingOf(url, page, total)));
	});
}

/** The comment that a reply answers; it has to stand under the post that the reply names. */
async function findAnswered(
	store: Store,
	platform: Platform,
	{ brand_id: brandId, media_id: media, parent_comment_id: parent }: CommentBody
): Promise<Outcome<StoredComment>> {
	const visible = await requireVisibleBrands(store, [brandId]);
	if (!visible.ok) return visible;
	const id = commentNumber(parent);
	const found = id === null ? null : await selectComment(store, { brandId, platform, id });
	if (found === null) return NO_COMMENT;
	if (media === undefined || String(media) === found.mediaId) return accept(found);
	return refuseFields('json', { media_id: ['The comment does not stand under this post. Leave it out.'] });
}

/** Answer a comment, within the rules of its platform. A reply that came before is not checked again. */
async function replyToComment(
	request: Request,
	call: ApiCall,
	platform: Platform
): Promise<Outcome<unknown>> {
	const [body, name] = [await readBody(request, commentBodySchema), replyName(request)];
	if (!body.ok) return body;
	if (!name.ok) return name;
	const store = await call.store();
	const found = await findAnswered(store, platform, body.value);
	if (!found.ok) return found;
	const { key: parentKey, type, brandId, mediaId, parentKey: above } = found.value;
	// What answers a comment that is gone is a reply all the same.
	const target = { kind: 'comment', type, parentCommentId: above } as const;
	const { text, problems } = checkReply(target, body.value.text, call.now);
	const reply = { name: name.value, brandId, text, conversationId: null, mediaId, parentKey };
	const before = await findReply(store, reply);
	if (before === null && problems.length > 0) return refuseReply(problems);
	const written = before ?? (await writeReply(store, { ...reply, type, at: call.now }));
	const parentCommentId = found.value.commentId;
	return created({ data: toCommentWire({ ...written, parentCommentId, isFromBrand: true }) });
}

/** The comments of one platform, and the address at which they are answered. */
export function commentsHandler(platform: Platform): (request: Request, call: ApiCall) => Promise<Response> {
	const listed = listComments(platform);
	return (request, call) =>
		answerCall(request, call, {
			GET: () => listed(request, call),
			POST: () => replyToComment(request, call, platform)
		});
}
