import { savedLink } from '$lib/filters/share-links';
import { isolateText } from '$lib/format/isolate-text';
import type { CommunityClient } from '$lib/community/client';
import { settle, type Panel, type Report } from '$lib/errors/settle';
import type { Frame } from '$lib/server/panels/open-view';
import { askSavedCounts, type SavedCount } from '$lib/server/panels/saved-counts';
import type { Records } from '$lib/server/records/records';
import { listViews } from '$lib/server/records/saved-views';
import { settleRecords } from '$lib/server/records/settle-records';

/** A saved filter of messages as the start page names it, before it is counted. */
export type SavedFilter = { id: string; name: string; link: string };

export type SavedFilters = {
	/** Null where the saved views could not be read. */
	filters: SavedFilter[] | null;
	/** How many saved filters of messages there are in all. */
	total: number;
	counts: Promise<Panel<SavedCount[]>>;
};

const PATH = '/messages';
const MOST = 8;
const LONGEST_NAME = 60;

type Asking = { client: CommunityClient; frame: Frame; now: number; report: Report };

/**
 * The saved filters of messages, with a promise of their counts that never rejects: the names stand in the page at
 * once, however long the host takes to count.
 */
export async function openSavedFilters(
	records: () => Records,
	{ client, frame, now, report }: Asking
): Promise<SavedFilters> {
	const kept = await settleRecords(listViews(records()), report);
	const views = kept.ok ? kept.value.filter(({ path }) => path === PATH) : [];
	const shown = views.slice(0, MOST);
	const { brands, brandsError, sentimentEverywhere, defaults } = frame;
	return {
		filters: kept.ok
			? shown.map(({ id, name }) => ({
					id,
					name: isolateText(name, LONGEST_NAME),
					link: savedLink(PATH, id)
				}))
			: null,
		total: views.length,
		counts: brandsError
			? Promise.resolve({ ok: false, error: brandsError })
			: settle(askSavedCounts(client, shown, { brands, sentimentEverywhere, defaults, now }), report)
	};
}
