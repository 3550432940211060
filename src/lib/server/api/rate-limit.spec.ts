import { describe, expect, it } from 'vitest';
import { createRateLimit, rateLimitHeaders } from './rate-limit';

const START = Date.UTC(2026, 4, 4, 12, 0, 0, 250);

describe('the rate limit', () => {
	it('allows the whole budget in one window, and not one call more', () => {
		const limit = createRateLimit(3, 60_000);
		const allowed = [0, 1, 2, 3, 59_999].map((later) => limit.take(START + later).allowed);
		expect(allowed).toEqual([true, true, true, false, false]);
	});

	it('is full again when the window ends, which is counted from its first call', () => {
		const limit = createRateLimit(1, 60_000);
		expect(limit.take(START)).toEqual({ allowed: true, limit: 1, remaining: 0, resetAt: START + 60_000 });
		expect(limit.take(START + 59_999).allowed).toBe(false);
		expect(limit.take(START + 60_000)).toMatchObject({ allowed: true, resetAt: START + 120_000 });
	});

	it('tells what is left without using any of it', () => {
		const limit = createRateLimit(2, 60_000);
		limit.take(START);
		expect(limit.look(START + 1)).toMatchObject({ allowed: true, remaining: 1 });
		expect(limit.look(START + 2)).toMatchObject({ allowed: true, remaining: 1 });
	});

	it('opens a new window when the clock is set back, so that nobody waits for the old one', () => {
		const limit = createRateLimit(1, 60_000);
		limit.take(START);
		expect(limit.take(START - 3_600_000)).toMatchObject({ allowed: true, resetAt: START - 3_540_000 });
	});

	it('writes its reset in whole UNIX seconds, never before the real one', () => {
		expect(rateLimitHeaders({ allowed: true, limit: 1000, remaining: 7, resetAt: 60_250 })).toEqual({
			'x-ratelimit-limit': '1000',
			'x-ratelimit-remaining': '7',
			'x-ratelimit-reset': '61'
		});
	});
});
