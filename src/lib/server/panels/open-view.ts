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
import { scopeOf, type Scope } from './scope';
import { brandsInView, type BrandInView, type View } from './view';

type Link = {
	filters: Filters;
	ignored: IgnoredValue[];
	defaults: FilterDefaults;
	now: number;
	sentimentEverywhere: boolean;
};

/** What a page prints around its panels. */
export type Frame = {
	filters: Filters;
	defaults: FilterDefaults;
	ignored: IgnoredValue[];
	/** Every brand that the token can see; empty when the host did not tell. */
	brands: BrandInView[];
	brandsError: PanelError | null;
	tags: InteractionTag[];
	scope: Scope;
};

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
): Promise<Frame & { view: View }> {
	const self = await settle(client.self(), report);
	const brands = self.ok ? brandsInView(self.value.brands) : [];
	const { filters, ignored } = self.ok ? knownBrands(link, brands) : link;
	const chosen = brands.filter((brand) => filters.brands.length === 0 || filters.brands.includes(brand.id));

	const { timeZone, weekStart } = filters;
	const range = resolveRange(filters.range, { timeZone, weekStart, now: link.now });
	const { scale, coarsened } = chooseScale(filters.scale, range.days);
	const plan = askPlan(range, scale, timeZone, weekStart);
	const buckets = bucketsOf(plan.range, scale, { timeZone: plan.timeZone, weekStart });
	const { now, sentimentEverywhere } = link;
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
	return {
		view,
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
		tags: [],
		scope: scopeOf(view)
	};
}
