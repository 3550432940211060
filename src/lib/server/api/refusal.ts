import { ERROR_TABLE, isCommunityError, type CommunityError } from '$lib/errors/community-error';
import type { ErrorWire } from '$lib/community/wire-schemas';

/** Why a call gets no answer: an HTTP status, a sentence, and what is wrong with which field. */
export type Refusal = {
	status: 401 | 403 | 404 | 405 | 413 | 415 | 422 | 429 | 500 | 503;
	message: string;
	errors?: ErrorWire['errors'];
	headers?: Record<string, string>;
};

/** What a step of a call comes to: a value for the next step, or a refusal that ends the call. The usual status is 200. */
export type Outcome<T> = { ok: true; value: T; status?: 200 | 201 } | { ok: false; refusal: Refusal };

/** Where a field stands: in the JSON body, or in the query part of the address. */
export type FieldPlace = 'json' | 'query';

/** What is wrong with each field. */
export type FieldErrors = Record<string, string[]>;

const REASON_PHRASES: Record<Refusal['status'], string> = {
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	413: 'Content Too Large',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Content',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	503: 'Service Unavailable'
};

const RETRY_AFTER_SECONDS = '5';

export function accept<T>(value: T): Outcome<T> {
	return { ok: true, value };
}

/** Something new is there now. */
export function created<T>(value: T): Outcome<T> {
	return { ok: true, value, status: 201 };
}

export function refuse(refusal: Refusal): Outcome<never> {
	return { ok: false, refusal };
}

/** 422 with the first problem in the message, for people, and all of them under `errors`, for programs. */
export function refuseFields(place: FieldPlace, fields: FieldErrors): Outcome<never> {
	const [first] = Object.entries(fields);
	const message = first ? `${first[0]}: ${first[1][0]}` : 'The question was not understood.';
	return refuse({ status: 422, message, errors: { [place]: fields } });
}

/**
 * The refusal that a failure inside an answer amounts to. Cases in order: the store found the question wrong, what is
 * asked about is not there, the store is away, anything else, of which nothing is told.
 */
export function refusalOfFailure(cause: unknown, place: FieldPlace): Refusal {
	if (isCommunityError(cause) && cause.code === 'query_invalid') return refusalOfQuestion(cause, place);
	if (isCommunityError(cause) && cause.code === 'not_found') return { status: 404, message: cause.message };
	if (isCommunityError(cause) && cause.code === 'store_unavailable') {
		const headers = { 'retry-after': RETRY_AFTER_SECONDS };
		return { status: 503, message: ERROR_TABLE.store_unavailable.sentence, headers };
	}
	return { status: 500, message: 'The answer could not be computed.' };
}

function refusalOfQuestion({ message, details }: CommunityError, place: FieldPlace): Refusal {
	const { field, errors } = details;
	const fields = errors ?? (field === undefined ? undefined : { [field]: [message] });
	return { status: 422, message, ...(fields && { errors: { [place]: fields } }) };
}

/** The error envelope of the contract. `code` and `status` say the HTTP status again, as a number and in words. */
export function refusalResponse({ status, message, errors, headers }: Refusal): Response {
	const body: ErrorWire = {
		code: status,
		status: REASON_PHRASES[status],
		message,
		...(errors && { errors })
	};
	return Response.json(body, { status, headers });
}
