import { error, json } from '@sveltejs/kit';
import { isCommunityError } from '$lib/errors/community-error';
import { embeddedStore } from '$lib/server/embedded';
import { log } from '$lib/server/log';
import { isAnnouncedSecret, isLoopback, SECRET_HEADER } from '$lib/server/store/import/announce';
import { ImportReceiver } from '$lib/server/store/import/receive';
import { storeSink } from '$lib/server/store/import/store-sink';
import { messageSchema } from '$lib/server/store/import/wire';
import type { RequestHandler } from './$types';

const receiver = new ImportReceiver(async () => storeSink(await embeddedStore(), () => Date.now()));

/**
 * Where the import command brings a file while this server holds the store open. For everybody else there is
 * nothing here: callers from other machines, and those who cannot read the secret in the data folder, get the same
 * 404 as any unknown address.
 */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
	if (!isLoopback(getClientAddress()) || !isAnnouncedSecret(request.headers.get(SECRET_HEADER))) {
		error(404, 'Not Found');
	}
	const message = messageSchema.safeParse(await request.json().catch(() => null));
	if (!message.success) return json({ message: 'The message is not understood.' }, { status: 422 });
	try {
		return json(await receiver.receive(message.data));
	} catch (cause) {
		if (isCommunityError(cause) && cause.code === 'query_invalid') {
			return json({ message: cause.message }, { status: 409 });
		}
		log.error('an import over loopback failed', cause);
		return json(
			{ message: 'The store could not take the batch; the log of the server says why.' },
			{ status: 503 }
		);
	}
};
