import type { AskPlan } from '$lib/calendar/ask-plan';
import type { Bucket } from '$lib/calendar/buckets';
import type { ResolvedRange } from '$lib/calendar/resolve-range';
import type { Brand } from '$lib/community/answers';
import type { Scale } from '$lib/community/vocabulary';
import type { Filters } from '$lib/filters/filters';

/** How many brands have a colour of their own; the others are drawn together as "Other". */
export const BRAND_SLOTS = 8;

/** A brand with the colour and symbol that it keeps for good: 1 to 8, or null where it is drawn as "Other". */
export type BrandInView = { id: number; name: string; organization: string | null; slot: number | null };

/**
 * Give every brand its slot, by its place among all brands that the token can see and never by its place in a
 * choice of them, so that no filter changes a colour. With more than eight brands slots are shared: of chosen brands
 * that share one the first has it, and the others are drawn together as "Other".
 * @param chosen ids of the brands on the page; empty means all of them
 */
export function brandsInView(brands: readonly Brand[], chosen: readonly number[]): BrandInView[] {
	const taken = new Set<number>();
	return brands.map(({ id, name, organization }, index) => {
		const slot = (index % BRAND_SLOTS) + 1;
		const isDrawn = chosen.length === 0 || chosen.includes(id);
		if (isDrawn && taken.has(slot)) return { id, name, organization, slot: null };
		if (isDrawn) taken.add(slot);
		return { id, name, organization, slot };
	});
}

/** Everything that the panels of one page share: what was asked, for whom, over which time. */
export type View = {
	filters: Filters;
	/** The brands that the filters choose. */
	brands: BrandInView[];
	range: ResolvedRange;
	scale: Scale;
	buckets: Bucket[];
	plan: AskPlan;
	/** Whether the host takes the sentiment filter with every question; else volume and keywords go without it. */
	sentimentEverywhere: boolean;
	/** When the page was asked for, in milliseconds since 1970. */
	now: number;
	locale: string;
};
