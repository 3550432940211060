import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { CommunityFetch } from '$lib/community/exchange';
import type { UpstreamSettings } from '$lib/server/settings';
import { CACHE, createAnswerCache, type CacheLimits } from './answer-cache';
import type { Clock } from './clock';
import { createAgent, LIMITS, type Limits } from './dispatch';
import { createCaller, type Question } from './caller';
import {
	createRetryQuota,
	createThrottle,
	RETRIES,
	THROTTLE,
	type RetryOptions,
	type ThrottleOptions
} from './load-control';
import { isGood, isRefusal, isTrouble, toResponse, type Outcome } from './outcome';
import {
	BUDGET,
	createRequestBudget,
	type BudgetOptions,
	type BudgetState,
	type Priority
} from './request-budget';
import { createSingleFlight, waitUnless } from './single-flight';
import { createTargetCheck } from './target';

export type UpstreamOptions = {
	settings: UpstreamSettings;
	clock: Clock;
	/** From 0 up to 1; spreads retries. */
	random: () => number;
	limits?: Partial<Limits>;
	cache?: Partial<CacheLimits>;
	budget?: Partial<Omit<BudgetOptions, 'clock'>>;
	retries?: Partial<RetryOptions>;
	throttle?: Partial<Omit<ThrottleOptions, 'elapsed' | 'random'>>;
	/** In place of the pools of connections, for tests. */
	dispatcher?: Dispatcher;
};

/** The live host: a fetch for the client, what is left of the minute's budget, and the end of it. */
export type Upstream = {
	fetch: CommunityFetch;
	budget: () => BudgetState;
	/** Close the connections. Calls in flight end first. */
	close: () => Promise<void>;
};

/** JSON in one wording: keys in order, so that equal questions have equal keys. */
function canonical(body: string | undefined): string {
	if (body === undefined) return '';
	return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
			: value
	);
}

/** Answers of one token are never given to another one. */
function scopeOf({ token }: UpstreamSettings): string {
	return token === null
		? 'open'
		: createHash('sha256').update(token.reveal()).digest('base64url').slice(0, 22);
}

/** Somebody who knows that the host is slow waits for its first byte as long as for the last. */
function patienceOf({ callTimeout }: UpstreamSettings): Partial<Limits> {
	return callTimeout === undefined ? {} : { callTimeout, headersTimeout: callTimeout };
}

/**
 * The client of the live Community API: its own cache, one call per question however many ask, a budget shared by
 * all calls, one retry, and limits on everything a host can do wrong. It throws what the transport throws and
 * answers what the host answers; giving that a name is the business of the client in lib/community.
 */
export function createUpstream(options: UpstreamOptions): Upstream {
	const { settings, clock, random } = options;
	const limits: Limits = { ...LIMITS, ...patienceOf(settings), ...options.limits };
	const checkTarget = createTargetCheck(settings);
	const scope = scopeOf(settings);
	const cache = createAnswerCache({ ...CACHE, ...options.cache }, clock.elapsed);
	const budget = createRequestBudget({ ...BUDGET, ...options.budget, clock });
	const dispatcher = options.dispatcher ?? createAgent(limits, settings.allowHttp);
	const flights = createSingleFlight<Outcome>();
	const call = createCaller({
		dispatcher,
		limits,
		clock,
		random,
		budget,
		token: settings.token,
		quota: createRetryQuota({ ...RETRIES, ...options.retries }),
		throttle: createThrottle({ ...THROTTLE, ...options.throttle, elapsed: clock.elapsed, random })
	});

	/** How many writes have begun or ended: what was asked before one of them may not show what it wrote. */
	let writes = 0;
	let wroteAt = Number.NEGATIVE_INFINITY;

	function noteWrite(): void {
		writes += 1;
		wroteAt = clock.elapsed();
	}

	/**
	 * One call for everybody who asks this question now; what comes of it is kept before anybody hears of it, unless
	 * something was written meanwhile. Nobody who waits for an answer joins a call in the background, which may be
	 * waiting for its place in the budget.
	 */
	function ask(key: string, question: Question, priority: Priority): Promise<Outcome> {
		const before = writes;
		return flights.run(`${priority} ${before} ${key}`, async () => {
			const { outcome, wasSent } = await call(question, priority);
			if (before === writes) keep(key, outcome, wasSent);
			return outcome;
		});
	}

	/** A call that changes something: made for this caller alone, whatever it comes to, and never kept. */
	async function order(question: Question, signal: AbortSignal | undefined): Promise<Response> {
		signal?.throwIfAborted();
		noteWrite();
		try {
			return toResponse((await call(question, 'interactive')).outcome, false);
		} finally {
			noteWrite();
		}
	}

	/** A refusal takes the old answer away: nobody sees for a day what the token may no longer see. */
	function keep(key: string, outcome: Outcome, wasSent: boolean): void {
		if (isGood(outcome)) return cache.put(key, outcome);
		if (isRefusal(outcome)) cache.remove(key);
		cache.refreshFailed(key);
		// The budget knows better than a kept 429 for how long the host wants to be left alone.
		const isRateLimited = outcome.kind === 'answer' && outcome.status === 429;
		if (wasSent && !isRateLimited) cache.putFailure(key, outcome);
	}

	/**
	 * Cases in order: something to be written; a fresh answer; an old one, while a newer one is fetched behind it; a
	 * failure of a moment ago; a call. An answer from before the last write is given only where the host is in trouble:
	 * whoever has just replied or closed something wants to see it.
	 */
	const fetch: CommunityFetch = async (input, init) => {
		const { method, headers, body, signal, isReadable, isWrite = false } = init;
		const url = checkTarget(input);
		const question: Question = { url, method, headers, body, isReadable, isWrite };
		if (isWrite) return order(question, signal);
		const key = `${scope} ${method} ${url.href} ${canonical(body)}`;
		const kept = cache.get(key);
		const isOutdated = kept !== null && kept.keptAt <= wroteAt;
		if (kept !== null && !isOutdated) {
			const isDue = !cache.isFresh(kept) && clock.elapsed() >= kept.refreshAfter;
			if (isDue) void ask(key, question, 'background');
			return toResponse(kept.answer, kept.refreshFailed);
		}
		const failure = cache.failure(key);
		if (failure !== null) return toResponse(failure, false);
		const outcome = await waitUnless(ask(key, question, 'interactive'), signal);
		if (isOutdated && isTrouble(outcome)) return toResponse(kept.answer, true);
		return toResponse(outcome, false);
	};

	return { fetch, budget: budget.state, close: () => dispatcher.close() };
}
