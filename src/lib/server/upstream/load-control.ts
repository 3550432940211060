import type { Outcome } from './outcome';

/** Leave to retry, earned by calls that went well: with it, retries never add much to a host in trouble. */
export type RetryQuota = { take: () => boolean; earn: () => void };

export type RetryOptions = { start: number; most: number; perSuccess: number };

/** One retry is free after a start; then one for every ten successes, of which three can be saved up. */
export const RETRIES: RetryOptions = { start: 1, most: 3, perSuccess: 0.1 };

export function createRetryQuota({ start, most, perSuccess }: RetryOptions): RetryQuota {
	let saved = start;
	return {
		take() {
			// Tenths do not add up to one exactly.
			if (saved < 1 - 1e-9) return false;
			saved -= 1;
			return true;
		},
		earn() {
			saved = Math.min(most, saved + perSuccess);
		}
	};
}

export type Throttle = {
	/** Null to go ahead, or what the host last came to, in place of asking it again. */
	admit: () => Outcome | null;
	/** Tell how an admitted call ended: null for well, else its outcome. */
	record: (trouble: Outcome | null) => void;
};

export type ThrottleOptions = {
	elapsed: () => number;
	/** From 0 up to 1. */
	random: () => number;
	/** How far back calls are counted, in milliseconds. */
	span: number;
	/** Calls are held back once there are more than so many of them for one that went well. */
	ratio: number;
	/** So few calls in the span prove nothing. */
	fewest: number;
	/** At least one call in so many milliseconds finds out whether the host is back. */
	probe: number;
};

export const THROTTLE = { span: 10_000, ratio: 2, fewest: 5, probe: 1_000 };

type Event = { at: number; isSuccess: boolean };

/**
 * Adaptive throttling after Beyer et al., Site Reliability Engineering (2016), chapter 21: a call is held back with
 * probability (calls − ratio × successes) / (calls + 1). A probe goes through every second, and the first success
 * after nothing but trouble clears the record, so that a host that is back is used again at once.
 */
export function createThrottle(options: ThrottleOptions): Throttle {
	const { elapsed, random, span, ratio, fewest, probe } = options;
	let events: Event[] = [];
	let lastTrouble: Outcome | null = null;
	let admittedAt = Number.NEGATIVE_INFINITY;

	function recent(): Event[] {
		events = events.filter(({ at }) => at + span > elapsed());
		return events;
	}

	function heldBack(): boolean {
		const calls = recent().length;
		const successes = events.filter(({ isSuccess }) => isSuccess).length;
		if (calls < fewest || elapsed() - admittedAt >= probe) return false;
		return random() < (calls - ratio * successes) / (calls + 1);
	}

	return {
		admit() {
			if (lastTrouble !== null && heldBack()) return lastTrouble;
			admittedAt = elapsed();
			return null;
		},
		record(trouble) {
			const isSuccess = trouble === null;
			if (trouble !== null) lastTrouble = trouble;
			if (isSuccess && !recent().some((event) => event.isSuccess)) events = [];
			events.push({ at: elapsed(), isSuccess });
		}
	};
}
