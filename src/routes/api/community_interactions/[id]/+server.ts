import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleInteraction } from '$lib/server/api/handle-interaction';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = (event) => handleInteraction(event.request, embeddedCall(event));

/** The handler itself refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = PATCH;
