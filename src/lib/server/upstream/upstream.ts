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
import { isGood, isRefusal, toResponse, type Outcome } from './outcome';
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

	/**
	 * One call for everybody who asks this question now; what comes of it is kept before anybody hears of it. Nobody
	 * who waits for an answer joins a call in the background, which may be waiting for its place in the budget.
	 */
	function ask(key: string, question: Question, priority: Priority): Promise<Outcome> {
		return flights.run(`${priority} ${key}`, async () => {
			const { outcome, wasSent } = await call(question, priority);
			keep(key, outcome, wasSent);
			return outcome;
		});
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
	 * Cases in order: a fresh answer; an old one, while a newer one is fetched behind it; a failure of a moment ago;
	 * a call.
	 */
	const fetch: CommunityFetch = async (input, { method, headers, body, signal, isReadable }) => {
		const url = checkTarget(input);
		const question: Question = { url, method, headers, body, isReadable };
		const key = `${scope} ${method} ${url.href} ${canonical(body)}`;
		const kept = cache.get(key);
		if (kept !== null) {
			const isDue = !cache.isFresh(kept) && clock.elapsed() >= kept.refreshAfter;
			if (isDue) void ask(key, question, 'background');
			return toResponse(kept.answer, kept.refreshFailed);
		}
		const failure = cache.failure(key);
		if (failure !== null) return toResponse(failure, false);
		return toResponse(await waitUnless(ask(key, question, 'interactive'), signal), false);
	};

	return { fetch, budget: budget.state, close: () => dispatcher.close() };
}
