import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../../tests/support/fake-clock';
import { createRetryQuota, createThrottle, RETRIES, THROTTLE } from './load-control';
import { ownAnswer, type Outcome } from './outcome';

const trouble: Outcome = ownAnswer(503, null, 0);

function createSetup(random: () => number) {
	const clock = createFakeClock(0);
	return { clock, throttle: createThrottle({ ...THROTTLE, elapsed: clock.elapsed, random }) };
}

describe('the retry quota', () => {
	it('has one retry after a start, and earns one more with ten successes', () => {
		const quota = createRetryQuota(RETRIES);
		expect([quota.take(), quota.take()]).toEqual([true, false]);
		for (let success = 0; success < 9; success += 1) quota.earn();
		expect(quota.take()).toBe(false);
		quota.earn();
		expect([quota.take(), quota.take()]).toEqual([true, false]);
	});

	it('saves up no more than three', () => {
		const quota = createRetryQuota(RETRIES);
		for (let success = 0; success < 1_000; success += 1) quota.earn();
		expect([quota.take(), quota.take(), quota.take(), quota.take()]).toEqual([true, true, true, false]);
	});

	it('never adds more than a tenth of the successes, and what was there at the start', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (events) => {
				const quota = createRetryQuota(RETRIES);
				let retries = 0;
				let successes = 0;
				for (const isSuccess of events) {
					if (isSuccess) {
						quota.earn();
						successes += 1;
					} else if (quota.take()) retries += 1;
				}
				expect(retries).toBeLessThanOrEqual(1 + successes / 10);
			})
		);
	});
});

describe('the throttle', () => {
	it('lets everything through to a host that works', () => {
		const { throttle } = createSetup(() => 0);
		for (let call = 0; call < 100; call += 1) {
			expect(throttle.admit()).toBeNull();
			throttle.record(null);
		}
	});

	it('lets everything through to a host that fails now and then', () => {
		const { throttle } = createSetup(() => 0);
		for (let call = 0; call < 100; call += 1) {
			expect(throttle.admit()).toBeNull();
			throttle.record(call % 3 === 0 ? trouble : null);
		}
	});

	it('holds calls back from a host that only fails, and gives them what the host last came to', () => {
		const { throttle } = createSetup(() => 0);
		for (let call = 0; call < THROTTLE.fewest; call += 1) {
			expect(throttle.admit()).toBeNull();
			throttle.record(trouble);
		}
		expect(throttle.admit()).toBe(trouble);
	});

	it('lets one call in a second find out whether the host is back, and then all', () => {
		const { clock, throttle } = createSetup(() => 0);
		for (let call = 0; call < 50; call += 1) {
			throttle.admit();
			throttle.record(trouble);
		}
		clock.advance(THROTTLE.probe);
		expect(throttle.admit()).toBeNull();
		expect(throttle.admit()).toBe(trouble);
		throttle.record(null);
		expect(throttle.admit()).toBeNull();
		expect(throttle.admit()).toBeNull();
	});

	it('holds back by chance, the more the worse it is', () => {
		const heldBack = (roll: number) => {
			const { throttle } = createSetup(() => roll);
			for (let call = 0; call < 19; call += 1) {
				throttle.admit();
				throttle.record(trouble);
			}
			return throttle.admit() !== null;
		};
		// 19 calls without a success: (19 - 0) / 20.
		expect(heldBack(0.94)).toBe(true);
		expect(heldBack(0.96)).toBe(false);
	});

	it('forgets what is longer ago than its span', () => {
		const { clock, throttle } = createSetup(() => 0);
		for (let call = 0; call < 50; call += 1) throttle.record(trouble);
		clock.advance(THROTTLE.span);
		for (let call = 0; call < 3; call += 1) expect(throttle.admit()).toBeNull();
	});
});
