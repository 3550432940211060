import type { Comment, Interaction, Page } from '../answers';
import { INTERACTION_TYPES, type Platform } from '../vocabulary';
import { readInstant } from './instant';
import { malformed, readWith } from './malformed';
import { readPage, type AskedPage } from './page';
import {
	idSchema,
	readAuthor,
	readClosed,
	readFlag,
	readLabel,
	readOtherId,
	readPermalink,
	readTags,
	readText
} from './row-fields';
import { at, isMap, isNothing, pick, type Place } from './shape';

/** The key under which a comment carries its platform's own id, such as `facebook_comment_id`. */
function commentKeyOf(row: Place): string | null {
	const keys = isMap(row.value) ? Object.keys(row.value) : [];
	const isCommentKey = (key: string) => /^[a-z]+_comment_id$/.test(key) && key !== 'parent_comment_id';
	return keys.find((key) => isCommentKey(key) && !isNothing(at(row, key).value)) ?? null;
}

/** A row without a type is a comment of the platform whose comment id it carries, or a type nobody named. */
function readType(row: Place): string {
	const written = readText(pick(row, ['type', 'interaction_type']));
	if (written !== null && written !== '') {
		const upper = written.toUpperCase();
		return (INTERACTION_TYPES as readonly string[]).includes(upper) ? upper : written;
	}
	return commentKeyOf(row)?.slice(0, -'_id'.length).toUpperCase() ?? 'UNKNOWN';
}

function readCommentId(row: Place): string | null {
	const key = commentKeyOf(row);
	return key === null ? readOtherId(at(row, 'tweet_id')) : readOtherId(at(row, key));
}

function readInteraction(row: Place): Interaction {
	if (!isMap(row.value)) throw malformed(row.path, 'expected an interaction');
	const id = at(row, 'id');
	return {
		id: readWith(idSchema, id.value, id.path),
		type: readType(row),
		text: readText(pick(row, ['text', 'message'])) ?? '',
		sourceUpdatedAt: readInstant(pick(row, ['source_updated_at', 'updated_at']) ?? at(row, 'updated_at')),
		sourceCreatedAt: readInstant(pick(row, ['source_created_at', 'created_at']) ?? at(row, 'created_at')),
		sentiment: readLabel(row),
		tags: readTags(row),
		author: readAuthor(row),
		conversationId: readOtherId(at(row, 'conversation_id')),
		mediaId: readOtherId(at(row, 'media_id')),
		commentId: readCommentId(row),
		permalink: readPermalink(row),
		isClosed: readClosed(row)
	};
}

/**
 * The answer of `community_interactions`: one row per message or comment, see `readPage`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseInteractions({ data: [] }, { limit: 20, offset: 0, isSample: false }).hasNext // false
 */
export function normaliseInteractions(payload: unknown, asked: AskedPage): Page<Interaction> {
	return readPage(payload, asked, readInteraction);
}

/**
 * The answer of a call that changes one interaction: the row as it is now, bare or under `data`.
 * @throws CommunityError `upstream_malformed`
 */
export function normaliseInteraction(place: Place): Interaction {
	return readInteraction(place);
}

const COMMENT_TYPES: Record<Platform, string> = {
	facebook: 'FACEBOOK_COMMENT',
	instagram: 'INSTAGRAM_COMMENT',
	tiktok: 'TIKTOK_COMMENT',
	twitter: 'TWITTER_RETWEET',
	youtube: 'YOUTUBE_COMMENT'
};

/**
 * One comment of a platform's list. Where the host does not name them, its type is the platform's comment and its
 * comment id the id of the row.
 * @throws CommunityError `upstream_malformed`
 */
export function readComment(row: Place, platform: Platform): Comment {
	const interaction = readInteraction(row);
	return {
		...interaction,
		type: interaction.type === 'UNKNOWN' ? COMMENT_TYPES[platform] : interaction.type,
		commentId: interaction.commentId ?? String(interaction.id),
		parentCommentId: readOtherId(at(row, 'parent_comment_id')),
		isFromBrand: readFlag(pick(row, ['is_from_brand']))
	};
}

/**
 * The answer of a platform's comments: one row per comment, see `readPage`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normaliseComments({ data: [{ id: 7 }] }, { limit: 20, offset: 0 }, 'tiktok').rows[0]?.commentId // '7'
 */
export function normaliseComments(
	payload: unknown,
	asked: Omit<AskedPage, 'isSample'>,
	platform: Platform
): Page<Comment> {
	return readPage(payload, { ...asked, isSample: false }, (row) => readComment(row, platform));
}
