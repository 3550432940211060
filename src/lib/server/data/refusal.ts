import { isCommunityError } from '$lib/errors/community-error';
import { statusOf } from '$lib/errors/describe-error';
import { MappingError } from '../store/import/mapping';
import { FileError } from '../store/import/source-row';
import { TimeOptionError } from '../store/import/time-pattern';
import type { z } from 'zod';

/** Why something could not be done, for a person: a sentence with the fix, and the fields that it is about. */
export type Refusal = { message: string; fields: string[] };

/** A thrown value as a refusal with its HTTP status, or null for what nobody foresaw, which belongs in the log. */
export function refusalOf(cause: unknown): { status: number; refusal: Refusal } | null {
	if (cause instanceof MappingError) {
		return { status: 422, refusal: { message: cause.message, fields: [...cause.fields] } };
	}
	if (cause instanceof TimeOptionError) {
		return { status: 422, refusal: { message: cause.message, fields: [cause.option] } };
	}
	if (cause instanceof FileError)
		return { status: 422, refusal: { message: cause.message, fields: ['file'] } };
	if (isCommunityError(cause) && (cause.code === 'query_invalid' || cause.code === 'not_found')) {
		const { field } = cause.details;
		const status = cause.code === 'not_found' ? 404 : statusOf(cause);
		return { status, refusal: { message: cause.message, fields: field === undefined ? [] : [field] } };
	}
	return null;
}

/** What Zod found, in one sentence for each field. */
export function refusalOfInput(error: z.ZodError): Refusal {
	const lines = error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
	return {
		message: lines.slice(0, 3).join(' '),
		fields: [...new Set(error.issues.map(({ path }) => String(path[0] ?? 'input')))]
	};
}
