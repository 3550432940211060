import { selectBrands } from '$lib/server/store/queries/self';
import { isAnyOf, sql } from '$lib/server/store/sql';
import type { Store } from '$lib/server/store/store';
import { DEMO_BRANDS } from './brands';
import { addDays, dayOf, startOfDay } from './days';
import type { DemoPlan } from './plan';
import { demoPosts, type DemoPost } from './posts';

/** The first comments stand under posts that are older than the first day. */
const DAYS_BEFORE = 90;

type PlacedPost = DemoPost & { brandId: number };

/** The first day whose posts are not in the store yet. */
async function firstMissingDay(store: Store, plan: DemoPlan, brandIds: readonly number[]): Promise<string> {
	const [newest] = await store.columns(
		sql`SELECT max(published_at)::DOUBLE FROM media WHERE ${isAnyOf(sql`brand_id`, brandIds)}`
	);
	const at = newest?.[0] as number | null | undefined;
	return typeof at === 'number' ? addDays(dayOf(at), 1) : addDays(plan.firstDay, -DAYS_BEFORE);
}

function appendPosts(store: Store, posts: readonly PlacedPost[]): Promise<void> {
	return store.change((connection) =>
		connection.append('media', null, [
			{ kind: 'integer', values: Int32Array.from(posts, ({ brandId }) => brandId) },
			{ kind: 'varchar', values: posts.map(({ id }) => id) },
			{ kind: 'varchar', values: posts.map(({ caption }) => caption) },
			{ kind: 'varchar', values: posts.map(({ permalink }) => permalink) },
			{ kind: 'bigint', values: BigInt64Array.from(posts, ({ day }) => BigInt(startOfDay(day))) }
		])
	);
}

/**
 * Keep the posts of the demo's brands up to `now`, those that are missing: a store of an older demo gets all of them.
 * @param now milliseconds since 1970
 * @throws CommunityError store_unavailable
 */
export async function writeDemoPosts(store: Store, plan: DemoPlan, now: number): Promise<void> {
	const { brands } = await selectBrands(store);
	const own = brands.filter(({ name }) => DEMO_BRANDS.some((brand) => brand.name === name));
	if (own.length === 0) return;
	const from = await firstMissingDay(
		store,
		plan,
		own.map(({ id }) => id)
	);
	const to = dayOf(now);
	if (from > to) return;
	const posts = own.flatMap(({ id, name }) =>
		demoPosts(name, from, to).map((post) => ({ ...post, brandId: id }))
	);
	if (posts.length > 0) await appendPosts(store, posts);
}
