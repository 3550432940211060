import { isAnyOf, sql } from '../sql';
import type { Store } from '../store';
import type { Tag } from '../dictionary';

/** The tags of some brands, by name. @throws CommunityError store_unavailable */
export async function selectTags(store: Store, brandIds: readonly number[]): Promise<Tag[]> {
	const rows = await store.rows(
		sql`SELECT id, brand_id AS "brandId", name, color FROM tags
			WHERE ${isAnyOf(sql`brand_id`, [...new Set(brandIds)])} ORDER BY lower(name), id`
	);
	return rows as Tag[];
}
