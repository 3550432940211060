import { embeddedCall } from '$lib/server/api/embedded-call';
import { handleUnknown } from '$lib/server/api/handle-others';
import type { RequestHandler } from './$types';

/** Whatever no other endpoint takes, so that also a wrong address gets the envelope of the API. */
export const fallback: RequestHandler = (event) => handleUnknown(event.request, embeddedCall(event));
