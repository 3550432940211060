import { commentsQuerySchema } from '$lib/community/comments-query';
import { toCommentListWire } from '$lib/community/thread-wire';
import type { Platform } from '$lib/community/vocabulary';
import { selectComment, selectComments } from '$lib/server/store/queries/comments';
import type { Store } from '$lib/server/store/store';
import { answerCall, type ApiCall } from './answer-call';
import { list, type ListAnswer } from './handle-lists';
import { pagingOf } from './paging';
import { accept, refuse, refuseFields, type Outcome } from './refusal';

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

/** The comments of one platform. */
export function commentsHandler(platform: Platform): (request: Request, call: ApiCall) => Promise<Response> {
	const listed = listComments(platform);
	return (request, call) => answerCall(request, call, { GET: () => listed(request, call) });
}
