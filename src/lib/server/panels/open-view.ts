import type { InteractionTag, Self } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import type { PanelError } from '$lib/errors/describe-error';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import type { FilterDefaults, Filters, IgnoredValue } from '$lib/filters/filters';
import { LOCALE } from '$lib/format/numbers';
import { choosableTags } from './choosable-tags';
import { inTime, patience } from './in-time';
import { makeView } from './make-view';
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
	/** What is kept of campaigns; none unless given. */
	campaigns?: View['campaigns'];
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
 * How long the page waits for the brands and the names of tags together, in milliseconds: the panels are asked after
 * it. A host that took longer to tell the brands gets a moment only, and an answer that comes later is in the cache
 * of the live host for the next page.
 */
const PATIENCE = 150;
const ALL_PATIENCE = 20_000;

/** The most that answers of one page are apart in age, unless the host fails to give newer ones. */
const ONE_AGE = 90_000;

/**
 * About when the host counts what it is asked for this page, to the second: when it told the brands, as long as that
 * is as fresh as the other answers can be. So a page that is asked again while its answers are kept cuts its
 * comparison at the same moment, asks the same questions, and finds their answers kept, too.
 */
function countedAt(self: Panel<Self>, now: number): number {
	const isOfThisPage = self.ok && (self.stale || now - self.asOf <= ONE_AGE);
	return Math.floor((isOfThisPage ? self.asOf : now) / 1000) * 1000;
}

/**
 * Leave out brands that the token cannot see, with a notice, and write "all of them" as no restriction. A pinned link
 * keeps their names: it shall show the same brands when there are more of them.
 */
function knownBrands(link: Link, brands: readonly BrandInView[]): Pick<Link, 'filters' | 'ignored'> {
	const isKnown = (id: number) => brands.some((brand) => brand.id === id);
	const chosen = link.filters.brands.filter(isKnown);
	const unknown = link.filters.brands.filter((id) => !isKnown(id));
	const ignored = unknown.map((id) => ({
		key: 'brand',
		value: String(id),
		reason: 'no brand with this number can be seen here'
	}));
	const isEveryone = chosen.length === brands.length && link.filters.range.kind === 'relative';
	return {
		filters: { ...link.filters, brands: isEveryone ? [] : chosen },
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
	const tagsPatience = patience(PATIENCE);
	const self = await settle(client.self(), report);
	const brands = self.ok ? brandsInView(self.value.brands, link.filters.brands) : [];
	const { filters, ignored } = self.ok ? knownBrands(link, brands) : link;
	const chosen = brands.filter((brand) => filters.brands.length === 0 || filters.brands.includes(brand.id));
	const askedTags = settle(client.tags(chosen.map((brand) => brand.id)), report);

	const { now, host, isDemo, campaigns = [] } = link;
	const sentimentEverywhere = host === 'embedded';
	const shared = { filters, brands: chosen, campaigns, sentimentEverywhere, now, locale: LOCALE };
	const { view, coarsened } = makeView({ ...shared, asOf: countedAt(self, now) });
	const tags = await inTime(askedTags, filters.waitForAll ? ALL_PATIENCE : tagsPatience());
	const frame: Frame = {
		filters,
		defaults: link.defaults,
		ignored: coarsened
			? [
					...ignored,
					{
						key: 'scale',
						value: filters.scale ?? '',
						reason: 'too many points for so many days; take a larger step or fewer days'
					}
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
