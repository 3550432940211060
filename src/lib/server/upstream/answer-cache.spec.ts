import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../../tests/support/fake-clock';
import { CACHE, createAnswerCache, type CacheLimits } from './answer-cache';
import { ownAnswer, type HostAnswer } from './outcome';
import { createSingleFlight, waitUnless } from './single-flight';

const answerOf = (bytes: number): HostAnswer => ({ ...ownAnswer(200, null, 0), body: Buffer.alloc(bytes) });

function createCache(limits: Partial<CacheLimits> = {}) {
	const clock = createFakeClock(0);
	return { clock, cache: createAnswerCache({ ...CACHE, ...limits }, clock.elapsed) };
}

describe('the answer cache', () => {
	it('keeps an answer fresh for a minute and at hand for a day', () => {
		const { clock, cache } = createCache();
		const answer = answerOf(3);
		cache.put('a', answer);
		clock.advance(59_999);
		const kept = cache.get('a');
		expect(kept?.answer).toBe(answer);
		expect(kept && cache.isFresh(kept)).toBe(true);
		clock.advance(1);
		expect(kept && cache.isFresh(kept)).toBe(false);
		clock.advance(86_400_000 - 60_001);
		expect(cache.get('a')).not.toBeNull();
		clock.advance(1);
		expect(cache.get('a')).toBeNull();
		expect(cache.bytes()).toBe(0);
	});

	it('lets the least recently used go when the bytes run out', () => {
		const { cache } = createCache({ bytes: 4_000 });
		for (const key of ['a', 'b', 'c']) cache.put(key, answerOf(500));
		cache.get('a');
		cache.put('d', answerOf(500));
		expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key) !== null)).toEqual([true, false, true, true]);
		expect(cache.bytes()).toBeLessThanOrEqual(4_000);
	});

	it('weighs an answer once when it is put in again, and keeps none that is too large', () => {
		const { cache } = createCache({ bytes: 4_000 });
		cache.put('a', answerOf(100));
		const once = cache.bytes();
		cache.put('a', answerOf(100));
		expect(cache.bytes()).toBe(once);
		cache.put('b', answerOf(5_000));
		expect(cache.get('b')).toBeNull();
		expect(cache.bytes()).toBe(0);
	});

	it('remembers a failure for five seconds, or until an answer comes', () => {
		const { clock, cache } = createCache();
		const failure = ownAnswer(503, null, 0);
		cache.putFailure('a', failure);
		cache.putFailure('b', failure);
		cache.put('b', answerOf(1));
		expect(cache.failure('b')).toBeNull();
		clock.advance(4_999);
		expect(cache.failure('a')).toBe(failure);
		clock.advance(1);
		expect(cache.failure('a')).toBeNull();
	});

	it('bounds the failures it remembers', () => {
		const { cache } = createCache({ failures: 2 });
		for (const key of ['a', 'b', 'c']) cache.putFailure(key, ownAnswer(503, null, 0));
		expect(['a', 'b', 'c'].map((key) => cache.failure(key) !== null)).toEqual([false, true, true]);
	});

	it('says of an old answer that its refresh failed, and when to try again', () => {
		const { clock, cache } = createCache();
		cache.put('a', answerOf(1));
		cache.refreshFailed('a');
		cache.refreshFailed('nothing');
		expect(cache.get('a')).toMatchObject({ refreshFailed: true, refreshAfter: clock.elapsed() + 5_000 });
		cache.put('a', answerOf(1));
		expect(cache.get('a')?.refreshFailed).toBe(false);
	});
});

describe('a single flight', () => {
	it('makes one run of many that ask at once, and another one after it', async () => {
		const flights = createSingleFlight<number>();
		let runs = 0;
		const start = async () => (runs += 1);
		expect(
			await Promise.all([flights.run('a', start), flights.run('a', start), flights.run('b', start)])
		).toEqual([1, 1, 2]);
		expect(await flights.run('a', start)).toBe(3);
	});

	it('lets a caller leave without stopping the run', async () => {
		const caller = new AbortController();
		let land = (_value: number): void => undefined;
		const run = new Promise<number>((resolve) => (land = resolve));
		const left = waitUnless(run, caller.signal);
		const stayed = waitUnless(run, undefined);
		caller.abort(new Error('gone'));
		await expect(left).rejects.toThrow('gone');
		await expect(waitUnless(run, caller.signal)).rejects.toThrow('gone');
		land(4);
		expect(await stayed).toBe(4);
	});
});
