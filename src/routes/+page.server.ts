import { allInTime, inTime } from '$lib/server/panels/in-time';
import { startOverview, type Arrivals, type OverviewPanels } from '$lib/server/panels/overview';
import { records } from '$lib/server/records/current-records';
import { report } from '$lib/server/report';
import { openPage } from './frame/open-page';
import { openSavedFilters } from './overview/saved-filters';
import type { PageServerLoad } from './$types';

/**
 * How long a panel may keep the page waiting, in milliseconds, before it streams after it. The time counts from the
 * beginning of the request: a host that was slow to tell its brands will not be quick with their numbers.
 */
const PATIENCE = 400;
const LEAST_PATIENCE = 100;
const ALL_PATIENCE = 20_000;

export const load: PageServerLoad = async (event) => {
	const { client, view, frame } = await openPage(event);
	const asked = startOverview(client, view, {
		report,
		withDrawings: !event.isDataRequest,
		brands: frame.brands
	});
	const { counts, ...saved } = await openSavedFilters(records, {
		client,
		frame,
		now: event.locals.now,
		report
	});
	const left = Math.max(LEAST_PATIENCE, PATIENCE - (Date.now() - event.locals.now));
	const patience = frame.filters.waitForAll ? ALL_PATIENCE : left;
	const [panels, counted] = await Promise.all([allInTime(asked.panels, patience), inTime(counts, patience)]);
	const isLate = (name: string) => panels[name as keyof OverviewPanels].later !== undefined;
	const late = Object.entries(asked.arrivals).map(([name, each]) => [name, isLate(name) ? each : []]);
	return {
		...frame,
		saved: { ...saved, counts: counted },
		panels,
		arrivals: Object.fromEntries(late) as Arrivals
	};
};
