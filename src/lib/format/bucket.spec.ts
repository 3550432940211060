import { describe, expect, it } from 'vitest';
import { bucketsOf } from '$lib/calendar/buckets';
import { resolveSpan } from '$lib/calendar/resolve-range';
import type { Scale } from '$lib/community/vocabulary';
import { formatBucket } from './bucket';

const first = (from: string, to: string, scale: Scale, timeZone = 'UTC') => {
	const range = resolveSpan({ from, to }, timeZone);
	const [bucket] = bucketsOf(range, scale, { timeZone, weekStart: 'monday' });
	if (!bucket) throw new Error('the range has a bucket');
	return bucket;
};

describe('formatBucket', () => {
	it.each<[Scale, string, string]>([
		['HOUR', '00:00', 'Wed 4 Nov 2026, 00:00'],
		['DAY', '4 Nov', 'Wed 4 Nov 2026'],
		['WEEK', 'Week of 2 Nov', 'Week of 2 Nov 2026'],
		['MONTH', 'Nov 2026', 'Nov 2026'],
		['QUARTER', 'Q4 2026', 'Q4 2026']
	])('by %s is short %s and long %s', (scale, short, long) => {
		const bucket = first('2026-11-04', '2026-11-22', scale);
		expect(formatBucket(bucket, scale, 'UTC')).toBe(short);
		expect(formatBucket(bucket, scale, 'UTC', { long: true })).toBe(long);
	});

	it('numbers the quarters', () => {
		const quarters = ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map((day) =>
			formatBucket(first(day, day, 'QUARTER'), 'QUARTER', 'UTC')
		);
		expect(quarters).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
	});

	it('says which of the two hours it is where the clocks repeat one, and only there', () => {
		const timeZone = 'America/New_York';
		const range = resolveSpan({ from: '2026-11-01', to: '2026-11-01' }, timeZone);
		const labels = bucketsOf(range, 'HOUR', { timeZone, weekStart: 'monday' })
			.slice(0, 4)
			.map((bucket) => formatBucket(bucket, 'HOUR', timeZone, { long: true }));
		expect(labels).toEqual([
			'Sun 1 Nov 2026, 00:00',
			'Sun 1 Nov 2026, 01:00 (GMT-4)',
			'Sun 1 Nov 2026, 01:00 (GMT-5)',
			'Sun 1 Nov 2026, 02:00'
		]);
	});

	it('labels hours by the zone’s own clocks', () => {
		expect(
			formatBucket(first('2026-11-04', '2026-11-04', 'HOUR', 'Asia/Kolkata'), 'HOUR', 'Asia/Kolkata')
		).toBe('00:00');
	});
});
