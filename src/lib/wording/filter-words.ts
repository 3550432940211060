import type { InteractionType, Platform, TypeGroup } from '$lib/community/vocabulary';
import type { Filters } from '$lib/filters/filters';
import { wording } from './wording';

/** How the things that filters name by an id are called, and other people's words made safe to stand in a line. */
export type FilterNames = {
	brand: (id: number) => string;
	tag: (id: number) => string;
	type: (type: InteractionType) => string;
	platform: (platform: Platform) => string;
	text: (words: string) => string;
};

const words = {
	brands: (names: string) => `Brands: ${names}`,
	types: (names: string) => `Types: ${names}`,
	platforms: (names: string) => `Platforms: ${names}`,
	sentiments: (names: string) => `Sentiment: ${names}`,
	mentions: (query: string) => `Mentions: ${query}`,
	tags: (names: string) => `Tags: ${names}`,
	status: (name: string) => `Status: ${name}`,
	completeOnly: 'Complete periods only',
	omitted: (names: string) => `Without the keywords ${names}`
};

const isGroup = (type: InteractionType | TypeGroup): type is TypeGroup => type in wording.filters.typeGroups;

/** Several names in one phrase: brands stand beside each other and tags must all be there, of the others any counts. */
const or = (names: readonly string[]) => names.join(' or ');
const and = (names: readonly string[]) => names.join(' and ');
const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`);

/**
 * What the filters leave of the data, one phrase for each filter that is set; the brands are always named. Days,
 * zone and formula are not filters and stand elsewhere.
 * @example filtersInWords(filters, names).join(' · ') // 'Brands: Fennick and Ovelle · Sentiment: negative'
 */
export function filtersInWords(filters: Filters, names: FilterNames): string[] {
	const { brands, types, platforms, sentiments, tags, query, closed } = filters;
	const typeName = (type: InteractionType | TypeGroup) =>
		isGroup(type) ? wording.filters.typeGroups[type] : names.type(type);
	const mentions = query
		.split(',')
		.map((word) => names.text(word))
		.filter((word) => word !== '');
	const phrases: [boolean, string][] = [
		[true, brands.length === 0 ? wording.filters.allBrands : words.brands(and(brands.map(names.brand)))],
		[types.length > 0, words.types(or(types.map(typeName)))],
		[platforms.length > 0, words.platforms(or(platforms.map(names.platform)))],
		[sentiments.length > 0, words.sentiments(or(sentiments))],
		[mentions.length > 0, words.mentions(or(quoted(mentions)))],
		[tags.length > 0, words.tags(and(tags.map(names.tag)))],
		[closed !== null, words.status(wording.filters.statuses[closed ? 'closed' : 'open'].toLowerCase())],
		[filters.completeOnly, words.completeOnly],
		[filters.omitted.length > 0, words.omitted(and(quoted(filters.omitted.map(names.text))))]
	];
	return phrases.flatMap(([isSet, phrase]) => (isSet ? [phrase] : []));
}
