import { allInTime } from '$lib/server/panels/in-time';
import { askOverview } from '$lib/server/panels/overview';
import { report } from '$lib/server/report';
import { openPage } from './frame/open-page';
import type { PageServerLoad } from './$types';

/** How long a panel may keep the page waiting, in milliseconds, before it streams after it. */
const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

export const load: PageServerLoad = async (event) => {
	const { client, view, frame } = await openPage(event);
	const asked = askOverview(client, view, { report, withDrawings: !event.isDataRequest });
	const panels = await allInTime(asked, frame.filters.waitForAll ? ALL_PATIENCE : PATIENCE);
	return { ...frame, panels };
};
