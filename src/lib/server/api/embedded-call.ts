import { embeddedStore } from '$lib/server/embedded';
import { log } from '$lib/server/log';
import { settings } from '$lib/server/settings';
import type { ApiCall } from './answer-call';
import { createRateLimit } from './rate-limit';

/** One budget for all calls over sockets to this process. */
const rateLimit = createRateLimit();

/** What a route knows about its event. `isSubRequest` is true for a call by `event.fetch`, which uses no socket. */
export type RouteEvent = { isSubRequest: boolean; locals: { now: number } };

/** The call as it comes to this process: its store, its token, its budget. */
export function embeddedCall({ isSubRequest, locals }: RouteEvent): ApiCall {
	return {
		store: embeddedStore,
		socket: isSubRequest ? null : { token: settings().apiToken, rateLimit },
		now: locals.now,
		report: (cause) => log.error('an answer of the embedded API failed', cause)
	};
}
