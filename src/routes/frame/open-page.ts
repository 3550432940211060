import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
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

/**
 * What every view begins with: read the link, find its brands and days. A link in the long form that a form without
 * scripts sends, or one that names every brand, is redirected to its short form first.
 */
export async function openPage(event: ServerLoadEvent): Promise<OpenPage> {
	const { timeZone, demo } = settings();
	const host = hostKind();
	const defaults = { timeZone };
	const params = event.url.searchParams;
	const { filters, ignored } = decodeFilters(params, { defaults });
	const client = communityClient(event);
	const link = {
		filters,
		ignored,
		defaults,
		host,
		now: event.locals.now,
		isDemo: host === 'embedded' && demo
	};
	const { view, frame } = await openView(client, link, report);
	const namesAllBrands = filters.brands.length > 0 && frame.filters.brands.length === 0;
	if (frame.ignored.length === 0 && (namesAllBrands || hasEmptyValues(params))) {
		redirect(303, href(event.url.pathname, frame.filters, {}, { defaults }));
	}
	return { client, view, frame };
}
