import type { Brand, Self } from '$lib/community/answers';
import { sql } from '../sql';
import type { Store } from '../store';

/** All brands of the store, in order of their ids. @throws CommunityError store_unavailable */
export async function selectBrands(store: Store): Promise<Self> {
	const rows = await store.rows(sql`SELECT id, slug, name, organization FROM brands ORDER BY id`);
	return { brands: rows as Brand[] };
}
