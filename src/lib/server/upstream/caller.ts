import type { Dispatcher } from 'undici';
import type { CallMethod } from '$lib/community/exchange';
import { retryAfterSeconds } from '$lib/community/retry-hint';
import type { Secret } from '$lib/server/secret';
import type { Clock } from './clock';
import { dispatch, type Limits, type RawAnswer } from './dispatch';
import type { RetryQuota, Throttle } from './load-control';
import { isTrouble, ownAnswer, type Outcome } from './outcome';
import type { Priority, RequestBudget } from './request-budget';
import { TransportError } from './transport-error';

/**
 * What is asked. A question is a read, also one that is sent by POST, so that it may be asked twice; `isWrite` is a
 * call that changes something, which is made once and no more.
 */
export type Question = {
	url: URL;
	method: CallMethod;
	isWrite: boolean;
	headers: Record<string, string>;
	body: string | undefined;
	isReadable: ((body: string) => boolean) | undefined;
};

export type CallerOptions = {
	dispatcher: Dispatcher;
	limits: Limits;
	clock: Clock;
	random: () => number;
	budget: RequestBudget;
	token: Secret | null;
	quota: RetryQuota;
	throttle: Throttle;
};

/** `wasSent` is false for what our own side answered, because the host was not to be asked. */
export type Called = { outcome: Outcome; wasSent: boolean };

/** The longest pause before a retry, in milliseconds; the pause itself is drawn from all of it (full jitter). */
const LONGEST_PAUSE = 250;
/** How long a call waits for its place in the budget, in milliseconds. Nobody waits in front of a page for longer. */
const LONGEST_WAIT: Record<Priority, number> = { interactive: 2_000, background: 60_000 };
/** Seconds to leave the host alone when it answers 429 and does not say for how long. */
const SILENT_429 = 5;
const ONE_DAY = 86_400_000;

const RETRIED_CODES = [
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
	'UND_ERR_SOCKET',
	'UND_ERR_CONNECT_TIMEOUT'
];
const RETRIED_STATUSES = [500, 502, 503, 504];

function isWorthRetrying(outcome: Outcome): boolean {
	if (outcome.kind === 'answer') {
		return RETRIED_STATUSES.includes(outcome.status) && outcome.retryAfter === null;
	}
	const { error } = outcome;
	const first: unknown = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
	return first instanceof Error && 'code' in first && RETRIED_CODES.includes(String(first.code));
}

/** When the host counted, by its own word or its own clock, unless that clock is off by more than a day. */
function asOf({ headers }: RawAnswer, now: number): number {
	for (const name of ['x-undertone-as-of', 'date']) {
		const said = Date.parse(headers.get(name) ?? '');
		if (Math.abs(said - now) < ONE_DAY) return Math.min(said, now);
	}
	return now;
}

function toOutcome(raw: RawAnswer, question: Question, now: number): Outcome {
	const isOk = raw.status >= 200 && raw.status < 300;
	const hint = raw.status === 429 || raw.status === 503 ? retryAfterSeconds(raw.headers, now) : null;
	return {
		kind: 'answer',
		status: raw.status,
		contentType: raw.headers.get('content-type') ?? 'application/octet-stream',
		retryAfter: raw.status === 429 ? (hint ?? SILENT_429) : hint,
		body: raw.body,
		asOf: asOf(raw, now),
		isReadable: !isOk || question.isReadable === undefined || question.isReadable(raw.body.toString('utf8'))
	};
}

/**
 * Make calls: each within the budget, not at all while the host is in trouble, a read at most once more after a
 * failure that another try can mend, and all of it within one time limit. Never rejects.
 */
export function createCaller(
	options: CallerOptions
): (question: Question, priority: Priority) => Promise<Called> {
	const { dispatcher, limits, clock, random, budget, token, quota, throttle } = options;

	const pause = (milliseconds: number) =>
		new Promise<void>((resolve) => {
			clock.after(milliseconds, resolve);
		});

	async function send(question: Question, signal: AbortSignal): Promise<Outcome> {
		const bearer: Record<string, string> =
			token === null ? {} : { authorization: `Bearer ${token.reveal()}` };
		try {
			const { url, method, body } = question;
			const request = { url, method, body, signal, headers: { ...question.headers, ...bearer } };
			const raw = await dispatch(dispatcher, limits, request);
			budget.sync(raw.headers);
			return toOutcome(raw, question, clock.wall());
		} catch (error) {
			return { kind: 'error', error: signal.aborted ? signal.reason : error };
		}
	}

	/** One attempt with its bookkeeping. */
	async function attempt(question: Question, signal: AbortSignal): Promise<Outcome> {
		const outcome = await send(question, signal);
		throttle.record(isTrouble(outcome) ? outcome : null);
		if (!isTrouble(outcome)) quota.earn();
		if (outcome.kind === 'answer' && outcome.status === 429) budget.exhaust(outcome.retryAfter ?? SILENT_429);
		return outcome;
	}

	async function attemptTwice(question: Question, priority: Priority, signal: AbortSignal): Promise<Outcome> {
		const first = await attempt(question, signal);
		if (question.isWrite || !isWorthRetrying(first) || !quota.take()) return first;
		await pause(random() * LONGEST_PAUSE);
		if (signal.aborted) return first;
		const permit = await budget.take(priority, 0);
		return permit.granted ? attempt(question, signal) : first;
	}

	/**
	 * Cases in order: the host is in trouble, which stops reads alone, since for a write its last trouble would be no
	 * answer; the budget is used up; asked.
	 */
	return async (question, priority) => {
		const trouble = question.isWrite ? null : throttle.admit();
		if (trouble !== null) return { outcome: trouble, wasSent: false };
		const permit = await budget.take(priority, LONGEST_WAIT[priority]);
		if (!permit.granted) return { outcome: ownAnswer(429, permit.retryAfter, clock.wall()), wasSent: false };
		const deadline = new AbortController();
		const callOff = clock.after(limits.callTimeout, () => {
			const message = `no whole answer within ${limits.callTimeout} ms`;
			deadline.abort(new TransportError('CALL_TIMEOUT', message));
		});
		try {
			return { outcome: await attemptTwice(question, priority, deadline.signal), wasSent: true };
		} finally {
			callOff();
		}
	};
}
