import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleOpenApi } from '$lib/server/api/handle-others';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => handleOpenApi(event.request, embeddedCall(event));

/** The handler itself refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = GET;
