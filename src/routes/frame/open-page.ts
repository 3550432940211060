import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { CommunityClient } from '$lib/community/client';
import { decodeFilters } from '$lib/filters/decode-filters';
import { hasEmptyValues } from '$lib/filters/empty-values';
import { href } from '$lib/filters/href';
import { communityClient, hostKind } from '$lib/server/host';
import { openView, type Frame } from '$lib/server/panels/open-view';
import type { View } from '$lib/server/panels/view';
import { report } from '$lib/server/report';
import { settings } from '$lib/server/settings';

export type OpenPage = { client: CommunityClient; view: View; frame: Frame };

/** What of a request is needed to read its link and to ask on its behalf; loads and endpoints have it. */
type Opening = Pick<RequestEvent, 'fetch' | 'locals' | 'url'>;

/** Read the link of a request, and find its brands and days. */
export async function openLink(event: Opening): Promise<OpenPage> {
	const { timeZone, demo } = settings();
	const host = hostKind();
	const defaults = { timeZone };
	const { filters, ignored } = decodeFilters(event.url.searchParams, { defaults });
	const client = communityClient(event);
	const link = {
		filters,
		ignored,
		defaults,
		host,
		now: event.locals.now,
		isDemo: host === 'embedded' && demo
	};
	return { client, ...(await openView(client, link, report)) };
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
