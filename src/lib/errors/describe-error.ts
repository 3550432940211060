import { CommunityError, ERROR_TABLE, isCommunityError, type ErrorCode } from './community-error';

/** What a page may say about a failure: plain values that survive serialisation, and nothing of the cause. */
export type PanelError = {
	code: ErrorCode;
	sentence: string;
	retryHelps: boolean;
	/** Seconds until trying again makes sense, where the host said so. */
	retryAfter: number | null;
	/** Find the cause in the server's log by this. */
	reference: string;
};

/**
 * Any thrown value as a CommunityError. What nobody foresaw comes from our own side, never from the Community API,
 * whose failures the client has named already: it becomes `store_unavailable`, and keeps its cause.
 * @example toCommunityError(new TypeError('x is undefined')).code // 'store_unavailable'
 */
export function toCommunityError(thrown: unknown): CommunityError {
	if (isCommunityError(thrown)) return thrown;
	return new CommunityError('store_unavailable', { message: 'an error that nobody foresaw', cause: thrown });
}

/**
 * What a page says about an error: the safe sentence of its code, whether and when trying again helps, and the
 * reference under which the log has the cause.
 * @param reference the id that the log line of this error carries
 * @example describeError(new CommunityError('upstream_timeout'), 'b7').sentence
 */
export function describeError(error: CommunityError, reference: string): PanelError {
	const { sentence, retryHelps } = ERROR_TABLE[error.code];
	return { code: error.code, sentence, retryHelps, retryAfter: error.details?.retryAfter ?? null, reference };
}

/**
 * The HTTP status with which our own endpoints answer an error.
 * @example statusOf(new CommunityError('query_invalid')) // 422
 */
export function statusOf(error: CommunityError): number {
	return ERROR_TABLE[error.code].status;
}
