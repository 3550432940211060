import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { CommunityClient } from '$lib/community/client';
import { decodeFilters } from '$lib/filters/decode-filters';
import { hasEmptyValues } from '$lib/filters/empty-values';
import { href } from '$lib/filters/href';
import { communityClient, hostKind } from '$lib/server/host';
import { linkDefaults } from '$lib/server/link-defaults';
import { openView, type Frame } from '$lib/server/panels/open-view';
import type { View } from '$lib/server/panels/view';
import { listCampaigns } from '$lib/server/records/campaigns';
import { records } from '$lib/server/records/current-records';
import { openSaved, type OpenedLink } from '$lib/server/records/open-saved';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';

/** `savedView` is the saved view that the link names, for the list of views and for the links that people copy. */
export type OpenPage = {
	client: CommunityClient;
	view: View;
	frame: Frame & { savedView: OpenedLink['saved'] };
};

/** What of a request is needed to read its link and to ask on its behalf; loads and endpoints have it. */
type Opening = Pick<RequestEvent, 'fetch' | 'locals' | 'url'>;

/** Read the link of a request, and find its brands and days. */
export async function openLink(event: Opening): Promise<OpenPage> {
	const host = hostKind();
	const defaults = linkDefaults(settings());
	const opened = await openSaved(event.url.searchParams, records, report);
	const { filters, ignored } = decodeFilters(opened.params, { defaults });
	const client = communityClient(event);
	const campaigns = await settleRecords(listCampaigns(records()), report);
	const link = {
		// Every link of the page says the whole question: it holds whatever becomes of the saved view.
		filters: { ...filters, saved: null },
		ignored: [...opened.ignored, ...ignored],
		defaults,
		host,
		// Charts without their campaigns are better than none.
		campaigns: campaigns.ok ? campaigns.value : [],
		now: event.locals.now,
		isDemo: host === 'embedded' && settings().demo
	};
	const { view, frame } = await openView(client, link, report);
	return { client, view, frame: { ...frame, savedView: opened.saved } };
}

/**
 * What every view begins with: read the link, find its brands and days. A link in the long form that a form without
 * scripts sends, or one that names every brand, is redirected to its short form first.
 */
export async function openPage(event: Opening): Promise<OpenPage> {
	const page = await openLink(event);
	const { filters, ignored, defaults } = page.frame;
	const params = event.url.searchParams;
	const namesAllBrands = params.has('brand') && filters.brands.length === 0;
	if (ignored.length === 0 && (namesAllBrands || hasEmptyValues(params))) {
		redirect(303, href(event.url.pathname, filters, {}, { defaults }));
	}
	return page;
}
