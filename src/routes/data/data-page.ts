import { error, type RequestEvent } from '@sveltejs/kit';
import { decodeFilters } from '$lib/filters/decode-filters';
import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { LOCALE } from '$lib/format/numbers';
import { embeddedStore } from '$lib/server/embedded';
import { hostKind } from '$lib/server/host';
import { linkDefaults } from '$lib/server/link-defaults';
import { sourceLine } from '$lib/server/panels/source-line';
import { settings } from '$lib/server/settings';
import type { Store } from '$lib/server/store/store';
import { dataWords } from '$lib/wording/data-words';

/** What every page of the data has around its parts. The filters only go along: they lead back to the other views. */
export type DataFrame = {
	filters: Filters;
	defaults: FilterDefaults;
	/** Who answers and when, for the top bar. */
	source: string;
	now: number;
};

/** What every page of the data begins with: the zone of the link, and who answers. */
export function openDataPage(event: Pick<RequestEvent, 'url' | 'locals'>): DataFrame {
	const host = hostKind();
	const defaults = linkDefaults(settings());
	const { filters } = decodeFilters(event.url.searchParams, { defaults });
	const { now } = event.locals;
	const source = sourceLine({ now, filters, locale: LOCALE }, host, host === 'embedded' && settings().demo);
	return { filters, defaults, source, now };
}

/** The store of the embedded host; on the live host there is none, and nothing to import into. */
export function ownStore(): Promise<Store> {
	if (hostKind() !== 'embedded') error(404, dataWords.upload.notHere);
	return embeddedStore();
}
