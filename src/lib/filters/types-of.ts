import {
	INTERACTION_TYPES,
	platformOfType,
	TYPE_GROUPS,
	TYPES_BY_GROUP,
	type InteractionType,
	type TypeGroup
} from '$lib/community/vocabulary';
import type { Filters } from './filters';

/**
 * The interaction types that the filters leave: groups expanded, then those of the chosen platforms, since the
 * Community API has no platform filter. Null means no restriction; an empty list means that nothing can match, so
 * nothing is asked and zero is shown. Types without a platform (`COMMUNITY_INTERACTION`) match no platform.
 * @example typesOf({ ...filters, types: ['ads'], platforms: ['facebook'] }) // ['FACEBOOK_ADS_COMMENT']
 */
export function typesOf(filters: Pick<Filters, 'types' | 'platforms'>): InteractionType[] | null {
	const { types, platforms } = filters;
	if (types.length === 0 && platforms.length === 0) return null;
	const wanted = new Set(types.length === 0 ? INTERACTION_TYPES : types.flatMap(expand));
	return INTERACTION_TYPES.filter((type) => {
		const platform = platformOfType(type);
		return (
			wanted.has(type) && (platforms.length === 0 || (platform !== 'other' && platforms.includes(platform)))
		);
	});
}

function expand(name: InteractionType | TypeGroup): readonly InteractionType[] {
	const group = TYPE_GROUPS.find((candidate) => candidate === name);
	return group ? TYPES_BY_GROUP[group] : [name as InteractionType];
}
