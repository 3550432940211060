import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleSentimentSeries } from '$lib/server/api/handle-statistics';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => handleSentimentSeries(event.request, embeddedCall(event));

/** The handler itself refuses every other method, with the envelope of the API. */
export const fallback: RequestHandler = POST;
