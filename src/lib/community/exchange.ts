import type { Answer } from './answers';
import { errorOfStatus, errorOfThrown } from './failure';
import { MadeAnswer } from './made-answer';
import { malformed } from './normalise/malformed';

export type CallMethod = 'GET' | 'POST' | 'PATCH';

/**
 * What the client needs of a `fetch`. `isReadable` tells a fetch with a cache whether the body of a 2xx answer is
 * one: what is not must never take the place of an answer that is. `isWrite` tells it that the call changes something
 * at the host: such a call is made once, never repeated, joined with another one or answered from a cache.
 */
export type CommunityFetch = (
	input: string,
	init: {
		method: CallMethod;
		headers: Record<string, string>;
		body?: string;
		signal?: AbortSignal;
		isReadable?: (body: string) => boolean;
		isWrite?: boolean;
	}
) => Promise<Response>;

/** One call: where to, what with, and how to read what comes. */
export type Call<T> = {
	url: string;
	body?: Record<string, unknown>;
	read: (payload: unknown) => T;
	/** For calls that change something at the host; reads are GET without a body and POST with one. */
	write?: { method: 'POST' | 'PATCH'; headers?: Record<string, string> };
};

/** Answers are at most five levels deep. Beyond this nothing is read, so that no reader can be made to recurse. */
export const DEEPEST = 32;

/**
 * Whether a parsed value nests deeper than `most` levels. It goes down no further than that, and looks into nothing
 * but objects and lists, since nearly all of a long answer is numbers.
 */
function isDeeperThan(value: unknown, most: number): boolean {
	if (most < 0) return true;
	if (typeof value !== 'object' || value === null) return false;
	for (const key in value) {
		const inner: unknown = (value as Record<string, unknown>)[key];
		const isLeaf = typeof inner !== 'object' || inner === null;
		if (isLeaf ? most === 0 : isDeeperThan(inner, most - 1)) return true;
	}
	return false;
}

/** An empty body is an answer without data, as some hosts give for a brand they do not know. */
function parseBody(body: string): unknown {
	if (body.trim() === '') return null;
	let payload: unknown;
	try {
		payload = JSON.parse(body);
	} catch (cause) {
		throw malformed(null, 'the body is not JSON', cause);
	}
	if (isDeeperThan(payload, DEEPEST)) throw malformed(null, `nested deeper than ${DEEPEST} levels`);
	return payload;
}

function isReadableBy(read: (payload: unknown) => unknown): (body: string) => boolean {
	return (body) => {
		try {
			read(parseBody(body));
			return true;
		} catch {
			return false;
		}
	};
}

/** When the host says it counted, never later than now; without a word of it, now. */
function ageOf(headers: Headers, now: number): { asOf: number; stale: boolean } {
	const said = Date.parse(headers.get('x-undertone-as-of') ?? '');
	return {
		asOf: Number.isNaN(said) ? now : Math.min(said, now),
		stale: headers.get('x-undertone-stale') === '1'
	};
}

/**
 * Make one call and read its answer.
 * @param now the clock, in milliseconds since 1970
 * @throws CommunityError, and never anything else
 */
export async function exchange<T>(
	fetch: CommunityFetch,
	now: () => number,
	call: Call<T>
): Promise<Answer<T>> {
	const response = await send(fetch, call);
	if (response instanceof MadeAnswer) {
		return { value: response.value as T, ...ageOf(response.headers, now()) };
	}
	const body = await bodyOf(response);
	if (!response.ok) throw errorOfStatus(response, body, now());
	try {
		return { value: call.read(parseBody(body)), ...ageOf(response.headers, now()) };
	} catch (thrown) {
		const error =
			thrown instanceof RangeError ? malformed(null, 'too large to be read', thrown) : errorOfThrown(thrown);
		error.details.body ??= body.slice(0, 2_000);
		throw error;
	}
}

async function bodyOf(response: Response): Promise<string> {
	try {
		return await response.text();
	} catch (thrown) {
		throw errorOfThrown(thrown);
	}
}

async function send<T>(fetch: CommunityFetch, call: Call<T>): Promise<Response> {
	const headers: Record<string, string> = { accept: 'application/json', ...call.write?.headers };
	const question = call.body === undefined ? undefined : JSON.stringify(call.body);
	if (question !== undefined) headers['content-type'] = 'application/json';
	try {
		return await fetch(call.url, {
			method: call.write?.method ?? (question === undefined ? 'GET' : 'POST'),
			headers,
			body: question,
			isReadable: isReadableBy(call.read),
			isWrite: call.write !== undefined
		});
	} catch (thrown) {
		throw errorOfThrown(thrown);
	}
}
