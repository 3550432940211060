import {
	INTERACTION_TYPES,
	PLATFORMS,
	SENTIMENTS,
	TYPE_GROUPS,
	type InteractionType,
	type TypeGroup
} from '$lib/community/vocabulary';

/** Every name that `type` takes: the groups, then the types. */
export const TYPE_NAMES: readonly (InteractionType | TypeGroup)[] = [...TYPE_GROUPS, ...INTERACTION_TYPES];

/** Numbers without repeats, ascending: the order of brands and tags has no meaning. */
function inNumberOrder(values: readonly number[]): number[] {
	return [...new Set(values)].sort((one, other) => one - other);
}

/** Texts without repeats, by code unit, so that the order does not depend on a locale. */
function inTextOrder(values: readonly string[]): string[] {
	return [...new Set(values)].sort();
}

/** Names without repeats, in the order in which the vocabulary lists them. */
function inOrderOf<T extends string>(vocabulary: readonly T[], values: readonly T[]): T[] {
	return vocabulary.filter((name) => values.includes(name));
}

/** The list fields of Filters, each with its canonical order; decoding and encoding share it. */
export const CANONICAL = {
	brands: inNumberOrder,
	tags: inNumberOrder,
	controls: inNumberOrder,
	hidden: inTextOrder,
	omitted: inTextOrder,
	types: (values: readonly (InteractionType | TypeGroup)[]) => inOrderOf(TYPE_NAMES, values),
	platforms: (values: readonly (typeof PLATFORMS)[number][]) => inOrderOf(PLATFORMS, values),
	sentiments: (values: readonly (typeof SENTIMENTS)[number][]) => inOrderOf(SENTIMENTS, values)
};
