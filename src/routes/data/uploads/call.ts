import { dataWords } from '$lib/wording/data-words';

/** What the server said: a value, or why not. `status` is 0 where it could not be reached. */
export type Called<T> =
	{ ok: true; value: T } | { ok: false; status: number; message: string; fields: string[] };

type Sent = {
	method?: 'GET' | 'POST' | 'PUT';
	json?: unknown;
	part?: { bytes: Blob; offset: number };
	signal?: AbortSignal;
};

function requestOf({ method = 'POST', json, part, signal }: Sent): RequestInit {
	if (part) {
		const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(part.offset) };
		return { method, body: part.bytes, headers, signal };
	}
	if (json === undefined) return { method, signal };
	return { method, body: JSON.stringify(json), headers: { 'content-type': 'application/json' }, signal };
}

/** Ask one of the endpoints of an upload. Never rejects but for a question that was called off. */
export async function call<T>(path: string, sent: Sent): Promise<Called<T>> {
	let response: Response;
	try {
		response = await fetch(path, requestOf(sent));
	} catch (cause) {
		if (sent.signal?.aborted) throw cause;
		return { ok: false, status: 0, message: dataWords.unreachable, fields: [] };
	}
	const body = (await response.json().catch(() => null)) as
		(T & { message?: string; fields?: string[] }) | null;
	if (response.ok && body !== null) return { ok: true, value: body };
	const message = body?.message ?? dataWords.sending.refused;
	return { ok: false, status: response.status, message, fields: body?.fields ?? [] };
}
