import { platformOfTypeId } from '../dictionary';
import { sql } from '../sql';
import type { Store } from '../store';

/** A post that comments belong to; `latest` is its newest comment, in milliseconds since 1970. */
export type Media = { mediaId: string; platform: string; count: number; latest: number };

/** The posts of a brand that the store knows, the one with the newest comment first. @throws CommunityError */
export async function selectMedia(store: Store, brandId: number): Promise<Media[]> {
	const rows = await store.rows(
		sql`SELECT media_id AS "mediaId", min(type_id) AS type_id, count(*)::DOUBLE AS count,
				max(updated_at)::DOUBLE AS latest
			FROM interactions WHERE brand_id = ${brandId} AND media_id <> '' AND NOT from_brand
			GROUP BY media_id ORDER BY latest DESC, media_id`
	);
	return (rows as (Omit<Media, 'platform'> & { type_id: number })[]).map(({ type_id: typeId, ...media }) => ({
		...media,
		platform: platformOfTypeId(typeId)
	}));
}
