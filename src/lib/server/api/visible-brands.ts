import type { Store } from '$lib/server/store/store';
import { accept, refuse, type Outcome } from './refusal';

/** A brand that is not there cannot be told from one that is not shown: both refuse the whole request. */
export function requireVisibleBrands(store: Store, brandIds: readonly number[]): Outcome<null> {
	const visible = new Set(store.dictionary.brands().map(({ id }) => id));
	const unseen = brandIds.filter((id) => !visible.has(id));
	if (unseen.length === 0) return accept(null);
	const named = unseen.slice(0, 10).join(', ');
	return refuse({
		status: 403,
		message: `The token cannot see the brand ${named}. GET /api/self lists the brands that it can see.`
	});
}
