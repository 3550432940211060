import { redirect } from '@sveltejs/kit';
import { decodeFilters } from '$lib/filters/decode-filters';
import { hasEmptyValues } from '$lib/filters/empty-values';
import { href } from '$lib/filters/href';
import { communityClient, hostKind } from '$lib/server/host';
import { inTime } from '$lib/server/panels/in-time';
import { askOverview } from '$lib/server/panels/overview';
import { sourceLine } from '$lib/server/panels/source-line';
import { openView } from '$lib/server/panels/open-view';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';
import type { PageServerLoad } from './$types';

/** How long a panel may keep the page waiting before it streams after it. */
const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

export const load: PageServerLoad = async (event) => {
	const { now } = event.locals;
	const defaults = { timeZone: settings().timeZone };
	const { filters, ignored } = decodeFilters(event.url.searchParams, { defaults });
	const client = communityClient(event);
	const sentimentEverywhere = hostKind() === 'embedded';
	const link = { filters, ignored, defaults, now, sentimentEverywhere };
	const { view, ...frame } = await openView(client, link, report);
	const namesAllBrands = filters.brands.length > 0 && frame.filters.brands.length === 0;
	if (frame.ignored.length === 0 && (namesAllBrands || hasEmptyValues(event.url.searchParams))) {
		redirect(303, href(event.url.pathname, frame.filters, {}, { defaults }));
	}
	const asked = askOverview(client, view, { report, withDrawings: !event.isDataRequest });
	const patience = filters.waitForAll ? ALL_PATIENCE : PATIENCE;
	const [keyNumbers, trend, split, volume, keywords] = await Promise.all([
		inTime(asked.keyNumbers, patience),
		inTime(asked.trend, patience),
		inTime(asked.split, patience),
		inTime(asked.volume, patience),
		inTime(asked.keywords, patience)
	]);
	const isDemo = sentimentEverywhere && settings().demo;
	return {
		...frame,
		isDemo,
		source: sourceLine(view, hostKind(), isDemo),
		panels: { keyNumbers, trend, split, volume, keywords }
	};
};
