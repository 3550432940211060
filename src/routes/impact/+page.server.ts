import { allInTime } from '$lib/server/panels/in-time';
import { openCampaign } from '$lib/server/impact/open-campaign';
import { impactPanel } from '$lib/server/impact/impact-panel';
import { startImpact } from '$lib/server/impact/start-impact';
import { drawings } from '$lib/server/panels/shared-drawings';
import { records } from '$lib/server/records/current-records';
import { report } from '$lib/server/report';
import { openPage } from '../frame/open-page';
import { listedCampaigns } from './listed-campaigns';
import type { PageServerLoad } from './$types';

/** How long the report may keep the page waiting, in milliseconds, before it streams after it. */
const PATIENCE = 400;
const LEAST_PATIENCE = 100;
const ALL_PATIENCE = 20_000;

export const load: PageServerLoad = async (event) => {
	const { client, view, frame } = await openPage(event);
	const { filters, brands } = frame;
	const opened = await openCampaign(records, filters.campaign.id, report);
	const known = { isUnknown: opened.isUnknown, error: opened.error };
	const campaigns = listedCampaigns(opened.campaigns, view);
	const shared = { ...frame, campaigns, known };
	if (brands.length === 0) return { ...shared, plan: null, problem: null, panels: null, arrivals: [] };

	const started = startImpact(client, view, opened.campaign, { campaigns: opened.campaigns, brands, report });
	const ignored = [...frame.ignored, ...started.ignored];
	if (!started.ok)
		return { ...shared, ignored, plan: null, problem: started.problem, panels: null, arrivals: [] };

	const pens = event.isDataRequest ? null : drawings();
	const asked = { impact: started.report.then((panel) => impactPanel(panel, { filters, pens })) };
	const left = Math.max(LEAST_PATIENCE, PATIENCE - (Date.now() - event.locals.now));
	const panels = await allInTime(asked, filters.waitForAll ? ALL_PATIENCE : left);
	const { plan: _, days: __, ...plan } = started.plan;
	return {
		...shared,
		ignored,
		plan,
		problem: null,
		panels,
		arrivals: panels.impact.later === undefined ? [] : started.each
	};
};
