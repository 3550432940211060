import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCALES, type Scale } from '$lib/community/vocabulary';
import { WEEK_STARTS, type WeekStart } from '$lib/filters/filters';
import { askPlan } from './ask-plan';
import { bucketsOf } from './buckets';
import { addDays } from './local-day';
import { resolveSpan } from './resolve-range';

const MINUTE = 60_000;
const plan = (from: string, to: string, scale: Scale, timeZone: string, weekStart: WeekStart = 'monday') =>
	askPlan(resolveSpan({ from, to }, timeZone), scale, timeZone, weekStart);

describe('askPlan', () => {
	it.each(SCALES)('asks UTC for %s as it is', (scale) => {
		expect(plan('2026-01-01', '2026-11-22', scale, 'UTC')).toMatchObject({
			scale,
			bucketMinutes: null,
			approximate: false,
			timeZone: 'UTC'
		});
	});

	it.each<[string, string, string, Scale, WeekStart, object]>([
		[
			'UTC',
			'2026-01-01',
			'2026-11-22',
			'WEEK',
			'sunday',
			{ scale: 'DAY', bucketMinutes: null, approximate: false }
		],
		[
			'UTC',
			'2026-01-01',
			'2026-11-22',
			'MONTH',
			'sunday',
			{ scale: 'MONTH', bucketMinutes: null, approximate: false }
		],
		['Europe/London', '2026-11-01', '2026-11-22', 'WEEK', 'monday', { scale: 'WEEK', approximate: false }],
		[
			'Europe/London',
			'2026-10-20',
			'2026-11-22',
			'WEEK',
			'monday',
			{ scale: 'HOUR', bucketMinutes: null, approximate: false }
		],
		[
			'America/New_York',
			'2026-08-15',
			'2026-11-22',
			'MONTH',
			'monday',
			{ scale: 'HOUR', bucketMinutes: null, approximate: false }
		],
		[
			'Asia/Kolkata',
			'2026-11-01',
			'2026-11-22',
			'DAY',
			'monday',
			{ scale: 'HOUR', bucketMinutes: 30, approximate: false }
		],
		[
			'Asia/Kathmandu',
			'2026-11-01',
			'2026-11-22',
			'DAY',
			'monday',
			{ scale: 'HOUR', bucketMinutes: 15, approximate: false }
		],
		[
			'Pacific/Chatham',
			'2026-11-01',
			'2026-11-22',
			'HOUR',
			'monday',
			{ scale: 'HOUR', bucketMinutes: 15, approximate: false }
		],
		[
			'Australia/Lord_Howe',
			'2026-07-01',
			'2026-07-07',
			'DAY',
			'monday',
			{ scale: 'HOUR', bucketMinutes: 30 }
		],
		[
			'Australia/Lord_Howe',
			'2026-01-01',
			'2026-01-07',
			'DAY',
			'monday',
			{ scale: 'HOUR', bucketMinutes: null }
		],
		['Australia/Lord_Howe', '2026-04-05', '2026-04-05', 'DAY', 'monday', { scale: 'HOUR', bucketMinutes: 30 }]
	])(
		'in %s from %s to %s by %s with weeks from %s is %j',
		(timeZone, from, to, scale, weekStart, expected) => {
			expect(plan(from, to, scale, timeZone, weekStart)).toMatchObject({ timeZone, ...expected });
		}
	);

	it('shows UTC days beyond 100 days, and says so', () => {
		const short = plan('2026-08-15', '2026-11-22', 'DAY', 'Asia/Tokyo');
		expect([short.range.days, short.approximate]).toEqual([100, false]);
		const long = plan('2026-08-14', '2026-11-22', 'DAY', 'Asia/Tokyo');
		expect(long).toEqual({
			scale: 'DAY',
			bucketMinutes: null,
			approximate: true,
			timeZone: 'UTC',
			range: resolveSpan({ from: '2026-08-14', to: '2026-11-22' }, 'UTC')
		});
	});

	it('asks for steps that fall into exactly one local bucket, in every zone of today', () => {
		const anyCase = fc.record({
			timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
			from: fc.integer({ min: 0, max: 4000 }).map((number) => addDays('2020-01-01', number)),
			length: fc.integer({ min: 1, max: 20 }),
			scale: fc.constantFrom<Scale>('HOUR', 'DAY', 'WEEK'),
			weekStart: fc.constantFrom(...WEEK_STARTS)
		});
		fc.assert(
			fc.property(anyCase, ({ timeZone, from, length, scale, weekStart }) => {
				const range = resolveSpan({ from, to: addDays(from, length - 1) }, timeZone);
				const asked = askPlan(range, scale, timeZone, weekStart);
				const minutes = asked.scale === 'HOUR' ? (asked.bucketMinutes ?? 60) : 24 * 60;
				for (const bucket of bucketsOf(asked.range, scale, { timeZone: asked.timeZone, weekStart })) {
					expect([timeZone, bucket.start % (minutes * MINUTE)]).toEqual([timeZone, 0]);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});
