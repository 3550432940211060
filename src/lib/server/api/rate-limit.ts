/** What the rate limit says about one call. `resetAt` is in milliseconds since 1970. */
export type Allowance = { allowed: boolean; limit: number; remaining: number; resetAt: number };

/** A budget of calls that is full again at the end of each window. */
export type RateLimit = {
	/** Use up one call. */
	take: (now: number) => Allowance;
	/** What is left, without using any of it. */
	look: (now: number) => Allowance;
};

const CALLS_PER_MINUTE = 1000;
const MINUTE = 60_000;

/**
 * A fixed window, as the contract's headers describe it: it opens with the first call and a full budget, and ends
 * a minute later. A clock that was set back opens a new window, so that nobody waits longer than one.
 */
export function createRateLimit(limit: number = CALLS_PER_MINUTE, windowLength: number = MINUTE): RateLimit {
	let openedAt = Number.NEGATIVE_INFINITY;
	let used = 0;

	function open(now: number) {
		if (now >= openedAt && now < openedAt + windowLength) return;
		openedAt = now;
		used = 0;
	}

	const allowance = (allowed: boolean): Allowance => ({
		allowed,
		limit,
		remaining: Math.max(0, limit - used),
		resetAt: openedAt + windowLength
	});

	return {
		take(now) {
			open(now);
			const allowed = used < limit;
			if (allowed) used += 1;
			return allowance(allowed);
		},
		look(now) {
			open(now);
			return allowance(used < limit);
		}
	};
}

/** The three headers that every response over a socket carries; the reset is in UNIX seconds. */
export function rateLimitHeaders({ limit, remaining, resetAt }: Allowance): Record<string, string> {
	return {
		'x-ratelimit-limit': String(limit),
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': String(Math.ceil(resetAt / 1000))
	};
}
