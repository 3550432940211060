import { embeddedCall } from '$lib/server/api/embedded-call';
import { commentsHandler } from '$lib/server/api/handle-comments';
import type { RequestHandler } from './$types';

const handle = commentsHandler('instagram');

export const GET: RequestHandler = (event) => handle(event.request, embeddedCall(event));

/** The handler itself takes or refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = GET;
