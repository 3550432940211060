import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../../tests/support/fake-clock';
import { createRequestBudget, type Permit, type Priority } from './request-budget';

const NOW = Date.UTC(2026, 4, 4, 12);

function createBudget(capacity = 10, reserve = 0) {
	const clock = createFakeClock(NOW);
	return { clock, budget: createRequestBudget({ clock, capacity, window: 60_000, reserve }) };
}

/** Ask, and look at what has been answered so far. */
function asker(budget: ReturnType<typeof createBudget>['budget']) {
	const permits: Permit[] = [];
	const granted: Priority[] = [];
	return {
		permits,
		granted,
		ask: (priority: Priority = 'interactive', wait = 0) => {
			void budget.take(priority, wait).then((permit) => {
				permits.push(permit);
				if (permit.granted) granted.push(priority);
			});
		},
		settle: () => new Promise((resolve) => setImmediate(resolve))
	};
}

const limits = (remaining: number, resetIn: number, limit = 100) =>
	new Headers({
		'x-ratelimit-limit': String(limit),
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': String((NOW + resetIn) / 1000)
	});

describe('the budget of a minute', () => {
	it('grants its capacity, then says when the first call comes back', async () => {
		const { clock, budget } = createBudget(2);
		expect(await budget.take('interactive', 0)).toEqual({ granted: true });
		clock.advance(20_000);
		expect(await budget.take('interactive', 0)).toEqual({ granted: true });
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 40 });
		clock.advance(40_000);
		expect(await budget.take('interactive', 0)).toEqual({ granted: true });
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 20 });
	});

	it('never lets more calls through in any minute than its capacity', async () => {
		const steps = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 20, maxLength: 80 });
		await fc.assert(
			fc.asyncProperty(steps, async (pauses) => {
				const { clock, budget } = createBudget(5);
				const calls: number[] = [];
				for (const pause of pauses) {
					clock.advance(pause);
					if ((await budget.take('interactive', 0)).granted) calls.push(clock.elapsed());
				}
				for (const start of calls) {
					expect(calls.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(5);
				}
			})
		);
	});

	it('waits for a call that comes back in time, and refuses one that does not', async () => {
		const { clock, budget } = createBudget(1);
		const { ask, permits, settle } = asker(budget);
		ask();
		clock.advance(59_000);
		ask('interactive', 2_000);
		ask('interactive', 2_000);
		await settle();
		expect(permits).toEqual([{ granted: true }]);
		clock.advance(1_000);
		await settle();
		expect(permits).toEqual([{ granted: true }, { granted: true }]);
		clock.advance(1_000);
		await settle();
		expect(permits[2]).toEqual({ granted: false, retryAfter: 59 });
		expect(clock.pending()).toBe(0);
	});

	it('serves interactive calls before background ones, and leaves them its reserve', async () => {
		const { clock, budget } = createBudget(5, 0.4);
		const { ask, granted, settle } = asker(budget);
		for (let call = 0; call < 4; call += 1) ask('background', 60_000);
		await settle();
		expect(granted).toEqual(['background', 'background', 'background']);
		ask('interactive', 60_000);
		ask('interactive', 60_000);
		ask('interactive', 60_000);
		await settle();
		expect(granted.slice(3)).toEqual(['interactive', 'interactive']);
		clock.advance(60_000);
		await settle();
		expect(granted.slice(5)).toEqual(['interactive', 'background']);
	});
});

describe('what the host says about its budget', () => {
	it('lowers ours to nine tenths of its limit', () => {
		const { budget } = createBudget(900);
		budget.sync(limits(60, 30_000, 60));
		expect(budget.state()).toMatchObject({ limit: 54, remaining: 54 });
		budget.sync(limits(1000, 30_000, 1000));
		expect(budget.state().limit).toBe(900);
	});

	it('lowers what remains until the reset, and never raises it before', async () => {
		const { clock, budget } = createBudget(100);
		budget.sync(limits(12, 30_000));
		expect(budget.state()).toMatchObject({ remaining: 2, resetsAt: NOW + 30_000 });
		budget.sync(limits(90, 30_000));
		expect(budget.state().remaining).toBe(2);
		await budget.take('interactive', 0);
		await budget.take('interactive', 0);
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 30 });
		clock.advance(30_000);
		expect(budget.state().remaining).toBe(88);
	});

	it('takes the later reset for a new window', () => {
		const { clock, budget } = createBudget(100);
		budget.sync(limits(10, 1_000));
		expect(budget.state().remaining).toBe(0);
		clock.advance(500);
		budget.sync(limits(70, 60_000));
		expect(budget.state().remaining).toBe(60);
	});

	it('stops all calls for as long as a 429 says, and never for more than the reset', async () => {
		const { clock, budget } = createBudget(100);
		budget.exhaust(7);
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 7 });
		expect(budget.state()).toEqual({ remaining: 0, limit: 100, resetsAt: NOW + 7_000 });
		clock.advance(7_000);
		expect(await budget.take('interactive', 0)).toEqual({ granted: true });
	});

	it.each([
		['an absurd reset', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999999' }],
		['no reset', { 'x-ratelimit-remaining': '0' }]
	])('waits a minute at most for %s', async (_what, headers) => {
		const { clock, budget } = createBudget(100);
		budget.sync(new Headers(headers));
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 60 });
		clock.advance(60_000);
		expect((await budget.take('interactive', 0)).granted).toBe(true);
	});

	it.each<Record<string, string>>([
		{},
		{ 'x-ratelimit-remaining': '-1' },
		{ 'x-ratelimit-remaining': 'many' },
		{ 'x-ratelimit-limit': '0' }
	])('is not lowered by %j', (headers) => {
		const { budget } = createBudget(100);
		budget.sync(new Headers(headers));
		expect(budget.state()).toEqual({ remaining: 100, limit: 100, resetsAt: null });
	});

	it('is judged by the host’s own clock, and no jump of ours loses or lengthens the wait', async () => {
		const { clock, budget } = createBudget(100);
		clock.jumpWall(-86_400_000);
		const headers = limits(0, 20_000);
		headers.set('date', new Date(NOW).toUTCString());
		budget.sync(headers);
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 20 });
		clock.jumpWall(10 * 86_400_000);
		expect(await budget.take('interactive', 0)).toEqual({ granted: false, retryAfter: 20 });
	});
});
