import { secondsUntilReset } from '$lib/community/retry-hint';
import type { Clock } from './clock';

export type Priority = 'interactive' | 'background';

/** `resetsAt` is when the budget is full again, in milliseconds since 1970, or null when it is full. */
export type BudgetState = { remaining: number; limit: number; resetsAt: number | null };

/** Leave for one call, or the seconds after which it makes sense to ask again. */
export type Permit = { granted: true } | { granted: false; retryAfter: number };

export type RequestBudget = {
	/** Take one call out of the budget, waiting for it at most so many milliseconds. */
	take: (priority: Priority, longestWait: number) => Promise<Permit>;
	/** Adjust to the rate limit headers of an answer; never upwards within one window. */
	sync: (headers: Headers) => void;
	/** The host said that its budget is used up, for so many seconds. */
	exhaust: (seconds: number) => void;
	state: () => BudgetState;
};

export type BudgetOptions = {
	clock: Clock;
	/** Calls in any span of `window` milliseconds. */
	capacity: number;
	window: number;
	/** The part of the capacity that background calls leave to interactive ones. */
	reserve: number;
};

export const BUDGET = { capacity: 900, window: 60_000, reserve: 0.2 };

/** The part of the host's own limit that is used; the rest absorbs calls in flight, which no header counts yet. */
const SHARE = 0.9;
/** Headers of one window differ by rounding; a reset that is later than this is another window. */
const SAME_WINDOW = 1_500;

type Ceiling = { remaining: number; until: number };
type Waiter = { priority: Priority; settle: (permit: Permit) => void };

function readNumber(headers: Headers, name: string): number | null {
	const text = headers.get(name)?.trim() ?? '';
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * A bucket of tokens, each of which comes back one window after it was taken: so no span of that length ever holds
 * more calls than the capacity, which a bucket that is refilled drop by drop allows. What the host says about its
 * own budget lowers it until the host's reset. Interactive calls go before background ones.
 */
export function createRequestBudget({ clock, capacity, window, reserve }: BudgetOptions): RequestBudget {
	let limit = capacity;
	let taken: number[] = [];
	let ceiling: Ceiling | null = null;
	let cancelWake: (() => void) | null = null;
	const waiting: Record<Priority, Waiter[]> = { interactive: [], background: [] };

	function prune(): void {
		const now = clock.elapsed();
		const firstLive = taken.findIndex((at) => at + window > now);
		taken = firstLive === -1 ? [] : taken.slice(firstLive);
		if (ceiling !== null && ceiling.until <= now) ceiling = null;
	}

	function available(priority: Priority): number {
		const own = Math.min(limit - taken.length, ceiling?.remaining ?? Infinity);
		return priority === 'interactive' ? own : own - Math.floor(limit * reserve);
	}

	/** When the next token that such a call may use comes back, if `ahead` others are served before it. */
	function freeAt(priority: Priority, ahead: number): number {
		const kept = priority === 'interactive' ? 0 : Math.floor(limit * reserve);
		const index = taken.length - limit + kept + ahead;
		const own = index < 0 ? clock.elapsed() : (taken[Math.min(index, taken.length - 1)] ?? 0) + window;
		const isCapped = ceiling !== null && ceiling.remaining - kept - ahead < 1;
		return Math.max(own, isCapped ? (ceiling?.until ?? 0) : 0);
	}

	function use(): void {
		taken.push(clock.elapsed());
		if (ceiling !== null) ceiling.remaining -= 1;
	}

	function serve(): void {
		prune();
		for (const priority of ['interactive', 'background'] as const) {
			while (waiting[priority].length > 0 && available(priority) >= 1) {
				use();
				waiting[priority].shift()?.settle({ granted: true });
			}
		}
		wakeLater();
	}

	function wakeLater(): void {
		cancelWake?.();
		cancelWake = null;
		const next = (['interactive', 'background'] as const).filter((priority) => waiting[priority].length > 0);
		if (next.length === 0) return;
		const soonest = Math.min(...next.map((priority) => freeAt(priority, 0)));
		cancelWake = clock.after(Math.max(1, soonest - clock.elapsed()), serve);
	}

	function refuse(priority: Priority, ahead: number): Permit {
		const seconds = (freeAt(priority, ahead) - clock.elapsed()) / 1000;
		return { granted: false, retryAfter: Math.min(60, Math.max(1, Math.ceil(seconds))) };
	}

	function enqueue(priority: Priority, longestWait: number): Promise<Permit> {
		return new Promise((resolve) => {
			const waiter: Waiter = {
				priority,
				settle: (permit) => {
					giveUp();
					resolve(permit);
				}
			};
			const giveUp = clock.after(longestWait, () => {
				// What comes back at this very moment still counts.
				serve();
				if (!waiting[priority].includes(waiter)) return;
				waiting[priority] = waiting[priority].filter((other) => other !== waiter);
				waiter.settle(refuse(priority, waiting[priority].length));
				wakeLater();
			});
			waiting[priority].push(waiter);
			wakeLater();
		});
	}

	return {
		async take(priority, longestWait) {
			prune();
			const ahead = waiting.interactive.length + (priority === 'background' ? waiting.background.length : 0);
			if (ahead === 0 && available(priority) >= 1) {
				use();
				return { granted: true };
			}
			if (freeAt(priority, ahead) - clock.elapsed() > longestWait) return refuse(priority, ahead);
			return enqueue(priority, longestWait);
		},
		sync(headers) {
			const said = readNumber(headers, 'x-ratelimit-remaining');
			const whole = readNumber(headers, 'x-ratelimit-limit');
			const usable = whole === null || whole === 0 ? null : Math.max(1, Math.floor(whole * SHARE));
			if (usable !== null) limit = Math.min(capacity, usable);
			if (said === null) return;
			prune();
			const margin = whole === null || usable === null ? 0 : whole - usable;
			const until = clock.elapsed() + (secondsUntilReset(headers, clock.wall()) ?? window / 1000) * 1000;
			const isSame = ceiling !== null && until < ceiling.until + SAME_WINDOW;
			const remaining = Math.max(0, said - margin);
			ceiling =
				isSame && ceiling
					? { until: ceiling.until, remaining: Math.min(ceiling.remaining, remaining) }
					: { until, remaining };
		},
		exhaust(seconds) {
			ceiling = { remaining: 0, until: clock.elapsed() + seconds * 1000 };
		},
		state() {
			prune();
			const last = taken.at(-1);
			const fullAt = Math.max(ceiling?.until ?? 0, last === undefined ? 0 : last + window);
			const remaining = Math.max(0, available('interactive'));
			return { remaining, limit, resetsAt: fullAt === 0 ? null : clock.wall() + fullAt - clock.elapsed() };
		}
	};
}
