import type { RequestHandler } from './$types';

/** The server listens only after the store is open and seeded, so that an answer at all means healthy. */
export const GET: RequestHandler = () =>
	new Response('ok\n', {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
