import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleTags } from '$lib/server/api/handle-tags';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => handleTags(event.request, embeddedCall(event));

/** The handler itself refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = GET;
