import type { KeptCampaign } from '$lib/campaigns/campaign';
import { BYTE_ORDER_MARK, csvLine } from '../export/csv';
import { writeBrands, type NamedBrand } from './brand-names';
import { CAMPAIGN_COLUMNS, type CampaignColumn } from '$lib/campaigns/campaign-columns';

function cellsOf(campaign: KeptCampaign, brands: readonly NamedBrand[]): Record<CampaignColumn, string> {
	const { name, start, end, hypothesis, link, kind, metric, colour, expected } = campaign;
	return {
		...{ name, start, end, hypothesis, kind, metric, colour },
		link: link ?? '',
		expected: expected === null ? '' : String(expected),
		brands: writeBrands(campaign.brandIds, brands),
		comparison: writeBrands(campaign.comparisonIds, brands)
	};
}

/** Campaigns as CSV, as `readCampaigns` reads them: taken again, the file changes nothing. */
export function writeCampaigns(campaigns: readonly KeptCampaign[], brands: readonly NamedBrand[]): string {
	const lines = campaigns.map((campaign) => {
		const cells = cellsOf(campaign, brands);
		return csvLine(CAMPAIGN_COLUMNS.map((column) => cells[column]));
	});
	return BYTE_ORDER_MARK + csvLine(CAMPAIGN_COLUMNS) + lines.join('');
}
