import { askPlan } from '$lib/calendar/ask-plan';
import { bucketsOf } from '$lib/calendar/buckets';
import { resolveRange } from '$lib/calendar/resolve-range';
import { chooseScale } from '$lib/calendar/scale';
import type { InteractionTag } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { PanelError } from '$lib/errors/describe-error';
import { settle, type Report } from '$lib/errors/settle';
import type { FilterDefaults, Filters, IgnoredValue } from '$lib/filters/filters';
import { LOCALE } from '$lib/format/numbers';
import { choosableTags } from './choosable-tags';
import { inTime } from './in-time';
import { scopeOf, type Scope } from './scope';
import { sourceLine } from './source-line';
import { brandsInView, type BrandInView, type View } from './view';

type Link = {
	filters: Filters;
	ignored: IgnoredValue[];
	defaults: FilterDefaults;
	now: number;
	host: 'embedded' | 'upstream';
	isDemo: boolean;
};

/** What a page prints around its panels. */
export type Frame = {
	filters: Filters;
	defaults: FilterDefaults;
	ignored: IgnoredValue[];
	/** Every brand that the token can see; empty when the host did not tell. */
	brands: BrandInView[];
	brandsError: PanelError | null;
	/** The tags that can be chosen: none where the host has no list of them, or did not answer in time. */
	tags: InteractionTag[];
	scope: Scope;
	/** Who answers and when, for the top bar. */
	source: string;
	isDemo: boolean;
	sentimentEverywhere: boolean;
};

/**
 * How long the page waits for the names of tags, in milliseconds: the panels are asked after it. An answer that comes
 * later is in the cache of the live host for the next page.
 */
const PATIENCE = 150;
const ALL_PATIENCE = 20_000;

/** Leave out brands that the token cannot see, with a notice, and write "all of them" as no restriction. */
function knownBrands(link: Link, brands: readonly BrandInView[]): Pick<Link, 'filters' | 'ignored'> {
	const isKnown = (id: number) => brands.some((brand) => brand.id === id);
	const chosen = link.filters.brands.filter(isKnown);
	const unknown = link.filters.brands.filter((id) => !isKnown(id));
	const ignored = unknown.map((id) => ({
		key: 'brand',
		value: String(id),
		reason: 'is no brand that can be seen here'
	}));
	return {
		filters: { ...link.filters, brands: chosen.length === brands.length ? [] : chosen },
		ignored: [...link.ignored, ...ignored]
	};
}

/**
 * Turn a decoded link into the view that the panels share: its brands, its days, its buckets, and what to ask of
 * the host for them. Never throws; when the host does not tell its brands the view has none and says why.
 */
export async function openView(
	client: CommunityClient,
	link: Link,
	report: Report
): Promise<{ view: View; frame: Frame }> {
	const self = await settle(client.self(), report);
	const brands = self.ok ? brandsInView(self.value.brands, link.filters.brands) : [];
	const { filters, ignored } = self.ok ? knownBrands(link, brands) : link;
	const chosen = brands.filter((brand) => filters.brands.length === 0 || filters.brands.includes(brand.id));
	const askedTags = settle(client.tags(chosen.map((brand) => brand.id)), report);

	const { timeZone, weekStart } = filters;
	const range = resolveRange(filters.range, { timeZone, weekStart, now: link.now });
	const { scale, coarsened } = chooseScale(filters.scale, range.days);
	const plan = askPlan(range, scale, timeZone, weekStart);
	const buckets = bucketsOf(plan.range, scale, { timeZone: plan.timeZone, weekStart });
	const { now, host, isDemo } = link;
	const sentimentEverywhere = host === 'embedded';
	const view: View = {
		filters,
		brands: chosen,
		range,
		scale,
		buckets,
		plan,
		sentimentEverywhere,
		now,
		locale: LOCALE
	};
	const tags = await inTime(askedTags, filters.waitForAll ? ALL_PATIENCE : PATIENCE);
	const frame: Frame = {
		filters,
		defaults: link.defaults,
		ignored: coarsened
			? [
					...ignored,
					{ key: 'scale', value: filters.scale ?? '', reason: 'makes too many points for these days' }
				]
			: ignored,
		brands,
		brandsError: self.ok ? null : self.error,
		tags: choosableTags(tags.ready?.ok ? tags.ready.value : [], chosen, filters.tags),
		scope: scopeOf(view),
		source: sourceLine(view, host, isDemo),
		isDemo,
		sentimentEverywhere
	};
	return { view, frame };
}
