import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const WORTH_COMPRESSING = /^(text\/(?!event-stream)|application\/(json|x-ndjson)|image\/svg)/;

type Encoding = 'br' | 'gzip';

/** The best encoding that a browser takes: a name that it lists without forbidding it by `q=0`. */
export function encodingFor(acceptEncoding: string | null): Encoding | null {
	const taken = (acceptEncoding ?? '')
		.toLowerCase()
		.split(',')
		.map((entry) => entry.split(';').map((part) => part.trim()))
		.filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
		.map(([name]) => name);
	return (['br', 'gzip'] as const).find((name) => taken.includes(name)) ?? null;
}

/** Every chunk is flushed as it comes, so that a panel that streams late does not wait in the compressor. */
function compressor(encoding: Encoding) {
	if (encoding === 'gzip') return createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH });
	return createBrotliCompress({
		flush: constants.BROTLI_OPERATION_FLUSH,
		params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
	});
}

/**
 * The same response, its text compressed for a browser that takes it. Files of the build are compressed already and
 * never come through here.
 */
export function compressed(request: Request, response: Response): Response {
	const type = response.headers.get('content-type') ?? '';
	const encoding = encodingFor(request.headers.get('accept-encoding'));
	const isDone = response.headers.has('content-encoding');
	if (response.body === null || encoding === null || isDone || !WORTH_COMPRESSING.test(type)) return response;
	const source = Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>);
	// An error on either side ends both; the reader sees it as the end of its stream.
	const target = pipeline(source, compressor(encoding), () => undefined);
	const headers = new Headers(response.headers);
	headers.set('content-encoding', encoding);
	headers.append('vary', 'accept-encoding');
	headers.delete('content-length');
	const body = Readable.toWeb(target) as unknown as ReadableStream<Uint8Array>;
	return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
