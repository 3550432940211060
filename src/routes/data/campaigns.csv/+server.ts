import { choosableBrands } from '../campaigns/campaigns-page';
import { writeCampaigns } from '$lib/server/campaigns/write-campaigns';
import { records } from '$lib/server/records/current-records';
import type { RequestHandler } from './$types';

/** All campaigns and annotations as CSV, as the import takes them. */
export const GET: RequestHandler = async (event) => {
	const [{ campaigns }, brands] = await Promise.all([records().read(), choosableBrands(event)]);
	return new Response(writeCampaigns(campaigns, brands), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="campaigns.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
