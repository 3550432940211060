import type { Comment } from '$lib/community/answers';
import type { Platform } from '$lib/community/vocabulary';
import { allOf, isAnyOf, sql } from '../sql';
import type { Fragment } from '../sql';
import type { Store } from '../store';
import { asInteraction, INTERACTION_COLUMNS } from './stored-interaction';
import type { InteractionColumns, StoredInteraction } from './stored-interaction';

/** All comments of a post, or the thread that one comment belongs to; `mediaId` may be unknown for a thread. */
export type CommentsQuestion = {
	brandId: number;
	platform: Platform;
	mediaId: string | null;
	commentId: number | null;
	limit: number;
	offset: number;
};

export type StoredComment = StoredInteraction & Comment & { id: number; isFromBrand: boolean };

type CommentColumns = InteractionColumns & { parent_id: number | null };

function asComment(store: Store, row: CommentColumns): StoredComment {
	const interaction = asInteraction(store, row);
	const parentCommentId = row.parent_id === null ? null : String(row.parent_id);
	return { ...interaction, parentCommentId, isFromBrand: row.from_brand };
}

/** The rows of a relation with the ids of what they answer. */
function withParents(rows: Fragment): Fragment {
	return sql`SELECT page.*, parent.id::DOUBLE AS parent_id FROM (${rows}) page
		LEFT JOIN (SELECT id, key, key_hash FROM interactions) parent
			ON parent.key_hash = md5_number_lower(page.parent_key) AND parent.key = page.parent_key`;
}

/** A brand's comments on one platform: everything but its direct messages. */
function commentsOf(store: Store, { brandId, platform }: CommentsQuestion): Fragment[] {
	return [sql`brand_id = ${brandId}`, isAnyOf(sql`type_id`, store.dictionary.commentTypes(platform))];
}

/**
 * The keys of the thread that a comment belongs to: what it answers, up to the root, and everything that answers one of
 * those. Sets grow until nothing is new, so that a circle of answers ends.
 */
function keysOfThread(comments: Fragment, id: number): Fragment {
	return sql`WITH RECURSIVE comments AS (SELECT id, key, parent_key FROM interactions WHERE ${comments}),
		above AS (
			SELECT key, parent_key FROM comments WHERE id = ${id}
			UNION SELECT c.key, c.parent_key FROM comments c JOIN above ON c.key = above.parent_key
		),
		thread AS (
			SELECT key FROM above
			UNION SELECT c.key FROM comments c JOIN thread ON c.parent_key = thread.key
		)
		SELECT key FROM thread`;
}

/**
 * One page of comments, the brand's own among them, and how many there are in all: a thread in the order of time, a
 * post the newest first.
 * @throws CommunityError store_unavailable
 */
export async function selectComments(
	store: Store,
	question: CommentsQuestion
): Promise<{ comments: StoredComment[]; total: number }> {
	const { mediaId, commentId, limit, offset } = question;
	const conditions = commentsOf(store, question);
	const own = allOf(conditions);
	if (mediaId !== null) conditions.push(sql`media_id = ${mediaId}`);
	if (commentId !== null) conditions.push(sql`key IN (${keysOfThread(own, commentId)})`);
	const order = commentId === null ? sql`created_at DESC, id DESC` : sql`created_at, id`;
	const found = sql`FROM interactions WHERE ${allOf(conditions)}`;
	const page = sql`SELECT ${INTERACTION_COLUMNS} ${found} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
	const [totals, rows] = await Promise.all([
		store.columns(sql`SELECT count(*)::DOUBLE ${found}`),
		store.rows(sql`${withParents(page)} ORDER BY ${order}`)
	]);
	return {
		comments: (rows as CommentColumns[]).map((row) => asComment(store, row)),
		total: Number(totals[0]?.[0] ?? 0)
	};
}

/**
 * One comment of a brand on a platform by its id, or null.
 * @throws CommunityError store_unavailable
 */
export async function selectComment(
	store: Store,
	which: { brandId: number; platform: Platform; id: number }
): Promise<StoredComment | null> {
	const rest = { mediaId: null, commentId: null, limit: 1, offset: 0 };
	const conditions = [...commentsOf(store, { ...which, ...rest }), sql`id = ${which.id}`];
	const rows = await store.rows(
		withParents(sql`SELECT ${INTERACTION_COLUMNS} FROM interactions WHERE ${allOf(conditions)}`)
	);
	const [row] = rows as CommentColumns[];
	return row === undefined ? null : asComment(store, row);
}
