import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { embeddedStore } from '$lib/server/embedded';
import { hostKind } from '$lib/server/host';
import { refusalOf, refusalOfInput } from '$lib/server/data/refusal';
import { Uploads } from '$lib/server/data/uploads';
import { log } from '$lib/server/log';
import { settings } from '$lib/server/settings';
import { dataWords, pageMessage } from '$lib/wording/data-words';

let uploads: Uploads | null = null;

/** The uploads of this process. On the live host there is nothing to import into. */
export function fileUploads(): Uploads {
	if (hostKind() !== 'embedded') error(404, dataWords.upload.notHere);
	if (uploads === null) {
		const opened = new Uploads({
			dataDirectory: settings().dataDirectory,
			openStore: embeddedStore,
			now: () => Date.now()
		});
		process.once('sveltekit:shutdown', () => void opened.close());
		uploads = opened;
	}
	return uploads;
}

/** The id in an address; what cannot be one is not found, and never becomes a path. */
export function uploadId(parameter: string): string {
	const id = z.uuid().safeParse(parameter);
	if (!id.success) error(404, 'Not Found');
	return id.data;
}

/** A body as JSON, or undefined where it is none; `answerJson` then names what is missing. */
export async function bodyOf(request: Request): Promise<unknown> {
	return request.json().catch(() => undefined);
}

/** Answer a page's script: what came out, or a refusal with its fields, in the words of a page. */
export async function answerJson(work: () => Promise<object>): Promise<Response> {
	try {
		return json(await work());
	} catch (cause) {
		if (cause instanceof z.ZodError) return json(refusalOfInput(cause), { status: 422 });
		const refused = refusalOf(cause);
		if (refused) {
			const { message, fields } = refused.refusal;
			return json({ message: pageMessage(message), fields }, { status: refused.status });
		}
		const reference = crypto.randomUUID();
		log.error(`an upload could not be served ${reference}`, cause);
		return json({ message: dataWords.broken(reference), fields: [] }, { status: 500 });
	}
}
