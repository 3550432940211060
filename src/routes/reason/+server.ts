import { json } from '@sveltejs/kit';
import { describeError, statusOf, toCommunityError } from '$lib/errors/describe-error';
import { explainDay } from '$lib/server/panels/unusual-reason';
import { report } from '$lib/server/report';
import { unusualWords } from '$lib/wording/unusual-words';
import { openLink } from '../frame/open-page';
import type { RequestHandler } from './$types';

const PRIVATE = { 'cache-control': 'private, no-store' };

/** What one day's score is made of, by the query of the page that shows it and the one day in `from` and `to`. */
export const GET: RequestHandler = async (event) => {
	const { client, view } = await openLink(event);
	if (view.range.days !== 1) {
		return json({ error: { message: unusualWords.oneDay } }, { status: 422, headers: PRIVATE });
	}
	try {
		return json(await explainDay(client, view), { headers: PRIVATE });
	} catch (thrown) {
		const error = toCommunityError(thrown);
		const { sentence } = describeError(error, report(error));
		return json({ error: { message: sentence } }, { status: statusOf(error), headers: PRIVATE });
	}
};
