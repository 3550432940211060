/** The part of `Headers` that is read here. */
export type HeaderReader = { get: (name: string) => string | null };

/** No budget is longer than a minute, so no hint makes anybody wait longer. */
const LONGEST_WAIT = 60;
/** Below this, a reset is a number of seconds rather than a UNIX time, whatever the documentation says. */
const EARLIEST_TIME = 1_000_000_000;

/** The host's own clock, by which its times have to be judged, else ours. In milliseconds since 1970. */
function hostTime(headers: HeaderReader, now: number): number {
	const date = Date.parse(headers.get('date') ?? '');
	return Number.isNaN(date) ? now : date;
}

function clamp(seconds: number): number {
	return Math.min(LONGEST_WAIT, Math.max(1, Math.ceil(seconds)));
}

/**
 * Seconds until the window of `x-ratelimit-reset` (UNIX seconds) ends, judged against the answer's `Date`: from 1 to
 * 60 whatever the header says, null when it is missing or no number.
 * @param now milliseconds since 1970, used where the answer has no `Date`
 * @example secondsUntilReset(new Headers({ 'x-ratelimit-reset': '1790000030' }), 1_790_000_000_000) // 30
 */
export function secondsUntilReset(headers: HeaderReader, now: number): number | null {
	const reset = headers.get('x-ratelimit-reset')?.trim() ?? '';
	if (!/^\d{1,15}(?:\.\d+)?$/.test(reset)) return null;
	const seconds = Number(reset);
	return clamp(seconds < EARLIEST_TIME ? seconds : seconds - hostTime(headers, now) / 1000);
}

/**
 * Seconds until it makes sense to ask again: `Retry-After` as seconds or as a date, else the reset of the budget.
 * From 1 to 60 whatever the headers say, null when they say nothing that can be read.
 * @param now milliseconds since 1970, used where the answer has no `Date`
 * @example retryAfterSeconds(new Headers({ 'retry-after': '86400' }), 0) // 60
 */
export function retryAfterSeconds(headers: HeaderReader, now: number): number | null {
	const hint = headers.get('retry-after')?.trim() ?? '';
	if (/^\d{1,15}$/.test(hint)) return clamp(Number(hint));
	const date = /[a-z]/i.test(hint) ? Date.parse(hint) : Number.NaN;
	if (!Number.isNaN(date)) return clamp((date - hostTime(headers, now)) / 1000);
	return secondsUntilReset(headers, now);
}
