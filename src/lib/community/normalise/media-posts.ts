import type { MediaPost, Page } from '../answers';
import { readCount } from './counts';
import { readInstant } from './instant';
import { malformed } from './malformed';
import { readPage, type AskedPage } from './page';
import { readOtherId, readPermalink, readText } from './row-fields';
import { at, isMap, isNothing, pick, type Place } from './shape';

function readPost(row: Place): MediaPost {
	const id = readOtherId(at(row, 'id'));
	if (!isMap(row.value) || id === null) throw malformed(row.path, 'expected a post with an id');
	const comments = at(row, 'interactions');
	return {
		id,
		platform: readText(at(row, 'platform'))?.toLowerCase() ?? null,
		caption: readText(pick(row, ['caption', 'text'])),
		permalink: readPermalink(row),
		publishedAt: readInstant(at(row, 'published_at')),
		comments: isNothing(comments.value) ? null : readCount(comments),
		lastCommentAt: readInstant(at(row, 'last_source_updated_at'))
	};
}

/**
 * The answer of `media`: the posts that comments belong to, see `readPage`.
 * @throws CommunityError `upstream_malformed` with the path of the first problem
 * @example normalisePosts({ data: [{ id: 12 }] }, { limit: 100, offset: 0 }).rows[0]?.id // '12'
 */
export function normalisePosts(payload: unknown, asked: Omit<AskedPage, 'isSample'>): Page<MediaPost> {
	return readPage(payload, { ...asked, isSample: false }, readPost);
}
