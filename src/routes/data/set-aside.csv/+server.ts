import { setAsideCsv } from '$lib/server/data/set-aside-csv';
import { log } from '$lib/server/log';
import { ownStore } from '../data-page';
import { readFilter } from '../set-aside/read-filter';
import type { RequestHandler } from './$types';

/** The rows set aside as CSV, with the reason of each. */
export const GET: RequestHandler = async ({ url }) => {
	const store = await ownStore();
	const lines = setAsideCsv(
		store,
		readFilter((key) => url.searchParams.get(key))
	);
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			try {
				const { value, done } = await lines.next();
				if (done) controller.close();
				else controller.enqueue(encoder.encode(value));
			} catch (cause) {
				log.error('rows set aside could not be written', cause);
				controller.error(cause);
			}
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="rows-set-aside.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
