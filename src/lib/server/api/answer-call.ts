import type { CallMethod } from '$lib/community/exchange';
import { MadeAnswer, TAKES_MADE } from '$lib/community/made-answer';
import type { Secret } from '$lib/server/secret';
import type { Store } from '$lib/server/store/store';
import { bringsToken } from './bearer';
import { rateLimitHeaders, type RateLimit } from './rate-limit';
import { refusalOfFailure, refusalResponse, refuse, type Outcome, type Refusal } from './refusal';

/** What a call needs beside its request. */
export type ApiCall = {
	store: () => Promise<Store>;
	/** Null for a call from inside the process, which needs neither a token nor a place in the budget. */
	socket: { token: Secret | null; rateLimit: RateLimit } | null;
	/** Milliseconds since 1970. */
	now: number;
	/** Told about every failure whose cause the answer does not tell. */
	report: (cause: unknown) => void;
};

/** How an address answers each of the methods that it takes. */
export type Answers = { [method in CallMethod]?: () => Promise<Outcome<unknown>> };

const PRIVATE = { 'cache-control': 'private, no-store' };

/** Why this call may not ask at all. Cases in order: no or wrong token, budget used up. */
function refusalBefore(request: Request, call: ApiCall): Refusal | null {
	const { socket, now } = call;
	if (socket?.token && !bringsToken(request.headers.get('authorization'), socket.token)) {
		const headers = { 'www-authenticate': 'Bearer' };
		return { status: 401, message: 'Send the header "Authorization: Bearer <token>" of this host.', headers };
	}
	const allowance = socket?.rateLimit.take(now);
	if (allowance && !allowance.allowed) {
		const seconds = Math.max(1, Math.ceil((allowance.resetAt - now) / 1000));
		const message = `The budget of ${allowance.limit} calls a minute is used up. Ask again in ${seconds} s.`;
		return { status: 429, message, headers: { 'retry-after': String(seconds) } };
	}
	return null;
}

function wrongMethod(answers: Answers): Refusal {
	const allow = Object.keys(answers)
		.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
		.join(', ');
	return { status: 405, message: `This address takes ${allow} only.`, headers: { allow } };
}

async function settle(
	call: ApiCall,
	method: string,
	answer: () => Promise<Outcome<unknown>>
): Promise<Outcome<unknown>> {
	try {
		return await answer();
	} catch (cause) {
		const refusal = refusalOfFailure(cause, method === 'GET' ? 'query' : 'json');
		if (refusal.status >= 500) call.report(cause);
		return { ok: false, refusal };
	}
}

/** A value in the two forms that it can leave in: as the client reads it, and as the contract writes it. */
export class TwoForms<T> {
	readonly value: T;
	readonly #write: (value: T) => unknown;

	constructor(value: T, write: (value: T) => unknown) {
		this.value = value;
		this.#write = write;
	}

	written(): unknown {
		return this.#write(this.value);
	}
}

/** Only a call from inside the process can take a value; over a socket the header means nothing. */
const takesMade = (request: Request, { socket }: ApiCall) =>
	socket === null && request.headers.has(TAKES_MADE);

function answerResponse(value: unknown, status: number, request: Request, call: ApiCall): Response {
	const init = { status, headers: { 'x-undertone-as-of': new Date(call.now).toISOString() } };
	if (!(value instanceof TwoForms)) return Response.json(value, init);
	return takesMade(request, call) ? new MadeAnswer(value.value, init) : Response.json(value.written(), init);
}

/** The outcome of one call. Cases in order: it may not ask, it asks in a way that the address does not take, answered. */
async function outcomeOf(request: Request, call: ApiCall, answers: Answers): Promise<Outcome<unknown>> {
	const refusal = refusalBefore(request, call);
	if (refusal) return { ok: false, refusal };
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	const answer = answers[method as CallMethod];
	return answer ? settle(call, method, answer) : { ok: false, refusal: wrongMethod(answers) };
}

/**
 * What every endpoint has in common: who may ask and how often, the envelope of a refusal, the headers of every
 * response. Never rejects.
 */
export async function answerCall(request: Request, call: ApiCall, answers: Answers): Promise<Response> {
	const outcome = await outcomeOf(request, call, answers);
	const response = outcome.ok
		? answerResponse(outcome.value, outcome.status ?? 200, request, call)
		: refusalResponse(outcome.refusal);
	const limits = call.socket ? rateLimitHeaders(call.socket.rateLimit.look(call.now)) : {};
	for (const [name, value] of Object.entries({ ...PRIVATE, ...limits })) response.headers.set(name, value);
	return request.method === 'HEAD' ? new Response(null, response) : response;
}

/** An address that is not there, whatever is tried on it. */
export function answerNowhere(request: Request, call: ApiCall, message: string): Promise<Response> {
	const nowhere = () => Promise.resolve(refuse({ status: 404, message }));
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	return answerCall(request, call, { [method]: nowhere });
}
