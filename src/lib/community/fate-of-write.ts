import type { CommunityError } from '$lib/errors/community-error';
import { labelsOf } from './failure';

/** What becomes of something that was to be written, when the call that carried it failed. */
export const WRITE_FATES = ['not_sent', 'refused', 'unknown'] as const;
export type WriteFate = (typeof WRITE_FATES)[number];

/** No connection came about, or our own side did not let the call out: not a byte of it arrived. */
const NEVER_ARRIVED = [
	'ADDRESS_REFUSED',
	'ORIGIN_REFUSED',
	'ECONNREFUSED',
	'EAI_AGAIN',
	'ENOTFOUND',
	'ENETUNREACH',
	'EHOSTUNREACH',
	'UND_ERR_CONNECT_TIMEOUT'
];

/**
 * Whether something that was to be written can be there, by the error of its call. Cases in order: our own side stopped
 * it or it never arrived, so it may be tried again; the host refused it, so trying again is of no use; anything else
 * (a timeout, a connection that broke, a 5xx, an answer that cannot be read) leaves it unknown, and only somebody who
 * looks at the thread can tell.
 * @example fateOfWrite(new CommunityError('upstream_timeout')) // 'unknown'
 */
export function fateOfWrite(error: CommunityError): WriteFate {
	const { code, status } = error;
	if (code === 'upstream_rate_limited') return 'not_sent';
	if (code === 'query_invalid') return status === null ? 'not_sent' : 'refused';
	if (code === 'not_found' || code === 'forbidden' || code === 'upstream_refused') return 'refused';
	return labelsOf(error.cause).some((label) => NEVER_ARRIVED.includes(label)) ? 'not_sent' : 'unknown';
}
