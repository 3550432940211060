import {
	CommunityError,
	isCommunityError,
	type ErrorCode,
	type ErrorDetails
} from '$lib/errors/community-error';
import { isMap } from './normalise/shape';
import { retryAfterSeconds } from './retry-hint';

const LONGEST_BODY = 2_000;
const DEEPEST_CAUSE = 5;

const TIMEOUTS = [
	'UND_ERR_CONNECT_TIMEOUT',
	'UND_ERR_HEADERS_TIMEOUT',
	'UND_ERR_BODY_TIMEOUT',
	'UND_ERR_ABORTED',
	'ETIMEDOUT',
	'ESOCKETTIMEDOUT'
];
const UNREADABLE = [
	'UND_ERR_RES_EXCEEDED_MAX_SIZE',
	'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
	'UND_ERR_HEADERS_OVERFLOW',
	'HTTPParserError',
	'ERR_BUFFER_TOO_LARGE',
	'ERR_ENCODING_UNKNOWN'
];

/** The codes and names of an error and of what caused it, from the outside in. */
export function labelsOf(thrown: unknown, depth = 0): string[] {
	if (!(thrown instanceof Error) || depth > DEEPEST_CAUSE) return [];
	const code = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : [];
	const first: unknown = thrown instanceof AggregateError ? (thrown.errors as unknown[])[0] : thrown.cause;
	return [...code, thrown.name, ...labelsOf(first, depth + 1)];
}

function codeOfThrown(thrown: unknown): ErrorCode {
	const labels = labelsOf(thrown);
	const isUnreadable = (label: string) =>
		UNREADABLE.includes(label) || /^(?:HPE_|Z_|ERR__?BROTLI|ERR_PADDING)/.test(label);
	if (labels.some(isUnreadable)) return 'upstream_malformed';
	const isTimeout = (label: string) =>
		TIMEOUTS.includes(label) || /^(?:AbortError|TimeoutError)$/.test(label);
	return labels.some(isTimeout) ? 'upstream_timeout' : 'upstream_unreachable';
}

/**
 * What a thrown value means, when a call brought no answer. Cases in order: an error that is named already; an
 * answer that broke a limit or its own encoding; a timeout or an abort; everything else did not reach the host or
 * lost it on the way.
 * @example errorOfThrown(Object.assign(new Error(), { code: 'ECONNREFUSED' })).code // 'upstream_unreachable'
 */
export function errorOfThrown(thrown: unknown): CommunityError {
	if (isCommunityError(thrown)) return thrown;
	const message = thrown instanceof Error ? thrown.message : 'the call failed';
	return new CommunityError(codeOfThrown(thrown), { message, cause: thrown });
}

/** Cases in order; 403 is a refusal, since it can mean the brand, the token or a parameter. */
function codeOfStatus(status: number): ErrorCode {
	if (status === 429) return 'upstream_rate_limited';
	if (status === 400 || status === 422) return 'query_invalid';
	if (status === 404 || status === 410) return 'not_found';
	if (status === 408 || status === 504) return 'upstream_timeout';
	// A redirect is not followed with a token; most often it leads to a page for signing in.
	return status >= 500 ? 'upstream_failed' : 'upstream_refused';
}

function readFieldErrors(body: string): Record<string, string[]> {
	let envelope: unknown;
	try {
		envelope = JSON.parse(body);
	} catch {
		return {};
	}
	const errors = isMap(envelope) && isMap(envelope['errors']) ? envelope['errors'] : {};
	const places = [errors['json'], errors['query']].filter(isMap);
	const fields = places.flatMap((place) => Object.entries(place));
	return Object.fromEntries(fields.map(([field, sentences]) => [field, sentencesOf(sentences)]));
}

function sentencesOf(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list.filter((sentence) => typeof sentence === 'string');
}

/**
 * What an answer other than 2xx means, by its status alone: every field of an error's body is optional, and goes to
 * `details` for the log.
 * @param now milliseconds since 1970, for hints that are dates
 * @example errorOfStatus(new Response(null, { status: 401 }), '', 0).code // 'upstream_refused'
 */
export function errorOfStatus(
	response: Pick<Response, 'status' | 'headers'>,
	body: string,
	now: number
): CommunityError {
	const { status, headers } = response;
	const code = codeOfStatus(status);
	const details: ErrorDetails = body === '' ? {} : { body: body.slice(0, LONGEST_BODY) };
	if (code === 'query_invalid') {
		const errors = readFieldErrors(body);
		const [field] = Object.keys(errors);
		if (field !== undefined) Object.assign(details, { errors, field });
	}
	const retryAfter = status === 429 || status === 503 ? retryAfterSeconds(headers, now) : null;
	if (retryAfter !== null) details.retryAfter = retryAfter;
	return new CommunityError(code, { message: `the host answered ${status}`, status, details });
}
