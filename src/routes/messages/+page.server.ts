import { settle } from '$lib/errors/settle';
import { allInTime } from '$lib/server/panels/in-time';
import { askMessages } from '$lib/server/panels/messages';
import { canSortByRelevance, sortOf } from '$lib/server/panels/messages-question';
import { stepsOf } from '$lib/server/panels/messages-steps';
import { askWaysOut } from '$lib/server/panels/ways-out';
import { report } from '$lib/server/report';
import { messageWords } from '$lib/wording/message-words';
import { openPage } from '../frame/open-page';
import { change } from './change-actions';
import { openDesk, withReplies } from './desk';
import { again, confirm, discard, reply, send } from './reply-actions';
import type { Actions, PageServerLoad } from './$types';

export const actions: Actions = { reply, send, confirm, again, discard, change };

/** How long a panel may keep the page waiting, in milliseconds, before it streams after it. */
const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

export const load: PageServerLoad = async (event) => {
	const { client, view, frame } = await openPage(event);
	const asked = askMessages(client, view, report);
	const isNothing = asked.list.then(
		(list) => list.ok && list.value.page === 1 && list.value.rows.length + list.value.missing.length === 0
	);
	const nothing = settle(askWaysOut(client, view, frame.brands, isNothing), report);
	const desk = openDesk(client, view);
	const { refused } = sortOf(view);
	const refusedSort =
		refused === null
			? []
			: [{ key: 'sort', value: view.filters.sort ?? '', reason: messageWords.list.sortRefused[refused] }];
	return {
		...frame,
		ignored: [...frame.ignored, ...refusedSort],
		steps: stepsOf(view),
		canSortByRelevance: canSortByRelevance(view),
		panels: await allInTime(
			{ ...asked, thread: withReplies(asked.thread, view.now), nothing },
			frame.filters.waitForAll ? ALL_PATIENCE : PATIENCE
		),
		desk: await desk
	};
};
