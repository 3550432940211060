import { concerns, isPoint, type Campaign } from '$lib/campaigns/campaign';
import type { Band } from '$lib/charts/chart-data';
import { formatDay, formatDayRange } from '$lib/format/dates';
import { campaignWords } from '$lib/wording/campaign-words';
import type { BrandInView, View } from './view';

/** Names of brands that are said before the others are only counted. */
const SHOWN_BRANDS = 3;

function brandsText({ brandIds }: Campaign, brands: readonly BrandInView[]): string {
	if (brandIds.length === 0) return campaignWords.charts.allBrands;
	const names = namedBrands({ brandIds }, brands).map(({ name }) => name);
	return campaignWords.charts.brands(names.join(', '), brandIds.length - names.length);
}

/** Those of its brands that are said by name. */
const namedBrands = ({ brandIds }: Pick<Campaign, 'brandIds'>, brands: readonly BrandInView[]) =>
	brands.filter(({ id }) => brandIds.includes(id)).slice(0, SHOWN_BRANDS);

/** A campaign with its brands and days, as a list says it: "Slow Mornings (Fennick), 2 – 15 Nov 2026". */
export function campaignTitle(
	campaign: Campaign,
	{ brands, locale }: Pick<View, 'brands' | 'locale'>
): string {
	const { name, start, end } = campaign;
	const days = start === end ? formatDay(start, locale) : formatDayRange(start, end, locale);
	return campaignWords.charts.named(name, brandsText(campaign, brands), days);
}

/** The campaigns of a view's brands that share a day with it, in order of their start. */
export function campaignsInView({ campaigns, brands, range }: View): Campaign[] {
	const ids = brands.map(({ id }) => id);
	return campaigns
		.filter((campaign) => campaign.start <= range.to && campaign.end >= range.from && concerns(campaign, ids))
		.sort((one, other) => one.start.localeCompare(other.start) || one.name.localeCompare(other.name, 'en'));
}

/** The keys of the lines that a campaign is about; undefined where the lines are no brands, or it is about all. */
function linesOf({ brandIds }: Campaign, { brands }: View, isByBrand: boolean): string[] | undefined {
	if (!isByBrand || brandIds.length === 0) return undefined;
	const keys = brands
		.filter(({ id }) => brandIds.includes(id))
		.map(({ id, slot }) => (slot === null ? 'other' : String(id)));
	return [...new Set(keys)];
}

/**
 * The campaigns of a view over the buckets of its charts. One that began before the view, or ends after it, is cut.
 * @param isByBrand whether the lines of the chart are brands
 */
export function campaignBands(view: View, isByBrand = false): Band[] {
	return campaignsInView(view).flatMap((campaign) => {
		const from = view.buckets.findIndex((bucket) => bucket.to >= campaign.start);
		const to = view.buckets.findLastIndex((bucket) => bucket.from <= campaign.end);
		if (from === -1 || to === -1 || to < from) return [];
		const series = linesOf(campaign, view, isByBrand);
		const slots = namedBrands(campaign, view.brands).map(({ slot }) => slot);
		return [
			{
				...{ from, to, name: campaign.name, title: campaignTitle(campaign, view) },
				...(isPoint(campaign) && from === to && { isPoint: true }),
				...(campaign.colour !== 'ink' && { colour: campaign.colour }),
				...(slots.length > 0 && { slots }),
				...(series && { series }),
				...(campaign.kind === 'campaign' && { campaign: campaign.id })
			}
		];
	});
}

/** The same as a part of a chart's data; absent where there is none, so that the plot keeps its height. */
export function withCampaigns(view: View, isByBrand = false): { bands?: Band[] } {
	const bands = campaignBands(view, isByBrand);
	return bands.length === 0 ? {} : { bands };
}
