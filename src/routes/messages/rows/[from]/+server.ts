import { error, json } from '@sveltejs/kit';
import { ERROR_TABLE } from '$lib/errors/community-error';
import { toCommunityError } from '$lib/errors/describe-error';
import { askRowsFrom } from '$lib/server/panels/messages';
import { report } from '$lib/server/report';
import { messageWords } from '$lib/wording/message-words';
import { openLink } from '../../../frame/open-page';
import type { RequestHandler } from './$types';

const PLACE = /^\d{1,9}$/;
const PRIVATE = { 'cache-control': 'private, no-store' };

/** The rows of the list that follow from a place on, by the query of its page. */
export const GET: RequestHandler = async (event) => {
	if (!PLACE.test(event.params.from)) error(404, messageWords.list.noPlace);
	const { client, view } = await openLink(event);
	try {
		const { value } = await askRowsFrom(client, view, Number(event.params.from));
		return json(value, { headers: PRIVATE });
	} catch (thrown) {
		const failure = toCommunityError(thrown);
		const { status, sentence } = ERROR_TABLE[failure.code];
		return json({ message: sentence, reference: report(failure) }, { status, headers: PRIVATE });
	}
};
