import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { CallMethod } from '$lib/community/exchange';
import { Agent, request, type Dispatcher } from 'undici';
import { guardedLookup } from './address-guard';
import { TransportError } from './transport-error';

/** Times in milliseconds, sizes in bytes. */
export type Limits = {
	connections: number;
	connectTimeout: number;
	headersTimeout: number;
	/** For a whole question, its retry included: from the first byte sent to the last byte read. */
	callTimeout: number;
	rawBytes: number;
	inflatedBytes: number;
};

const MEBIBYTE = 1_048_576;

export const LIMITS: Limits = {
	connections: 32,
	connectTimeout: 2_000,
	headersTimeout: 5_000,
	callTimeout: 8_000,
	rawBytes: 8 * MEBIBYTE,
	inflatedBytes: 16 * MEBIBYTE
};

/**
 * The pools of connections, one per origin. HTTP/2 stays off, so that the number of connections is the number of
 * calls in flight; nothing here follows a redirect, retries or caches.
 */
export function createAgent(limits: Limits, allowPrivate: boolean): Dispatcher {
	const { connections, connectTimeout, headersTimeout, callTimeout } = limits;
	const lookup = allowPrivate ? {} : { lookup: guardedLookup() };
	return new Agent({
		connections,
		pipelining: 1,
		allowH2: false,
		headersTimeout,
		bodyTimeout: callTimeout,
		connect: { timeout: connectTimeout, allowH2: false, ...lookup }
	});
}

export type RawRequest = {
	url: URL;
	method: CallMethod;
	headers: Record<string, string>;
	body: string | undefined;
	signal: AbortSignal;
};

/** An answer whose body is whole and decoded. Header names are lower case. */
export type RawAnswer = { status: number; headers: Headers; body: Buffer };

async function readBody(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > most)
			throw new TransportError('UND_ERR_RES_EXCEEDED_MAX_SIZE', `the answer is over ${most} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const isZlib = (raw: Buffer) =>
	((raw[0] ?? 0) & 15) === 8 && (((raw[0] ?? 0) << 8) | (raw[1] ?? 0)) % 31 === 0;

/** Decode a body in one of the encodings that were offered; decoding stops at `most` bytes. */
async function decode(raw: Buffer, encoding: string, most: number): Promise<Buffer> {
	if (raw.length === 0 || encoding === '' || encoding === 'identity') return raw;
	const options = { maxOutputLength: most };
	if (encoding === 'gzip' || encoding === 'x-gzip') return promisify(gunzip)(raw, options);
	if (encoding === 'br') return promisify(brotliDecompress)(raw, options);
	// Some servers send deflate without the zlib wrapper that its name stands for.
	if (encoding === 'deflate') return promisify(isZlib(raw) ? inflate : inflateRaw)(raw, options);
	throw new TransportError('ERR_ENCODING_UNKNOWN', `the answer is encoded as ${encoding.slice(0, 40)}`);
}

function headersOf(raw: Dispatcher.ResponseData['headers']): Headers {
	const headers = new Headers();
	for (const [name, value] of Object.entries(raw)) {
		for (const single of Array.isArray(value) ? value : [value ?? '']) headers.append(name, single);
	}
	return headers;
}

/**
 * One request, one answer, within the limits. Redirects are answers like any other.
 * @throws whatever undici, zlib or the limits throw; the client gives it its name
 */
export async function dispatch(
	dispatcher: Dispatcher,
	limits: Limits,
	question: RawRequest
): Promise<RawAnswer> {
	const { url, method, headers, body, signal } = question;
	const answer = await request(url, {
		dispatcher,
		method,
		headers: { ...headers, 'accept-encoding': 'gzip, br, deflate' },
		body,
		signal,
		headersTimeout: limits.headersTimeout,
		bodyTimeout: limits.callTimeout
	});
	const received = headersOf(answer.headers);
	const raw = await readBody(answer.body, limits.rawBytes);
	const encoding = received.get('content-encoding')?.trim().toLowerCase() ?? '';
	return {
		status: answer.statusCode,
		headers: received,
		body: await decode(raw, encoding, limits.inflatedBytes)
	};
}
