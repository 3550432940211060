import type { IgnoredValue } from '$lib/filters/filters';
import { savedIdOf, saysMore, withSavedQuery } from '$lib/filters/saved-query';
import type { Report } from '$lib/errors/settle';
import { linkWords } from '$lib/wording/link-words';
import type { Records } from './records';
import { findView } from './saved-views';
import { settleRecords } from './settle-records';

type Params = Parameters<typeof savedIdOf>[0];

/**
 * A link with the saved view that it names filled in. `saved` is null where it names none that can be opened, and
 * where the link says more than the view: then the view's own link would not show what this one shows.
 */
export type OpenedLink = {
	params: Params;
	saved: { id: string; name: string } | null;
	ignored: IgnoredValue[];
};

/**
 * Fill in the saved view that a link names. A view that is not there, or a file that cannot be read, takes nothing
 * else of the link away: it is listed with its reason.
 */
export async function openSaved(params: Params, records: () => Records, report: Report): Promise<OpenedLink> {
	const id = savedIdOf(params);
	if (id === null) return { params, saved: null, ignored: [] };
	const found = await settleRecords(findView(records(), id), report);
	const refused = (reason: string): OpenedLink => ({
		params: withSavedQuery(params, ''),
		saved: null,
		ignored: [{ key: 'saved', value: id, reason }]
	});
	if (!found.ok) return refused(linkWords.ignored.savedViewFailed);
	if (found.value === null) return refused(linkWords.ignored.noSavedView);
	const { name, query } = found.value;
	const saved = saysMore(params) ? null : { id, name };
	return { params: withSavedQuery(params, query), saved, ignored: [] };
}
