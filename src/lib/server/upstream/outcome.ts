/** What a call to the host came to: an answer of any status, or the error that took its place. */
export type Outcome = HostAnswer | { kind: 'error'; error: unknown };

/** `asOf` is when the host counted, in milliseconds since 1970. */
export type HostAnswer = {
	kind: 'answer';
	status: number;
	contentType: string;
	/** Seconds, from 1 to 60, where the host asked to wait. */
	retryAfter: number | null;
	body: Buffer;
	asOf: number;
	/** False for a 2xx whose body the client cannot read. */
	isReadable: boolean;
};

/** An answer worth keeping: the question succeeded, and its body can be read. */
export function isGood(outcome: Outcome): outcome is HostAnswer & { isReadable: true } {
	return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300 && outcome.isReadable;
}

/** The host is in trouble: no answer, or one of 5xx. A refusal is a working host's answer. */
export function isTrouble(outcome: Outcome): boolean {
	return outcome.kind === 'error' || outcome.status >= 500;
}

/** The host withdrew what it once answered: no longer allowed, no longer there, no longer a question. */
export function isRefusal(outcome: Outcome): boolean {
	return outcome.kind === 'answer' && outcome.status >= 400 && outcome.status < 500 && outcome.status !== 429;
}

/** An answer that our own side gives in the host's place. */
export function ownAnswer(status: number, retryAfter: number | null, asOf: number): HostAnswer {
	return {
		kind: 'answer',
		status,
		contentType: 'application/json',
		retryAfter,
		body: Buffer.alloc(0),
		asOf,
		isReadable: true
	};
}

/**
 * An outcome as the client takes it: a web Response that tells its age, or the error itself.
 * @throws the error of an outcome that has no answer
 */
export function toResponse(outcome: Outcome, stale: boolean): Response {
	if (outcome.kind === 'error') throw outcome.error;
	const headers = new Headers({
		'content-type': outcome.contentType,
		'x-undertone-as-of': new Date(outcome.asOf).toISOString()
	});
	if (stale) headers.set('x-undertone-stale', '1');
	if (outcome.retryAfter !== null) headers.set('retry-after', String(outcome.retryAfter));
	// A Response takes no status outside of 200 to 599, and no body for these.
	const status = outcome.status >= 200 && outcome.status < 600 ? outcome.status : 502;
	const hasBody = ![204, 205, 304].includes(status);
	return new Response(hasBody ? new Uint8Array(outcome.body) : null, { status, headers });
}
