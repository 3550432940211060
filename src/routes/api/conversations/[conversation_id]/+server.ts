import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleConversation } from '$lib/server/api/handle-conversations';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => handleConversation(event.request, embeddedCall(event));

/** The handler itself takes or refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = GET;
