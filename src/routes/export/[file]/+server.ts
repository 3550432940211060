import { answerExport, readFileName, unknownFile } from '$lib/server/export/answer-export';
import { answerImpact } from '$lib/server/export/impact-export';
import { openCampaign } from '$lib/server/impact/open-campaign';
import { records } from '$lib/server/records/current-records';
import { report } from '$lib/server/report';
import { openLink } from '../../frame/open-page';
import type { RequestHandler } from './$types';

/** The data of a panel, or the report of a campaign, as a file, by the query of the page that shows it. */
export const GET: RequestHandler = async (event) => {
	const file = readFileName(event.params.file);
	if (file === null) return unknownFile();
	const page = { ...(await openLink(event)), origin: event.url.origin, report };
	const { name, format } = file;
	if (name !== 'impact') return answerExport({ name, format }, page);
	const opened = await openCampaign(records, page.view.filters.campaign.id, report);
	return answerImpact(format, { ...page, opened });
};
