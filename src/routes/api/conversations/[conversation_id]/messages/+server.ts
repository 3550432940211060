import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleMessageReply } from '$lib/server/api/handle-conversations';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => handleMessageReply(event.request, embeddedCall(event));

/** The handler itself refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = POST;
