/** Every way in which a question can fail. Add a code only together with its row in `ERROR_TABLE`. */
export const ERROR_CODES = [
	'upstream_unreachable',
	'upstream_timeout',
	'upstream_refused',
	'upstream_rate_limited',
	'upstream_failed',
	'upstream_malformed',
	'store_unavailable',
	'query_invalid',
	'not_found',
	'forbidden'
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What may be known beside the code: the field at fault, seconds to wait, the path in an answer, the raw body. */
export type ErrorDetails = {
	field?: string;
	path?: string;
	retryAfter?: number;
	body?: string;
	errors?: Record<string, string[]>;
};

/**
 * The one error of Undertone. `message` and `details` are for logs; people read the sentence that
 * `describeError` gives for the code.
 */
export class CommunityError extends Error {
	readonly code: ErrorCode;
	readonly status: number | null;
	readonly details: ErrorDetails;

	constructor(
		code: ErrorCode,
		options: { message?: string; status?: number | null; details?: ErrorDetails; cause?: unknown } = {}
	) {
		super(options.message ?? code, { cause: options.cause });
		this.name = 'CommunityError';
		this.code = code;
		this.status = options.status ?? null;
		this.details = options.details ?? {};
	}
}

/** True for a CommunityError, also for one that another bundle's copy of the class made. */
export function isCommunityError(value: unknown): value is CommunityError {
	return (
		value instanceof Error &&
		'code' in value &&
		(ERROR_CODES as readonly unknown[]).includes((value as { code: unknown }).code)
	);
}

type ErrorRow = { status: number; sentence: string; retryHelps: boolean };

/** Code to HTTP status, a sentence that is safe to show, and whether trying again can help. */
export const ERROR_TABLE: Record<ErrorCode, ErrorRow> = {
	upstream_unreachable: {
		status: 502,
		sentence: 'The Community API could not be reached.',
		retryHelps: true
	},
	upstream_timeout: {
		status: 504,
		sentence: 'The Community API took too long to answer.',
		retryHelps: true
	},
	upstream_refused: {
		status: 502,
		sentence: 'The Community API refused the question. Check the token and what it may see.',
		retryHelps: false
	},
	upstream_rate_limited: {
		status: 503,
		sentence: 'The minute’s budget of the Community API is used up.',
		retryHelps: true
	},
	upstream_failed: { status: 502, sentence: 'The Community API failed.', retryHelps: true },
	upstream_malformed: {
		status: 502,
		sentence: 'The Community API sent an answer that could not be read.',
		retryHelps: true
	},
	store_unavailable: { status: 503, sentence: 'The store is not available right now.', retryHelps: true },
	query_invalid: { status: 422, sentence: 'The question was not understood.', retryHelps: false },
	not_found: { status: 404, sentence: 'There is nothing here.', retryHelps: false },
	forbidden: { status: 403, sentence: 'This is not visible to you.', retryHelps: false }
};
