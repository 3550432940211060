import type { Tag } from './dictionary';
import type { Store } from './store';
import { invalid } from './window';

/**
 * Make a tag of a brand.
 * @param tag its name and colour, and when it is made, in milliseconds since 1970
 * @throws CommunityError query_invalid when the brand has a tag of this name, store_unavailable
 */
export function makeTag(store: Store, tag: Omit<Tag, 'id'> & { createdAt: number }): Promise<Tag> {
	return store.changeInTime(() => {
		const present = store.dictionary.findTag(tag.brandId, tag.name);
		if (present !== undefined) {
			throw invalid('name', `The brand has this tag already, with the id ${present.id}. Use that one.`);
		}
		return Promise.resolve(store.dictionary.makeTag(tag));
	});
}
