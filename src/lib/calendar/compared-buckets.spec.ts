import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scale } from '$lib/community/vocabulary';
import type { Comparison, DaySpan } from '$lib/filters/filters';
import { bucketsOf } from './buckets';
import { comparedBuckets, comparedDay } from './compared-buckets';
import { comparisonSpan, resolveComparison } from './comparison';
import { addDays } from './local-day';
import { resolveSpan } from './resolve-range';

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const FAR = Date.UTC(2099, 0, 1);

function compared(
	comparison: Comparison,
	span: DaySpan,
	{ scale = 'DAY' as Scale, timeZone = 'UTC', asOf = FAR } = {}
) {
	const range = resolveSpan(span, timeZone);
	const days = resolveComparison(comparison, range, { timeZone, asOf });
	if (days === null) throw new Error('there is a comparison');
	const buckets = bucketsOf(range, scale, { timeZone, weekStart: 'monday' });
	const found = comparedBuckets(buckets, { comparison, range, compared: days, scale, timeZone });
	return { buckets, days, found };
}

describe('the day that a day is compared with', () => {
	const dayOf = (comparison: Comparison, range: DaySpan, day: string) => {
		const span = comparisonSpan(comparison, range);
		if (span === null) throw new Error('there is a comparison');
		return comparedDay(comparison, range, span)(day);
	};
	const november = { from: '2026-10-26', to: '2026-11-22' };

	it('is a Saturday for a Saturday a year ago, unless the date is asked for', () => {
		expect(dayOf({ kind: 'year', match: 'weekday' }, november, '2026-11-21')).toBe('2025-11-22');
		expect(dayOf({ kind: 'year', match: 'date' }, november, '2026-11-21')).toBe('2025-11-21');
	});

	it('keeps the place within days of one’s own by the date, and the weekday by the weekday', () => {
		const span = { from: '2026-03-04', to: '2026-03-31' };
		expect(dayOf({ kind: 'custom', span, match: 'date' }, november, '2026-10-26')).toBe('2026-03-04');
		expect(dayOf({ kind: 'custom', span, match: 'weekday' }, november, '2026-10-26')).toBe('2026-03-09');
	});
});

describe('compared buckets', () => {
	it('follow the days of the range, not the calendar of the compared days', () => {
		const { found } = compared(
			{ kind: 'previous', match: 'weekday' },
			{ from: '2026-10-26', to: '2026-11-22' },
			{ scale: 'WEEK' }
		);
		expect(found.map((bucket) => [bucket?.from, bucket?.to])).toEqual([
			['2026-09-28', '2026-10-04'],
			['2026-10-05', '2026-10-11'],
			['2026-10-12', '2026-10-18'],
			['2026-10-19', '2026-10-25']
		]);
	});

	it('end with the same time of the same day while the range goes on, and hold nothing of later days', () => {
		const { found } = compared(
			{ kind: 'previous', match: 'date' },
			{ from: '2026-11-21', to: '2026-11-24' },
			{ asOf: Date.UTC(2026, 10, 22, 9, 30) }
		);
		expect(found[0]).toMatchObject({ from: '2026-11-17', partial: false });
		expect(found[1]).toMatchObject({
			from: '2026-11-18',
			end: Date.UTC(2026, 10, 18, 9, 30),
			partial: true
		});
		expect(found.slice(2)).toEqual([null, null]);
	});

	it('meet the hour of the same local time where the clocks changed in between', () => {
		const timeZone = 'America/New_York';
		const { buckets, found } = compared(
			{ kind: 'previous', match: 'weekday' },
			{ from: '2026-03-08', to: '2026-03-08' },
			{ scale: 'HOUR', timeZone }
		);
		expect(buckets).toHaveLength(23);
		const hour = (instant: number | undefined) =>
			new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant);
		expect(found.map((bucket) => hour(bucket?.start))).toEqual(buckets.map((bucket) => hour(bucket.start)));
	});

	it('leave the second of two equal hours, and one that the clocks left out, without a counterpart', () => {
		const timeZone = 'America/New_York';
		const autumn = compared(
			{ kind: 'previous', match: 'date' },
			{ from: '2026-11-01', to: '2026-11-01' },
			{ scale: 'HOUR', timeZone }
		);
		expect(autumn.found.flatMap((bucket, index) => (bucket === null ? [index] : []))).toEqual([2]);
		const spring = compared(
			{ kind: 'previous', match: 'date' },
			{ from: '2026-03-09', to: '2026-03-09' },
			{ scale: 'HOUR', timeZone }
		);
		expect(spring.found.flatMap((bucket, index) => (bucket === null ? [index] : []))).toEqual([2]);
	});

	it('give 28 February to 28 February, and nothing to the 29th', () => {
		const { found } = compared({ kind: 'year', match: 'date' }, { from: '2024-02-27', to: '2024-03-01' });
		expect(found.map((bucket) => bucket?.from)).toEqual([
			'2023-02-27',
			'2023-02-28',
			undefined,
			'2023-03-01'
		]);
	});

	it('by the weekday always have the weekday of their bucket, lie within the compared days and never overlap', () => {
		const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
		fc.assert(
			fc.property(
				fc.nat(9_000),
				fc.integer({ min: 1, max: 60 }),
				fc.constantFrom('previous' as const, 'year' as const),
				fc.constantFrom(...zones),
				fc.integer({ min: 0, max: 100_000_000 }),
				(offset, length, kind, timeZone, before) => {
					const from = addDays('2000-01-01', offset);
					const span = { from, to: addDays(from, length - 1) };
					const asOf = resolveSpan(span, timeZone).end - before;
					const { buckets, found, days } = compared({ kind, match: 'weekday' }, span, { timeZone, asOf });
					let end = days.start;
					found.forEach((bucket, index) => {
						if (bucket === null) return;
						expect(weekday(bucket.from)).toBe(weekday(buckets[index]?.from ?? ''));
						expect(bucket.start).toBeGreaterThanOrEqual(end);
						end = bucket.end;
					});
					expect(end).toBeLessThanOrEqual(days.end);
				}
			),
			{ numRuns: 60 }
		);
	});
});
