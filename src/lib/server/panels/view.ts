import type { AskPlan } from '$lib/calendar/ask-plan';
import type { Campaign } from '$lib/campaigns/campaign';
import type { Bucket } from '$lib/calendar/buckets';
import type { ResolvedRange } from '$lib/calendar/resolve-range';
import type { Brand } from '$lib/community/answers';
import type { Scale } from '$lib/community/vocabulary';
import type { DaySpan, Filters } from '$lib/filters/filters';

/** How many brands have a colour of their own; the others are drawn together as "Other". */
const BRAND_SLOTS = 8;

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

/** The scales in which statistics count: a day is the shortest, since one viral post moves a whole day. */
export type UnitScale = Exclude<Scale, 'HOUR'>;

/** Everything that the panels of one page share: what was asked, for whom, over which time. */
export type View = {
	filters: Filters;
	/** The brands that the filters choose. */
	brands: BrandInView[];
	/** The days; with complete buckets only they end with the last of them. */
	range: ResolvedRange;
	scale: Scale;
	/** What the charts draw. None where only complete buckets are wanted and none is complete. */
	buckets: Bucket[];
	/** The same time cut into the days, weeks or months that intervals and verdicts count as one observation each. */
	units: Bucket[];
	unitScale: UnitScale;
	plan: AskPlan;
	/** The same question about the days that the view is compared with. */
	compared: Compared | null;
	/** Every campaign and annotation that is kept; `campaignsInView` selects those of the brands and days. */
	campaigns: readonly Campaign[];
	/** Whether the host takes the sentiment filter with every question; else volume and keywords go without it. */
	sentimentEverywhere: boolean;
	/** When the page was asked for, in milliseconds since 1970. */
	now: number;
	locale: string;
};

/** What a view is compared with. */
export type Compared = {
	/** A view like any other, so that it is asked and counted like any other. It is compared with nothing itself. */
	view: View;
	/** The stretch that each bucket of the compared view's owner is compared with; null where there is none. */
	buckets: (Bucket | null)[];
	/** All of its days, also those that have no counterpart yet. */
	days: DaySpan;
	/** Where it is cut so that it is as long as what has passed of the range; null when it is whole. */
	until: number | null;
	/** Both are equally long, so counts can be compared as they are; else only rates can. */
	sameLength: boolean;
};
