import { selectBrands } from '$lib/server/store/queries/self';
import type { Store } from '$lib/server/store/store';
import { accept, refuse, type Outcome } from './refusal';

const MOST_NAMED = 10;

type Kept = { version: number; ids: Promise<ReadonlySet<number>> };

/** The ids of each store's brands as of its version, since every call checks them and they hardly ever change. */
const keptIds = new WeakMap<Store, Kept>();

function visibleIds(store: Store): Promise<ReadonlySet<number>> {
	const version = store.dataVersion();
	const kept = keptIds.get(store);
	if (kept?.version === version) return kept.ids;
	const ids = selectBrands(store).then(({ brands }) => new Set(brands.map(({ id }) => id)));
	keptIds.set(store, { version, ids });
	ids.catch(() => keptIds.delete(store));
	return ids;
}

/** A brand that is not there cannot be told from one that is not shown: both refuse the whole request. */
export async function requireVisibleBrands(
	store: Store,
	brandIds: readonly number[]
): Promise<Outcome<null>> {
	const visible = await visibleIds(store);
	const unseen = brandIds.filter((id) => !visible.has(id));
	if (unseen.length === 0) return accept(null);
	const named = unseen.slice(0, MOST_NAMED).join(', ');
	return refuse({
		status: 403,
		message: `The token cannot see the brand ${named}. GET /api/self lists the brands that it can see.`
	});
}
