import type { Campaign } from '$lib/campaigns/campaign';
import type { Filters, IgnoredValue } from '$lib/filters/filters';
import type { BrandInView } from '$lib/server/panels/view';
import { isShared, newsAbout, type LookedAt } from './news';
import type { ImpactReport } from './report';

/** What decides which brands are looked at, and beside which others. */
export type BrandChoice = {
	filters: Filters;
	/** The campaign that the link names; null for none, and for days that the link names itself. */
	campaign: Campaign | null;
	/** Every campaign and annotation that is known. */
	campaigns: readonly Campaign[];
	/** Every brand that can be seen. */
	brands: readonly BrandInView[];
};

/** The brands under test: those of the link, else those of the campaign, else all. */
export function brandsUnderTest({ filters, campaign, brands }: BrandChoice): BrandInView[] {
	const asked = filters.brands.length > 0 ? filters.brands : (campaign?.brandIds ?? []);
	return asked.length === 0 ? [...brands] : brands.filter(({ id }) => asked.includes(id));
}

type Controls = { controls: BrandInView[]; isDefault: boolean; ignored: IgnoredValue[] };

/** The comparison brands: those of the link, else those of the campaign; never a brand under test. */
export function comparisonBrands(
	{ filters, campaign, brands }: BrandChoice,
	underTest: readonly BrandInView[]
): Controls {
	const asked = filters.campaign.controls;
	const isDefault = asked !== 'none' && asked.length === 0;
	const ids = asked === 'none' ? [] : isDefault ? (campaign?.comparisonIds ?? []) : asked;
	const isTested = (id: number) => underTest.some((brand) => brand.id === id);
	const reasonAgainst = (id: number) => {
		if (isTested(id)) return 'this brand is under test, and none is compared with itself';
		return brands.some((brand) => brand.id === id) ? null : 'no brand with this number can be seen here';
	};
	const ignored = ids.flatMap((id) => {
		const reason = isDefault ? null : reasonAgainst(id);
		return reason === null ? [] : [{ key: 'control', value: String(id), reason }];
	});
	const controls = brands.filter(({ id }) => ids.includes(id) && !isTested(id));
	return { controls, isDefault, ignored };
}

export const idsOf = (brands: readonly BrandInView[]) => brands.map(({ id }) => id);

/** The brands that are not compared with, and why: they would not do for it, or the campaign just does not name them. */
export function leftOutOf(
	{ brands, campaigns }: BrandChoice,
	chosen: { brands: BrandInView[]; controls: BrandInView[] },
	when: LookedAt
): ImpactReport['leftOut'] {
	const industries = new Set(chosen.brands.map(({ organization }) => organization));
	const taken = idsOf([...chosen.brands, ...chosen.controls]);
	return brands
		.filter(({ id }) => !taken.includes(id))
		.flatMap((brand): ImpactReport['leftOut'] => {
			if (!industries.has(brand.organization)) return [{ brand, reason: 'other-industry' }];
			const news = newsAbout(campaigns, [brand.id], when);
			const own = news.filter((one) => !isShared(one, idsOf(chosen.brands)));
			return [{ brand, reason: own.length > 0 ? 'control-news' : 'unnamed' }];
		});
}
