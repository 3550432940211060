import { describe, expect, it } from 'vitest';
import { BODY_LIMIT, readJsonBody } from './json-body';

function request(body: BodyInit | ReadableStream, headers: Record<string, string> = {}): Request {
	const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
	return new Request('https://undertone.test/api/top_keywords', init);
}

/** A body that arrives in chunks and never ends by itself. */
function endless(chunk: Uint8Array): {
	stream: ReadableStream<Uint8Array>;
	sent: () => number;
	isStopped: () => boolean;
} {
	let sent = 0;
	let isStopped = false;
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			sent += chunk.byteLength;
			controller.enqueue(chunk);
		},
		cancel() {
			isStopped = true;
		}
	});
	return { stream, sent: () => sent, isStopped: () => isStopped };
}

function failing(cause: unknown): ReadableStream<Uint8Array> {
	return new ReadableStream({ pull: (controller) => controller.error(cause) });
}

describe('the body of a question', () => {
	it('is read as a JSON object in UTF-8, also with a byte order mark and over several chunks', async () => {
		const bytes = new TextEncoder().encode('\ufeff{"query":"Größe 😍"}');
		const stream = new ReadableStream<Uint8Array>({
			start(controller) {
				for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
				controller.close();
			}
		});
		expect(await readJsonBody(request(stream))).toEqual({ ok: true, value: { query: 'Größe 😍' } });
	});

	it('keeps a field that is called __proto__, so that it can be refused', async () => {
		const body = await readJsonBody(request('{"__proto__":1}'));
		expect(body.ok && Object.keys(body.value)).toEqual(['__proto__']);
	});

	it('may have exactly the largest size', async () => {
		const padded = '{}' + ' '.repeat(BODY_LIMIT - 2);
		expect(await readJsonBody(request(padded))).toEqual({ ok: true, value: {} });
		expect(await readJsonBody(request(`${padded} `))).toMatchObject({ refusal: { status: 413 } });
	});

	it('is not read to its end when it passes the largest size without having said so', async () => {
		const { stream, sent, isStopped } = endless(new Uint8Array(64 * 1024));
		expect(await readJsonBody(request(stream))).toMatchObject({ ok: false, refusal: { status: 413 } });
		expect(isStopped()).toBe(true);
		expect(sent()).toBeLessThan(BODY_LIMIT * 2);
	});

	it('is too large as well when the server in front breaks it off for its size', async () => {
		const cause = Object.assign(new Error('Payload Too Large'), { status: 413 });
		expect(await readJsonBody(request(failing(cause)))).toMatchObject({ refusal: { status: 413 } });
	});

	it('that breaks off for another reason is refused with 422', async () => {
		const broken = await readJsonBody(request(failing(new Error('aborted'))));
		expect(broken).toMatchObject({
			refusal: { status: 422, errors: { json: { body: [expect.any(String)] } } }
		});
	});

	it('that is compressed is refused with 415, and `identity` is no compression', async () => {
		const zipped = await readJsonBody(request('{}', { 'content-encoding': 'br' }));
		expect(zipped).toMatchObject({ refusal: { status: 415 } });
		expect(await readJsonBody(request('{}', { 'content-encoding': 'identity' }))).toMatchObject({ ok: true });
	});
});
