import { settle, type Panel } from '$lib/errors/settle';
import { campaignViews } from '$lib/server/impact/campaign-views';
import { askMovers } from '$lib/server/panels/ask-movers';
import { inTime, type InTime } from '$lib/server/panels/in-time';
import { openCampaign } from '$lib/server/impact/open-campaign';
import { impactPanel, type ImpactPanel } from '$lib/server/impact/impact-panel';
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
	const nothing = { plan: null, panels: null, movers: null, arrivals: [] };
	if (brands.length === 0) return { ...shared, ...nothing, problem: null };

	const started = startImpact(client, view, opened.campaign, { campaigns: opened.campaigns, brands, report });
	const ignored = [...frame.ignored, ...started.ignored];
	if (!started.ok) return { ...shared, ignored, ...nothing, problem: started.problem };

	// Words stand last on the page: they are asked for when all other answers are there, and keep no page waiting.
	const views = campaignViews(view, started.plan);
	const words =
		views &&
		settle(
			started.answered.then(() => askMovers(client, views)),
			report
		);

	const pens = event.isDataRequest ? null : drawings();
	const left = Math.max(LEAST_PATIENCE, PATIENCE - (Date.now() - event.locals.now));
	const { ready, later } = await inTime(started.report, filters.waitForAll ? ALL_PATIENCE : left);
	const impact: InTime<Panel<ImpactPanel>> = ready
		? { ready: await impactPanel(ready, { filters, pens }) }
		: { later: later.then((panel) => impactPanel(panel, { filters, pens: null })) };
	const { plan: _, days: __, newsDays: ___, ...plan } = started.plan;
	return {
		...shared,
		ignored,
		plan,
		problem: null,
		panels: { impact },
		movers: words && {
			panel: await inTime(words, filters.waitForAll ? ALL_PATIENCE : 0),
			spans: { a: views.a.range, b: views.b.range }
		},
		arrivals: ready ? [] : started.each
	};
};
