import type { StatisticsQuery } from '$lib/community/statistics-query';
import { CommunityError } from '$lib/errors/community-error';
import { MILLISECONDS_PER_DAY } from './contributions';

/** Instants in milliseconds since 1970: `start` belongs to the window, `end` does not; null is open. */
export type Window = { start: number | null; end: number | null };

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;
const HAS_OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;
const FINER_THAN_MILLISECONDS = /\.\d{3}\d*[1-9]/;

/** A refusal that names the field at fault and says what it takes. */
export function invalid(field: string, problem: string): CommunityError {
	return new CommunityError('query_invalid', {
		message: `${field}: ${problem}`,
		details: { field, errors: { [field]: [problem] } }
	});
}

/**
 * The first whole millisecond at or after a moment, the data being whole milliseconds. A time without an offset is
 * UTC.
 */
function instantOf(field: string, text: string): number {
	const isDate = BARE_DATE.test(text);
	const value = Date.parse(isDate || HAS_OFFSET.test(text) ? text : `${text}Z`);
	if (Number.isNaN(value)) throw invalid(field, 'Use an ISO 8601 date or time such as 2024-08-15T00:00:00Z.');
	return FINER_THAN_MILLISECONDS.test(text) ? value + 1 : value;
}

/**
 * The window of a question: `after` is inclusive and `before` exclusive when they have a time; a bare date covers
 * its whole UTC day on both ends.
 * @throws CommunityError query_invalid for a text that is no moment
 * @example windowOf('2024-08-15', '2024-08-15') // the 24 hours of that day
 */
export function windowOf(after: string | undefined, before: string | undefined): Window {
	const start = after === undefined ? null : instantOf('source_updated_after', after);
	const end = before === undefined ? null : instantOf('source_updated_before', before);
	const isWholeDay = before !== undefined && BARE_DATE.test(before);
	return { start, end: end !== null && isWholeDay ? end + MILLISECONDS_PER_DAY : end };
}

export function windowOfQuery(query: StatisticsQuery): Window {
	return windowOf(query.source_updated_after, query.source_updated_before);
}
