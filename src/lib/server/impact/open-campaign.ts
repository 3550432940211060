import type { Campaign } from '$lib/campaigns/campaign';
import type { PanelError } from '$lib/errors/describe-error';
import type { Report } from '$lib/errors/settle';
import { listCampaigns } from '$lib/server/records/campaigns';
import type { Records } from '$lib/server/records/records';
import { settleRecords } from '$lib/server/records/settle-records';

/**
 * Every campaign and annotation, and the campaign that a link names. `isUnknown` is true where the link names one
 * that is not there; with an `error` nobody can tell.
 */
export type OpenedCampaign = {
	campaigns: Campaign[];
	campaign: Campaign | null;
	isUnknown: boolean;
	error: PanelError | null;
};

/** Look up the campaign that a link names. Records that cannot be read take nothing else of the page away. */
export async function openCampaign(
	records: () => Records,
	id: string | null,
	report: Report
): Promise<OpenedCampaign> {
	const listed = await settleRecords(listCampaigns(records()), report);
	if (!listed.ok) return { campaigns: [], campaign: null, isUnknown: false, error: listed.error };
	const campaigns = listed.value;
	const campaign = campaigns.find((candidate) => candidate.id === id) ?? null;
	return { campaigns, campaign, isUnknown: id !== null && campaign === null, error: null };
}
