import type { BrandTag, InteractionTag } from '$lib/community/answers';
import type { BrandInView } from './view';

/**
 * The tags that a person can choose from. A tag belongs to one brand, so a name that several brands use says whose it
 * is. A chosen tag that the host did not list stays in the list by its number: sending the form again must not drop
 * a filter that nobody took away.
 */
export function choosableTags(
	tags: readonly BrandTag[],
	brands: readonly BrandInView[],
	chosen: readonly number[]
): InteractionTag[] {
	const uses = new Map<string, number>();
	for (const { name } of tags) uses.set(name, (uses.get(name) ?? 0) + 1);
	const nameOf = ({ name, brandId }: BrandTag) => {
		const brand = brands.find(({ id }) => id === brandId);
		return brand !== undefined && (uses.get(name) ?? 0) > 1 ? `${name} (${brand.name})` : name;
	};
	const listed = tags.map((tag) => ({ id: tag.id, name: nameOf(tag), color: tag.color }));
	const unlisted = chosen.filter((id) => !tags.some((tag) => tag.id === id));
	return [...listed, ...unlisted.map((id) => ({ id, name: String(id), color: null }))];
}
