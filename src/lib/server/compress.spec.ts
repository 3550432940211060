import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed, encodingFor } from './compress';

const asking = (encoding: string) =>
	new Request('http://localhost/', { headers: { 'accept-encoding': encoding } });
const html = (body: BodyInit) =>
	new Response(body, { headers: { 'content-type': 'text/html', 'content-length': '9' } });
const page = '<p>Grüße, 世界</p>'.repeat(500);

describe('the encoding of a response', () => {
	it.each([
		['gzip, deflate, br, zstd', 'br'],
		['gzip', 'gzip'],
		['br;q=0, gzip;q=0.5', 'gzip'],
		['identity', null],
		['', null]
	])('for a browser that takes %j is %s', (header, expected) => {
		expect(encodingFor(header)).toBe(expected);
	});

	it('gives back the same text, smaller, without a length that is no longer true', async () => {
		const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
		for (const [encoding, decode] of Object.entries(decoders)) {
			const response = compressed(asking(encoding), html(page));
			expect(response.headers.get('content-encoding')).toBe(encoding);
			expect(response.headers.get('content-length')).toBeNull();
			const bytes = Buffer.from(await response.arrayBuffer());
			expect(decode(bytes).toString()).toBe(page);
			expect(bytes.length).toBeLessThan(page.length / 10);
		}
	});

	it('leaves pictures, finished encodings and empty answers as they are', () => {
		const picture = new Response('x', { headers: { 'content-type': 'image/png' } });
		const done = new Response('x', { headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } });
		const empty = new Response(null, { status: 204 });
		for (const response of [picture, done, empty]) expect(compressed(asking('br'), response)).toBe(response);
	});

	it('lets a chunk out as it comes, before the next one is there', async () => {
		let later: (text: string) => void = () => undefined;
		const stream = new ReadableStream<Uint8Array>({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('first'));
				later = (text) => {
					controller.enqueue(new TextEncoder().encode(text));
					controller.close();
				};
			}
		});
		const reader = compressed(asking('gzip'), html(stream)).body!.getReader();
		const chunks: Uint8Array[] = [];
		const head = await reader.read();
		chunks.push(head.value!);
		later(' second');
		for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
		expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe('first second');
	});

	it('ends when its source fails, and does not end the process', async () => {
		const failing = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
		await expect(compressed(asking('br'), html(failing)).text()).rejects.toThrow();
	});
});
