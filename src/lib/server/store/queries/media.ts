import type { Post } from '$lib/community/wire';
import { platformOfTypeId } from '../dictionary';
import { allOf, isAnyOf, sql } from '../sql';
import type { Store } from '../store';

type MediaColumns = Omit<Post, 'platform'> & { type_id: number };

/**
 * The posts of a brand that the store has comments of, the one with the newest comment first, with what is known of
 * them; all of them unless some are named.
 * @throws CommunityError store_unavailable
 */
export async function selectMedia(
	store: Store,
	brandId: number,
	mediaIds?: readonly (string | number)[]
): Promise<Post[]> {
	const conditions = [sql`brand_id = ${brandId}`, sql`media_id <> ''`, sql`NOT from_brand`];
	if (mediaIds) conditions.push(isAnyOf(sql`media_id`, mediaIds.map(String)));
	const rows = await store.rows(
		sql`WITH commented AS (
				SELECT media_id, min(type_id) AS type_id, count(*)::DOUBLE AS count, max(updated_at)::DOUBLE AS latest
				FROM interactions WHERE ${allOf(conditions)} GROUP BY media_id
			)
			SELECT media_id AS "mediaId", type_id, count, latest, nullif(caption, '') AS caption,
				nullif(permalink, '') AS permalink, nullif(published_at, 0)::DOUBLE AS "publishedAt"
			FROM commented
			LEFT JOIN (SELECT * FROM media WHERE brand_id = ${brandId}) posts USING (media_id)
			ORDER BY latest DESC, media_id`
	);
	return (rows as MediaColumns[]).map(({ type_id: typeId, ...post }) => ({
		...post,
		platform: platformOfTypeId(typeId)
	}));
}
