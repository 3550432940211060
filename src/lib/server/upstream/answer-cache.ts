import type { HostAnswer, Outcome } from './outcome';

/** An answer that was kept; times are `elapsed` milliseconds. */
export type Kept = {
	answer: HostAnswer;
	keptAt: number;
	/** Whether the newest attempt at something newer failed. */
	refreshFailed: boolean;
	/** No refresh before this. */
	refreshAfter: number;
};

/** Milliseconds and bytes. */
export type CacheLimits = { soft: number; hard: number; negative: number; bytes: number; failures: number };

export const CACHE: CacheLimits = {
	soft: 60_000,
	hard: 86_400_000,
	negative: 5_000,
	bytes: 64 * 1_048_576,
	failures: 2_000
};

/** What an entry weighs beside its body and its key. */
const OVERHEAD = 512;

export type AnswerCache = {
	/** A kept answer that is not older than the hard limit. */
	get: (key: string) => Kept | null;
	isFresh: (kept: Kept) => boolean;
	put: (key: string, answer: HostAnswer) => void;
	/** A newer answer was asked for and could not be had: the old one stays, and says so. */
	refreshFailed: (key: string) => void;
	/** What failed a moment ago, and would fail again. */
	failure: (key: string) => Outcome | null;
	putFailure: (key: string, outcome: Outcome) => void;
	remove: (key: string) => void;
	bytes: () => number;
};

/**
 * Answers by question: fresh, then still good enough while a newer one is fetched, then gone. The least recently
 * used go first when the bytes run out. A Map keeps its keys in order of insertion, so putting a key back in makes
 * it the most recent.
 */
export function createAnswerCache(limits: CacheLimits, elapsed: () => number): AnswerCache {
	const kept = new Map<string, Kept>();
	const failures = new Map<string, { outcome: Outcome; until: number }>();
	let bytes = 0;

	const weightOf = (key: string, { answer }: Kept) => answer.body.length + 2 * key.length + OVERHEAD;

	function remove(key: string): void {
		const entry = kept.get(key);
		if (entry === undefined) return;
		bytes -= weightOf(key, entry);
		kept.delete(key);
	}

	function makeRoom(): void {
		for (const key of kept.keys()) {
			if (bytes <= limits.bytes) return;
			remove(key);
		}
	}

	return {
		get(key) {
			const entry = kept.get(key);
			if (entry === undefined) return null;
			if (elapsed() - entry.keptAt >= limits.hard) {
				remove(key);
				return null;
			}
			kept.delete(key);
			kept.set(key, entry);
			return entry;
		},
		isFresh: ({ keptAt }) => elapsed() - keptAt < limits.soft,
		put(key, answer) {
			remove(key);
			failures.delete(key);
			const entry: Kept = { answer, keptAt: elapsed(), refreshFailed: false, refreshAfter: 0 };
			kept.set(key, entry);
			bytes += weightOf(key, entry);
			makeRoom();
		},
		refreshFailed(key) {
			const entry = kept.get(key);
			if (entry === undefined) return;
			entry.refreshFailed = true;
			entry.refreshAfter = elapsed() + limits.negative;
		},
		failure(key) {
			const entry = failures.get(key);
			if (entry !== undefined && elapsed() < entry.until) return entry.outcome;
			failures.delete(key);
			return null;
		},
		putFailure(key, outcome) {
			failures.delete(key);
			failures.set(key, { outcome, until: elapsed() + limits.negative });
			const [oldest] = failures.keys();
			if (failures.size > limits.failures && oldest !== undefined) failures.delete(oldest);
		},
		remove,
		bytes: () => bytes
	};
}
