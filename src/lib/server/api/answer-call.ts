import type { Secret } from '$lib/server/secret';
import type { Store } from '$lib/server/store/store';
import { bringsToken } from './bearer';
import { rateLimitHeaders, type RateLimit } from './rate-limit';
import { refusalOfFailure, refusalResponse, type Outcome, type Refusal } from './refusal';

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

/** `ANY` is for addresses that are not there, whatever is tried on them. */
type Method = 'GET' | 'POST' | 'ANY';

const PRIVATE = { 'cache-control': 'private, no-store' };

/** Why this call may not ask at all. Cases in order: no or wrong token, budget used up, wrong method. */
function refusalBefore(request: Request, call: ApiCall, method: Method): Refusal | null {
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
	return isAllowed(request.method, method) ? null : wrongMethod(method);
}

function isAllowed(given: string, method: Method): boolean {
	return method === 'ANY' || given === method || (method === 'GET' && given === 'HEAD');
}

function wrongMethod(method: Method): Refusal {
	const allow = method === 'GET' ? 'GET, HEAD' : method;
	return { status: 405, message: `This address takes ${allow} only.`, headers: { allow } };
}

async function settle<T>(
	call: ApiCall,
	method: Method,
	answer: () => Promise<Outcome<T>>
): Promise<Outcome<T>> {
	try {
		return await answer();
	} catch (cause) {
		const refusal = refusalOfFailure(cause, method === 'POST' ? 'json' : 'query');
		if (refusal.status >= 500) call.report(cause);
		return { ok: false, refusal };
	}
}

function answerResponse(value: unknown, now: number): Response {
	return Response.json(value, { headers: { 'x-undertone-as-of': new Date(now).toISOString() } });
}

/**
 * What every endpoint has in common: who may ask and how often, the envelope of a refusal, the headers of every
 * response. Never rejects.
 */
export async function answerCall<T>(
	request: Request,
	call: ApiCall,
	method: Method,
	answer: () => Promise<Outcome<T>>
): Promise<Response> {
	const refusal = refusalBefore(request, call, method);
	const outcome = refusal ? { ok: false as const, refusal } : await settle(call, method, answer);
	const response = outcome.ok ? answerResponse(outcome.value, call.now) : refusalResponse(outcome.refusal);
	const limits = call.socket ? rateLimitHeaders(call.socket.rateLimit.look(call.now)) : {};
	for (const [name, value] of Object.entries({ ...PRIVATE, ...limits })) response.headers.set(name, value);
	return request.method === 'HEAD' ? new Response(null, response) : response;
}
