import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf } from './buckets';
import { addDays } from './local-day';
import { resolveSpan } from './resolve-range';
import { rollUp } from './roll-up';

const MINUTE = 60_000;

describe('rollUp', () => {
	const days = (from: string, to: string, timeZone = 'UTC') =>
		bucketsOf(resolveSpan({ from, to }, timeZone), 'DAY', { timeZone, weekStart: 'monday' });
	const sum = (members: { value: number }[]) => members.reduce((total, { value }) => total + value, 0);

	it('counts every hour of a local day of 23, 24 or 25 hours once', () => {
		const buckets = days('2026-10-31', '2026-11-02', 'America/New_York');
		const start = buckets[0]?.start ?? 0;
		const hours = Array.from({ length: 73 }, (_, index) => ({
			start: start + index * 60 * MINUTE,
			value: 1
		}));
		expect(rollUp(hours, buckets, sum)).toEqual([24, 25, 24]);
	});

	it('puts the week that began before the range into its first bucket', () => {
		const range = resolveSpan({ from: '2026-11-04', to: '2026-11-15' }, 'UTC');
		const weeks = bucketsOf(range, 'WEEK', { timeZone: 'UTC', weekStart: 'monday' });
		const sources = [
			{ start: Date.UTC(2026, 10, 2), value: 5 },
			{ start: Date.UTC(2026, 10, 9), value: 7 }
		];
		expect(rollUp(sources, weeks, sum)).toEqual([5, 7]);
		expect(rollUp(sources.slice(0, 1), weeks, sum)).toEqual([5, 0]);
	});

	it('leaves out what lies wholly before or after', () => {
		const buckets = days('2026-11-04', '2026-11-05');
		const sources = [2, 3, 4, 5, 6, 7].map((day) => ({ start: Date.UTC(2026, 10, day), value: day }));
		expect(rollUp(sources, buckets, sum)).toEqual([4, 5]);
	});

	it('gives an empty list where the host sent nothing, so that missing can differ from zero', () => {
		const buckets = days('2026-11-03', '2026-11-05');
		const sources = [{ start: Date.UTC(2026, 10, 4), value: 0 }];
		expect(rollUp(sources, buckets, (members) => (members.length === 0 ? null : sum(members)))).toEqual([
			null,
			0,
			null
		]);
	});

	it('of nothing is nothing for each bucket, and into no bucket nothing', () => {
		expect(rollUp([], days('2026-11-03', '2026-11-04'), sum)).toEqual([0, 0]);
		expect(rollUp([{ start: 0, value: 1 }], [], sum)).toEqual([]);
	});

	it('keeps the total of what the range holds, in every zone', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
				fc.integer({ min: 0, max: 4000 }).map((number) => addDays('2020-01-01', number)),
				fc.array(fc.nat(100), { minLength: 96, maxLength: 700 }),
				(timeZone, from, counts) => {
					const range = resolveSpan({ from, to: addDays(from, 5) }, timeZone);
					const sources = counts.map((value, index) => ({ start: range.start + index * 15 * MINUTE, value }));
					const expected = sum(sources.filter(({ start }) => start < range.end));
					const buckets = bucketsOf(range, 'DAY', { timeZone, weekStart: 'monday' });
					expect(rollUp(sources, buckets, sum).reduce((total, value) => total + value, 0)).toBe(expected);
				}
			)
		);
	});
});
