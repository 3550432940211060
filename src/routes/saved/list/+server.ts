import { json } from '@sveltejs/kit';
import { statusOf } from '$lib/errors/describe-error';
import { savedLink } from '$lib/filters/share-links';
import { isolateText } from '$lib/format/isolate-text';
import { records } from '$lib/server/records/current-records';
import { listViews } from '$lib/server/records/saved-views';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import { CommunityError } from '$lib/errors/community-error';
import { linkWords } from '$lib/wording/link-words';
import type { RequestHandler } from './$types';

const LONGEST = 60;

/** The saved views for the menu: their names, their links, and the page that each opens. */
export const GET: RequestHandler = async () => {
	const views = await settleRecords(listViews(records()), report);
	const headers = { 'cache-control': 'private, no-store' };
	if (!views.ok) {
		return json(
			{ error: views.error.sentence },
			{ status: statusOf(new CommunityError(views.error.code)), headers }
		);
	}
	return json(
		views.value.map(({ id, name, path }) => ({
			id,
			name: isolateText(name, LONGEST),
			link: savedLink(path, id),
			page: linkWords.pages[path] ?? path
		})),
		{ headers }
	);
};
