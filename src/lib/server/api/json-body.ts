import { accept, refuse, refuseFields, type Outcome } from './refusal';

/** The largest body that is read, in bytes. A question of 200 brands and every filter is under a tenth of it. */
export const BODY_LIMIT = 512 * 1024;

const TOO_LARGE = refuse({
	status: 413,
	message: `The body is larger than ${BODY_LIMIT} bytes. Ask about fewer brands, posts or types at a time.`
});

const wrongBody = (sentence: string) => refuseFields('json', { body: [sentence] });

/**
 * Read the JSON object in a body. The content type is not looked at: many clients forget it. Cases in order:
 * compressed, announced too large, turned out too large, broken off, not UTF-8, not JSON, no object.
 */
export async function readJsonBody(request: Request): Promise<Outcome<Record<string, unknown>>> {
	const encoding = request.headers.get('content-encoding') ?? 'identity';
	if (encoding.toLowerCase() !== 'identity') {
		return refuse({ status: 415, message: 'Send the body as it is, without a content-encoding.' });
	}
	if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return TOO_LARGE;
	const bytes = await readBytes(request);
	if (!bytes.ok) return bytes;
	const text = decodeUtf8(bytes.value);
	return text === null ? wrongBody('The body is not UTF-8. Send JSON in UTF-8.') : parseObject(text);
}

async function readBytes(request: Request): Promise<Outcome<Uint8Array>> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of request.body ?? []) {
			size += chunk.byteLength;
			if (size > BODY_LIMIT) return TOO_LARGE;
			chunks.push(chunk);
		}
	} catch (cause) {
		// The server in front has a limit of its own and breaks the stream off with a 413 when it is passed.
		const isLimit = cause instanceof Error && 'status' in cause && cause.status === 413;
		return isLimit ? TOO_LARGE : wrongBody('The body broke off before its end. Send it again.');
	}
	return accept(Buffer.concat(chunks));
}

function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function parseObject(text: string): Outcome<Record<string, unknown>> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return wrongBody('The body is not JSON. Send an object such as {"brand_ids": [144]}.');
	}
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (!isObject) return wrongBody('The body is not an object. Send one such as {"brand_ids": [144]}.');
	return accept(value as Record<string, unknown>);
}
